"""How a disparity moved between two periods, judged on the very figures that are shown."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from setara.domain.foundation.period import Period
from setara.domain.foundation.share import Share
from setara.domain.language.text import Text
from setara.domain.statistics.amount import rounded
from setara.domain.statistics.disparity import Disparity, Result, Undefined, adjusted_parity

RATIO_DECIMALS = 3
SHARE_DECIMALS = 1


class Movement(StrEnum):
    """What became of a disparity; MIXED where difference and proportion went opposite ways."""

    NARROWED = "narrowed"
    WIDENED = "widened"
    UNCHANGED = "unchanged"
    MIXED = "mixed"
    REVERSED = "reversed"

    @property
    def label(self) -> Text:
        """In both languages."""
        return MOVEMENT_LABELS[self]


MOVEMENT_LABELS = {
    Movement.NARROWED: Text("menyempit", "narrowed"),
    Movement.WIDENED: Text("melebar", "widened"),
    Movement.UNCHANGED: Text("tidak berubah", "did not change"),
    Movement.MIXED: Text("tidak searah", "mixed"),
    Movement.REVERSED: Text("berbalik", "reversed"),
}


class Proportion(StrEnum):
    """The measure that does not depend on size: the share of women for a count, else the ratio."""

    SHARE = "share"
    RATIO = "ratio"

    @property
    def label(self) -> Text:
        """In both languages."""
        return PROPORTION_LABELS[self]


PROPORTION_LABELS = {
    Proportion.SHARE: Text("bagian perempuan", "the share of women"),
    Proportion.RATIO: Text("rasio perempuan terhadap laki-laki", "the ratio of women to men"),
}


@dataclass(frozen=True, slots=True)
class Change:
    """One measure before and after, as shown; `step` is −1 where it came closer to parity."""

    before: Decimal
    after: Decimal
    step: int


@dataclass(frozen=True, slots=True)
class Trend:
    """The difference and the proportion since `earlier`, and what they say together."""

    earlier: Period
    movement: Movement
    difference: Change
    proportion: Change
    proportion_kind: Proportion


def trend(earlier: Period, before: Disparity, after: Disparity, places: int) -> Trend | Undefined:
    """The trend from `before` to `after`, differences rounded to `places`.

    Both measures are judged because they can move in opposite directions. Whether a change is
    more than noise is another question, for figures from samples.
    """
    differences = _both(before.difference_shown(places), after.difference_shown(places))
    proportions = _both(_proportion(before), _proportion(after))
    if isinstance(differences, Undefined):
        return differences
    if isinstance(proportions, Undefined):
        return proportions
    kind = Proportion.SHARE if isinstance(after.share_of_women, Share) else Proportion.RATIO
    difference = _difference_change(*differences)
    proportion = (
        _share_change(*proportions) if kind is Proportion.SHARE else _ratio_change(*proportions)
    )
    return Trend(earlier, _movement(difference, proportion), difference, proportion, kind)


def _both(before: Result, after: Result) -> tuple[Decimal, Decimal] | Undefined:
    if isinstance(before, Undefined):
        return before
    return after if isinstance(after, Undefined) else (before, after)


def _proportion(disparity: Disparity) -> Result:
    share = disparity.share_of_women
    return share.percent(SHARE_DECIMALS) if isinstance(share, Share) else disparity.ratio


def _difference_change(before: Decimal, after: Decimal) -> Change:
    return Change(before, after, _sign(abs(after) - abs(before)))


def _share_change(before: Decimal, after: Decimal) -> Change:
    return Change(before, after, _sign(abs(after - 50) - abs(before - 50)))


def _ratio_change(before: Decimal, after: Decimal) -> Change:
    before, after = rounded(before, RATIO_DECIMALS), rounded(after, RATIO_DECIMALS)
    distance = abs(adjusted_parity(after) - 1) - abs(adjusted_parity(before) - 1)
    return Change(before, after, _sign(distance))


def _sign(value: Decimal) -> int:
    return (value > 0) - (value < 0)


def _movement(difference: Change, proportion: Change) -> Movement:
    if difference.before * difference.after < 0:
        return Movement.REVERSED
    steps = {difference.step, proportion.step} - {0}
    if not steps:
        return Movement.UNCHANGED
    if len(steps) > 1:
        return Movement.MIXED
    return Movement.NARROWED if steps == {-1} else Movement.WIDENED
