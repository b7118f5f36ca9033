"""The structure of a received table: its headings, its columns and what they say, its layout."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from setara.domain.language.text import Text
from setara.domain.statistics.understanding import wording
from setara.domain.statistics.understanding.columns import ColumnRead, Content, Role, content_of
from setara.domain.statistics.understanding.header import Rows, header_of, headings_by_column
from setara.domain.statistics.understanding.headings import role_by_heading

MOST_COLUMNS = 2000
"""No table by sex is wider; what stands further right is not looked at, and said so."""

_SAMPLED_ROWS = 400


class Layout(StrEnum):
    """How the figures of a table stand."""

    SEX_COLUMNS = "sex_columns"
    SEX_BY_YEAR = "sex_by_year"
    YEARS_WITHOUT_SEX = "years_without_sex"
    LONG = "long"
    SEX_ROWS = "sex_rows"
    WITHOUT_SEX = "without_sex"

    @property
    def label(self) -> Text:
        """In both languages."""
        return LAYOUT_LABELS[self]

    @property
    def has_sex(self) -> bool:
        """Whether the figures are told apart by sex."""
        return self not in {Layout.YEARS_WITHOUT_SEX, Layout.WITHOUT_SEX}


LAYOUT_LABELS = {
    Layout.SEX_COLUMNS: Text("satu kolom untuk tiap jenis kelamin", "a column for each sex"),
    Layout.SEX_BY_YEAR: Text(
        "kolom menurut jenis kelamin dan tahun", "columns by sex and year together"
    ),
    Layout.YEARS_WITHOUT_SEX: Text(
        "satu kolom untuk tiap tahun, tanpa jenis kelamin", "a column for each year, without sex"
    ),
    Layout.LONG: Text("satu baris untuk tiap angka", "one row for each figure"),
    Layout.SEX_ROWS: Text("jenis kelamin pada baris", "the sexes in rows"),
    Layout.WITHOUT_SEX: Text("angka tanpa jenis kelamin", "figures without sex"),
}


@dataclass(frozen=True, slots=True)
class Structure:
    """Where everything stands; row numbers count from 1.

    `year` is that of the whole table, from its title; `about` is what its figures are about.
    """

    title: str
    title_rows: tuple[int, ...]
    header_rows: tuple[int, ...]
    first_row: int
    columns: tuple[ColumnRead, ...]
    layout: Layout
    year: int | None = None
    about: str = ""

    def of(self, *roles: Role) -> tuple[ColumnRead, ...]:
        """The columns in these roles, from the left."""
        return tuple(column for column in self.columns if column.role in roles)

    @property
    def labels(self) -> tuple[ColumnRead, ...]:
        """The columns that name a row, codes included, from the left."""
        return tuple(c for c in self.columns if c.role.is_label or c.role is Role.CODE)

    @property
    def figures(self) -> tuple[ColumnRead, ...]:
        """The columns of figures, per cents included, from the left."""
        return tuple(c for c in self.columns if c.role.is_figure or c.role.is_percent)


def structure_of(rows: Rows) -> Structure | None:
    """The structure that the grid itself tells; None where there is no table of figures."""
    header = header_of(rows)
    if header is None:
        return None
    title = title_of(rows, header.title_rows)
    columns = columns_of(rows, header.header_rows, header.first_row)
    if not any(column.role.is_figure or column.role.is_percent for column in columns):
        return None
    return Structure(
        title=title,
        title_rows=header.title_rows,
        header_rows=header.header_rows,
        first_row=header.first_row,
        columns=columns,
        layout=layout_of(columns),
        year=_year_of(title, columns),
        about=_about(columns),
    )


def title_of(rows: Rows, title_rows: Sequence[int]) -> str:
    """The words of the title rows, one blank between them."""
    cells = (cell for number in title_rows for cell in rows[number - 1] if cell is not None)
    return " ".join(" ".join(map(str, cells)).split())


def columns_of(rows: Rows, header_rows: Sequence[int], first_row: int) -> tuple[ColumnRead, ...]:
    """The columns below these heading rows, with the roles that headings and cells tell.

    Cost: one look at each cell of the first 400 rows.
    """
    sampled = rows[first_row - 1 : first_row - 1 + _SAMPLED_ROWS]
    heads = (rows[number - 1] for number in header_rows)
    width = min(max((len(cells) for cells in (*sampled, *heads)), default=0), MOST_COLUMNS)
    headings = headings_by_column(rows, header_rows, width)
    found = []
    for place in range(width):
        cells = [row[place] if place < len(row) else None for row in sampled]
        content = content_of(cells)
        if content.filled or any(cell is not None for cell in cells):
            found.append(_column(place, tuple(headings[place]), content))
    return settled_columns(found)


def _column(place: int, headings: tuple[str, ...], content: Content) -> ColumnRead:
    role, because = role_by_heading(headings, content)
    year = next((y for said in reversed(headings) if (y := wording.year_in(said))), None)
    return ColumnRead(
        place=place,
        role=role,
        headings=headings,
        year=year if role.is_figure or role.is_percent else None,
        adds_up=not role.is_percent and not any(map(wording.is_no_sum, headings)),
        because=because,
    )


def settled_columns(columns: Sequence[ColumnRead]) -> tuple[ColumnRead, ...]:
    """What one column is may depend on the others.

    “Jumlah” is a total only beside the sexes; what a figure is about is told where the same sex
    and year stand there more than once, as in `Siswa L, Siswa P, Guru L, Guru P`.
    """
    has_sexes = any(column.role in {Role.FEMALE, Role.MALE} for column in columns)
    seen = Counter((column.role, column.year) for column in columns if column.role.sex)
    is_apart = any(count > 1 for count in seen.values()) or not has_sexes
    settled = []
    for column in columns:
        is_figure = column.role.is_figure or column.role.is_percent
        about = _residue(column) if is_figure and is_apart else ""
        is_total = column.role is not Role.TOTAL or has_sexes
        role = column.role if is_total else Role.FIGURE
        settled.append(replace(column, role=role, about=about))
    return tuple(_with_a_label(settled))


def _with_a_label(columns: list[ColumnRead]) -> list[ColumnRead]:
    """A table whose rows have numbers for names: the first column names them."""
    if any(c.role.is_label or c.role in {Role.CODE, Role.YEAR, Role.SEX} for c in columns):
        return columns
    return [
        replace(column, role=Role.CATEGORY) if column.role is Role.NUMBERING else column
        for column in columns
    ]


def _residue(column: ColumnRead) -> str:
    """What the headings of a figure say beside sex, year and per cent."""
    kept = [
        words
        for said in column.headings
        if not wording.is_year(said) and wording.parts_of(said).isdisjoint(wording.SEX_HEADINGS)
        if (words := wording.without_sex(wording.without_year(said)))
    ]
    return " – ".join(dict.fromkeys(kept))


def layout_of(columns: Sequence[ColumnRead]) -> Layout:
    """The layout that the roles of the columns make."""
    roles = Counter(column.role for column in columns)
    years = {column.year for column in columns if column.year is not None}
    if roles[Role.SEX]:
        figures = sum(column.role.is_figure for column in columns)
        return Layout.LONG if figures == 1 else Layout.SEX_ROWS
    if roles[Role.FEMALE] or roles[Role.MALE]:
        return Layout.SEX_BY_YEAR if len(years) > 1 else Layout.SEX_COLUMNS
    if len(years) > 1:
        return Layout.YEARS_WITHOUT_SEX
    return Layout.WITHOUT_SEX


def _year_of(title: str, columns: Sequence[ColumnRead]) -> int | None:
    years = {column.year for column in columns if column.year is not None}
    if len(years) == 1:
        return years.pop()
    return None if years else wording.year_in(title)


def _about(columns: Sequence[ColumnRead]) -> str:
    """What all figures are about, where the headings say one thing only."""
    said = {_residue(c) for c in columns if c.role.is_figure}
    return said.pop() if len(said) == 1 else ""
