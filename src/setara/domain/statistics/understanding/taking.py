"""Which figures of an understood sheet would be kept, and what stands in the way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Text
from setara.domain.statistics.dimension import EVERYBODY, Breakdown, Dimension
from setara.domain.statistics.observation import Nothing, Value
from setara.domain.statistics.table import Severity
from setara.domain.statistics.understanding import remarks, wording
from setara.domain.statistics.understanding.ages import age_group
from setara.domain.statistics.understanding.columns import Role
from setara.domain.statistics.understanding.findings import Fault, SheetFinding, error, quoted
from setara.domain.statistics.understanding.gazetteer import How, Match
from setara.domain.statistics.understanding.places import unknown_place
from setara.domain.statistics.understanding.rows import ReadRow, RowKind
from setara.domain.statistics.understanding.structure import Structure
from setara.domain.statistics.understanding.understood import ReadFigure, UnderstoodSheet

_OF_PLACE = frozenset({Fault.UNKNOWN_PLACE, Fault.AMBIGUOUS_PLACE, Fault.OUTSIDE_PLACES})
_SETTLED = frozenset({Fault.NO_YEAR, Fault.NO_SEX, Fault.UNKNOWN_AGE})

SEVERAL_THINGS = Text(
    "Tabel ini memuat beberapa hal: {names}.", "This table is about several things: {names}."
)
ONE_AT_A_TIME = Text(
    "Pilih “tidak dipakai” pada kolom yang bukan milik elemen data ini.",
    "Choose “not used” for the columns that are not of this data element.",
)
UNKNOWN_CATEGORY = Text(
    "“{label}” bukan kategori yang dikenal untuk elemen data ini.",
    "“{label}” is no category known for this data element.",
)
CATEGORY_REMEDY = Text(
    "Pakai nama kategori yang baku, atau tandai kolomnya bila berisi wilayah atau umur.",
    "Use the name of the category, or mark the column if it holds places or ages.",
)


NAMELESS = Match("", None, How.UNKNOWN)
"""The match of a row that names no place at all."""


@dataclass(frozen=True, slots=True)
class TakenFigure:
    """A figure as it would be kept."""

    place_code: str
    year: int
    sex: Sex
    value: Value
    breakdown: Breakdown
    cell: str


@dataclass(frozen=True, slots=True)
class Taken:
    """The figures, and everything found; with an error among them nothing may be kept."""

    figures: tuple[TakenFigure, ...]
    findings: tuple[SheetFinding, ...]

    @property
    def errors(self) -> tuple[SheetFinding, ...]:
        """The findings that stand in the way."""
        return tuple(f for f in self.findings if f.severity is Severity.ERROR)


def taken(
    sheet: UnderstoodSheet, *, home: str, year: int | None, dimensions: Sequence[Dimension]
) -> Taken:
    """The figures by sex of a sheet, of `home` where its rows are no places.

    A row called “Jumlah” is compared with the others, never kept; one that sums up others is
    kept where it is named after a place. `dimensions` are those a column of categories may be
    of. Cost: one look at each figure.
    """
    structure = sheet.structure
    if structure is None:
        return Taken((), sheet.findings)
    kept = [f for f in sheet.findings if f.fault not in _OF_PLACE | _SETTLED]
    rows = _kept_rows(sheet, structure)
    wrong = [*_general(sheet, structure, year), *_unknown_places(sheet, structure, rows)]
    breakdowns, unknown = _breakdowns(rows, structure, dimensions)
    wrong += unknown
    figures: tuple[TakenFigure, ...] = ()
    if not wrong:
        numbers = {row.number for row in rows}
        figures = tuple(
            _figure(sheet, figure, home, year, breakdowns)
            for figure in sheet.figures()
            if figure.row.number in numbers and figure.role.sex is not None
        )
    ordered = sorted([*kept, *wrong], key=lambda f: (f.row or 0, f.column))
    return Taken(figures, tuple(ordered))


def _kept_rows(sheet: UnderstoodSheet, structure: Structure) -> tuple[ReadRow, ...]:
    data = sheet.of_kind(RowKind.DATA)
    if not structure.of(Role.PLACE):
        return data
    wholes = sheet.of_kind(RowKind.SUBTOTAL, RowKind.TOTAL)
    named = (row for row in wholes if row.number in sheet.places)
    return tuple(sorted((*data, *named), key=lambda row: row.number))


def _figure(
    sheet: UnderstoodSheet,
    figure: ReadFigure,
    home: str,
    year: int | None,
    breakdowns: Mapping[int, Breakdown],
) -> TakenFigure:
    match = sheet.places.get(figure.row.number)
    place = match.place if match is not None else None
    return TakenFigure(
        place_code=place.code if place is not None else home,
        year=figure.year or year or 0,
        sex=figure.role.sex or Sex.FEMALE,
        value=Nothing.NOT_REPORTED if figure.value is None else figure.value,
        breakdown=_with_age_of_column(breakdowns.get(figure.row.number, EVERYBODY), figure),
        cell=figure.cell,
    )


def _with_age_of_column(breakdown: Breakdown, figure: ReadFigure) -> Breakdown:
    """Ages may stand above the sexes, as in `0-4: L, P; 5-9: L, P`."""
    age = _age(figure.column.about) if figure.column.about else None
    return Breakdown.of({**dict(breakdown.parts), age[0]: age[1]}) if age else breakdown


def _general(
    sheet: UnderstoodSheet, structure: Structure, year: int | None
) -> Iterator[SheetFinding]:
    """What concerns the whole table: sexes, years, several things in one table."""
    figures = [f for f in sheet.figures() if f.role.sex is not None]
    if {figure.role.sex for figure in figures} != set(Sex):
        yield error(Fault.NO_SEX, remarks.NO_SEX, remarks.NO_SEX_REMEDY)
    if year is None and any(figure.year is None for figure in figures):
        yield error(Fault.NO_YEAR, remarks.NO_YEAR, remarks.NO_YEAR_REMEDY)
    about = dict.fromkeys(column.about for column in structure.of(Role.FEMALE, Role.MALE))
    if len(about) > 1 and not all(map(_age, about)):
        said = SEVERAL_THINGS.filled(names=", ".join(about))
        yield error(Fault.SEVERAL_THINGS, said, ONE_AT_A_TIME)


def _unknown_places(
    sheet: UnderstoodSheet, structure: Structure, rows: Sequence[ReadRow]
) -> Iterator[SheetFinding]:
    """Each row must be a place that is known: nothing is kept of a place nobody can name."""
    for row in rows if structure.of(Role.PLACE) else ():
        match = sheet.places.get(row.number, NAMELESS)
        if match.place is None:
            found = unknown_place(row.number, match, structure)
            yield replace(found, severity=Severity.ERROR)


def _breakdowns(
    rows: Sequence[ReadRow], structure: Structure, dimensions: Sequence[Dimension]
) -> tuple[dict[int, Breakdown], list[SheetFinding]]:
    """What each row is broken down by, told by its age group and its categories."""
    columns = structure.of(Role.AGE, Role.CATEGORY)
    found: dict[int, Breakdown] = {}
    wrong: list[SheetFinding] = []
    known = _categories(dimensions)
    for row in rows if columns else ():
        parts: dict[str, str] = {}
        names = dict(row.names)
        for column in columns:
            said = names.get(column.place, "")
            part = _age(said) if column.role is Role.AGE else known.get(wording.folded(said))
            if part is not None:
                parts[part[0]] = part[1]
            else:
                wrong.append(_unknown(row, column.letter, said, is_age=column.role is Role.AGE))
        found[row.number] = Breakdown.of(parts)
    return found, wrong


def _age(said: str) -> tuple[str, str] | None:
    group = age_group(said)
    category = group.category if group is not None else None
    return ("age", category.code) if category is not None else None


def _categories(dimensions: Sequence[Dimension]) -> dict[str, tuple[str, str]]:
    """Dimension and category by every folded name of the category."""
    return {
        wording.folded(name): (dimension.code, category.code)
        for dimension in dimensions
        for category in dimension.categories
        for name in (category.code, category.name.id, category.name.en)
    }


def _unknown(row: ReadRow, letter: str, said: str, *, is_age: bool) -> SheetFinding:
    if is_age:
        message = remarks.UNKNOWN_AGE.filled(cell=quoted(said))
        return error(Fault.UNKNOWN_AGE, message, remarks.AGE_REMEDY, row=row.number, column=letter)
    message = UNKNOWN_CATEGORY.filled(label=quoted(said))
    return error(Fault.UNKNOWN_CATEGORY, message, CATEGORY_REMEDY, row=row.number, column=letter)
