"""A received table waits as a file, is read by what was decided before, and is kept as a whole."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.verdict import Refused
from setara.domain.statistics.understanding.columns import Role
from setara.formats.xlsx import xlsx
from setara.store.models import (
    ObservationRecord,
    ReadingMapRecord,
    ReceivedFileRecord,
    SourceRecord,
)
from setara.usecases.foundation.access import NotFound
from setara.usecases.statistics import receiving
from setara.usecases.statistics.intake import take_in
from setara.usecases.statistics.receiving import (
    Choices,
    TableRefused,
    read_received,
    receive_table,
)
from tests.events import count_of_events, last_event
from tests.makers import AT
from tests.world import World

HEAD = ["Kelurahan/Desa", "L", "P", "Jumlah"]
ROWS = [HEAD, ["Kecamatan Kuaro", 6, 4, 10], ["Lolo", 2, 3, 5], ["Rangan", 4, 1, 5]]
ELEMENT = "EK01-LATIH"
PRODUCER = "Disperindagkop"


def receive(by: Actor, rows: list[list[Any]], title: str = "Peserta 2022") -> int:
    return receive_table(by=by, at=AT, name="a.xlsx", content=xlsx("Data", [title], rows))


def keep(by: Actor, file_id: int, **changes: Any) -> int:
    facts = {"element_code": ELEMENT, "publisher": PRODUCER, "document": "Peserta"}
    return take_in(by=by, at=AT, file_id=file_id, **facts | changes)


def counts() -> tuple[int, ...]:
    kept = (ObservationRecord, SourceRecord, ReadingMapRecord)
    return tuple(model.objects.count() for model in kept)


def test_a_file_waits_and_is_found_again_until_it_is_taken_in(world: World) -> None:
    first = receive(world.secretary, ROWS)

    assert receive(world.secretary, ROWS) == first
    assert last_event(world.secretary).name == "statistics.file.received"
    keep(world.secretary, first)
    with pytest.raises(Refused):
        receive(world.secretary, ROWS)


def test_villages_and_their_subdistrict_are_kept_with_cell_and_year(world: World) -> None:
    source_id = keep(world.secretary, receive(world.secretary, ROWS))

    kept = ObservationRecord.objects.filter(source_id=source_id).order_by("cell")
    assert [(row.place.code, row.sex, int(row.value or 0), row.cell) for row in kept] == [
        ("64.01.05", "L", 6, "Data!B4"),
        ("64.01.05.2002", "L", 2, "Data!B5"),
        ("64.01.05.2005", "L", 4, "Data!B6"),
        ("64.01.05", "P", 4, "Data!C4"),
        ("64.01.05.2002", "P", 3, "Data!C5"),
        ("64.01.05.2005", "P", 1, "Data!C6"),
    ]
    assert {row.valid_from.year for row in kept} == {2022}
    assert SourceRecord.objects.get(pk=source_id).file_id is not None
    assert last_event(world.secretary).name == "statistics.table.taken_in"


def test_a_table_that_contradicts_itself_leaves_nothing_but_the_file(world: World) -> None:
    wrong = [*ROWS[:3], ["Rangan", 4, 2, 5]]
    file_id = receive(world.secretary, wrong)
    before = counts(), count_of_events(world.secretary)

    with pytest.raises(TableRefused) as caught:
        keep(world.secretary, file_id)

    assert {f.cell for f in caught.value.findings} >= {"D6", "C4"}
    assert (counts(), count_of_events(world.secretary)) == before
    assert ReceivedFileRecord.objects.filter(pk=file_id).exists()


def test_what_was_decided_is_remembered_by_producer_and_build(world: World) -> None:
    rows = [["Nama", "A", "B"], ["Kuaro", 1, 2], ["Ibu Kota", 3, 4]]
    roles = {0: Role.PLACE, 1: Role.MALE, 2: Role.FEMALE}
    choices = Choices(roles=roles, places={"ibu kota": "64.01.04"})
    keep(world.secretary, receive(world.secretary, rows), choices=choices)

    later = [["Nama", "A", "B"], ["Kuaro", 5, 6], ["Ibu Kota", 7, 8], ["Long Ikis", 1, 1]]
    file_id = receive(world.secretary, later, "Peserta 2021")
    known = read_received(by=world.secretary, file_id=file_id, producer=PRODUCER)
    other = read_received(by=world.secretary, file_id=file_id, producer="Dinas lain")

    assert known.remembered is not None
    assert known.remembered.is_same_build
    assert (known.chosen.roles, known.chosen.year) == (roles, 2021)
    assert len(known.taken.figures) == 6
    assert other.remembered is None
    assert not other.taken.figures


def test_heading_rows_that_somebody_chose_are_found_in_the_next_file(world: World) -> None:
    rows: list[list[Any]] = [["Catatan", "x", "y"], ["Kecamatan", "L", "P"], ["Kuaro", 1, 2]]
    choices = Choices(header_rows=(4,))
    keep(world.secretary, receive(world.secretary, rows), choices=choices)

    later = [*rows[:2], ["Long Ikis", 5, 6], ["Long Kali", 7, 8]]
    file_id = receive(world.secretary, later, "Peserta 2021")
    known = read_received(by=world.secretary, file_id=file_id, producer=PRODUCER)

    assert known.chosen.header_rows == (4,)
    assert known.remembered is not None
    assert known.remembered.is_same_build


def test_the_measure_of_the_element_decides_what_a_mark_means(world: World) -> None:
    rows = [["Kecamatan", "L", "P"], ["Kuaro", "12.345", "11.250"], ["Long Ikis", "9.125", "8.500"]]
    file_id = receive(world.secretary, rows)

    counted = read_received(by=world.secretary, file_id=file_id, element_code=ELEMENT)
    averaged = read_received(by=world.secretary, file_id=file_id, element_code="PD10-RLS")

    assert str(counted.taken.figures[0].value) == "12345"
    assert str(averaged.taken.figures[0].value) == "12.345"


def test_a_table_too_long_to_wait_for_is_refused_at_the_door(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(receiving, "MOST_ROWS", 4)

    with pytest.raises(TableRefused) as caught:
        receive(world.secretary, ROWS)

    assert "tabel panjang" in caught.value.reason.id
    assert not ReceivedFileRecord.objects.filter(name="a.xlsx").exists()


def test_choices_that_cannot_be_are_refused_or_left_out(world: World) -> None:
    file_id = receive(world.secretary, ROWS)
    beyond = Choices(header_rows=(40,))
    nowhere = Choices(places={"lolo": "99.99"}, roles={77: Role.PLACE}, sheet="Tidak ada")

    with pytest.raises(TableRefused):
        read_received(by=world.secretary, file_id=file_id, choices=beyond)
    read = read_received(by=world.secretary, file_id=file_id, choices=nowhere)
    plain = read_received(by=world.secretary, file_id=file_id)
    assert read.taken == plain.taken
    assert replace(read.chosen, places={}) == plain.chosen


def test_nobody_reads_or_keeps_a_file_of_another_government(world: World) -> None:
    file_id = receive(world.secretary, ROWS)

    with pytest.raises((NotFound, Refused)):
        read_received(by=world.stranger, file_id=file_id)
    with pytest.raises((NotFound, Refused)):
        keep(world.stranger, file_id)
    with pytest.raises((NotFound, Refused)):
        read_received(by=world.inspector, file_id=file_id)
