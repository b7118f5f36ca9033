"""The part of the nomenclature that comes with Setara, as a budget is held against it."""

from __future__ import annotations

from functools import cache

from setara.domain.budget.carry_over import Entry
from setara.domain.budget.nomenclature.checking import YearList, by_key
from setara.domain.language.text import Text
from setara.domain.law.nomenclature import all_editions

SHIPPED = Text(
    "daftar yang disertakan (keputusannya belum dipastikan)",
    "the shipped list (which decree it is has not been confirmed)",
)
SHIPPED_VERIFIED = Text("daftar yang disertakan", "the shipped list")


@cache
def shipped_lists() -> tuple[YearList, ...]:
    """Each shipped list; what it does not know weighs no more than its own certainty."""
    return tuple(
        YearList(
            decree=SHIPPED_VERIFIED if each.verified else SHIPPED,
            first_year=each.first_year,
            last_year=each.last_year,
            entries=by_key(Entry(line.code, line.name) for line in each.activities),
            is_sure=each.verified,
            complete_below=each.complete_below,
        )
        for each in all_editions()
    )
