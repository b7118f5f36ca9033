"""Tables as publishers give them, known by their headings: which column is which measure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources.abc import Traversable
from itertools import islice

from setara.domain.indices.registry import index_named
from setara.domain.indices.verification.comparing import Claim, Printed
from setara.domain.indices.verification.expectations import DATA
from setara.domain.language.numerals import DecimalStyle, NotANumber, told_style, typed_number
from setara.domain.language.text import Language, Text
from setara.domain.law.source import MalformedLaw, Table, names, needed, only, pair, parsed

Cells = Sequence[object]
Headings = tuple[str, ...]
"""The headings a column may have, any of them, in small letters."""

_YEARLY = re.compile(r"(?P<name>.+)_(?P<year>(?:19|20)\d\d)")
_YEAR = re.compile(r"(?:19|20)\d\d(?:\.0)?")
TELLING_CELLS = 5000
HEADER_WITHIN = 15
"""A table may stand below a title, but not below more lines than these."""


@dataclass(frozen=True, slots=True)
class PrintedColumn:
    """A column of published values: the step they are of and the decimals they are printed in."""

    step: str
    headings: Headings
    decimals: int


@dataclass(frozen=True, slots=True)
class IndexColumns:
    """The columns of one index: figures by measure, and what is published."""

    index: str
    figures: Mapping[str, Headings]
    printed: tuple[PrintedColumn, ...]


@dataclass(frozen=True, slots=True)
class PublishedTable:
    """A kind of table: `is_wide` where each year has columns of its own, `hdi_1990`, `hdi_1991`."""

    key: str
    name: Text
    is_wide: bool
    place: Headings
    year: Headings
    indices: tuple[IndexColumns, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Published values that cannot be compared, for want of the columns they come from."""

    index: str
    step: str
    measures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RecognisedTable:
    """What a file was taken for, what its publisher claims, and what could not be compared."""

    table: PublishedTable
    claims: tuple[Claim, ...]
    left_out: tuple[LeftOut, ...]


class NotRecognised(ValueError):
    """No kind of table is known that has these headings; `reason` names those that are."""

    def __init__(self, known: Sequence[PublishedTable]) -> None:
        listed = Text(
            "; ".join(table.name.say(Language.INDONESIAN) for table in known),
            "; ".join(table.name.say(Language.ENGLISH) for table in known),
        )
        self.reason = UNKNOWN.filled(known=listed)
        super().__init__(self.reason.say(Language.ENGLISH))


UNKNOWN = Text(
    "Judul kolom berkas ini tidak dikenal. Yang dikenal: {known}. Biarkan judul kolom seperti "
    "yang diterbitkan.",
    "The headings of this file are not known. Known are: {known}. Leave the headings as they were "
    "published.",
)


class UnusableCell(ValueError):
    """A cell of the table is no number, or its columns write numbers in two ways."""

    def __init__(self, reason: Text) -> None:
        self.reason = reason
        super().__init__(reason.say(Language.ENGLISH))


IN_CELL = Text("Baris {row}, kolom “{column}”: {reason}", "Row {row}, column “{column}”: {reason}")


def recognised(rows: Sequence[Cells]) -> RecognisedTable:
    """The kind of table that fits most headings, with its claims.

    Raises NotRecognised; UnusableCell for a cell that is no number.
    """
    best: tuple[int, PublishedTable, int] | None = None
    for number, row in enumerate(rows[:HEADER_WITHIN]):
        heads = _Heads(row)
        for table in published_tables():
            fits = heads.fit(table)
            if fits and (best is None or fits > best[0]):
                best = fits, table, number
    if best is None:
        raise NotRecognised(published_tables())
    _, table, number = best
    return _Reading(table, rows, number).read()


class _Heads:
    """The headings of a row with the column each stands in."""

    def __init__(self, row: Cells) -> None:
        self.columns: dict[str, int] = {}
        self.yearly: dict[str, dict[int, int]] = {}
        for column, cell in enumerate(row):
            said = heading(cell)
            self.columns.setdefault(said, column)
            if found := _YEARLY.fullmatch(said):
                self.yearly.setdefault(found["name"], {})[int(found["year"])] = column

    def column(self, headings: Headings) -> int | None:
        """Where one of the headings stands."""
        return next((self.columns[each] for each in headings if each in self.columns), None)

    def has(self, table: PublishedTable, headings: Headings) -> bool:
        """Whether a column of the table is there, in any year where it is wide."""
        if table.is_wide:
            return any(each in self.yearly for each in headings)
        return self.column(headings) is not None

    def fit(self, table: PublishedTable) -> int:
        """How many published columns of the table are there; 0 where place or year is missing."""
        has_year = table.is_wide or self.column(table.year) is not None
        if self.column(table.place) is None or not has_year:
            return 0
        return sum(
            self.has(table, printed.headings)
            for columns in table.indices
            for printed in columns.printed
        )


def heading(cell: object) -> str:
    """A heading as it is compared: small letters, underscores where blanks are."""
    return re.sub(r"[\s_]+", "_", str(cell if cell is not None else "").strip().lower())


