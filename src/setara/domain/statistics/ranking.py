"""Disparities in order of severity, those that cannot be ordered apart and with their reason."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from operator import itemgetter
from typing import Generic, TypeVar

from setara.domain.language.text import Text
from setara.domain.statistics.amount import rounded
from setara.domain.statistics.disparity import BOTH_ZERO, Behind, Disparity, Result, Undefined
from setara.domain.statistics.observation import Nothing

SEVERITY_DECIMALS = 3
"""Severities are compared as they are shown; among equals the number of people decides."""

Key = TypeVar("Key", bound=Hashable)


def severity(disparity: Disparity) -> Result:
    """How far from parity, from 0 (the same) to 1 (one sex not at all).

    It is the distance of the adjusted parity index from 1, which is 1 − smaller/larger figure:
    the same whichever sex is behind, free of the unit, and defined where men are at zero and the
    index itself is not. A small rate and its complement (2 per cent not at school, 98 at school)
    have different severities; compare elements that are stated the same way.
    """
    women, men = disparity.women, disparity.men
    if isinstance(women, Nothing) or isinstance(men, Nothing) or min(women, men) < 0:
        return disparity.normalised
    larger = max(women, men)
    return Undefined(BOTH_ZERO) if larger == 0 else 1 - min(women, men) / larger


@dataclass(frozen=True, slots=True)
class Contender(Generic[Key]):
    """A disparity that wants a rank; `key` is the caller's own name for it.

    `affected` is how many people of the sex that is behind it concerns, where that is known.
    `could_be_chance` marks a sample whose interval includes no difference.
    """

    key: Key
    disparity: Disparity
    affected: Decimal | None = None
    could_be_chance: bool = False


@dataclass(frozen=True, slots=True)
class Ranked(Generic[Key]):
    """A contender with its rank, from 1; equals share a rank, `out_of` is how many have one."""

    key: Key
    rank: int
    out_of: int
    severity: Decimal
    behind: Behind
    affected: Decimal | None


@dataclass(frozen=True, slots=True)
class Apart(Generic[Key]):
    """A contender without a rank, and why."""

    key: Key
    reason: Text


@dataclass(frozen=True, slots=True)
class Ranking(Generic[Key]):
    """The most severe first; then those at parity, and those that cannot be ranked."""

    ranked: tuple[Ranked[Key], ...]
    at_parity: tuple[Key, ...]
    apart: tuple[Apart[Key], ...]

    def of(self, key: Key) -> Ranked[Key] | None:
        """The rank of one contender, None where it has none."""
        return next((each for each in self.ranked if each.key == key), None)


_Standing = tuple[tuple[Decimal, Decimal], Contender[Key]]
"""What a contender is ordered by, and the contender."""
_order = itemgetter(0)


def ranking(contenders: Iterable[Contender[Key]]) -> Ranking[Key]:
    """The contenders by severity, then by how many people are affected, then as they came.

    Who is behind follows from polarity and figures, so an element where lower is better ranks
    beside one where higher is. At parity means within the parity band. Apart are those without
    figures, with negative ones, not judged (a composition), or within chance. Cost: one sort.
    """
    standing: list[_Standing[Key]] = []
    at_parity: list[Key] = []
    apart: list[Apart[Key]] = []
    for each in contenders:
        found = severity(each.disparity)
        reason = _reason_apart(each, found)
        if reason is not None:
            apart.append(Apart(each.key, reason))
        elif each.disparity.behind is Behind.NEITHER:
            at_parity.append(each.key)
        elif isinstance(found, Decimal):
            severe = rounded(found, SEVERITY_DECIMALS)
            standing.append(((-severe, -(each.affected or Decimal(0))), each))
    standing.sort(key=_order)
    return Ranking(tuple(_ranked(standing)), tuple(at_parity), tuple(apart))


def _reason_apart(contender: Contender[Key], found: Result) -> Text | None:
    if isinstance(found, Undefined):
        return found.reason
    if contender.disparity.behind is Behind.NOT_JUDGED:
        return NOT_JUDGED
    return WITHIN_CHANCE if contender.could_be_chance else None


def _ranked(standing: list[_Standing[Key]]) -> Iterable[Ranked[Key]]:
    rank, before = 0, None
    for place, (order, contender) in enumerate(standing, start=1):
        rank, before = (rank if order == before else place), order
        yield Ranked(
            key=contender.key,
            rank=rank,
            out_of=len(standing),
            severity=-order[0],
            behind=contender.disparity.behind,
            affected=contender.affected,
        )


NOT_JUDGED = Text(
    "Data ini menunjukkan susunan, bukan siapa yang tertinggal.",
    "These data show a composition, not who is behind.",
)
WITHIN_CHANCE = Text(
    "Perbedaannya masih dalam batas kebetulan sampel.",
    "The difference lies within the chance of a sample.",
)
