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
    `values` stand in the order of the columns of figures.
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
    headings = {_signature(rows[number - 1]) for number in structure.header_rows}
    above = _Above({})
    found = []
    for number in range(structure.first_row, len(rows) + 1):
        cells = rows[number - 1]
        if not any(_is_filled(cell) for cell in cells) or is_counting_row(cells):
            continue
        found.append(_read(number, cells, structure, headings, above))
    return tuple(_leveled(_ended(found), structure))


def _read(
    number: int,
    cells: Sequence[object],
    structure: Structure,
    headings: set[tuple[str, ...]],
    above: _Above,
) -> ReadRow:
    if _signature(cells) in headings:
        return ReadRow(number, RowKind.HEADING)
    code, filled = _names(cells, structure)
    has_figures = any(_is_filled(_cell(cells, c.place)) for c in structure.figures)
    label = list(filled.values())[-1] if filled else code
    if not has_figures:
        kind = RowKind.NOTE if wording.NOTE_ROW.match(label.lower().strip()) else RowKind.GROUP
        return ReadRow(number, kind, label or _words(cells), code, tuple(filled.items()))
    if not label:
        label = _own_words(cells, structure)
    places = [c.place for c in structure.labels if c.role is not Role.CODE]
    names = above.carried(filled, places)
    depth = max(filled, default=0)
    is_total = wording.TOTAL_ROW.match(wording.folded(label)) is not None
    kind = RowKind.TOTAL if is_total else RowKind.DATA
    return ReadRow(
        number=number,
        kind=kind,
        label=label,
        code=code,
        names=tuple(sorted(names.items())),
        depth=depth,
        sex=_sex_of(cells, structure),
        year=_year_of(cells, structure),
    )


def _sex_of(cells: Sequence[object], structure: Structure) -> Role | None:
    for column in structure.of(Role.SEX):
        cell = _cell(cells, column.place)
        if wording.is_both_sexes(cell):
            return Role.TOTAL
        sex = wording.sex_in(cell)
        return ROLE_OF_SEX[sex] if sex else None
    return None


def _year_of(cells: Sequence[object], structure: Structure) -> int | None:
    return next(
        (y for c in structure.of(Role.YEAR) if (y := wording.year_in(_cell(cells, c.place)))), None
    )


ROLE_OF_SEX = {Sex.FEMALE: Role.FEMALE, Sex.MALE: Role.MALE}


def _names(cells: Sequence[object], structure: Structure) -> tuple[str, dict[int, str]]:
    """The code of a row and its names by place; a code may stand in a column of names."""
    code, names = "", {}
    for column in structure.labels:
        said = label_of(_cell(cells, column.place))
        if not said:
            continue
        if kind_of(said) is Kind.CODE or (
            column.role is Role.CODE and not re.search(r"[^\W\d]{3}", said)
        ):
            code = said.rstrip(".")
        else:
            names[column.place] = said
    return code, names


def _own_words(cells: Sequence[object], structure: Structure) -> str:
    """A row without a name is named by its year or its sex."""
    columns = structure.of(Role.YEAR, Role.SEX, Role.NUMBERING)
    return " ".join(said for c in columns if (said := label_of(_cell(cells, c.place))))


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


_HIGHER = (
    (re.compile(r"(prov|provinsi|propinsi|province)\b"), 0),
    (re.compile(r"(kab|kabupaten|kota|regency|municipality)\b"), 1),
    (re.compile(r"(kec|kecamatan|district|sub ?district|subdistrict)\b"), 2),
    (re.compile(r"(kel|kelurahan|desa|ds|village)\b"), 3),
)


def _leveled(rows: list[ReadRow], structure: Structure) -> list[ReadRow]:
    """The depth of each row from 0, told by its column, else by its code, else by its words."""
    leveled = [row for row in rows if row.kind is RowKind.DATA]
    if not leveled or structure.of(Role.SEX, Role.YEAR):
        return [replace(row, depth=0) for row in rows]
    depths: dict[int, int] = {}
    named = level_named(structure)
    for told in (_by_column, _by_code, lambda rows: _by_words(rows, named)):
        depths = told(leveled)
        if len(set(depths.values())) > 1:
            break
    order = {depth: index for index, depth in enumerate(sorted(set(depths.values())))}
    return [replace(row, depth=order.get(depths.get(row.number, -1), 0)) for row in rows]


def _by_column(rows: list[ReadRow]) -> dict[int, int]:
    # Names in several columns of one row are no levels: `Kuaro | Desa Pondong | …`.
    if any(len(row.names) > 1 for row in rows):
        return {}
    return {row.number: row.depth for row in rows}


def _by_code(rows: list[ReadRow]) -> dict[int, int]:
    """`64.01.04` is above `64.01.04.2001`, and `6401040` above `6401040001`."""
    if not all(row.code for row in rows):
        return {}
    return {
        row.number: (row.code.count("."), len(row.code))[0 if "." in row.code else 1]
        for row in rows
    }


def _by_words(rows: list[ReadRow], named: int | None) -> dict[int, int]:
    """`Kecamatan Kuaro` stands above many names without such a word, `Jawa Timur` above all.

    Where the heading names one level, the names without a word are of that level.
    """
    levels = {row.number: _level(row.label) for row in rows}
    said = {level for level in levels.values() if level is not None}
    bare = sum(level is None for level in levels.values())
    if not said:
        return {}
    if bare == 1 and len(rows) > _FEW:
        instead = min(said) - 1
    elif named is not None:
        instead = named
    elif bare * 2 < len(rows):
        return {}
    else:
        instead = max(said) + 1
    return {number: instead if level is None else level for number, level in levels.items()}


_FEW = 3


def level_named(structure: Structure) -> int | None:
    """The level of places that the heading names, 0 for a province to 3 for a village."""
    headings = [said for column in structure.of(Role.PLACE) for said in column.headings]
    words = {word for said in headings for word in wording.folded(said).split()}
    found = {level for pattern, level in _HIGHER if any(map(pattern.match, words))}
    return found.pop() if len(found) == 1 else None


def _level(label: str) -> int | None:
    said = wording.folded(label)
    return next((level for pattern, level in _HIGHER if pattern.match(said)), None)


def _signature(cells: Sequence[object]) -> tuple[str, ...]:
    return tuple(wording.folded(cell) for cell in cells)


def _words(cells: Sequence[object]) -> str:
    return " ".join(label_of(cell) for cell in cells if _is_filled(cell))


def _is_filled(cell: object) -> bool:
    return cell is not None and (not isinstance(cell, str) or bool(cell.strip()))


def _cell(cells: Sequence[object], place: int) -> object:
    return cells[place] if place < len(cells) else None