class _Reading:
    """One table read by its headings."""

    def __init__(self, table: PublishedTable, rows: Sequence[Cells], header: int) -> None:
        self.table = table
        self.rows = rows
        self.header = header
        self.heads = _Heads(rows[header])
        self.style = DecimalStyle.POINT

    def read(self) -> RecognisedTable:
        used, left_out = [], []
        for columns in self.table.indices:
            there = tuple(each for each in columns.printed if self._has(each.headings))
            if missing := self._missing(columns):
                left_out += [LeftOut(columns.index, each.step, missing) for each in there]
            elif there:
                used.append(IndexColumns(columns.index, columns.figures, there))
        self.style = self._style()
        return RecognisedTable(self.table, tuple(self._claims(used)), tuple(left_out))

    def _missing(self, columns: IndexColumns) -> tuple[str, ...]:
        """The measures the index cannot do without and the file has no column of."""
        measures = index_named(columns.index).measures
        if not any(self._has(headings) for headings in columns.figures.values()):
            # An index that can do without any one figure still needs some of them.
            return tuple(columns.figures)
        return tuple(
            measure.key
            for measure in measures
            if not measure.optional and not self._has(columns.figures.get(measure.key, ()))
        )

    def _has(self, headings: Headings) -> bool:
        return self.heads.has(self.table, headings)

    def _style(self) -> DecimalStyle:
        """How the table writes its decimals, told by the cells that can be read in one way only."""
        cells = (cell for row in self.rows[self.header + 1 :] for cell in row)
        decimal = (cell for cell in cells if _looks_decimal(cell))
        try:
            return told_style(islice(decimal, TELLING_CELLS)).style
        except NotANumber as mixed:
            raise UnusableCell(mixed.reason) from mixed

    def _claims(self, used: Sequence[IndexColumns]) -> Iterator[Claim]:
        for number, row in enumerate(self.rows[self.header + 1 :], start=self.header + 2):
            place = str(self._cell(row, self.heads.column(self.table.place)) or "").strip()
            for year in self._years(row) if place else ():
                for columns in used:
                    claim = self._claim(number, row, place, year, columns)
                    if claim is not None:
                        yield claim

    def _years(self, row: Cells) -> Iterator[int]:
        if self.table.is_wide:
            yield from sorted({year for years in self.heads.yearly.values() for year in years})
            return
        said = str(self._cell(row, self.heads.column(self.table.year)) or "").strip()
        if _YEAR.fullmatch(said):
            yield int(said[:4])

    def _claim(
        self, number: int, row: Cells, place: str, year: int, columns: IndexColumns
    ) -> Claim | None:
        values = [
            (each, self._number(number, row, each.headings, year)) for each in columns.printed
        ]
        printed = tuple(
            Printed(each.step, value, each.decimals) for each, value in values if value is not None
        )
        if not printed:
            return None
        figures = {
            measure: self._number(number, row, headings, year)
            for measure, headings in columns.figures.items()
        }
        return Claim(place, year, columns.index, figures, printed)

    def _number(self, number: int, row: Cells, headings: Headings, year: int) -> Decimal | None:
        column = self._column(headings, year)
        cell = self._cell(row, column)
        if cell is None or (isinstance(cell, str) and not cell.strip(" .…-–—")):
            return None
        try:
            return typed_number(cell, self.style)
        except NotANumber as unread:
            said = IN_CELL.filled(row=number, column=headings[0], reason=unread.reason)
            raise UnusableCell(said) from unread

    def _column(self, headings: Headings, year: int) -> int | None:
        if not self.table.is_wide:
            return self.heads.column(headings)
        known = (self.heads.yearly[each] for each in headings if each in self.heads.yearly)
        return next((years[year] for years in known if year in years), None)

    @staticmethod
    def _cell(row: Cells, column: int | None) -> object:
        return row[column] if column is not None and column < len(row) else None


def _looks_decimal(cell: object) -> bool:
    return isinstance(cell, str) and bool(re.fullmatch(r"-?\d[\d.,]*[.,]\d+", cell.strip()))


@cache
def published_tables() -> tuple[PublishedTable, ...]:
    """The kinds of table that come with Setara."""
    return read_published_tables(DATA / "published_tables.toml")


def read_published_tables(file: Traversable) -> tuple[PublishedTable, ...]:
    """The kinds of table in `file`. Raises MalformedLaw naming the entry at fault."""
    content = parsed(file.name, file)
    only(file.name, content, frozenset({"table"}))
    return tuple(_table(entry) for entry in needed(file.name, content, "table", list))


_TABLE = frozenset({"key", "name", "name_en", "layout", "place", "year", "index"})


def _table(entry: Table) -> PublishedTable:
    where = f"published tables: {entry.get('key', '?')}"
    only(where, entry, _TABLE)
    layout = needed(where, entry, "layout", str)
    if layout not in {"wide", "long"}:
        raise MalformedLaw(where, f"“layout” cannot be “{layout}”")
    return PublishedTable(
        key=needed(where, entry, "key", str),
        name=pair(where, entry, "name"),
        is_wide=layout == "wide",
        place=_headings(where, entry, "place"),
        year=_headings(where, entry, "year") if layout == "long" else (),
        indices=tuple(_index(where, each) for each in needed(where, entry, "index", list)),
    )


def _index(where: str, entry: Table) -> IndexColumns:
    only(where, entry, frozenset({"index", "figures", "printed"}))
    figures = needed(where, entry, "figures", dict)
    return IndexColumns(
        index=needed(where, entry, "index", str),
        figures={measure: _headings(where, figures, measure) for measure in figures},
        printed=tuple(_printed(where, each) for each in needed(where, entry, "printed", list)),
    )


def _printed(where: str, entry: Table) -> PrintedColumn:
    only(where, entry, frozenset({"step", "column", "decimals"}))
    return PrintedColumn(
        needed(where, entry, "step", str),
        _headings(where, entry, "column"),
        needed(where, entry, "decimals", int),
    )


def _headings(where: str, entry: Table, key: str) -> Headings:
    listed = names(where, entry, key) if isinstance(entry.get(key), list) else ()
    return tuple(heading(each) for each in listed or (needed(where, entry, key, str),))
