"""How good a screening is, counted on decisions it had not seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import groupby

from setara.domain.statistics.counted import Counted
from setara.domain.statistics.disparity import Undefined
from setara.domain.statistics.interval import Interval, wilson


@dataclass(frozen=True, slots=True)
class ScreeningQuality:
    """Counts over decided lines: those pointed at, those that were tagged, those that are both.

    `ranking` is the average precision of the order, 0 to 1; lines in chance order come to about
    the share of tagged lines, `chance`.
    """

    lines: int
    pointed: int
    tagged: int
    right: int
    ranking: Fraction

    @property
    def precision(self) -> Fraction | None:
        """Of those pointed at, the part that was tagged; None where nothing was pointed at."""
        return Fraction(self.right, self.pointed) if self.pointed else None

    @property
    def recall(self) -> Fraction | None:
        """Of those tagged, the part that was pointed at; None where nothing was tagged."""
        return Fraction(self.right, self.tagged) if self.tagged else None

    @property
    def precision_limits(self) -> Interval | None:
        """Where the precision may lie by chance; None where nothing was pointed at."""
        return _limits(self.right, self.pointed)

    @property
    def recall_limits(self) -> Interval | None:
        """Where the recall may lie by chance; None where nothing was tagged."""
        return _limits(self.right, self.tagged)

    @property
    def chance(self) -> Fraction:
        """The share of tagged lines: what pointing blindly would come to."""
        return Fraction(self.tagged, self.lines) if self.lines else Fraction(0)


def measured(
    scores: Sequence[float], is_tagged: Sequence[bool], *, from_score: float
) -> ScreeningQuality:
    """The quality of scores against what was decided; `from_score` is where pointing begins."""
    pointed = [score >= from_score for score in scores]
    return ScreeningQuality(
        lines=len(scores),
        pointed=sum(pointed),
        tagged=sum(is_tagged),
        right=sum(a and b for a, b in zip(pointed, is_tagged, strict=True)),
        ranking=average_precision(scores, is_tagged),
    )


def average_precision(scores: Sequence[float], is_tagged: Sequence[bool]) -> Fraction:
    """The precision at each step down the order, weighted by what the step adds to recall.

    Lines of equal score are one step: their order would be ours, not the screening's. 0 where
    nothing is tagged.
    """
    tagged = sum(is_tagged)
    if not tagged:
        return Fraction(0)
    ordered = sorted(zip(scores, is_tagged, strict=True), key=lambda pair: -pair[0])
    passed = right = 0
    together = Fraction(0)
    for _, step in groupby(ordered, key=lambda pair: pair[0]):
        kinds = [kind for _, kind in step]
        passed, right = passed + len(kinds), right + sum(kinds)
        together += Fraction(sum(kinds), tagged) * Fraction(right, passed)
    return together


def _limits(cases: int, of: int) -> Interval | None:
    if not of:
        return None
    found = wilson(Counted(Decimal(cases), Decimal(of)))
    return None if isinstance(found, Undefined) else found
