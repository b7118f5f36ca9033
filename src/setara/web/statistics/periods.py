"""Periods as people choose them: a year, or a half or a quarter of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from setara.domain.foundation.period import Period
from setara.domain.language.text import Text

_MOST_DIGITS = 4


def year_asked(given: Mapping[str, object]) -> int | None:
    """The year of `?tahun=2024`, or None where none is asked for or it is no year."""
    typed = str(given.get("tahun", ""))
    return int(typed) if typed.isdecimal() and len(typed) <= _MOST_DIGITS else None


PARTS = {
    "year": Text("setahun penuh", "the whole year"),
    "h1": Text("semester I", "first half"),
    "h2": Text("semester II", "second half"),
    "q1": Text("triwulan I", "first quarter"),
    "q2": Text("triwulan II", "second quarter"),
    "q3": Text("triwulan III", "third quarter"),
    "q4": Text("triwulan IV", "fourth quarter"),
}
_MONTHS = {"year": 12, "h": 6, "q": 3}


def period_of(year: int, part: str) -> Period:
    """The part of the year as days. Raises KeyError for an unknown part."""
    if part == "year":
        return Period.year(year)
    months, number = _MONTHS[part[0]], int(part[1:])
    end = months * number
    last = date(year + 1, 1, 1) if end == _MONTHS["year"] else date(year, end + 1, 1)
    return Period(date(year, end - months + 1, 1), last)
