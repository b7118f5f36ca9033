"""What a difference is made of: the effects of its factors, which sum to it exactly.

Sources: Kitagawa, Journal of the American Statistical Association 50 (1955) 1168; Das Gupta,
Standardization and Decomposition of Rates, US Bureau of the Census P23-186 (1993). Das Gupta's
effects are the averages over every order in which the factors could have changed, so no factor
is favoured by being named first and nothing is left over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import combinations
from math import factorial, prod

from setara.domain.language.text import Text
from setara.domain.statistics.counted import Counted
from setara.domain.statistics.disparity import Undefined

MOST_FACTORS = 8
"""Each factor doubles the work: 2^8 rates for each group."""

Rate = Callable[[Sequence[Fraction]], Fraction]


@dataclass(frozen=True, slots=True)
class Factor:
    """One factor in both populations, by group; one group where there are none."""

    name: Text
    first: tuple[Decimal, ...]
    second: tuple[Decimal, ...]


@dataclass(frozen=True, slots=True)
class Effect:
    """How much of the difference one factor makes, altogether and by group."""

    name: Text
    size: Fraction
    by_group: tuple[Fraction, ...]


@dataclass(frozen=True, slots=True)
class Decomposition:
    """The difference, first minus second, and the effects that sum to it exactly."""

    total: Fraction
    effects: tuple[Effect, ...]
    groups: tuple[Text, ...] = ()

    def percent(self, effect: Effect) -> Fraction | Undefined:
        """The effect in per cent of the difference; above 100 or below 0 where effects oppose."""
        if self.total == 0:
            return Undefined(NO_DIFFERENCE)
        return effect.size * 100 / self.total

    def shown(self, places: int) -> tuple[Decimal, ...]:
        """The effects rounded so that they still sum to the rounded difference."""
        return parts_shown([effect.size for effect in self.effects], places)


@dataclass(frozen=True, slots=True)
class Stratum:
    """One group of people in both populations: an age, a place, a kind of work.

    Cases and base may be anything whose quotient is the rate (children at school and children,
    rupiah earned and earners).
    """

    name: Text
    first: Counted | Undefined
    second: Counted | Undefined


def product(factors: Sequence[Fraction]) -> Fraction:
    """A rate that is the product of its factors."""
    return prod(factors, start=Fraction(1))


def kitagawa(strata: Iterable[Stratum]) -> Decomposition | Undefined:
    """How much of the difference of two rates lies in the rates of the groups, how much in the
    make-up of the populations.

    First may be women and second men, or first the later and second the earlier time. The rate
    effect is Σ(r1−r2)(c1+c2)/2, the composition effect Σ(c1−c2)(r1+r2)/2. The latter's parts by
    group depend on the level of the rates; only their sum has a meaning of its own. Undefined
    where a group has no rate in one population.
    """
    known = list(strata)
    if not known:
        return Undefined(NO_GROUPS)
    firsts: list[Counted] = []
    seconds: list[Counted] = []
    for stratum in known:
        for counts, found in ((firsts, stratum.first), (seconds, stratum.second)):
            if isinstance(found, Undefined):
                return Undefined(GROUP_LACKS.filled(group=stratum.name, reason=found.reason))
            counts.append(found)
    rates = [(_rate(one), _rate(other)) for one, other in zip(firsts, seconds, strict=True)]
    parts = zip(_composition(firsts), _composition(seconds), strict=True)
    columns = [(RATE_EFFECT, rates), (COMPOSITION_EFFECT, list(parts))]
    return _decomposed(columns, product, tuple(stratum.name for stratum in known))


def das_gupta(
    factors: Sequence[Factor], *, groups: tuple[Text, ...] = (), rate: Rate = product
) -> Decomposition:
    """The effect of each factor on the difference of two rates, symmetric in the factors.

    `rate` makes the rate of one group from its factors in the order given (their product unless
    told otherwise); the groups' rates are summed. Raises ValueError without a factor, with more
    than `MOST_FACTORS`, or where the factors differ in their groups. Cost: 2^factors rates for
    each group.
    """
    sizes = {len(values) for factor in factors for values in (factor.first, factor.second)}
    if not 0 < len(factors) <= MOST_FACTORS or len(sizes) != 1:
        message = f"{len(factors)} factors with {sorted(sizes)} groups cannot be decomposed"
        raise ValueError(message)
    columns = [
        (
            factor.name,
            [*zip(map(Fraction, factor.first), map(Fraction, factor.second), strict=True)],
        )
        for factor in factors
    ]
    return _decomposed(columns, rate, groups)


def parts_shown(
    parts: Sequence[Fraction], places: int, total: Decimal | None = None
) -> tuple[Decimal, ...]:
    """The parts rounded so that what is printed adds up to `total`, their own rounded sum if None.

    Each is rounded down, and those nearest to the next step are moved until the sum is reached.
    """
    scale = 10**places
    floors = [part * scale // 1 for part in parts]
    wanted = _whole_steps(parts, scale) if total is None else int(total * scale)
    by_rest = sorted(range(len(parts)), key=lambda each: floors[each] - parts[each] * scale)
    every, some = divmod(wanted - sum(floors), len(parts))
    for place, each in enumerate(by_rest):
        floors[each] += every + (place < some)
    return tuple(Decimal(floor).scaleb(-places) for floor in floors)


def _whole_steps(parts: Sequence[Fraction], scale: int) -> int:
    """The sum in steps of 1/scale, half rounded away from zero as every figure shown."""
    whole = sum(parts, Fraction(0)) * scale
    return (abs(whole) + Fraction(1, 2)) // 1 * (-1 if whole < 0 else 1)


Column = tuple[Text, list[tuple[Fraction, Fraction]]]


def _decomposed(columns: Sequence[Column], rate: Rate, groups: tuple[Text, ...]) -> Decomposition:
    by_group = [
        _effects(list(values), rate) for values in zip(*(c[1] for c in columns), strict=True)
    ]
    effects = tuple(
        Effect(name, sum(parts, Fraction(0)), parts)
        for (name, _), parts in zip(columns, zip(*by_group, strict=True), strict=True)
    )
    return Decomposition(sum((each.size for each in effects), Fraction(0)), effects, groups)


def _effects(factors: Sequence[tuple[Fraction, Fraction]], rate: Rate) -> list[Fraction]:
    """The effect of each factor in one group: over all sets of others already exchanged."""
    count = len(factors)
    effects = [Fraction(0)] * count
    for each in range(count):
        others = [other for other in range(count) if other != each]
        for size in range(count):
            weight = Fraction(factorial(size) * factorial(count - 1 - size), factorial(count))
            for changed in combinations(others, size):
                with_it = [factors[i][0 if i in changed or i == each else 1] for i in range(count)]
                without = [factors[i][0 if i in changed else 1] for i in range(count)]
                effects[each] += weight * (rate(with_it) - rate(without))
    return effects


def _rate(found: Counted) -> Fraction:
    return Fraction(found.cases) / Fraction(found.base)


def _composition(counts: Sequence[Counted]) -> list[Fraction]:
    whole = sum((Fraction(found.base) for found in counts), Fraction(0))
    return [Fraction(found.base) / whole for found in counts]


RATE_EFFECT = Text("angka tiap kelompok", "the rates of the groups")
COMPOSITION_EFFECT = Text("susunan kelompok", "the make-up of the groups")
NO_GROUPS = Text("Tidak ada kelompok yang dapat diuraikan.", "There are no groups to decompose by.")
NO_DIFFERENCE = Text(
    "Tidak ada selisih, sehingga bagiannya tidak ada.",
    "There is no difference, so it has no parts.",
)
GROUP_LACKS = Text(
    "Kelompok {group} tidak dapat dibandingkan. {reason}",
    "The group {group} cannot be compared. {reason}",
)
