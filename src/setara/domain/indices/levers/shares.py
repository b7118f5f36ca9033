"""Shares of one whole: seats are held by women or by men, so both percentages move together."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_HALF_EVEN, Decimal

from setara.domain.indices.computing import Result
from setara.domain.indices.definition import Fault, Index, UnusableInput
from setara.domain.indices.shares_by_sex import ROUGHLY
from setara.domain.language.text import Text

WHOLE = Decimal(100)
# Two percentages printed with two decimals add up to 100 within one unit of the last one.
PRINTED = Decimal("0.011")
SHARED = {
    **dict.fromkeys(("seats", "parliament", "ministers", "managers", "professionals"), WHOLE),
    "head_of_state_years": Decimal(50),
}
"""Components whose two figures are parts of one whole, which is told, not of women and of men."""
OPPOSITE = {"female": "male", "male": "female"}
WOMEN, MEN = "seats_female", "seats_male"


def partner(index: Index, figures: Mapping[str, Decimal], measure: str) -> str | None:
    """The measure that falls as `measure` rises; None where there is none or they do not add up."""
    component, _, sex = measure.rpartition("_")
    if component not in SHARED or sex not in OPPOSITE:
        return None
    other = f"{component}_{OPPOSITE[sex]}"
    if other not in figures or not any(each.key == other for each in index.measures):
        return None
    whole = figures.get(measure, Decimal(0)) + figures[other]
    return other if abs(whole - SHARED[component]) <= ROUGHLY else None


def followed(figures: Mapping[str, Decimal], measure: str, figure: Decimal, other: str) -> Decimal:
    """What `other` becomes as `measure` becomes `figure`: it falls by what that rises."""
    whole = SHARED[measure.rpartition("_")[0]]
    return min(max(figures[other] - (figure - figures[measure]), Decimal(0)), whole)


def seats(total: int, women: int, men: int | None = None) -> dict[str, Decimal]:
    """Seats held by women and by men as the percentages that indices take.

    `men` are the others where not given. Raises UnusableInput for counts that cannot be.
    """
    others = total - women if men is None else men
    if total <= 0 or women < 0 or others < 0 or women + others > total:
        reason = NOT_SEATS.filled(total=total, women=women, men=others)
        raise UnusableInput((Fault((WOMEN,), reason),))
    return {WOMEN: women * WHOLE / total, MEN: others * WHOLE / total}


def seats_held(result: Result, total: int) -> int:
    """How many of `total` seats women hold by the figure of `result`.

    Raises UnusableInput where the percentage is no whole number of seats, KeyError where the
    index knows no seats.
    """
    share = result.figures[WOMEN]
    women = int((share * total / WHOLE).to_integral_value(ROUND_HALF_EVEN))
    if total <= 0 or abs(women * WHOLE / total - share) > PRINTED:
        reason = NOT_WHOLE.filled(share=share, total=total)
        raise UnusableInput((Fault((WOMEN,), reason),))
    return women


def more_seats(result: Result, more: int, *, of: int) -> dict[str, Decimal]:
    """The percentages with `more` women among `of` seats; fewer for a negative number.

    The measures the index has; raises as `seats` and `seats_held`.
    """
    found = seats(of, seats_held(result, of) + more)
    return {key: value for key, value in found.items() if key in result.figures}


NOT_SEATS = Text(
    "{women} perempuan dan {men} laki-laki tidak dapat menduduki {total} kursi. Periksa jumlah "
    "kursinya.",
    "{women} women and {men} men cannot hold {total} seats. Check the number of seats.",
)
NOT_WHOLE = Text(
    "{share} persen dari {total} kursi bukan bilangan bulat. Periksa jumlah kursi, atau isi "
    "persentasenya.",
    "{share} per cent of {total} seats is no whole number. Check the number of seats, or enter "
    "the percentage.",
)
