"""An index of every row of a table: read, computed, and set out again with new columns."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Context, Decimal
from pathlib import Path

from setara.cli.deeds.index_input import CSV, Given, NotTaken, given_map, given_table
from setara.cli.terminal import Terminal
from setara.domain.indices.answers import FACTS, free, steps_before
from setara.domain.indices.definition import Index
from setara.domain.indices.table.cells import Read, Unread, read_columns
from setara.domain.indices.table.headings import Headings, UnusableHeadings, matched
from setara.domain.indices.table.rows import Outcome, outcome, read_year, said_doubts
from setara.domain.indices.worksheet import NEWEST
from setara.domain.language.numerals import DecimalStyle
from setara.domain.language.text import Language, Text
from setara.domain.statistics.observation import Nothing
from setara.formats.flat_table import Column

SHOWN_DIGITS = Context(prec=15)
"""Values before rounding are written with 15 digits, as many as a float holds."""
_STYLES = {"comma": DecimalStyle.COMMA, "point": DecimalStyle.POINT}
_MOST_ROWS_ABOVE = 10


@dataclass(frozen=True, slots=True)
class Worked:
    """A table with everything that is needed to compute its rows."""

    index: Index
    table: Given
    headings: Headings
    cells: Mapping[str, Sequence[Read]]
    years: Sequence[object]
    this_year: int = field(default_factory=lambda: datetime.now(UTC).year)

    def outcome(self, place: int) -> Outcome:
        """What became of the row at `place`, counted from 0."""
        cells = {key: column[place] for key, column in self.cells.items()}
        return outcome(self.index, cells, read_year(self.years[place]))


def worked(index: Index, given: Namespace, terminal: Terminal) -> Worked:
    """The table of a command, understood. Raises NotTaken and whatever else tells its reason."""
    table = given_table(Path(given.input), given.sheet)
    mapped = given_map(Path(given.map)) if given.map else {}
    headings = _headings(index, table, mapped, year_is_given=given.year is not None)
    if given.year is not None and headings.year is not None:
        raise NotTaken(YEAR_TWICE)
    columns = {
        measure: (headings.places[measure.key], _column(table, headings.places[measure.key]))
        for measure in index.measures
        if measure.key in headings.places
    }
    read = read_columns(columns, _STYLES.get(given.decimal))
    for remark in read.remarks:
        terminal.tell(remark)
    _check_second_heading(table, read.columns)
    years = (
        [given.year] * len(table.rows) if headings.year is None else _column(table, headings.year)
    )
    return Worked(index, table, headings, read.columns, years)


def _headings(
    index: Index, table: Given, mapped: Mapping[str, str], *, year_is_given: bool
) -> Headings:
    try:
        return matched(index, table.headings, mapped, year_is_given=year_is_given)
    except UnusableHeadings:
        for number, row in zip(table.numbers, table.rows[:_MOST_ROWS_ABOVE], strict=False):
            names = ["" if cell is None else str(cell) for cell in row]
            if any(measure.key in names for measure in index.measures):
                raise NotTaken(HEADINGS_BELOW, name=table.name, row=number) from None
        raise


def _column(table: Given, place: int) -> list[object]:
    return [row[place] for row in table.rows]


def _check_second_heading(table: Given, columns: Mapping[str, Sequence[Read]]) -> None:
    """Refuse a table whose first row below the headings has words in every column."""
    if columns and all(isinstance(column[0], Unread) for column in columns.values()):
        raise NotTaken(SECOND_HEADING, name=table.name, row=table.numbers[0])


def columns_of(work: Worked) -> list[Column]:
    """The columns that come out: those that came in, then ours."""
    taken = {name.strip() for name in work.headings.names}
    renamed = [
        Column(free(column.name, taken), column.decimals, column.is_number)
        for column in own_columns(work.index)
    ]
    return [*_given_columns(work), *renamed]


def own_columns(index: Index) -> list[Column]:
    """The columns that are computed, in their order."""
    # The year does not change how many decimals a publisher prints.
    return [
        Column(index.key, _decimals(index), is_number=True),
        Column(f"{index.key}_unrounded", is_number=True),
        *(Column(step.key, is_number=True) for step in steps_before(index)),
        *(Column(f"{index.key}_{end}") for end in FACTS),
    ]


def _given_columns(work: Worked) -> Iterator[Column]:
    numeric = {
        work.headings.places[key]
        for key, column in work.cells.items()
        if work.table.kind == CSV and not any(isinstance(cell, Unread) for cell in column)
    }
    for place, name in enumerate(work.headings.names):
        yield Column(name, is_number=place in numeric)


def _decimals(index: Index) -> int:
    return int(index.rounding(NEWEST).value)


def row_of(work: Worked, place: int, found: Outcome, language: Language) -> list[object]:
    """Our cells of one row: numbers as Decimals, nothing as None."""
    steps = steps_before(work.index)
    result = found.result
    if result is None:
        reason = found.reason.say(language) if found.reason else ""
        return [None, None, *[None] * len(steps), None, reason, None]
    return [
        result.published,
        digits(result.unrounded),
        *(digits(result.steps.get(step.key)) for step in steps),
        result.method.key,
        None,
        said_doubts(result, language, work.this_year) or None,
    ]


def digits(value: Decimal | None) -> Decimal | None:
    """The value with at most 15 digits, without an exponent or trailing zeros."""
    if value is None:
        return None
    short = SHOWN_DIGITS.plus(value).normalize()
    return short if short.as_tuple().exponent <= 0 else short.quantize(Decimal(1))  # type: ignore[operator]


def input_rows(work: Worked, suffix: str) -> Iterator[Sequence[object]]:
    """The cells that came in; texts that were read as numbers go into other kinds as numbers."""
    if suffix == ".csv" or work.table.kind != CSV:
        yield from work.table.rows
        return
    places = {work.headings.places[key]: column for key, column in work.cells.items()}
    for number, row in enumerate(work.table.rows):
        cells = list(row)
        for place, column in places.items():
            cells[place] = _typed(cells[place], column[number], suffix)
        if work.headings.year is not None:
            year = read_year(cells[work.headings.year])
            cells[work.headings.year] = year if isinstance(year, int) else cells[work.headings.year]
        yield cells


def _typed(cell: object, read: Read, suffix: str) -> object:
    if isinstance(read, Decimal):
        return read
    # A worksheet can hold `…` among its numbers, a column of numbers in Parquet cannot.
    is_empty = suffix == ".parquet" or not str(cell or "").strip()
    return None if isinstance(read, Nothing) and is_empty else cell


YEAR_TWICE = Text(
    "Tabelnya memuat kolom “year”; --year tidak diperlukan. Pakai salah satu.",
    "The table has a column “year”, so --year is not needed. Use one of them.",
)
HEADINGS_BELOW = Text(
    "“{name}”: judul kolom tampaknya ada di baris {row}. Hapus baris di atasnya, agar judul ada "
    "di baris pertama.",
    "“{name}”: the headings seem to be in row {row}. Delete the rows above, so that they are in "
    "the first.",
)
SECOND_HEADING = Text(
    "“{name}” baris {row} tampaknya judul kedua: tidak ada angka di kolom mana pun. Gabungkan "
    "kedua baris judul menjadi satu.",
    "“{name}” row {row} seems to be a second heading: no column has a figure there. Merge the two "
    "rows of headings into one.",
)
