"""One row of a BPS table: its region, year and sex, and the cells that hold figures."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from setara.domain.foundation.sex import Sex
from setara.domain.indices.bps.columns import Column, Plan, Role, is_percent
from setara.domain.indices.bps.measures import Family, family_in, sex_in, vintage_in, words_of
from setara.domain.statistics.understanding import wording


class TableRow:
    """One row of figures: what it says of region, code, year, sex and quantity."""

    def __init__(self, number: int, cells: Iterable[object], plan: Plan) -> None:
        self.number = number
        self._cells = list(cells)
        self._plan = plan
        regions = sorted(plan.of(Role.REGION), key=_level)
        names = [said for column in regions if (said := self._text(column))]
        self.said = names[-1] if names else ""
        coded = sorted(plan.of(Role.CODE), key=_level)
        codes = [(column, code) for column in coded if (code := self._text(column))]
        self.code = codes[-1][1] if codes else ""
        self.system = codes[-1][0].system if codes else None
        self.year = next(
            (y for c in plan.of(Role.YEAR) if (y := wording.year_in(self._cell(c))) is not None),
            None,
        )
        self.sex: Sex | None = next(
            (s for c in plan.of(Role.SEX) if (s := sex_in(self._cell(c))) is not None), None
        )

    @property
    def filled(self) -> list[tuple[Column, object]]:
        """The cells that hold something, each with what its column measures in this row."""
        found = [(column, self._cell(column)) for column in self._plan.of(Role.FIGURE)]
        quantity = next((self._text(c) for c in self._plan.of(Role.QUANTITY)), "")
        if quantity:
            found += [
                (_of_quantity(column, quantity), self._cell(column))
                for column in self._plan.of(Role.VALUE)
            ]
        return [(column, cell) for column, cell in found if cell not in {None, ""}]

    def _cell(self, column: Column) -> object:
        cell = self._cells[column.place] if column.place < len(self._cells) else None
        return cell.strip() if isinstance(cell, str) else cell

    def _text(self, column: Column) -> str:
        cell = self._cell(column)
        if isinstance(cell, float) and cell.is_integer():
            return str(int(cell))
        return "" if cell is None else str(cell)


def _level(column: Column) -> int:
    """Provinces come first, then what names no level, then kabupaten and kota: the last counts."""
    said = set(words_of(column.heading).split())
    if {"kabupaten", "kab", "kota", "kabkota", "regency"} & said:
        return 2
    return 0 if {"provinsi", "propinsi", "prov", "province"} & said else 1


def _of_quantity(column: Column, quantity: str) -> Column:
    """The column as it is in a row that names what its figure is of."""
    found: tuple[Family, ...] = family_in(quantity)
    return replace(
        column,
        heading=quantity,
        family=found[0] if len(found) == 1 else None,
        sex=sex_in(quantity) or column.sex,
        year=wording.year_in(quantity) or column.year,
        vintage=vintage_in(quantity) or vintage_in(column.heading),
        says_percent=is_percent(quantity),
    )
