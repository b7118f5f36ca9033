"""What the page on the years of the budget is given: stages, and a small line by month."""

from __future__ import annotations

from dataclasses import dataclass

from setara.domain.budget.phase import MONTHS
from setara.domain.language.text import Text
from setara.usecases.budget.version_years import BudgetYear, BudgetYears, RealisedMonth

WIDE, HIGH, EDGE = 264, 64, 4
_STEP = (WIDE - 2 * EDGE) // 12


@dataclass(frozen=True, slots=True)
class Dot:
    """A month on the drawn line, in the units of the picture."""

    month: RealisedMonth
    name: Text
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class YearShown:
    """A year with its drawn line; there is none before anything was realised."""

    year: BudgetYear
    dots: tuple[Dot, ...]
    top: int = EDGE
    floor: int = HIGH - EDGE
    wide: int = WIDE
    high: int = HIGH

    @property
    def path(self) -> str:
        """The points of the line, from the start of the year."""
        return f"{EDGE},{self.floor} " + " ".join(f"{dot.x},{dot.y}" for dot in self.dots)


@dataclass(frozen=True, slots=True)
class VersionsPage:
    """The budget of every year, stage by stage."""

    title: Text
    lead: Text
    answer: BudgetYears
    years: tuple[YearShown, ...]
    upload_url: str


def years_shown(answer: BudgetYears) -> tuple[YearShown, ...]:
    """The years with their lines; the upper edge of each is the budget in force."""
    return tuple(YearShown(year, _dots(year)) for year in answer.years)


def _dots(year: BudgetYear) -> tuple[Dot, ...]:
    most = max(
        [year.plan.amount if year.plan else 0, *(each.realised.amount for each in year.months), 1]
    )
    room = HIGH - 2 * EDGE
    return tuple(
        Dot(
            each,
            MONTHS[each.month - 1],
            EDGE + _STEP * each.month,
            HIGH - EDGE - room * max(each.realised.amount, 0) // most,
        )
        for each in year.months
    )
