"""Plan against reached, and figures up to a month that must not fall."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from setara.domain.budget.beneficiaries.headcount import LAST_MONTH, Headcount
from setara.domain.foundation.sex import Sex
from setara.domain.foundation.share import Share
from setara.domain.language.text import Text
from setara.domain.language.writing import ENGLISH_MONTHS, INDONESIAN_MONTHS
from setara.domain.statistics.disparity import Undefined

MONTHS_OF_A_QUARTER = 3
_QUARTERS = ("I", "II", "III", "IV")


@dataclass(frozen=True, slots=True)
class Progress:
    """The part of the plan that was reached: of women, of men, and of all."""

    women: Share | Undefined
    men: Share | Undefined
    total: Share | Undefined


def progress(planned: Headcount, reached: Headcount) -> Progress:
    """What was reached of what was planned, in one unit; above 100 % where more were."""
    return Progress(
        women=_part(planned.women, reached.women, Sex.FEMALE.label),
        men=_part(planned.men, reached.men, Sex.MALE.label),
        total=_part(planned.total, reached.total, BOTH),
    )


def falls(series: Iterable[tuple[int, Headcount]]) -> tuple[int, ...]:
    """The months at which a figure up to then is smaller than one before it.

    Figures are up to a month since January: months are never added, because who came in March may
    be who came in February.
    """
    found, highest = [], Decimal(0)
    for month, count in sorted(series, key=lambda each: each[0]):
        total = count.total
        if isinstance(total, Undefined):
            continue
        if total < highest:
            found.append(month)
        highest = max(highest, total)
    return tuple(found)


def up_to(month: int) -> Text:
    """`s.d. Maret (triwulan I)`; `setahun` for the plan of the year, month 0."""
    if not month:
        return FOR_THE_YEAR
    named = Text(INDONESIAN_MONTHS[month - 1], ENGLISH_MONTHS[month - 1])
    if month % MONTHS_OF_A_QUARTER:
        return UP_TO.filled(month=named)
    return UP_TO_QUARTER.filled(month=named, quarter=_QUARTERS[month // MONTHS_OF_A_QUARTER - 1])


def months() -> tuple[tuple[int, Text], ...]:
    """Every month a figure can be up to, with its words."""
    return tuple((month, up_to(month)) for month in range(1, LAST_MONTH + 1))


def _part(planned: object, reached: object, whose: Text) -> Share | Undefined:
    if not isinstance(planned, Decimal) or not isinstance(reached, Decimal):
        return Undefined(NOT_BOTH.filled(whose=whose))
    if planned == 0:
        return Undefined(NONE_PLANNED.filled(whose=whose))
    return Share(reached, planned, PLAN)


BOTH = Text("perempuan dan laki-laki", "women and men")
PLAN = Text("rencana", "the plan")
NOT_BOTH = Text(
    "Rencana atau capaian untuk {whose} belum ada.",
    "The plan or what was reached is missing for {whose}.",
)
NONE_PLANNED = Text("Tidak ada yang direncanakan untuk {whose}.", "None was planned for {whose}.")
FOR_THE_YEAR = Text("setahun", "the year")
UP_TO = Text("s.d. {month}", "up to {month}")
UP_TO_QUARTER = Text("s.d. {month} (triwulan {quarter})", "up to {month} (quarter {quarter})")
