"""The form comes back: recognised or refused with the reason, then judged whole."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from setara.domain.language.text import Language
from setara.domain.statistics.asked import CellKey
from setara.domain.statistics.form_seal import SEAL_SHEET, NotThisForm
from setara.domain.statistics.form_slots import slots_of
from setara.domain.statistics.form_tables import FormFacts, tables_of
from setara.domain.statistics.observation import Nothing, Value
from setara.domain.statistics.workbook import Judged, Received, form_of, judge_form
from tests.domain.statistics.forms import (
    FACTS,
    KEYS,
    MEN,
    RATE,
    WOMEN,
    Change,
    Grid,
    cells,
    grid_of,
    put,
    received,
)

# Rows 6 to 8 are the three sub-districts, 9 their sum, 10 the totals of a source.
MEN_AT, WHY_MEN, WOMEN_AT, WHY_WOMEN, TOTAL_AT = "D6", "E6", "G6", "H6", "J6"


def fresh(values: dict[CellKey, Value | None] | None = None) -> Grid:
    return grid_of(form_of(FACTS, cells(values)))


def judged(grid: Grid, kept: dict[CellKey, Value | None] | None = None) -> Judged:
    return judge_form(FACTS, cells(kept), received(grid))


def typed(**given: object) -> Judged:
    """The form of an empty answer with these cells of KS15 filled in."""
    grid = fresh()
    for where, content in given.items():
        put(grid, "KS15", where, content)
    return judged(grid)


def values(found: Judged) -> dict[CellKey, Value | None]:
    return {each.key: each.value for each in found.changes}


def places(found: Judged) -> list[tuple[str, str]]:
    return [each.place for each in found.mendings]


def figures(key: CellKey) -> st.SearchStrategy[Value | None]:
    whole = st.integers(0, 10**15 - 1).map(Decimal)
    rates = st.decimals(0, 100, allow_nan=False, places=2)
    figure = rates if key.element_code in {"PD03", "TK07"} else whole
    return st.one_of(st.none(), st.sampled_from(Nothing), figure)


answers = st.fixed_dictionaries({key: figures(key) for key in KEYS})


@given(answers)
def test_whatever_is_kept_comes_back_as_it_is(kept: dict[CellKey, Value | None]) -> None:
    found = judged(fresh(kept), kept)

    assert (found.changes, found.mendings) == ((), ())
    assert found.empty == list(kept.values()).count(None)


@given(answers)
def test_whatever_is_filled_in_is_read_as_what_it_is(kept: dict[CellKey, Value | None]) -> None:
    sealed = fresh()[SEAL_SHEET]
    filled = fresh(kept) | {SEAL_SHEET: sealed}
    found = judged(filled)

    assert found.mendings == ()
    assert values(found) == {key: value for key, value in kept.items() if value is not None}


def test_every_cell_is_cited_by_its_address() -> None:
    found = typed(**{MEN_AT: 3, WHY_WOMEN: "ditolak diberikan"})

    assert [(each.key, each.cell) for each in found.changes] == [
        (MEN, "KS15!D6"),
        (WOMEN, "KS15!H6"),
    ]


@pytest.mark.parametrize(
    ("content", "value"),
    [
        (0, Decimal(0)),
        (12, Decimal(12)),
        (12.0, Decimal(12)),
        ("21 575", Decimal(21575)),
        ("1.234", Decimal(1234)),
        ("1,234", Decimal(1234)),
        ("1.234.567", Decimal(1234567)),
        ("tidak berlaku", Nothing.NOT_APPLICABLE),
        ("Not reported", Nothing.NOT_REPORTED),
        ("…", Nothing.NOT_REPORTED),
        ("×", Nothing.REFUSED),
    ],
)
def test_what_can_be_read_in_one_way_is_taken(content: object, value: Value) -> None:
    assert values(typed(**{MEN_AT: content})) == {MEN: value}


@pytest.mark.parametrize(
    "content",
    ["banyak", "-", "–", "n/a", "nihil", "#REF!", -1, 2.5, "2,5", 10**19, True, "12 orang", "1e3"],
)
def test_what_cannot_stand_is_named_at_its_cell(content: object) -> None:
    found = typed(**{MEN_AT: content, WOMEN_AT: 4})

    assert places(found) == [("KS15", MEN_AT)]
    assert found.mendings[0].remedy.say(Language.INDONESIAN)


def test_a_rate_pasted_as_text_that_reads_two_ways_is_asked_for_again() -> None:
    for content, is_taken in [("71,25", True), ("0.460", True), ("1.234", False), (101, False)]:
        grid = fresh()
        slot = next(s for s in slots_of(tables_of(cells())) if s.asked.key == RATE)
        put(grid, *slot.figure, content)

        assert (not judged(grid).mendings) is is_taken, content


def test_a_figure_and_a_reason_exclude_each_other() -> None:
    assert places(typed(**{MEN_AT: 3, WHY_MEN: "tidak berlaku"})) == [("KS15", MEN_AT)]


def test_a_reason_that_is_none_is_named_where_it_stands() -> None:
    assert places(typed(**{WHY_MEN: "malas"})) == [("KS15", WHY_MEN)]


def test_a_formula_without_a_value_is_not_an_empty_cell() -> None:
    grid = fresh({MEN: Decimal(7)})
    put(grid, "KS15", MEN_AT, None)
    broken = Received(grid, frozenset({("KS15", MEN_AT)}))
    found = judge_form(FACTS, cells({MEN: Decimal(7)}), broken)

    assert places(found) == [("KS15", MEN_AT)]
    assert values(judged(grid, {MEN: Decimal(7)})) == {MEN: None}
    again = grid_of(form_of(FACTS, cells({MEN: Decimal(7)}), found.entries, found.mendings))
    assert places(judged(again, {MEN: Decimal(7)})) == [("KS15", MEN_AT)]


def test_a_wrong_figure_is_told_beside_a_wrong_reason() -> None:
    assert places(typed(**{MEN_AT: 12.5, WHY_MEN: "malas"})) == [("KS15", "D6"), ("KS15", "E6")]


def test_everything_that_is_wrong_is_told_at_once_in_the_order_of_the_rows() -> None:
    found = typed(**{"G7": "x", MEN_AT: "y", WHY_MEN: "z", TOTAL_AT: -1, "D10": "q"})

    assert [where for _, where in places(found)] == ["D6", "E6", "J6", "G7", "D10"]


@pytest.mark.parametrize(
    ("given", "wrong"),
    [
        ({"D6": 3, "G6": 4, "J6": 7}, []),
        ({"D6": 3, "G6": 4, "J6": 8}, ["J6"]),
        ({"D6": 3, "H6": "tidak ada yang dapat dihitung", "J6": 3}, []),
        ({"D6": 3, "H6": "belum dilaporkan", "J6": 8}, []),
        ({"D6": 3, "J6": 8}, []),
        ({"D6": 1, "D7": 2, "D8": 3, "D10": 6}, []),
        ({"D6": 1, "D7": 2, "D8": 3, "D10": 7}, ["D10"]),
        ({"D6": 1, "D7": 2, "D10": 7}, []),
        ({"J6": "tujuh"}, ["J6"]),
        ({"J6": "tidak berlaku"}, ["J6"]),
        ({"D6": 1, "D7": 2, "D8": 3, "G6": 1, "G7": 2, "G8": 3, "I10": 11}, ["I10"]),
    ],
)
def test_totals_of_a_source_are_compared_where_all_parts_are_known(
    given: dict[str, object], wrong: list[str]
) -> None:
    assert [where for _, where in places(typed(**given))] == wrong


def insert_a_row(grid: Grid) -> None:
    grid["KS15"].insert(6, [None] * 12)


def add_a_row_below(grid: Grid) -> None:
    grid["KS15"].append(["Kecamatan baru", *[None] * 11])


def insert_a_column(grid: Grid) -> None:
    for row in grid["KS15"]:
        row.insert(1, None)


def sort_the_rows(grid: Grid) -> None:
    grid["KS15"][5:8] = reversed(grid["KS15"][5:8])


def overwrite_a_label(grid: Grid) -> None:
    put(grid, "KS15", "A7", "Tanjung Aru")


def delete_a_sheet(grid: Grid) -> None:
    del grid["KS15"]


def rename_a_sheet(grid: Grid) -> None:
    grid["KS15 baru"] = grid.pop("KS15")


def overwrite_a_key(grid: Grid) -> None:
    grid[SEAL_SHEET][8][2] = "KS99|64.01|| L"


def drop_a_key(grid: Grid) -> None:
    del grid[SEAL_SHEET][-1]


def empty_the_seal(grid: Grid) -> None:
    grid[SEAL_SHEET] = []


def remove_the_seal(grid: Grid) -> None:
    del grid[SEAL_SHEET]


def be_another_file(grid: Grid) -> None:
    grid.clear()
    grid["Sheet1"] = [["Kecamatan", "L", "P"]]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (insert_a_row, "Susunan lembar “KS15” berubah"),
        (insert_a_column, "Susunan lembar “KS15” berubah"),
        (sort_the_rows, "Susunan lembar “KS15” berubah"),
        (overwrite_a_label, "A7 seharusnya “Tanjung Harapan”"),
        (add_a_row_below, "baris tambahan"),
        (delete_a_sheet, "Lembar “KS15” tidak ada"),
        (rename_a_sheet, "Lembar “KS15” tidak ada"),
        (overwrite_a_key, "pengenal formulir ini sudah diubah"),
        (drop_a_key, "pengenal formulir ini sudah diubah"),
        (empty_the_seal, "pengenal formulir ini sudah diubah"),
        (remove_the_seal, "pengenal formulir ini sudah dihapus"),
        (be_another_file, "bukan formulir dari Setara"),
    ],
)
def test_a_changed_form_is_refused_with_the_reason(change: Change, words: str) -> None:
    grid = fresh()
    change(grid)

    with pytest.raises(NotThisForm) as refusal:
        judged(grid)
    assert words in refusal.value.reason.say(Language.INDONESIAN)


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        (replace(FACTS, call_id=2, call_title="Semester I"), "permintaan lain: “Data terpilah"),
        (replace(FACTS, government_code="64.03"), "permintaan lain"),
        (replace(FACTS, agency_code="1.01"), "milik Dinas Kesehatan"),
        (replace(FACTS, call_version=2), "versi 1, sekarang 2"),
    ],
)
def test_a_form_of_something_else_is_refused_with_the_reason(facts: FormFacts, words: str) -> None:
    with pytest.raises(NotThisForm) as refusal:
        judge_form(facts, cells(), received(fresh()))
    assert words in refusal.value.reason.say(Language.INDONESIAN)


def test_a_form_of_other_places_is_refused_with_the_reason() -> None:
    fewer = [key for key in KEYS if key.place_code != "64.01.03"]

    with pytest.raises(NotThisForm, match="elements or places have changed"):
        judge_form(FACTS, cells(keys=fewer), received(fresh()))


def test_lines_that_a_spreadsheet_broke_anew_are_the_same_words() -> None:
    grid = fresh()
    grid["KS15"][4] = [str(cell).replace("\n", "\r\n ") for cell in grid["KS15"][4]]

    assert judged(grid).mendings == ()


def test_cells_left_alone_do_not_undo_what_others_wrote() -> None:
    grid = fresh({MEN: Decimal(1)})
    put(grid, "KS15", WOMEN_AT, 9)
    found = judged(grid, {MEN: Decimal(5)})

    assert values(found) == {WOMEN: Decimal(9)}
    assert found.mendings == ()


def test_a_cell_changed_on_both_sides_is_asked_about_and_then_insisted_on() -> None:
    grid = fresh({MEN: Decimal(1)})
    put(grid, "KS15", MEN_AT, 2)
    now = {MEN: Decimal(5)}
    found = judged(grid, now)
    assert places(found) == [("KS15", MEN_AT)]

    again = grid_of(form_of(FACTS, cells(now), found.entries, found.mendings))
    assert values(judged(again, now)) == {MEN: Decimal(2)}
    assert judged(again, now).mendings == ()


def test_the_same_change_on_both_sides_is_no_conflict() -> None:
    grid = fresh({MEN: Decimal(1)})
    put(grid, "KS15", MEN_AT, 5)

    assert judged(grid, {MEN: Decimal(5)}).changes == ()


def test_a_marked_form_holds_what_was_typed_and_says_what_is_wrong() -> None:
    found = typed(**{MEN_AT: "banyak", WOMEN_AT: 4, WHY_MEN: None, TOTAL_AT: 9})
    form = form_of(FACTS, cells(), found.entries, found.mendings)
    grid = grid_of(form)

    assert [sheet.name for sheet in form.sheets][:2] == ["Perbaikan", "Petunjuk"]
    assert grid["Perbaikan"][3][:2] == ["KS15", MEN_AT]
    assert (grid["KS15"][5][3], grid["KS15"][5][6]) == ("banyak", Decimal(4))
    assert "Perbaiki: “banyak” bukan angka." in str(grid["KS15"][5][11])
    marked = [cell.address for sheet in form.sheets[2:] for cell in sheet.cells if cell.is_marked]
    assert marked == [MEN_AT]
    put(grid, "KS15", MEN_AT, 5)
    assert values(judged(grid)) == {MEN: Decimal(5), WOMEN: Decimal(4)}
