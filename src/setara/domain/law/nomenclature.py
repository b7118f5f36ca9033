"""The planning nomenclature by year: programmes, activities and sub-activities with their codes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources.abc import Traversable
from itertools import combinations

from setara.domain.language.text import Language, Text
from setara.domain.law.citation import Citation, citations
from setara.domain.law.source import (
    DATA,
    STRICT,
    Judge,
    MalformedLaw,
    Table,
    needed,
    only,
    optional,
    pair,
    tables,
)

LEVELS = {2: "bidang_urusan", 3: "program", 5: "kegiatan", 6: "sub_kegiatan"}
"""The level a code has by the number of its parts (`2.08.02.2.01.0001` has six)."""


@dataclass(frozen=True, slots=True)
class Activity:
    """One line of the nomenclature; codes are not stable across years."""

    code: str
    level: str
    name: str
    performance: str
    indicator: str
    unit: str
    verified: bool


@dataclass(frozen=True, slots=True)
class Edition:
    """A list of activities for the budget years from `first_year` to `last_year`, both included.

    `note` says how far the list goes and which decree it is, as far as that is known; below the
    codes of `complete_below` it holds all there is.
    """

    name: str
    first_year: int
    last_year: int
    verified: bool
    note: Text
    sources: tuple[Citation, ...]
    activities: tuple[Activity, ...]
    complete_below: tuple[str, ...] = ()

    def holds_in(self, year: int) -> bool:
        """Whether the list is the one of the budget year."""
        return self.first_year <= year <= self.last_year


class NoSuchActivity(KeyError):
    """The nomenclature of the year does not hold the code."""

    def __init__(self, code: str, year: int) -> None:
        self.reason = Text(
            "Kode {code} tidak ada dalam nomenklatur {year} yang disertakan.",
            "Code {code} is not in the shipped nomenclature of {year}.",
        ).filled(code=code, year=str(year))
        super().__init__(self.reason.say(Language.ENGLISH))


_KEYS = frozenset(
    {
        "first_year",
        "last_year",
        "verified",
        "note",
        "note_en",
        "sources",
        "complete_below",
        "activity",
    }
)
_ACTIVITY_KEYS = frozenset({"code", "name", "performance", "indicator", "unit"})
# Sub-activities had two digits under Permendagri 90/2019 and have four under its later updates.
_CODE = re.compile(r"\d\.\d{2}(\.\d{2}(\.\d\.\d{2}(\.(\d{2}|\d{4}))?)?)?")


@cache
def _all() -> tuple[Edition, ...]:
    return read_editions(DATA)


def all_editions() -> tuple[Edition, ...]:
    """Every list that is shipped, of whatever years."""
    return _all()


def editions(year: int) -> tuple[Edition, ...]:
    """The lists that hold in a budget year, each with its note and its sources."""
    return tuple(each for each in _all() if each.holds_in(year))


@cache
def activities(year: int) -> tuple[Activity, ...]:
    """The lines that hold in a budget year, by code; none for a year that is not shipped."""
    found = [line for edition in editions(year) for line in edition.activities]
    return tuple(sorted(found, key=lambda each: each.code))


def activity(code: str, year: int) -> Activity:
    """One line. Raises NoSuchActivity."""
    for each in activities(year):
        if each.code == code:
            return each
    raise NoSuchActivity(code, year)


def read_editions(root: Traversable, judge: Judge = STRICT) -> tuple[Edition, ...]:
    """The lists below `root`. Raises MalformedLaw, UncitedLaw."""
    read: list[Edition] = []
    for name, table in tables(root, "nomenclature", judge):
        with judge.entry():
            read.append(_edition(name, table, judge))
    for one, other in combinations(read, 2):
        if one.first_year <= other.last_year and other.first_year <= one.last_year:
            with judge.entry():
                _stand_once(other.name, [*one.activities, *other.activities])
    return tuple(read)


def _edition(name: str, table: Table, judge: Judge) -> Edition:
    only(name, table, _KEYS)
    first, last = needed(name, table, "first_year", int), needed(name, table, "last_year", int)
    if last < first:
        raise MalformedLaw(name, "ends before it begins")
    verified = needed(name, table, "verified", bool)
    note, sources = pair(name, table, "note"), citations(name, table)
    lines: list[Activity] = []
    for entry in needed(name, table, "activity", list):
        with judge.entry():
            lines.append(_activity(name, entry, verified=verified))
    _stand_once(name, lines)
    known = {each.code for each in lines}
    for each in lines:
        with judge.entry():
            above = _above(each.code)
            if above is not None and above not in known:
                raise MalformedLaw(f"{name}: {each.code}", f"lacks {above}, which it belongs to")
    complete = _complete_below(name, table, known)
    return Edition(name, first, last, verified, note, sources, tuple(lines), complete)


def _complete_below(name: str, table: Table, known: set[str]) -> tuple[str, ...]:
    """The codes below which nothing is left out. Raises MalformedLaw for one not in the list."""
    codes = tuple(optional(name, table, "complete_below", list) or ())
    for code in codes:
        if code not in known:
            raise MalformedLaw(name, f"is complete below {code}, which it lacks")
    return codes


def _stand_once(name: str, lines: Iterable[Activity]) -> None:
    seen: set[str] = set()
    for each in lines:
        if each.code in seen:
            raise MalformedLaw(f"{name}: {each.code}", "stands twice in the same years")
        seen.add(each.code)


def _above(code: str) -> str | None:
    """The code a line belongs under; a kegiatan (five parts) is under its program (three)."""
    above = code.rpartition(".")[0]
    if LEVELS[code.count(".") + 1] == "kegiatan":
        above = above.rpartition(".")[0]
    return above if "." in above else None


def _activity(name: str, entry: Table, *, verified: bool) -> Activity:
    code = needed(name, entry, "code", str)
    where = f"{name}: {code}"
    only(where, entry, _ACTIVITY_KEYS)
    if not _CODE.fullmatch(code):
        raise MalformedLaw(where, "is not a code of the nomenclature, such as 2.08.02.2.01.0001")
    return Activity(
        code=code,
        level=LEVELS[code.count(".") + 1],
        name=needed(where, entry, "name", str),
        performance=optional(where, entry, "performance", str) or "",
        indicator=optional(where, entry, "indicator", str) or "",
        unit=optional(where, entry, "unit", str) or "",
        verified=verified,
    )
