"""A long table: one figure a row, with columns for its element, place, year, sex and groups."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from operator import itemgetter
from typing import Any

from setara.domain.foundation.sex import Sex
from setara.domain.language.numerals import DecimalStyle, NotANumber, typed_number
from setara.domain.language.text import Language, Text
from setara.domain.statistics import long_table_words as words
from setara.domain.statistics.dimension import Breakdown, dimensions
from setara.domain.statistics.element import ANY_FIGURE, Element
from setara.domain.statistics.figure_flaw import MOST_WHOLE_DIGITS, flaw_of
from setara.domain.statistics.observation import Nothing, nothing_printed_as
from setara.domain.statistics.table import Severity

LongRow = tuple[int, int, int, str, str, str, str, int | str | None, int, str, int | str | None]
"""Line, element, place, first day, day after the last, breakdown, sex, figure, its decimals, kind
of nothing, stated total of both sexes; a figure is an int, or the digits of a decimal."""

HEADINGS: Mapping[str, frozenset[str]] = {
    "element": frozenset({"element", "elemen", "kode elemen", "kode data", "elemen data"}),
    "place": frozenset({"place", "wilayah", "kode wilayah", "kecamatan", "nama wilayah"}),
    "year": frozenset({"year", "tahun", "tahun data"}),
    "sex": frozenset({"sex", "jenis kelamin", "jk", "kelamin"}),
    "value": frozenset({"value", "nilai", "angka"}),
    "total": frozenset({"total", "jumlah", "l p", "jumlah l p"}),
}
NEEDED = ("element", "place", "year", "sex", "value")
SEXES = {
    "l": Sex.MALE, "laki laki": Sex.MALE, "lk": Sex.MALE, "pria": Sex.MALE, "male": Sex.MALE,
    "m": Sex.MALE, "men": Sex.MALE, "p": Sex.FEMALE, "perempuan": Sex.FEMALE, "pr": Sex.FEMALE,
    "wanita": Sex.FEMALE, "female": Sex.FEMALE, "f": Sex.FEMALE, "women": Sex.FEMALE,
}  # fmt: skip
_TOO_LONG = 10**MOST_WHOLE_DIGITS
EVERYONE = frozenset({"", "total", "semua", "all", "jumlah", "semua umur", "all ages"})
YEARS = {str(year): year for year in range(1990, 2101)}


class NotALongTable(Exception):
    """A column that a long table needs is not there; `reason` names it."""

    def __init__(self, reason: Text) -> None:
        self.reason = reason
        super().__init__(reason.say(Language.ENGLISH))


@dataclass(frozen=True, slots=True)
class LineFinding:
    """What is wrong in one row of a long table, and what to do about it."""

    line: int
    kind: str
    message: Text
    remedy: Text
    severity: Severity = Severity.ERROR


class FaultyLine(Exception):
    """One row cannot be taken; `finding` says why."""

    def __init__(self, finding: LineFinding) -> None:
        self.finding = finding
        super().__init__(f"line {finding.line}")


@dataclass(frozen=True, slots=True)
class CodeLists:
    """What the columns may say: ids of elements and places by their words, elements by id."""

    elements: Mapping[str, int]
    places: Mapping[str, int]
    known: Mapping[int, Element]
    # Own categories of the government: code by dimension and folded name or code.
    categories: Mapping[tuple[str, str], str] = field(default_factory=dict)
    # Codes of elements that others produce, and the last year there can be figures for.
    foreign: frozenset[str] = frozenset()
    latest_year: int = 2100


Where = tuple[int, str, str, str, str]
"""Place, first day, day after the last, breakdown, sex: a row without its element and figure."""


class _Remembered(dict[Any, Any]):
    """Answers worked out once for each question; what cannot be answered raises KeyError."""

    def __init__(self, work_out: Callable[[Any], object]) -> None:
        super().__init__()
        self._work_out = work_out

    def __missing__(self, question: Any) -> object:
        answer = self[question] = self._work_out(question)
        return answer


class LongReader:
    """Reads the rows of a long table one by one. Raises NotALongTable for its head."""

    def __init__(self, head: Sequence[object], lists: CodeLists, style: DecimalStyle) -> None:
        self._lists, self._style = lists, style
        self._at, self._dimensions = _columns(head)
        _, place, year, sex, self._value_at, self._total_at = self._at
        # All cells that say where a figure stands; few differ, so each is understood once.
        self._spot = itemgetter(place, year, sex, *(at for at, _ in self._dimensions))
        self._where: Mapping[tuple[object, ...], Where] = _Remembered(self._understood)
        self._elements: Mapping[object, int] = _Remembered(lambda cell: lists.elements[_code(cell)])
        self._free = {pk for pk, element in lists.known.items() if element.range == ANY_FIGURE}

    @property
    def value_place(self) -> int:
        """The column of the figures, counted from 0."""
        return self._value_at

    def read(self, line: int, cells: Sequence[object]) -> LongRow | None:
        """The row; None where it has no figure and no sign in its place, which says nothing.

        Raises FaultyLine with the first thing that is wrong. Cost: about 2 µs.
        """
        try:
            element_id = self._elements[cells[self._at[0]]]
            where = self._where[self._spot(cells)]
            value = cells[self._value_at]
            total = cells[self._total_at] if self._total_at >= 0 else None
        except IndexError as error:
            raise FaultyLine(LineFinding(line, "short", *words.SHORT)) from error
        except KeyError as error:
            raise FaultyLine(self._unknown(line, cells)) from error
        if value is None or value == "":
            return None
        figure = self._figure(line, element_id, value)
        both = self._figure(line, element_id, total)[0] if total else None
        return (line, element_id, *where, *figure, both)

    def _understood(self, spot: tuple[object, ...]) -> Where:
        """Where a figure stands. Raises KeyError for a cell that says nothing known."""
        place, year, sex, *groups = spot
        place_id = self._lists.places[folded(str(place))]
        first = YEARS[str(year)]
        if first > self._lists.latest_year:
            raise KeyError(year)
        breakdown = self._breakdown([str(group or "") for group in groups])
        which = SEXES[folded(str(sex))]
        return (place_id, f"{first}-01-01", f"{first + 1}-01-01", breakdown, which.value)

    def _unknown(self, line: int, cells: Sequence[object]) -> LineFinding:
        """The finding on the first cell that says nothing known."""
        element, place, year, sex = [cells[at] for at in self._at[:4]]
        if _code(element) in self._lists.foreign:
            return _finding(line, "foreign", words.FOREIGN, element)
        if _code(element) not in self._lists.elements:
            return _finding(line, "element", words.UNKNOWN_ELEMENT, element)
        if folded(str(place)) not in self._lists.places:
            return _finding(line, "place", words.UNKNOWN_PLACE, place)
        if folded(str(sex)) not in SEXES:
            return _finding(line, "sex", words.UNKNOWN_SEX, sex)
        if YEARS.get(str(year), self._lists.latest_year + 1) > self._lists.latest_year:
            return _finding(line, "year", words.UNKNOWN_YEAR, year)
        groups = ", ".join(str(cells[at] or "") for at, _ in self._dimensions)
        return _finding(line, "category", words.UNKNOWN_CATEGORY, groups)

    def _figure(
        self, line: int, element_id: int, cell: object
    ) -> tuple[int | str | None, int, str]:
        """The figure, its decimals and its kind of nothing. Raises FaultyLine."""
        if element_id in self._free:
            if isinstance(cell, str) and cell.isdecimal() and len(cell) <= MOST_WHOLE_DIGITS:
                return int(cell), 0, ""
            if type(cell) is int and 0 <= cell < _TOO_LONG:
                return cell, 0, ""
        element = self._lists.known[element_id]
        try:
            value = self._value(cell)
        except NotANumber as wrong:
            finding = LineFinding(line, "number", wrong.reason, words.NUMBER_REMEDY)
            raise FaultyLine(finding) from wrong
        if isinstance(value, Nothing):
            return None, 0, value.value
        flaw = flaw_of(element, value)
        if flaw is not None:
            said = words.IMPOSSIBLE.filled(value=value, flaw=flaw)
            raise FaultyLine(LineFinding(line, "range", said, words.RANGE_REMEDY))
        exponent = value.as_tuple().exponent
        places = max(0, -exponent) if isinstance(exponent, int) else 0
        return str(value), places, ""

    def _value(self, cell: object) -> Decimal | Nothing:
        if isinstance(cell, str):
            kind = nothing_printed_as("–" if cell.strip() in {"-", "—"} else cell)
            if kind is not None:
                return kind
        number = typed_number(cell, self._style)
        return Nothing.NOT_REPORTED if number is None else number

    def _breakdown(self, groups: Sequence[str]) -> str:
        """The key of the breakdown. Raises KeyError for a category that is not known."""
        codes = {}
        for group, (_, dimension) in zip(groups, self._dimensions, strict=True):
            if group.strip().lower() in EVERYONE:
                continue
            code = _category(dimension, group, self._lists)
            if code is None:
                raise KeyError(group)
            codes[dimension] = code
        return Breakdown.of(codes).key


def _code(cell: object) -> str:
    return str(cell or "").strip().upper()


def folded(typed: str) -> str:
    """Lower case words and numbers with one blank between them, without other marks."""
    return " ".join(re.findall(r"[\w.]+", typed.lower()))


def is_long(head: Sequence[object]) -> bool:
    """Whether the row names every column that a long table needs."""
    found = {_role(cell) for cell in head}
    return found >= set(NEEDED)


def is_figure_heading(cell: object) -> bool:
    """Whether figures stand below this heading."""
    return _role(cell) in {"value", "total"}


def _columns(head: Sequence[object]) -> tuple[tuple[int, ...], tuple[tuple[int, str], ...]]:
    """The places of the named columns (−1 for a total that is not there) and of breakdowns."""
    at: dict[str, int] = {}
    groups = []
    for place, cell in enumerate(head):
        if cell is None or not str(cell).strip():
            continue
        role = _role(cell)
        dimension = _dimension(cell)
        if role is not None:
            at.setdefault(role, place)
        elif dimension is not None:
            groups.append((place, dimension))
        else:
            known = ", ".join(dimensions())
            raise NotALongTable(words.UNKNOWN_COLUMN.filled(column=str(cell), known=known))
    for needed in NEEDED:
        if needed not in at:
            raise NotALongTable(words.MISSING_COLUMN.filled(column=needed))
    return tuple(at.get(role, -1) for role in (*NEEDED, "total")), tuple(groups)


def _role(cell: object) -> str | None:
    heading = folded(str(cell or "").replace("_", " "))
    return next((role for role, known in HEADINGS.items() if heading in known), None)


def _dimension(cell: object) -> str | None:
    heading = folded(str(cell).replace("_", " "))
    for code, dimension in dimensions().items():
        names = {code.replace("_", " "), folded(dimension.name.id), folded(dimension.name.en)}
        if heading in names or (code == "age" and heading == "umur"):
            return code
    return None


def _category(dimension: str, typed: str, lists: CodeLists) -> str | None:
    own = lists.categories.get((dimension, folded(typed)))
    if own is not None:
        return own
    plain = re.sub(r"\s*[-–]\s*", "-", typed.strip().lower()).replace(" tahun", "")
    for category in dimensions()[dimension].categories:
        names = {category.code, category.name.id.lower(), category.name.en.lower()}
        if plain in names or typed.strip().lower() in names:
            return category.code
    return None


def _finding(line: int, kind: str, said: tuple[Text, Text], cell: object) -> LineFinding:
    message, remedy = said
    return LineFinding(line, kind, message.filled(cell=str(cell or "")), remedy)
