"""Tables are taken in whole or not at all, by those who may, for their own government."""

from __future__ import annotations

from typing import Any

import pytest

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.period import Period
from setara.domain.foundation.verdict import Refused
from setara.formats.xlsx import xlsx
from setara.store.models import IssueRecord, ObservationRecord, ReceivedFileRecord, SourceRecord
from setara.usecases.foundation.access import NotFound
from setara.usecases.statistics.intake import TableRefused, import_table
from setara.usecases.statistics.issue_queries import issue, issues
from setara.usecases.statistics.issues import close_issue, raise_issue, reopen_issue
from setara.usecases.statistics.queries import table
from tests.events import count_of_events, last_event
from tests.makers import AT
from tests.world import World

HEAD = ["Kecamatan", "Laki-laki", "Perempuan", "Jumlah"]
GOOD = [HEAD, ["Kuaro", 10, 5, 15], ["Batu Sopang", 3, 4, 7], ["Jumlah", 13, 9, 22]]
TODAY = AT.date()


def take_in(by: Actor, rows: list[list[object]], **changes: Any) -> int:
    facts = {
        "element_code": "EK01-LATIH",
        "year": 2023,
        "publisher": "Disperindagkop UKM",
        "document": "Peserta pelatihan 2023",
        "name": "peserta.xlsx",
        "content": xlsx("Data", [], rows),
    }
    return import_table(by=by, at=AT, **(facts | changes))


def kept() -> tuple[int, int, int]:
    models = (ObservationRecord, SourceRecord, ReceivedFileRecord)
    return tuple(model.objects.count() for model in models)  # type: ignore[return-value]


def test_a_table_is_kept_with_its_source_and_both_sexes(world: World) -> None:
    take_in(world.secretary, GOOD)

    shown = table(by=world.secretary, element_code="EK01-LATIH", year=2023)
    assert "Peserta pelatihan 2023" in str(shown)
    kuaro = ObservationRecord.objects.filter(place__name="Kuaro", valid_from__year=2023)
    assert sorted(float(row.value) for row in kuaro if row.value is not None)[:2] == [5.0, 10.0]


@pytest.mark.parametrize(
    ("rows", "names"),
    [
        ([HEAD, ["Kuaro", 10, 5, 14]], "row=2"),
        ([HEAD, ["Negeri Dongeng", 10, 5, 15]], "Negeri Dongeng"),
        ([HEAD, ["Kuaro", "banyak", 5, 15]], "banyak"),
        ([HEAD, ["Kuaro", 10, 5, 15], ["Kuaro", 1, 2, 3]], "Kuaro"),
    ],
    ids=["sum", "place", "word", "twice"],
)
def test_one_wrong_row_keeps_the_whole_table_out(
    world: World, rows: list[list[object]], names: str
) -> None:
    before = (*kept(), count_of_events(world.secretary))

    with pytest.raises(TableRefused) as caught:
        take_in(world.secretary, rows)

    findings = caught.value.findings
    assert names in str(findings) + str(caught.value.reason)
    assert (*kept(), count_of_events(world.secretary)) == before


def test_the_same_figures_are_not_taken_in_twice(world: World) -> None:
    take_in(world.secretary, GOOD)
    before = kept()

    with pytest.raises(Refused):
        take_in(world.secretary, GOOD, document="Peserta pelatihan 2023, lagi")

    assert kept() == before


def test_another_government_sees_neither_element_nor_issue(world: World) -> None:
    found = IssueRecord.objects.get()

    assert issues(by=world.stranger, today=TODAY) == ()
    with pytest.raises(NotFound):
        issue(by=world.stranger, issue_id=found.pk, today=TODAY)
    with pytest.raises(NotFound):
        take_in(world.stranger, GOOD)


def test_an_issue_is_closed_for_a_reason_and_can_come_back(world: World) -> None:
    found = IssueRecord.objects.get()

    with pytest.raises(Refused):
        close_issue(by=world.secretary, at=AT, issue_id=found.pk, because=" ")
    close_issue(by=world.secretary, at=AT, issue_id=found.pk, because="Sudah setara")
    reopen_issue(by=world.secretary, at=AT, issue_id=found.pk)

    assert last_event(world.secretary).name == "statistics.issue.reopened"


def test_an_issue_needs_figures_of_both_sexes(world: World) -> None:
    with pytest.raises((Refused, NotFound)):
        raise_issue(
            by=world.secretary,
            at=AT,
            element_code="EK01-LATIH",
            place_code="64.01",
            period=Period.year(1999),
            title="Tidak ada datanya",
        )
