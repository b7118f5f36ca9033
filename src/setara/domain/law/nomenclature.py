"""The planning nomenclature by year: programmes, activities and sub-activities with their codes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources.abc import Traversable

from setara.domain.language.text import Language, Text
from setara.domain.law.citation import citations
from setara.domain.law.source import DATA, MalformedLaw, Table, needed, only, tables

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


class NoSuchActivity(KeyError):
    """The nomenclature of the year does not hold the code."""

    def __init__(self, code: str, year: int) -> None:
        self.reason = Text(
            "Kode {code} tidak ada dalam nomenklatur {year} yang disertakan.",
            "Code {code} is not in the shipped nomenclature of {year}.",
        ).filled(code=code, year=str(year))
        super().__init__(self.reason.say(Language.ENGLISH))


_KEYS = frozenset({"code", "name", "performance", "indicator", "unit"})


@cache
def activities(year: int) -> tuple[Activity, ...]:
    """The lines that hold in a budget year, by code; none for a year that is not shipped."""
    return read_activities(DATA, year)


def activity(code: str, year: int) -> Activity:
    """One line. Raises NoSuchActivity."""
    for each in activities(year):
        if each.code == code:
            return each
    raise NoSuchActivity(code, year)


def read_activities(root: Traversable, year: int) -> tuple[Activity, ...]:
    """The lines below `root` that hold in `year`. Raises MalformedLaw, UncitedLaw."""
    found: dict[str, Activity] = {}
    for name, table in tables(root, "nomenclature"):
        citations(name, table)
        first, last = needed(name, table, "first_year", int), needed(name, table, "last_year", int)
        verified = needed(name, table, "verified", bool)
        for entry in needed(name, table, "activity", list):
            each = _activity(name, entry, verified=verified)
            if first <= year <= last:
                if each.code in found:
                    raise MalformedLaw(name, f"{each.code} stands there twice for {year}")
                found[each.code] = each
    return tuple(found[code] for code in sorted(found))


def _activity(where: str, entry: Table, *, verified: bool) -> Activity:
    only(where, entry, _KEYS)
    code = needed(where, entry, "code", str)
    level = LEVELS.get(code.count(".") + 1)
    if level is None:
        raise MalformedLaw(where, f"{code} has no level")
    return Activity(
        code=code,
        level=level,
        name=needed(f"{where}: {code}", entry, "name", str),
        performance=entry.get("performance", ""),
        indicator=entry.get("indicator", ""),
        unit=entry.get("unit", ""),
        verified=verified,
    )
