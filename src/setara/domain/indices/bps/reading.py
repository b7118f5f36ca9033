"""Grids of BPS tables read into figures of the gender indices and their components."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from setara.domain.foundation.place import PlaceKind
from setara.domain.indices.bps import reading_words as words
from setara.domain.indices.bps.columns import (
    Column,
    Meaning,
    Plan,
    Role,
    meaning_of,
    plan_of,
)
from setara.domain.indices.bps.figures import Cell, judged
from setara.domain.indices.bps.measures import (
    IndexMeasure,
    Vintage,
    measures,
    vintage_in,
)
from setara.domain.indices.bps.regions import Doubt, Found, Region, Regions, regions
from setara.domain.indices.bps.remarks import Judgement, Quirk, Remark
from setara.domain.indices.bps.rows import TableRow
from setara.domain.indices.bps.segments import tables_of
from setara.domain.language.text import Text, listed, same
from setara.domain.statistics.observation import Nothing, Value
from setara.domain.statistics.understanding import wording
from setara.domain.statistics.understanding.findings import quoted
from setara.domain.statistics.understanding.header import Rows, is_counting_row

# Each search for near names compares with every region of the country.
MOST_SEARCHES = 100


@dataclass(frozen=True, slots=True)
class IndexFigure:
    """One figure of one measure, region and year, with the cell it stood in."""

    region: Region
    year: int
    measure: IndexMeasure
    value: Value
    sheet: str
    row: int
    column: str

    @property
    def cell(self) -> str:
        """`Sheet1!B7`."""
        return f"{self.sheet}!{self.column}{self.row}"

    @property
    def about(self) -> tuple[str, int, str, Vintage]:
        """What two figures must not both be of."""
        return (self.region.code, self.year, self.measure.key, self.measure.vintage)


@dataclass(frozen=True, slots=True)
class IndexTables:
    """What a file of BPS tables says; `asks_vintage` where somebody has to tell the series.

    Figures whose vintage was not told are not among `figures` until it is.
    """

    figures: tuple[IndexFigure, ...]
    remarks: tuple[Remark, ...]
    asks_vintage: bool

    def said(self, *judgements: Judgement) -> tuple[Remark, ...]:
        """The remarks of these kinds, in the order of the file."""
        return tuple(each for each in self.remarks if each.judgement in judgements)

    @property
    def years(self) -> tuple[int, ...]:
        """The years there are figures of."""
        return tuple(sorted({figure.year for figure in self.figures}))

    @property
    def measures(self) -> tuple[IndexMeasure, ...]:
        """The measures there are figures of, in the order they came."""
        return tuple({(m := f.measure).key + m.vintage: m for f in self.figures}.values())

    @property
    def regions(self) -> tuple[Region, ...]:
        """The regions there are figures of, by code."""
        found = {figure.region.code: figure.region for figure in self.figures}
        return tuple(found[code] for code in sorted(found))


def read_tables(
    sheets: Iterable[tuple[str, Rows]],
    *,
    vintage: Vintage | None = None,
    known: Regions | None = None,
) -> IndexTables:
    """Every table of every sheet read; what several of them say of one thing must be alike.

    `vintage` is the series a person named for figures of years with two series whose table does
    not name it. Cost: linear in the cells.
    """
    figures: list[IndexFigure] = []
    remarks: list[Remark] = []
    asks = False
    places = known or regions()
    for name, rows in sheets:
        for below in tables_of(rows, places):
            reading = _TableReading(name, below, places, vintage)
            figures += reading.figures()
            remarks += [replace(remark, sheet=name) for remark in reading.remarks]
            asks = asks or reading.asks_vintage
    kept, doubles = _without_doubles(figures)
    ordered = sorted((*remarks, *doubles), key=lambda each: (each.sheet, each.row or 0))
    return IndexTables(tuple(kept), tuple(ordered), asks)


@dataclass(frozen=True, slots=True)
class _Entry:
    """A cell that holds a figure, or should: what it is of and where."""

    region: Region
    meaning: Meaning
    cell: Cell
    column: Column


@dataclass(slots=True)
class _TableReading:
    name: str
    rows: Rows
    known: Regions
    vintage: Vintage | None
    remarks: list[Remark] = field(default_factory=list)
    asks_vintage: bool = False
    _told: set[tuple[Quirk, str, str]] = field(default_factory=set)
    _known_rows: dict[tuple[object, ...], Found] = field(default_factory=dict)
    _searches: int = 0

    def figures(self) -> list[IndexFigure]:
        """The figures of the table, column by column."""
        plan = plan_of(self.name, self.rows, self.known)
        if plan is None or not plan.holds_figures:
            self.remarks += plan.remarks if plan is not None else ()
            self.remarks.append(Remark(Judgement.SKIPPED, Quirk.NO_TABLE, words.NO_TABLE))
            return []
        self.remarks += plan.remarks
        self._say_columns(plan)
        groups: dict[tuple[int, str], list[_Entry]] = {}
        for entry in self._entries(plan):
            family = entry.meaning.measure.family
            groups.setdefault((entry.column.place, family.key), []).append(entry)
        return [figure for entries in groups.values() for figure in self._judged(entries)]

    def _say_columns(self, plan: Plan) -> None:
        for column in plan.of(Role.FIGURE):
            if column.family is not None:
                said = words.COLUMN.filled(heading=quoted(column.heading), what=_what(column))
                self._say(Judgement.RECOGNISED, Quirk.COLUMN, said, column=column.letter)

    def _judged(self, entries: list[_Entry]) -> Iterator[IndexFigure]:
        column, family = entries[0].column, entries[0].meaning.measure.family
        found = judged(family, [entry.cell for entry in entries], says_percent=column.says_percent)
        self.remarks += [replace(remark, column=column.letter) for remark in found.remarks]
        for entry in entries:
            value = found.values.get(entry.cell.row)
            if value is None:
                continue
            if not entry.meaning.is_vintage_told:
                self._ask_vintage(column)
                continue
            yield IndexFigure(
                entry.region,
                entry.meaning.year,
                entry.meaning.measure,
                value,
                self.name,
                entry.cell.row,
                column.letter,
            )

    def _ask_vintage(self, column: Column) -> None:
        self.asks_vintage = True
        self._once(
            Judgement.ASKED,
            Quirk.TWO_SERIES,
            words.TWO_SERIES.filled(
                heading=quoted(column.heading), year=str(measures().two_series_from)
            ),
            column,
            remedy=words.NAME_SERIES,
        )

    def _entries(self, plan: Plan) -> Iterator[_Entry]:
        """Every filled cell of a figure whose region, year and sex are known."""
        province, year = "", None
        for row in self._rows_of(plan):
            filled = row.filled
            found = self._found(row, province)
            if found.region is not None and found.region.kind is PlaceKind.PROVINCE:
                province = found.region.code
            if not filled:
                # `Tahun 2021` above the rows of that year.
                year = wording.year_in(row.said) or year
                continue
            region = self._region(row, found)
            if region is not None:
                yield from self._of_row(row, region, filled, row.year or year)

    def _found(self, row: TableRow, province: str) -> Found:
        """The region of a row; the same name is looked for once, near names not without end."""
        key = (row.said, row.code, province, row.system)
        if key not in self._known_rows:
            found = self.known.found(
                row.said,
                row.code,
                province=province,
                system=row.system,
                seeks=self._searches < MOST_SEARCHES,
            )
            self._searches += found.doubt is Doubt.UNKNOWN
            self._known_rows[key] = found
        return self._known_rows[key]

    def _rows_of(self, plan: Plan) -> Iterator[TableRow]:
        """The rows below the headings that name something and are no note."""
        first = plan.header.first_row
        headings = [self.rows[n - 1] for n in plan.header.header_rows]
        for number, cells in enumerate(self.rows[first - 1 :], start=first):
            if is_counting_row(cells) or cells in headings:
                continue
            row = TableRow(number, cells, plan)
            if wording.NOTE_ROW.match(wording.folded(row.said)):
                self._read_note(row.said)
            elif row.said or row.code:
                yield row

    def _read_note(self, said: str) -> None:
        """A note may say what the headings do not; it is shown where the series is asked."""
        if vintage_in(said) is not None:
            self._say(Judgement.RECOGNISED, Quirk.TWO_SERIES, words.NOTE.filled(note=quoted(said)))

    def _of_row(
        self,
        row: TableRow,
        region: Region,
        filled: list[tuple[Column, object]],
        year: int | None,
    ) -> Iterator[_Entry]:
        for column, content in filled:
            meaning = meaning_of(column, year=year, sex=row.sex, vintage=self.vintage)
            if isinstance(meaning, Meaning):
                if column.role is Role.VALUE:
                    said = words.COLUMN.filled(heading=quoted(column.heading), what=_what(column))
                    self._once(Judgement.RECOGNISED, Quirk.COLUMN, said, column)
                yield _Entry(region, meaning, Cell(row.number, content), column)
            else:
                said = words.REASONS[meaning].filled(heading=quoted(column.heading))
                judgement = Judgement.DOUBTED if meaning is Quirk.NO_YEAR else Judgement.SKIPPED
                self._once(judgement, meaning, said, column, remedy=words.REMEDIES.get(meaning))

    def _region(self, row: TableRow, found: Found) -> Region | None:
        if found.region is not None:
            if found.spelled:
                said = words.SPELLED.filled(said=quoted(row.said), region=same(found.region.name))
                self._say(Judgement.REPAIRED, Quirk.SPELLING, said, row=row.number)
            return found.region
        quirk, message = words.REGIONS[found.doubt or Doubt.UNKNOWN]
        maybe = listed([same(each.name) for each in found.suggestions], last=words.OR)
        said = message.filled(said=quoted(row.said or row.code), code=row.code, maybe=maybe)
        if not found.suggestions:
            said = words.UNKNOWN_REGION.filled(said=quoted(row.said or row.code))
        self._say(Judgement.DOUBTED, quirk, said, row=row.number, remedy=words.NAME_REGION)
        return None

    def _once(
        self,
        judgement: Judgement,
        quirk: Quirk,
        message: Text,
        column: Column,
        remedy: Text | None = None,
    ) -> None:
        """Say it for the first of the cells of a column that are of one heading."""
        key = (quirk, column.letter, column.heading)
        if key not in self._told:
            self._told.add(key)
            self._say(judgement, quirk, message, column=column.letter, remedy=remedy)

    def _say(
        self,
        judgement: Judgement,
        quirk: Quirk,
        message: Text,
        *,
        row: int | None = None,
        column: str = "",
        remedy: Text | None = None,
    ) -> None:
        self.remarks.append(Remark(judgement, quirk, message, remedy, row=row, column=column))


def _what(column: Column) -> Text:
    label = column.family.label if column.family else same("")
    parts = [label]
    if column.sex is not None:
        parts.append(column.sex.label)
    if column.vintage is Vintage.LONG_FORM:
        parts.append(column.vintage.label)
    if column.year is not None:
        parts.append(same(str(column.year)))
    said = same(", ".join("{" + f"p{n}" + "}" for n in range(len(parts))))
    return said.filled(**{f"p{n}": part for n, part in enumerate(parts)})


def _without_doubles(
    figures: list[IndexFigure],
) -> tuple[list[IndexFigure], list[Remark]]:
    """One figure for one thing; both are left out where two differ, and it is told."""
    by_about: dict[tuple[str, int, str, Vintage], list[IndexFigure]] = {}
    for figure in figures:
        by_about.setdefault(figure.about, []).append(figure)
    kept: list[IndexFigure] = []
    remarks: list[Remark] = []
    for same_thing in by_about.values():
        first, *others = same_thing
        differs = any(other.value != first.value for other in others)
        if not differs:
            kept.append(first)
        remarks += [_double(first, other, differs=differs) for other in others]
    return kept, remarks


def _double(first: IndexFigure, other: IndexFigure, *, differs: bool) -> Remark:
    said = words.TWICE_DIFFERENT if differs else words.TWICE_ALIKE
    facts: Mapping[str, object] = {
        "what": other.measure.label,
        "region": same(other.region.name),
        "year": str(other.year),
        "first": first.cell,
        "one": _said(first.value),
        "two": _said(other.value),
    }
    return Remark(
        Judgement.DOUBTED if differs else Judgement.REPAIRED,
        Quirk.TWICE_DIFFERENT if differs else Quirk.TWICE_ALIKE,
        said.filled(**facts),
        words.LEAVE_ONE if differs else None,
        other.sheet,
        other.row,
        other.column,
    )


def _said(value: Value) -> object:
    return value.label if isinstance(value, Nothing) else value
