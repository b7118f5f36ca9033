"""The indices of BPS that were taken in, beside what comes out of the figures kept with them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from setara.domain.foundation.actor import Actor
from setara.domain.indices.bps.measures import Vintage
from setara.domain.indices.computing import law_day
from setara.domain.indices.definition import Index
from setara.domain.indices.registry import INDICES
from setara.domain.indices.verification import Claim, Printed, Verification, verified
from setara.domain.law.parameters import NotInForce
from setara.domain.statistics.observation import Nothing, Value
from setara.usecases.indices.published import PublishedAnswer, published_figures

PRINTED = ("ipm", "ipg", "idg", "ikg")
"""The families of measures that are indices themselves; the others are what they come from."""


@dataclass(frozen=True, slots=True)
class VintageAnswer:
    """The comparison of one series; figures of two vintages are never computed together."""

    vintage: Vintage
    verification: Verification


def verification_of(*, by: Actor) -> tuple[VintageAnswer, ...]:
    """Every published index that is kept, recomputed; a series without any is not there.

    An index that rests on no life expectancy stands with the old series only. Cost: two queries
    and one exact computation an index, place and year.
    """
    found = []
    for vintage in Vintage:
        kept = published_figures(by=by, vintage=vintage)
        verification = verified(_claims(kept, vintage))
        if verification.comparisons:
            found.append(VintageAnswer(vintage, verification))
    return tuple(found)


def _claims(kept: tuple[PublishedAnswer, ...], vintage: Vintage) -> Iterator[Claim]:
    of_year: dict[tuple[str, int], list[PublishedAnswer]] = {}
    for each in kept:
        of_year.setdefault((each.place_code, each.year), []).append(each)
    for (code, year), answers in of_year.items():
        figures: dict[str, Value] = {each.measure.key: each.value for each in answers}
        printed = {
            each.measure.key: each.value
            for each in answers
            if each.measure.family.key in PRINTED and each.measure.vintage is vintage
            if not isinstance(each.value, Nothing)
        }
        for index in INDICES:
            values = _printed(index, printed, year)
            given = {m.key: figures[m.key] for m in index.measures if m.key in figures}
            if values and given:
                yield Claim(answers[0].place_name, year, index.key, given, values, code)


def _printed(index: Index, printed: Mapping[str, Decimal], year: int) -> tuple[Printed, ...]:
    try:
        decimals = int(index.rounding(law_day(year)).value)
    except NotInForce:
        return ()
    return tuple(
        Printed(step.key, printed[step.key], decimals)
        for step in index.steps
        if step.key in printed
    )
