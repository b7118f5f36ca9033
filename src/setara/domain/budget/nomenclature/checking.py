"""A budget held against the nomenclature of its year: unknown codes, other names, other decrees."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from setara.domain.budget.carry_over import LIKELY, Entry, code_key, likeness, name_key
from setara.domain.budget.nomenclature.entry import generic
from setara.domain.budget.reading.findings import Fault, ReadingFinding, quoted
from setara.domain.budget.reading.wording import MESSAGES, REMEDIES
from setara.domain.budget.severity import Severity
from setara.domain.language.text import Text

_SUB_ACTIVITY_DOTS = 5


class Written(NamedTuple):
    """A code with its name as a budget has it, and the row it stands in."""

    row: int
    code: str
    name: str


@dataclass(frozen=True, slots=True)
class YearList:
    """A list of the nomenclature with the years it holds in, both included.

    `entries` are by `code_key`. A list that is not of the whole nomenclature is complete only for
    codes below those of `complete_below`; an empty code there stands for all. What a list that
    `is_sure` (official, and checked by a person) does not know is a warning, else a note.
    """

    decree: str | Text
    first_year: int
    last_year: int
    entries: Mapping[str, Entry]
    is_sure: bool
    complete_below: tuple[str, ...] = ("",)

    def holds_in(self, year: int) -> bool:
        """Whether the list is the one of the budget year."""
        return self.first_year <= year <= self.last_year

    @property
    def years(self) -> str:
        """`2023–2025`, or one year alone."""
        first, last = str(self.first_year), str(self.last_year)
        return first if first == last else f"{first}–{last}"

    def name_of(self, code: str) -> str | None:
        """What the decree calls a code, also where it writes the generic program as `X.XX.01`."""
        any_field = generic(code)
        found = self.entries.get(code_key(code))
        if found is None and any_field is not None:
            found = self.entries.get(code_key(any_field))
        return found.name if found else None

    def is_complete_for(self, code: str) -> bool:
        """Whether a code that is not in the list is not in the decree either."""
        return any(not part or code.startswith(f"{part}.") for part in self.complete_below)


def by_key(entries: Iterable[Entry]) -> dict[str, Entry]:
    """The entries of a list as `YearList` holds them."""
    return {code_key(each.code): each for each in entries}


def unlisted(
    written: Iterable[Written], lists: Sequence[YearList], *, year: int
) -> tuple[ReadingFinding, ...]:
    """What the nomenclature of the year does not know, or names otherwise, by row.

    Only codes of sub kegiatan are held against it. Where no list holds in the year, or none is
    complete for a code, nothing is said. `year` is 0 where the book names none. Cost: each
    distinct code once, about 3 µs where it is known; the rest is looked up by name.
    """
    here = [each for each in lists if each.holds_in(year)]
    if not here:
        return ()
    others = [each for each in lists if not each.holds_in(year)]
    judge = _Judge(here, others, year)
    return tuple(found for each in _once(written) for found in judge.of(each))


def _once(written: Iterable[Written]) -> Iterator[Written]:
    """Each code with the first name it bears."""
    seen: set[str] = set()
    for each in written:
        if each.code not in seen and each.code.count(".") == _SUB_ACTIVITY_DOTS:
            seen.add(each.code)
            yield each


class _Judge:
    def __init__(self, here: Sequence[YearList], others: Sequence[YearList], year: int) -> None:
        self._here, self._others, self._year = here, others, year
        self._codes: dict[str, str] | None = None

    def of(self, written: Written) -> Iterator[ReadingFinding]:
        """At most one finding for a code."""
        for each in self._here:
            listed = each.name_of(written.code)
            if listed is not None:
                if name_key(listed) != name_key(written.name):
                    yield self._named_otherwise(written, each, listed)
                return
        lacking = next((each for each in self._here if each.is_complete_for(written.code)), None)
        if lacking is not None:
            yield self._unknown(written, lacking)

    def _named_otherwise(self, written: Written, by: YearList, listed: str) -> ReadingFinding:
        # A name that is not even like it may be a code used for other work.
        is_other_work = by.is_sure and likeness(listed, written.name) < LIKELY
        return _finding(Fault.NAME_DIFFERS, written, by, is_warning=is_other_work, listed=listed)

    def _unknown(self, written: Written, by: YearList) -> ReadingFinding:
        here = _OF_YEAR.filled(decree=by.decree, year=str(self._year)) if self._year else by.decree
        for other in self._others:
            if other.name_of(written.code) is not None:
                return _finding(
                    Fault.OTHER_DECREE,
                    written,
                    by,
                    is_warning=by.is_sure,
                    here=here,
                    other=other.decree,
                    years=other.years,
                )
        found = _finding(Fault.UNLISTED_CODE, written, by, is_warning=by.is_sure, here=here)
        code = self._code_of(written.name)
        if code is None:
            return found
        remedy = _STANDS_AT.filled(code=code)
        return ReadingFinding(found.fault, found.severity, found.row, "", found.message, remedy)

    def _code_of(self, name: str) -> str | None:
        """The code under which the nomenclature of the year has a name."""
        if self._codes is None:
            self._codes = {
                name_key(entry.name): entry.code
                for each in reversed(self._here)
                for entry in each.entries.values()
                if entry.code.count(".") == _SUB_ACTIVITY_DOTS
            }
        return self._codes.get(name_key(name))


def _finding(
    fault: Fault, written: Written, by: YearList, *, is_warning: bool, **values: object
) -> ReadingFinding:
    said = {"code": written.code, "name": quoted(written.name), "decree": by.decree, **values}
    return ReadingFinding(
        fault,
        Severity.WARNING if is_warning else Severity.NOTE,
        written.row,
        "",
        MESSAGES[fault].filled(**said),
        REMEDIES[fault].filled(**said),
    )


_OF_YEAR = Text("{decree}, nomenklatur tahun {year}", "{decree}, the nomenclature of {year}")
_STANDS_AT = Text(
    "Nama itu berkode {code} dalam nomenklatur tahun ini; periksa kodenya.",
    "This year's nomenclature has that name under code {code}; check the code.",
)
