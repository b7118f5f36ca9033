"""The rows of a received table: which are data, which sum others up, which only speak."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Text
from setara.domain.statistics.observation import Value
from setara.domain.statistics.understanding import wording
from setara.domain.statistics.understanding.cells import Kind, kind_of
from setara.domain.statistics.understanding.columns import Role
from setara.domain.statistics.understanding.findings import quoted
from setara.domain.statistics.understanding.header import Rows, is_counting_row
from setara.domain.statistics.understanding.structure import Structure


class RowKind(StrEnum):
    """What a row below the headings is."""

    DATA = "data"
    SUBTOTAL = "subtotal"
    TOTAL = "total"
    GROUP = "group"
    NOTE = "note"
    HEADING = "heading"
    UNCLEAR = "unclear"

    @property
    def label(self) -> Text:
        """In both languages."""
        return ROW_LABELS[self]


ROW_LABELS = {
    RowKind.DATA: Text("data", "data"),
    RowKind.SUBTOTAL: Text("subjumlah", "subtotal"),
    RowKind.TOTAL: Text("jumlah", "total"),
    RowKind.GROUP: Text("judul kelompok", "group heading"),
    RowKind.NOTE: Text("catatan", "note"),
    RowKind.HEADING: Text("judul kolom yang terulang", "headings repeated"),
    RowKind.UNCLEAR: Text("tidak dipahami", "not understood"),
}

FIGURE_ROWS = frozenset({RowKind.DATA, RowKind.SUBTOTAL, RowKind.TOTAL})


@dataclass(frozen=True, slots=True)
class ReadRow:
    """One row: its number in the file from 1, its kind, its name and the names it stands under.

    `names` are the cells of the label columns by place, those carried down from above included.
    `depth` is 0 for the outermost names; `parent` is the number of the row that sums it up.
    `group` is the heading without figures above it. `sex` and `year` are the row's own;
    `values` stand in the order of the columns of figures; `own_names` were not carried down.
    """

    number: int
    kind: RowKind
    label: str = ""
    code: str = ""
    names: tuple[tuple[int, str], ...] = ()
    depth: int = 0
    parent: int | None = None
    sex: Role | None = None
    year: int | None = None
    values: tuple[Value | None, ...] = ()
    group: str = ""
    own_names: int = 0

    @property
    def key(self) -> tuple[object, ...]:
        """What tells it from the others: two rows of the same key say the same thing twice."""
        names = tuple((place, wording.folded(name)) for place, name in self.names)
        return (
            self.parent,
            self.group,
            self.depth,
            wording.folded(self.code),
            names,
            self.sex,
            self.year,
        )


@dataclass(slots=True)
class _Above:
    """The last names seen in each label column: merged cells are filled in one row only."""

    names: dict[int, str]

    def carried(self, filled: dict[int, str], places: Sequence[int]) -> dict[int, str]:
        """The names of a row with those above it that still hold in the columns before."""
        first = min(filled, default=0)
        kept = {p: self.names[p] for p in places if p < first and p in self.names}
        self.names = kept | filled
        return kept | filled


def read_rows(rows: Rows, structure: Structure) -> tuple[ReadRow, ...]:
    """Every row that is not empty, below the headings. Cost: one look at each cell."""
    reader = _Reader(rows, structure)
    found: list[ReadRow] = []
    for number in range(structure.first_row, len(rows) + 1):
        cells = rows[number - 1]
        if not any(_is_filled(cell) for cell in cells):
            continue
        # Below the headings 1, 2, 3 number the columns; further down they are figures.
        is_below_headings = not found or found[-1].kind not in FIGURE_ROWS
        if not (is_below_headings and is_counting_row(cells)):
            found.append(reader.read(number, cells))
    return tuple(_ended(found))


class _Reader:
    """The columns of a structure by what they say, looked up once for all rows."""

    def __init__(self, rows: Rows, structure: Structure) -> None:
        self._headings = {_signature(rows[number - 1]) for number in structure.header_rows}
        self._labels = [(column.place, column.role is Role.CODE) for column in structure.labels]
        self._naming = [place for place, is_code in self._labels if not is_code]
        self._figures = [column.place for column in structure.figures]
        self._sexes = [column.place for column in structure.of(Role.SEX)][:1]
        self._years = [column.place for column in structure.of(Role.YEAR)]
        own = structure.of(Role.YEAR, Role.SEX, Role.NUMBERING)
        self._instead = [column.place for column in own]
        self._above = _Above({})

    def read(self, number: int, cells: Sequence[object]) -> ReadRow:
        """The row as it stands; its depth is the place of its last name."""
        if _signature(cells) in self._headings:
            return ReadRow(number, RowKind.HEADING)
        code, filled = self._names(cells)
        label = list(filled.values())[-1] if filled else code
        if not any(_is_filled(_cell(cells, place)) for place in self._figures):
            is_note = wording.NOTE_ROW.match(label.lower().strip())
            kind = RowKind.NOTE if is_note else RowKind.GROUP
            return ReadRow(
                number, kind, quoted(label or _words(cells)), code, tuple(filled.items())
            )
        if not label:
            # A row without a name is named by its year or its sex.
            label = " ".join(w for p in self._instead if (w := label_of(_cell(cells, p))))
        names = self._above.carried(filled, self._naming)
        is_total = wording.TOTAL_ROW.match(wording.folded(label)) is not None
        return ReadRow(
            number=number,
            kind=RowKind.TOTAL if is_total else RowKind.DATA,
            label=quoted(label),
            code=code,
            names=tuple(sorted(names.items())),
            depth=max(filled, default=0),
            own_names=len(filled),
            sex=self._sex(cells),
            year=self._year(cells),
        )

    def _names(self, cells: Sequence[object]) -> tuple[str, dict[int, str]]:
        """The code of a row and its names by place; a code may stand in a column of names."""
        code, names = "", {}
        for place, is_code in self._labels:
            said = label_of(_cell(cells, place))
            if not said:
                continue
            if _is_code(said, is_code=is_code):
                code = said.rstrip(".")
            else:
                names[place] = said
        return code, names

    def _sex(self, cells: Sequence[object]) -> Role | None:
        for place in self._sexes:
            cell = _cell(cells, place)
            if wording.is_both_sexes(cell):
                return Role.TOTAL
            sex = wording.sex_in(cell)
            return ROLE_OF_SEX[sex] if sex else None
        return None

    def _year(self, cells: Sequence[object]) -> int | None:
        found = (wording.year_in(_cell(cells, place)) for place in self._years)
        return next((year for year in found if year), None)


def _is_code(said: str, *, is_code: bool) -> bool:
    if said[:1].isdigit() and kind_of(said) is Kind.CODE:
        return True
    return is_code and not _WORD_OF_THREE.search(said)


_WORD_OF_THREE = re.compile(r"[^\W\d]{3}")
ROLE_OF_SEX = {Sex.FEMALE: Role.FEMALE, Sex.MALE: Role.MALE}


def label_of(cell: object) -> str:
    """A cell as a name: one blank between its words, whole numbers without a point."""
    if cell is None or isinstance(cell, bool):
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, date):
        return cell.isoformat()[:10]
    return " ".join(str(cell).split())


def _ended(rows: list[ReadRow]) -> list[ReadRow]:
    """Words below the last figures are notes; a group heading has figures below it."""
    last = max((i for i, row in enumerate(rows) if row.kind in FIGURE_ROWS), default=-1)
    group = ""
    ended = []
    for index, row in enumerate(rows):
        if row.kind is RowKind.GROUP and index > last:
            ended.append(replace(row, kind=RowKind.NOTE))
            continue
        group = row.label if row.kind is RowKind.GROUP else group
        ended.append(replace(row, group=group) if group and row.kind in FIGURE_ROWS else row)
    return ended


def _signature(cells: Sequence[object]) -> tuple[str, ...]:
    return tuple(wording.folded(cell) for cell in cells)


def _words(cells: Sequence[object]) -> str:
    return " ".join(label_of(cell) for cell in cells if _is_filled(cell))


def _is_filled(cell: object) -> bool:
    return cell is not None and (not isinstance(cell, str) or bool(cell.strip()))


def _cell(cells: Sequence[object], place: int) -> object:
    return cells[place] if place < len(cells) else None
