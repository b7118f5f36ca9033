"""What each column of a BPS table holds, from its headings, the title above, and its cells."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

from setara.domain.foundation.sex import Sex
from setara.domain.indices.bps.measures import (
    Family,
    IndexMeasure,
    NoSuchMeasure,
    Vintage,
    family_in,
    measure_of,
    measures,
    name_of,
    sex_in,
    vintage_in,
    words_of,
)
from setara.domain.indices.bps.regions import CodeSystem, Regions
from setara.domain.indices.bps.remarks import Judgement, Quirk, Remark
from setara.domain.language.text import Text
from setara.domain.statistics.address import column_letter
from setara.domain.statistics.understanding import wording
from setara.domain.statistics.understanding.findings import quoted
from setara.domain.statistics.understanding.header import (
    Header,
    Rows,
    header_of,
    headings_by_column,
)

_LOOKED_AT = 200
_MOSTLY = 0.5


T = TypeVar("T")


class Role(StrEnum):
    """What the cells of a column are."""

    REGION = "region"
    CODE = "code"
    YEAR = "year"
    SEX = "sex"
    QUANTITY = "quantity"
    VALUE = "value"
    FIGURE = "figure"
    IGNORED = "ignored"


_QUANTITIES = frozenset({"indikator", "variabel", "komponen", "indicator", "variable"})
_BY_WORDS: tuple[tuple[Role, frozenset[str]], ...] = (
    (Role.QUANTITY, _QUANTITIES),
    (Role.VALUE, frozenset({"nilai", "value", "angka", "data"})),
    (Role.SEX, wording.SEX_HEADINGS),
    (Role.YEAR, wording.YEAR_HEADINGS),
)
_CODES = frozenset({"kode", "code", "kd", "id"})
# `region code`, `wilayah_id`: a code in the last word is one of a region where a place is named.
_PLACES = frozenset(
    {"wilayah", "daerah", "provinsi", "prov", "kabupaten", "kab", "kota", "bps"}
) | (frozenset({"region", "province", "regency", "district", "kemendagri", "dagri"}))
# `kode indikator`, `kode pos`: codes, but of no region.
_OTHER_CODES = _QUANTITIES | {"pos", "satuan", "unit", "sumber", "dataset", "opd", "urusan"}
_SYSTEMS = {"bps": CodeSystem.BPS, "kemendagri": CodeSystem.MINISTRY, "dagri": CodeSystem.MINISTRY}
# Words beside years and sexes that say nothing of what is measured.
_SILENT = (
    wording.FEMALE_WORDS
    | wording.MALE_WORDS
    | frozenset({"tahun", "year", "jenis", "kelamin", "sex", "nilai", "persen", "pct", "r", "laki"})
    | frozenset({"total", "jumlah", "keseluruhan", "gabungan"})
    | frozenset({"ribu", "rupiah", "orang", "sementara", "menurut", "by", "dan", "perbaikan"})
)
_NAMED = re.compile(r"[^\W\d_]")
_ANY_CODE = re.compile(r"\d{2}(?:\.?\d{2})?(?:\.0)?")
_WHOLE_CODE = re.compile(r"\d{4}(?:\.0)?|\d{2}\.\d{2}\.?")
_PERCENT = frozenset({"persen", "persentase", "percent", "pct"})
# “Indeks Pengeluaran” is no expenditure: only the indices themselves are called so.
_INDICES = frozenset({"ipm", "ipg", "idg", "ikg"})


@dataclass(frozen=True, slots=True)
class Column:
    """One column by place from 0; a figure column says what it measures, of which year.

    `measure` and `year` are None where rows say them; `vintage` is None where nothing tells it.
    """

    place: int
    role: Role
    heading: str = ""
    family: Family | None = None
    sex: Sex | None = None
    year: int | None = None
    vintage: Vintage | None = None
    system: CodeSystem | None = None
    says_percent: bool = False

    @property
    def letter(self) -> str:
        """`A`, `B`, as the spreadsheet shows it."""
        return column_letter(self.place)


@dataclass(frozen=True, slots=True)
class Plan:
    """The columns of a sheet and the first row of figures; what the title says of them all."""

    header: Header
    title: str
    by_role: Mapping[Role, tuple[Column, ...]]
    remarks: tuple[Remark, ...]

    def of(self, role: Role) -> tuple[Column, ...]:
        """The columns in this role, from the left."""
        return self.by_role.get(role, ())

    @property
    def holds_figures(self) -> bool:
        """Whether regions and figures are both there."""
        is_told = self.of(Role.FIGURE) or (self.of(Role.QUANTITY) and self.of(Role.VALUE))
        return bool(is_told) and bool(self.of(Role.REGION) or self.of(Role.CODE))


def plan_of(sheet: str, rows: Rows, known: Regions) -> Plan | None:
    """The columns of a sheet; None where no row of headings stands above figures."""
    header = header_of([() if is_note(row) else row for row in rows])
    if header is None:
        return None
    width = max(len(row) for row in rows)
    title = _title(sheet, rows, header)
    headings = headings_by_column(rows, header.header_rows, width)
    below = rows[header.first_row - 1 : header.first_row - 1 + _LOOKED_AT]
    cells = [[row[place] if place < len(row) else None for row in below] for place in range(width)]
    said_of_rows = {part for column in headings for said in column for part in _parts(said)}
    planning = _Planning(title, known, has_quantities=bool(said_of_rows & _QUANTITIES))
    columns = [planning.column(place, said, cells[place]) for place, said in enumerate(headings)]
    named = [cells[column.place] for column in columns if column.role is Role.REGION]
    by_role: dict[Role, tuple[Column, ...]] = {}
    for column in columns:
        settled = planning.settled(column, cells[column.place], named)
        by_role[settled.role] = (*by_role.get(settled.role, ()), settled)
    return Plan(header, title, by_role, tuple(planning.remarks))


def is_note(cells: Sequence[object]) -> bool:
    """Whether a row holds nothing but a note or a source below the table."""
    filled = [cell for cell in cells if cell not in {None, ""}]
    return len(filled) == 1 and bool(wording.NOTE_ROW.match(wording.folded(filled[0])))


def _title(sheet: str, rows: Rows, header: Header) -> str:
    said = [str(cell) for n in header.title_rows for cell in rows[n - 1] if cell not in {None, ""}]
    return " ".join(" ".join([sheet, *said]).split())


@dataclass(slots=True)
class _Planning:
    title: str
    known: Regions
    has_quantities: bool
    remarks: list[Remark] = field(default_factory=list)

    def column(self, place: int, headings: Sequence[str], cells: Sequence[object]) -> Column:
        """One column by its headings, from the lowest up."""
        heading = " ".join(" ".join(headings).split())
        filled = [cell for cell in cells if cell not in {None, ""}]
        role = self._row_role(headings, filled)
        if role is not None:
            system = next((_SYSTEMS[w] for w in words_of(heading).split() if w in _SYSTEMS), None)
            return Column(place, role, heading, system=system)
        if not filled or not heading:
            return Column(place, Role.IGNORED, heading)
        return self._figures(place, headings, heading)

    def settled(
        self, column: Column, cells: Sequence[object], named: Sequence[Sequence[object]]
    ) -> Column:
        """The column, with a remark where its heading did not give it one.

        A column without a heading holds codes only where each agrees with the name beside it.
        """
        filled = [cell for cell in cells if cell not in {None, ""}]
        if not filled:
            return column
        if column.role is Role.IGNORED and not column.heading:
            if not _are_codes(filled) or not self._agree(cells, named):
                self._say(Judgement.SKIPPED, Quirk.UNKNOWN_COLUMN, NO_HEADING, column.letter)
                return column
            column = Column(column.place, Role.CODE)
        said = _READ_AS.get(column.role)
        if column.role is Role.IGNORED and self._is_numbering([column.heading]):
            said = ROW_NUMBERS
        if said is not None:
            heading = quoted(column.heading or column.letter)
            message = READ_AS.filled(heading=heading, what=said)
            self._say(Judgement.RECOGNISED, Quirk.COLUMN, message, column.letter)
        return column

    def _agree(self, cells: Sequence[object], named: Sequence[Sequence[object]]) -> bool:
        """Whether each code stands beside a name, and none contradicts it."""
        pairs = [
            (str(code), next((str(names[n]) for names in reversed(named) if names[n]), ""))
            for n, code in enumerate(cells)
            if code not in {None, ""}
        ]
        return all(
            name and self.known.found(name, code, seeks=False).region is not None
            for code, name in pairs
        )

    @staticmethod
    def _is_numbering(headings: Sequence[str]) -> bool:
        said = {part for heading in headings for part in _parts(heading)}
        return bool(said & (wording.NUMBERING_HEADINGS | {"id"}))

    def _say(
        self,
        judgement: Judgement,
        quirk: Quirk,
        message: Text,
        letter: str,
        remedy: Text | None = None,
    ) -> None:
        self.remarks.append(Remark(judgement, quirk, message, remedy, column=letter))

    def _row_role(self, headings: Sequence[str], filled: Sequence[object]) -> Role | None:
        """What tells the row: its region, code, year, sex, or what the figure is of."""
        words = {part for said in headings for part in _parts(said)}
        if any(_says_code(said, filled) for said in headings):
            return Role.CODE
        if self._is_numbering(headings):
            return Role.IGNORED
        for role, known in _BY_WORDS:
            is_years = role is not Role.YEAR or all(map(wording.is_year, filled))
            is_told = role is not Role.VALUE or self.has_quantities
            if words & known and is_years and is_told and filled:
                return role
        # Whole figures look like codes: `64` is an age as well as Kalimantan Timur.
        texts = [cell for cell in filled if isinstance(cell, str) and _NAMED.search(cell)]
        if texts and len(texts) >= _MOSTLY * len(filled):
            named = sum(self.known.found(said).region is not None for said in texts)
            if named >= _MOSTLY * len(texts) or words & wording.PLACE_HEADINGS:
                return Role.REGION
        return None

    def _figures(self, place: int, headings: Sequence[str], heading: str) -> Column:
        """A column of figures, or one that is left out with the reason."""
        letter = column_letter(place)
        if set(words_of(heading).split()) & measures().not_figures:
            return self._left_out(place, heading, letter, Quirk.UNKNOWN_COLUMN, NOT_OURS)
        if self.has_quantities and _is_silent(headings):
            # `Indikator | Laki-laki | Perempuan`: the row says what its figures are of.
            sex, year = _first(sex_in, reversed(headings)), _first(wording.year_in, headings)
            return Column(place, Role.VALUE, heading, sex=sex, year=year)
        found = self._families(headings)
        if len(found) != 1:
            quirk = Quirk.AMBIGUOUS_COLUMN if found else Quirk.UNKNOWN_COLUMN
            said = AMBIGUOUS.filled(families=name_of(found)) if found else NOT_OURS
            return self._left_out(place, heading, letter, quirk, said)
        return Column(
            place,
            Role.FIGURE,
            heading,
            family=found[0],
            sex=_first(sex_in, [*reversed(headings), self.title]),
            year=_first(wording.year_in, [*reversed(headings), self.title]),
            vintage=_first(vintage_in, [heading, self.title]),
            says_percent=is_percent(f"{heading} {self.title}"),
        )

    def _families(self, headings: Sequence[str]) -> tuple[Family, ...]:
        """What the lowest heading that names anything names; the title where none does."""
        for said in (*reversed(headings), " ".join(headings)):
            if found := _without_part_indices(family_in(said), said):
                return found
        return family_in(self.title) if _is_silent(headings) else ()

    def _left_out(
        self, place: int, heading: str, letter: str, quirk: Quirk, message: Text
    ) -> Column:
        said = message.filled(heading=quoted(heading))
        if quirk is Quirk.AMBIGUOUS_COLUMN:
            self._say(Judgement.DOUBTED, quirk, said, letter, NAME_IT)
        else:
            self._say(Judgement.SKIPPED, quirk, said, letter)
        return Column(place, Role.IGNORED, heading)


def _says_code(heading: str, filled: Sequence[object]) -> bool:
    """Whether a heading says that codes of regions stand below it; `id` may only count rows."""
    said = words_of(heading).split()
    if not said or _OTHER_CODES & set(said):
        return False
    if said == ["id"]:
        return all(_ANY_CODE.fullmatch(str(cell).strip()) for cell in filled)
    return said[0] in _CODES or (said[-1] in _CODES and bool(_PLACES & set(said)))


def _are_codes(filled: Sequence[object]) -> bool:
    """Whether all look like codes of kabupaten and kota: `6401`, `64.01`."""
    return all(_WHOLE_CODE.fullmatch(str(cell).strip()) for cell in filled)


def _without_part_indices(found: tuple[Family, ...], said: str) -> tuple[Family, ...]:
    """“Indeks Harapan Lama Sekolah” is a part of the IPM, not years of schooling."""
    if not {"indeks", "index"} & set(words_of(said).split()):
        return found
    return tuple(family for family in found if family.key in _INDICES)


def _is_silent(headings: Sequence[str]) -> bool:
    """Whether the headings say nothing beside years, sexes and units."""
    left = [word for said in headings for word in words_of(wording.without_year(said)).split()]
    return all(word in _SILENT or word.isdecimal() for word in left)


def is_percent(said: str) -> bool:
    """Whether words are about per cents."""
    return "%" in said or bool(_PERCENT & set(words_of(said).split()))


def _parts(said: str) -> Iterator[str]:
    for part in wording.parts_of(said.replace("_", " ")):
        yield part
        yield part.removeprefix("nama ")


def _first(read: Callable[[str], T | None], said: Iterable[str]) -> T | None:
    return next((found for each in said if (found := read(each)) is not None), None)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What one figure is of: its measure, its year, and whether its vintage was told."""

    measure: IndexMeasure
    year: int
    is_vintage_told: bool


