"""A form as its tests need it: places, an age group, a rate, an average, one sex alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from setara.domain.foundation.period import Period
from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Text, same
from setara.domain.statistics.asked import (
    AskedCell,
    AskedItem,
    CellKey,
    Territory,
    expected_cells,
)
from setara.domain.statistics.dimension import EVERYBODY, Breakdown, said_breakdown
from setara.domain.statistics.element import Element, Measure, Polarity, PopulationType, Range
from setara.domain.statistics.form import Form, Formula
from setara.domain.statistics.form_seal import SEAL_SHEET
from setara.domain.statistics.form_tables import FormFacts
from setara.domain.statistics.observation import Value
from setara.domain.statistics.workbook import Received

NAMES = {
    "64.01": "Kabupaten Paser",
    "64.01.01": "Batu Sopang",
    "64.01.02": "Tanjung Harapan",
    "64.01.03": "Paser Belengkong",
}
FACTS = FormFacts(
    government_code="64.01",
    government_name="Kabupaten Paser",
    call_id=1,
    call_title="Data terpilah 2025",
    call_version=1,
    period=Period.year(2025),
    due_on=date(2026, 2, 28),
    agency_code="1.02",
    agency_name="Dinas Kesehatan",
    answer_version=3,
)
Grid = dict[str, list[list[object]]]


def element(code: str, measure: Measure = Measure.COUNT, **more: object) -> Element:
    return Element(
        code=code,
        name=Text(f"Elemen {code}", f"Element {code}"),
        unit=same("orang" if measure is Measure.COUNT else "%"),
        polarity=Polarity.NEITHER,
        measure=measure,
        population_type=PopulationType.CADRES,
        **more,
    )


YOUNG = Breakdown.of({"age": "0-4"})
ITEMS = (
    AskedItem(element("KS15"), by_subdistrict=True),
    AskedItem(element("KS12"), breakdowns=(YOUNG,), by_subdistrict=True),
    AskedItem(element("PD03", Measure.RATE, range=Range(Decimal(0), Decimal(100)))),
    AskedItem(element("KS01", only_sex=Sex.FEMALE)),
    AskedItem(element("TK07", Measure.VALUE)),
)
TERRITORY = Territory("64.01", ("64.01.01", "64.01.02", "64.01.03"))
KEYS = expected_cells(ITEMS, TERRITORY)
MEN = CellKey("KS15", "64.01.01", EVERYBODY, Sex.MALE)
WOMEN = CellKey("KS15", "64.01.01", EVERYBODY, Sex.FEMALE)
RATE = CellKey("PD03", "64.01", EVERYBODY, Sex.FEMALE)
_ELEMENTS = {item.element.code: item.element for item in ITEMS}


def cells(
    values: Mapping[CellKey, Value | None] | None = None,
    keys: Sequence[CellKey] = KEYS,
    **more: object,
) -> tuple[AskedCell, ...]:
    """Everything that is asked, with `values` standing there."""
    return tuple(
        AskedCell(
            key=key,
            element=_ELEMENTS[key.element_code],
            place_name=NAMES[key.place_code],
            breakdown_name=said_breakdown(key.breakdown, {}),
            value=(values or {}).get(key),
            **more,
        )
        for key in keys
    )


def grid_of(form: Form) -> Grid:
    """The form as a reader of values gives it, without a spreadsheet between."""
    sheets: Grid = {SEAL_SHEET: [list(row) for row in form.seal]}
    for sheet in form.sheets:
        rows = max(cell.row for cell in sheet.cells) + 1
        found: list[list[object]] = [[None] * 12 for _ in range(rows)]
        for cell in sheet.cells:
            content = cell.content
            found[cell.row][cell.column] = (
                content.result if isinstance(content, Formula) else content
            )
        sheets[sheet.name] = found
    return sheets


def put(grid: Grid, sheet: str, where: str, typed: object) -> None:
    """Type something into a cell such as `D6`."""
    grid[sheet][int(where[1:]) - 1][ord(where[0]) - ord("A")] = typed


def received(grid: Grid) -> Received:
    return Received(grid)


Change = Callable[[Grid], None]
