"""Cells are filled in by their producer, once, and two people at once lose nothing."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from setara.domain.foundation.sex import Sex
from setara.domain.foundation.verdict import Refused
from setara.domain.language.text import same
from setara.domain.statistics.asked import CellKey
from setara.domain.statistics.dimension import EVERYBODY
from setara.domain.statistics.element import Measure, Polarity, PopulationType
from setara.domain.statistics.observation import Nothing
from setara.domain.statistics.submission import CallState
from setara.store.models import CallItemRecord, DataCallRecord, ElementRecord, SubmissionRecord
from setara.usecases.foundation.access import NotFound, government_of
from setara.usecases.statistics.asked import FilledCell, FilledMeanwhile, asked_cells, keep_cells
from setara.usecases.statistics.commands import define_element
from tests.makers import AT, agency_of
from tests.people import Cast


@pytest.fixture
def submission(cast: Cast) -> SubmissionRecord:
    """An open call that asks Sari's agency for one element of the whole regency."""
    pk = define_element(
        by=cast.dian,
        at=AT,
        code="KS15",
        name=same("Kader posyandu"),
        unit=same("orang"),
        measure=Measure.COUNT,
        polarity=Polarity.NEITHER,
        population_type=PopulationType.CADRES,
    )
    call = DataCallRecord.objects.create(
        government_id=government_of(cast.dian),
        title="Data terpilah 2024",
        valid_from=date(2024, 1, 1),
        valid_to=date(2025, 1, 1),
        due_on=date(2025, 7, 1),
        state=CallState.OPEN,
    )
    element = ElementRecord.objects.get(pk=pk)
    CallItemRecord.objects.create(call=call, element=element, agency_id=agency_of(cast.sari))
    return SubmissionRecord.objects.create(call=call, agency_id=agency_of(cast.sari))


def cell(sex: Sex, value: Decimal | Nothing | None, code: str = "KS15") -> FilledCell:
    return FilledCell(CellKey(code, "64.01", EVERYBODY, sex), value)


def values(submission: SubmissionRecord) -> list[Decimal | Nothing | None]:
    return [each.value for each in asked_cells(submission)]


def test_what_was_filled_in_stands_there(cast: Cast, submission: SubmissionRecord) -> None:
    cells = [cell(Sex.MALE, Decimal("3")), cell(Sex.FEMALE, Nothing.NONE_EXISTS)]
    keep_cells(by=cast.sari, at=AT, submission_id=submission.pk, cells=cells, expected_version=1)

    assert values(submission) == [Decimal("3"), Nothing.NONE_EXISTS]
    keep_cells(
        by=cast.sari,
        at=AT,
        submission_id=submission.pk,
        cells=[cell(Sex.MALE, None)],
        expected_version=2,
    )
    assert values(submission) == [None, Nothing.NONE_EXISTS]


def test_the_second_writer_of_a_cell_is_told(cast: Cast, submission: SubmissionRecord) -> None:
    first, second = [cell(Sex.MALE, Decimal("3"))], [cell(Sex.MALE, Decimal("4"))]
    other = [cell(Sex.FEMALE, Decimal("9"))]
    keep_cells(by=cast.sari, at=AT, submission_id=submission.pk, cells=first, expected_version=1)

    with pytest.raises(FilledMeanwhile) as caught:
        keep_cells(
            by=cast.sari, at=AT, submission_id=submission.pk, cells=second, expected_version=1
        )
    assert [key.sex for key in caught.value.keys] == [Sex.MALE]
    keep_cells(by=cast.sari, at=AT, submission_id=submission.pk, cells=other, expected_version=1)
    assert values(submission) == [Decimal("3"), Decimal("9")]


def test_a_cell_that_was_not_asked_keeps_all_out(cast: Cast, submission: SubmissionRecord) -> None:
    cells = [cell(Sex.MALE, Decimal("3")), cell(Sex.MALE, Decimal("3"), code="XX99")]

    with pytest.raises(Refused, match="XX99"):
        keep_cells(
            by=cast.sari, at=AT, submission_id=submission.pk, cells=cells, expected_version=1
        )

    assert values(submission) == [None, None]


def test_nobody_fills_in_what_is_not_theirs(cast: Cast, submission: SubmissionRecord) -> None:
    for who in (cast.budi, cast.maya, cast.wati, cast.tamu):
        with pytest.raises(NotFound):
            keep_cells(by=who, at=AT, submission_id=submission.pk, cells=[], expected_version=1)
