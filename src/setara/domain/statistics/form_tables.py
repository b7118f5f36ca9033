"""Which tables the form has: one sheet an element, and one for those of the whole area alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from setara.domain.foundation.period import Period
from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Text, same
from setara.domain.statistics.asked import AskedCell
from setara.domain.statistics.dimension import Breakdown
from setara.domain.statistics.element import Element, Measure
from setara.domain.statistics.form_words import (
    EVERYBODY,
    GUIDE_SHEET,
    MENDING_SHEET,
    SHEET_TITLE,
    WHOLE_SHEET,
    WHOLE_TITLE,
)

_MOST_NAME = 31
# Excel keeps this name for itself.
_TAKEN = (GUIDE_SHEET, MENDING_SHEET, WHOLE_SHEET, "_setara", "History")


@dataclass(frozen=True, slots=True)
class FormFacts:
    """Of which round, producer and state a form is.

    `answer_version` counts the changes of the producer's answer, `call_version` those of what
    is asked.
    """

    government_code: str
    government_name: str
    call_id: int
    call_title: str
    call_version: int
    period: Period
    due_on: date
    agency_code: str
    agency_name: str
    answer_version: int


@dataclass(frozen=True, slots=True)
class TableRow:
    """One line of a table: the cells of its sexes; `detail` is its breakdown or its unit."""

    label: Text
    detail: Text
    element: Element
    breakdown: Breakdown
    cells: Mapping[Sex, AskedCell]

    @property
    def adds_up(self) -> bool:
        """Whether the sexes make a whole."""
        return self.element.measure is Measure.COUNT and len(self.cells) > 1


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet to fill in; `element` is None for the one whose rows are elements."""

    sheet: str
    title: Text
    rows: tuple[TableRow, ...]
    element: Element | None

    @property
    def has_total(self) -> bool:
        """Whether the places of the table add up to a whole that can be compared."""
        everybody = [row for row in self.rows if not row.breakdown]
        return (
            self.element is not None
            and self.element.measure is Measure.COUNT
            and len(everybody) > 1
        )


def tables_of(cells: Iterable[AskedCell]) -> tuple[Table, ...]:
    """The sheets in the order of the call; elements with a single row share the first one."""
    by_element: dict[str, list[AskedCell]] = {}
    for cell in cells:
        by_element.setdefault(cell.element_code, []).append(cell)
    rows = {code: _rows(found) for code, found in by_element.items()}
    single = [found[0] for found in rows.values() if len(found) == 1]
    taken = {name.lower() for name in _TAKEN}
    own = tuple(
        Table(_sheet_name(code, taken), _title(found[0].element), found, found[0].element)
        for code, found in rows.items()
        if len(found) > 1
    )
    if not single:
        return own
    return (Table(WHOLE_SHEET, WHOLE_TITLE, tuple(map(_named_by_element, single)), None), *own)


def _rows(cells: list[AskedCell]) -> tuple[TableRow, ...]:
    by_row: dict[tuple[str, Breakdown], dict[Sex, AskedCell]] = {}
    for cell in cells:
        by_row.setdefault((cell.place_code, cell.breakdown), {})[cell.sex] = cell
    return tuple(_row(next(iter(found.values())), found) for found in by_row.values())


def _row(first: AskedCell, cells: Mapping[Sex, AskedCell]) -> TableRow:
    detail = first.breakdown_name if first.breakdown else EVERYBODY
    return TableRow(same(first.place_name), detail, first.element, first.breakdown, cells)


def _named_by_element(row: TableRow) -> TableRow:
    return TableRow(_title(row.element), row.element.unit, row.element, row.breakdown, row.cells)


def _title(element: Element) -> Text:
    return SHEET_TITLE.filled(code=element.code, name=element.name)


def _sheet_name(code: str, taken: set[str]) -> str:
    """The code as a spreadsheet takes it, once."""
    bare = "".join("-" if char in "[]:*?/\\'" else char for char in code)[:_MOST_NAME] or "Tabel"
    name, number = bare, 1
    while name.lower() in taken:
        number += 1
        name = f"{bare[: _MOST_NAME - 4]} ({number})"
    taken.add(name.lower())
    return name
