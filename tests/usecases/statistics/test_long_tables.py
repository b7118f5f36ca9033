"""Long tables are taken in whole or not at all, from CSV and XLSX, with each row as provenance."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import pytest

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.verdict import Refused
from setara.domain.language.text import Language
from setara.domain.statistics.observation import Nothing
from setara.formats.xlsx import xlsx
from setara.store.models import ElementRecord, ObservationRecord, ReceivedFileRecord
from setara.usecases.statistics.bulk import LongTableRefused, import_long_table
from tests.events import count_of_events, last_event
from tests.makers import AT
from tests.world import World

HEAD = ["kode_elemen", "kode_wilayah", "tahun", "jenis_kelamin", "umur", "nilai", "jumlah"]
PAIR = [
    ["EK01-LATIH", "64.01.05", 2019, "L", "15-19", 10, 15],
    ["EK01-LATIH", "64.01.05", 2019, "P", "15-19", 5, 15],
]


def csv_of(rows: Sequence[Sequence[object]], mark: str = ",") -> bytes:
    return "\n".join(mark.join(map(str, row)) for row in rows).encode()


def take_in(by: Actor, rows: Sequence[Sequence[object]], **changes: Any) -> int:
    facts = {
        "publisher": "Disperindagkop UKM",
        "document": "Peserta pelatihan menurut umur",
        "name": "panjang.csv",
        "content": csv_of([HEAD, *rows]),
    }
    return import_long_table(by=by, at=AT, **(facts | changes))


def refusal(by: Actor, rows: Sequence[Sequence[object]], **changes: Any) -> LongTableRefused:
    before = ObservationRecord.objects.count(), ReceivedFileRecord.objects.count()
    with pytest.raises(LongTableRefused) as refused:
        take_in(by, rows, **changes)
    assert (ObservationRecord.objects.count(), ReceivedFileRecord.objects.count()) == before
    return refused.value


@pytest.mark.parametrize("form", ["comma", "semicolon", "utf-16", "xlsx", "title rows"])
def test_each_form_keeps_the_same_figures(world: World, form: str) -> None:
    content = {
        "comma": csv_of([HEAD, *PAIR]),
        "semicolon": csv_of([HEAD, *PAIR], ";"),
        "utf-16": csv_of([HEAD, *PAIR]).decode().encode("utf-16"),
        "xlsx": xlsx("Data", [], [HEAD, *PAIR]),
        "title rows": csv_of([["Peserta pelatihan"], [], HEAD, *PAIR]),
    }[form]
    source_id = take_in(world.secretary, PAIR, content=content)

    kept = ObservationRecord.objects.filter(source_id=source_id).order_by("sex")
    figures = [(row.sex, row.figure(), row.breakdown, row.place.code) for row in kept]
    assert figures == [
        ("L", Decimal(10), "age=15-19", "64.01.05"),
        ("P", Decimal(5), "age=15-19", "64.01.05"),
    ]
    row = {"xlsx": 2, "title rows": 4}.get(form, 2)
    assert kept[0].cell.endswith(f"!F{row}")
    assert kept[0].recorded_by == world.secretary.name
    assert kept[0].recorded_at == AT
    assert last_event(world.secretary).detail["figures"] == 2


def test_words_decimals_and_every_kind_of_nothing_are_understood(world: World) -> None:
    head = ["elemen", "kecamatan", "tahun", "jk", "nilai"]
    element = ElementRecord.objects.get(code="KS01")
    kinds = ["–", "…", "×", "NA"]
    rows = [
        *([element.code, "Kuaro", 2011 + at, "Perempuan", kind] for at, kind in enumerate(kinds)),
        [element.code, "KUARO", 2015, "laki-laki", "70,86"],
        [element.code, "64.01", 2016, "l", "0"],
    ]
    source_id = take_in(world.secretary, rows, content=csv_of([head, *rows], ";"))
    kept = ObservationRecord.objects.filter(source_id=source_id).order_by("valid_from")
    figures = [row.figure() for row in kept]
    assert figures[:4] == list(Nothing)
    assert [str(figure) for figure in figures[4:]] == ["70.86", "0"]


@pytest.mark.parametrize(
    ("row", "kind", "says"),
    [
        (["XX99", "64.01.05", 2019, "L", "", 10, ""], "element", "XX99"),
        (["EK01-LATIH", "64.99", 2019, "L", "", 10, ""], "place", "64.99"),
        (["EK01-LATIH", "64.01.05", "dulu", "L", "", 10, ""], "year", "dulu"),
        (["EK01-LATIH", "64.01.05", 2019, "X", "", 10, ""], "sex", "X"),
        (["EK01-LATIH", "64.01.05", 2026, "L", "", 10, ""], "year", "2026"),
        (["EK01-LATIH", "64.01.05", 2019, "L", "", "9" * 30, ""], "range", "terlalu panjang"),
        (["EK01-LATIH", "64.01.05", 2019, "L", "tua", 10, ""], "category", "tua"),
        (["EK01-LATIH", "64.01.05", 2019, "L", "", "banyak", ""], "number", "banyak"),
        (["EK01-LATIH", "64.01.05", 2019, "L", "", -1, ""], "range", "−1"),
        (["EK01-LATIH", "64.01.05", 2019, "L", "", "1.5", ""], "range", "1,5"),
        (["EK01-LATIH", "64.01.05", 2019, "L"], "short", "kolom"),
    ],
)
def test_a_faulty_row_is_named_and_nothing_is_kept(
    world: World, row: list[object], kind: str, says: str
) -> None:
    refused = refusal(world.secretary, [*PAIR, row])
    assert [(each.line, each.kind) for each in refused.findings] == [(4, kind)]
    said = refused.findings[0].message.say(Language.INDONESIAN)
    assert says in said
    assert refused.findings[0].remedy.say(Language.ENGLISH)


def test_contradictions_between_rows_are_found(world: World) -> None:
    twice = refusal(world.secretary, [*PAIR, PAIR[1]])
    assert [(each.line, each.kind) for each in twice.findings] == [(4, "twice")]

    unequal = refusal(world.secretary, [[*row[:6], 16] for row in PAIR])
    assert [each.kind for each in unequal.findings] == ["total"]


def test_a_figure_above_its_population_is_found_in_the_file_and_in_what_is_kept(
    world: World,
) -> None:
    ElementRecord.objects.filter(code="EK01-LATIH").update(population_base="KP01")
    people = [["KP01", "64.01.05", 2019, "P", "15-19", 4, ""]]
    together = refusal(world.secretary, [*PAIR, *people])
    assert [(each.line, each.kind) for each in together.findings] == [(3, "base")]

    take_in(world.secretary, people)
    later = refusal(world.secretary, PAIR, content=csv_of([HEAD, *PAIR], ";"))
    assert [(each.line, each.kind) for each in later.findings] == [(3, "base")]


def test_an_empty_row_says_nothing_and_a_table_of_them_is_refused(world: World) -> None:
    empty = ["ek01-latih", "64.01.05", 2018, "L", "", "", ""]
    refused = refusal(world.secretary, [empty])
    assert "tidak memuat satu angka pun" in refused.reason.say(Language.INDONESIAN)
    source_id = take_in(world.secretary, [*PAIR, empty])
    assert ObservationRecord.objects.filter(source_id=source_id).count() == 2


def test_a_figure_that_is_kept_is_not_overwritten(world: World) -> None:
    take_in(world.secretary, PAIR)
    again = refusal(world.secretary, PAIR, content=csv_of([HEAD, *PAIR], ";"))
    assert [(each.line, each.kind) for each in again.findings] == [(2, "kept"), (3, "kept")]


def test_thousands_of_faults_are_counted_and_the_first_thousand_told(world: World) -> None:
    refused = refusal(world.secretary, [["XX", "64.01", 2019, "L", "", 1, ""]] * 2500)
    assert len(refused.findings) == 1000
    assert refused.kinds == {"element": 2500}
    assert "2.500" in refused.reason.say(Language.INDONESIAN)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "kosong"),
        (b"satu,dua\n1,2\n", "Baris judul"),
        (csv_of([[*HEAD, "warna"], [*PAIR[0], "biru"]]), "warna"),
        (csv_of([HEAD, *PAIR, [*PAIR[0][:5], "1,5", ""], [*PAIR[0][:5], "1.5", ""]], ";"), "koma"),
        (b"%PDF-1.7", "PDF"),
    ],
)
def test_a_file_that_is_no_long_table_says_what_is_missing(
    world: World, content: bytes, says: str
) -> None:
    refused = refusal(world.secretary, [], content=content)
    assert says in refused.reason.say(Language.INDONESIAN)


def test_only_those_who_may_and_only_into_their_own_register(world: World) -> None:
    events = count_of_events(world.secretary)
    with pytest.raises(Refused):
        take_in(world.planner, PAIR)
    foreign = refusal(world.stranger, PAIR)
    assert {each.kind for each in foreign.findings} == {"element"}
    others = refusal(world.colleague, PAIR)
    assert {each.kind for each in others.findings} == {"foreign"}
    assert count_of_events(world.secretary) == events
