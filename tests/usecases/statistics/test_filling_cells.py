"""Cells are filled in by their producer, once, and two people at once lose nothing."""

from __future__ import annotations

from decimal import Decimal

import pytest

from setara.domain.foundation.sex import Sex
from setara.domain.foundation.verdict import Refused
from setara.domain.statistics.asked import CellKey
from setara.domain.statistics.dimension import EVERYBODY
from setara.domain.statistics.observation import Nothing
from setara.store.models import SubmissionRecord
from setara.usecases.foundation.access import NotFound
from setara.usecases.statistics.asked import FilledCell, FilledMeanwhile, asked_cells, keep_cells
from tests.makers import AT
from tests.people import Cast
from tests.usecases.statistics.rounds import make_round


@pytest.fixture
def submission(cast: Cast) -> SubmissionRecord:
    """Sari's agency's answer to an open call for one element of the whole regency."""
    return SubmissionRecord.objects.get(pk=make_round(cast).sari)


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


@pytest.mark.parametrize("value", [Decimal("2.5"), Decimal(-1), Decimal(10) ** 19])
def test_what_cannot_be_a_count_keeps_all_out(
    cast: Cast, submission: SubmissionRecord, value: Decimal
) -> None:
    cells = [cell(Sex.FEMALE, Decimal(3)), cell(Sex.MALE, value)]

    with pytest.raises(Refused):
        keep_cells(
            by=cast.sari, at=AT, submission_id=submission.pk, cells=cells, expected_version=1
        )

    assert values(submission) == [None, None]