def meaning_of(
    column: Column, *, year: int | None, sex: Sex | None, vintage: Vintage | None
) -> Meaning | Quirk:
    """What a figure of `column` is of, with what its row says and the vintage chosen by a person.

    A quirk where its year, or whose figure it is, nobody says.
    """
    family, of_year = column.family, year or column.year
    if family is None:
        return Quirk.UNKNOWN_COLUMN
    if of_year is None:
        return Quirk.NO_YEAR
    is_of_two = family.has_vintages and of_year >= measures().two_series_from
    told = column.vintage or (vintage if is_of_two else Vintage.OLD)
    try:
        measure = measure_of(family, sex or column.sex, told or Vintage.OLD)
    except NoSuchMeasure:
        return Quirk.NO_SEX
    return Meaning(measure, of_year, told is not None)


NOT_OURS = Text(
    "Kolom “{heading}” bukan komponen indeks yang dikenal; tidak diambil.",
    "The column “{heading}” is no part of an index that is known; it was left out.",
)
NO_HEADING = Text(
    "Kolom ini tidak berjudul; tidak diambil.", "This column has no heading; it was left out."
)
READ_AS = Text("“{heading}” dibaca sebagai {what}.", "“{heading}” was read as {what}.")
ROW_NUMBERS = Text("nomor urut", "row numbers")
_READ_AS = {
    Role.REGION: Text("nama wilayah", "names of regions"),
    Role.CODE: Text("kode wilayah", "codes of regions"),
    Role.YEAR: Text("tahun", "years"),
    Role.SEX: Text("jenis kelamin", "sexes"),
    Role.QUANTITY: Text("nama indikator", "names of indicators"),
}
AMBIGUOUS = Text(
    "Kolom “{heading}” dapat berarti {families}.", "The column “{heading}” could mean {families}."
)
NAME_IT = Text(
    "Tulis nama indikatornya di judul kolom, lalu unggah kembali.",
    "Write the name of the indicator into its heading and upload again.",
)
