"""Where each figure stands in the form; writing, sealing and reading it all look it up here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from setara.domain.foundation.sex import Sex
from setara.domain.statistics.asked import AskedCell
from setara.domain.statistics.form import address
from setara.domain.statistics.form_tables import Table

TITLE_ROW, LEAD_ROW, FILL_ROW, GROUP_ROW, HEAD_ROW, FIRST_ROW = range(6)
LABEL, DETAIL = 0, 1
FIRST_OF = {Sex.MALE: 2, Sex.FEMALE: 5}
LAST_OF = dict(FIRST_OF.items())
FIGURE_OF = {sex: first + 1 for sex, first in FIRST_OF.items()}
REASON_OF = {sex: first + 2 for sex, first in FIRST_OF.items()}
SUM, STATED, CHECK, NOTE = 8, 9, 10, 11

Place = tuple[str, str]
"""The name of a sheet and the address of a cell."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One figure that is asked for, and the two cells it is answered in."""

    sheet: str
    row: int
    asked: AskedCell

    @property
    def figure(self) -> Place:
        """Where the figure is typed."""
        return self.sheet, address(self.row, FIGURE_OF[self.asked.sex])

    @property
    def reason(self) -> Place:
        """Where it is said why there is none."""
        return self.sheet, address(self.row, REASON_OF[self.asked.sex])

    @property
    def key(self) -> str:
        """Element, place, breakdown and sex in one word."""
        key = self.asked.key
        return "|".join((key.element_code, key.place_code, key.breakdown.key, key.sex.value))


@dataclass(frozen=True, slots=True)
class Stated:
    """A total that may be given, and the slots whose figures should add up to it."""

    place: Place
    parts: tuple[Slot, ...]


def slots_of(tables: Iterable[Table]) -> tuple[Slot, ...]:
    """Every figure of the form in the order of its sheets."""
    return tuple(
        Slot(table.sheet, FIRST_ROW + number, cell)
        for table in tables
        for number, row in enumerate(table.rows)
        for cell in row.cells.values()
    )


def totals_of(tables: Iterable[Table]) -> tuple[Stated, ...]:
    """The totals that may be given: of each row, and of each column of places."""
    return tuple(each for table in tables for each in (*_of_rows(table), *totals_of_places(table)))


def _of_rows(table: Table) -> list[Stated]:
    by_row: dict[int, list[Slot]] = {}
    for slot in slots_of((table,)):
        by_row.setdefault(slot.row, []).append(slot)
    return [
        Stated((table.sheet, address(number, STATED)), tuple(by_row[number]))
        for number, row in enumerate(table.rows, start=FIRST_ROW)
        if row.adds_up
    ]


def totals_of_places(table: Table) -> list[Stated]:
    """The totals of a source below the columns of the table."""
    if not table.has_total:
        return []
    everybody = [slot for slot in slots_of((table,)) if not slot.asked.breakdown]
    sexes = tuple(dict.fromkeys(slot.asked.sex for slot in everybody))
    row = stated_row(table)
    found = [
        Stated(
            (table.sheet, address(row, FIGURE_OF[sex])),
            tuple(slot for slot in everybody if slot.asked.sex is sex),
        )
        for sex in sexes
    ]
    if len(sexes) > 1:
        found.append(Stated((table.sheet, address(row, SUM)), tuple(everybody)))
    return found


def added_row(table: Table) -> int:
    """The row below the last one, which adds the places up."""
    return FIRST_ROW + len(table.rows)


def stated_row(table: Table) -> int:
    """The row on which the totals of a source may be given."""
    return added_row(table) + 1


def difference_row(table: Table) -> int:
    """The row that compares the two."""
    return added_row(table) + 2
