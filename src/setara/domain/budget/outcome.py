"""What became of a gap: closed, narrowed, unchanged or widened between two figures of one thing.

A verdict stands beside a programme and never says that the programme was the cause. Nothing is
judged from a figure that is not there, from few people, or from what was counted in another way.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from setara.domain.budget import outcome_words as words
from setara.domain.budget.outcome_measure import Compared, Width, incomparable, width_of
from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Text
from setara.domain.statistics.disparity import Behind, Undefined
from setara.domain.statistics.element import Measure, Polarity

TOLERANCE = Decimal("0.5")
"""Points: a smaller change counts as none. Setara's own choice; no regulation names one."""


class OutcomeVerdict(StrEnum):
    """What became of a gap, the better first."""

    CLOSED = "closed"
    NARROWED = "narrowed"
    UNCHANGED = "unchanged"
    WIDENED = "widened"
    UNKNOWN = "unknown"

    @property
    def label(self) -> Text:
        """In both languages."""
        return VERDICT_LABELS[self]


VERDICT_LABELS = {
    OutcomeVerdict.CLOSED: Text("tertutup", "closed"),
    OutcomeVerdict.NARROWED: Text("menyempit", "narrowed"),
    OutcomeVerdict.UNCHANGED: Text("tidak berubah", "unchanged"),
    OutcomeVerdict.WIDENED: Text("melebar", "widened"),
    OutcomeVerdict.UNKNOWN: Text("belum diketahui", "unknown"),
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """A verdict with its reason, and both figures as they were compared.

    `before` and `after` are None where there was no such figure; the gaps are None where none
    can be worked out. `change` is in points, negative where the gap became smaller. `crossed`
    where the other sex has the larger figure now. `cautions` are what one should know besides.
    """

    verdict: OutcomeVerdict
    reason: Text
    before: Compared | None = None
    after: Compared | None = None
    width_before: Width | None = None
    width_after: Width | None = None
    change: Decimal | None = None
    crossed: bool = False
    cautions: tuple[Text, ...] = ()


def outcome(before: Compared, after: Compared) -> Outcome:
    """The verdict between two figures, the earlier first.

    Closed: at parity now and not before (band `parity.lower` to `parity.upper`); the reverse is
    widened. Otherwise by the gap in points, a change below `TOLERANCE` being none. Exchanging
    the two turns a gap that closed or narrowed into one that widened. Never raises.
    """
    first, then = width_of(before), width_of(after)
    missing = next((each.reason for each in (first, then) if isinstance(each, Undefined)), None)
    is_hidden = before.is_hidden or after.is_hidden
    refusal = None if is_hidden else missing
    refusal = refusal or incomparable(before, after)
    if refusal is None and isinstance(first, Width) and isinstance(then, Width):
        return _judged(before, after, first, then)
    return Outcome(
        OutcomeVerdict.UNKNOWN,
        refusal or words.NO_REASON,
        before,
        after,
        first if isinstance(first, Width) else None,
        then if isinstance(then, Width) else None,
    )


def unknown(reason: Text, before: Compared | None = None) -> Outcome:
    """No verdict for want of a second figure, and why."""
    width = width_of(before) if before else None
    first = width if isinstance(width, Width) else None
    return Outcome(OutcomeVerdict.UNKNOWN, reason, before, width_before=first)


def _judged(before: Compared, after: Compared, first: Width, then: Width) -> Outcome:
    change = then.points - first.points
    crossed = (
        not first.at_parity
        and not then.at_parity
        and None not in (first.larger, then.larger)
        and first.larger is not then.larger
    )
    verdict, sentence = _verdict(first, then, change)
    return Outcome(
        verdict,
        sentence.filled(
            was=before.period,
            now=after.period,
            first=first.points,
            then=then.points,
            step=abs(change),
            tolerance=TOLERANCE,
        ),
        before,
        after,
        first,
        then,
        change,
        crossed,
        tuple(_cautions(before, after, change, then if crossed else None)),
    )


def _verdict(first: Width, then: Width, change: Decimal) -> tuple[OutcomeVerdict, Text]:
    if first.at_parity and then.at_parity:
        return OutcomeVerdict.UNCHANGED, words.STILL_AT_PARITY
    if then.at_parity:
        return OutcomeVerdict.CLOSED, words.CLOSED
    if first.at_parity:
        return OutcomeVerdict.WIDENED, words.LEFT_PARITY
    if abs(change) < TOLERANCE:
        return OutcomeVerdict.UNCHANGED, words.UNCHANGED
    return (
        (OutcomeVerdict.NARROWED, words.NARROWED)
        if change < 0
        else (OutcomeVerdict.WIDENED, words.WIDENED)
    )


def _cautions(
    before: Compared, after: Compared, change: Decimal, crossed: Width | None
) -> list[Text]:
    found = []
    if crossed is not None:
        found.append(_crossing(after, crossed))
    elif (away := _away_from_parity(before, after)) and away * change < 0:
        found.append(words.PROPORTION_AWAY if away > 0 else words.PROPORTION_CLOSER)
    pulled = _pulled_down(before, after)
    if pulled is not None and change < 0:
        found.append(words.PULLED_DOWN.filled(sex=pulled.label))
    if before.is_sample or after.is_sample:
        found.append(words.SAMPLE)
    return found


def _crossing(after: Compared, then: Width) -> Text:
    behind = after.behind
    if behind in (Behind.WOMEN, Behind.MEN):
        return words.CROSSED.filled(behind=behind.label)
    larger = then.larger or Sex.FEMALE
    return words.TURNED.filled(sex=larger.label)


def _away_from_parity(before: Compared, after: Compared) -> int:
    """Whether the ratio of the sexes went away from one (1), came closer (−1), or neither (0)."""
    was, now = before.disparity.adjusted_parity, after.disparity.adjusted_parity
    if isinstance(was, Undefined) or isinstance(now, Undefined):
        return 0
    away = abs(now - 1) - abs(was - 1)
    return (away > 0) - (away < 0)


def _pulled_down(before: Compared, after: Compared) -> Sex | None:
    """The sex that was ahead, where it fell and the one behind did no better than before."""
    ahead = {Behind.WOMEN: Sex.MALE, Behind.MEN: Sex.FEMALE}.get(before.behind)
    if ahead is None or before.measure is Measure.COUNT:
        return None
    better = 1 if before.polarity is Polarity.HIGHER_IS_BETTER else -1
    led = _step(before, after, ahead)
    followed = _step(before, after, ahead.other)
    return ahead if better * led < 0 and better * followed <= 0 else None


def _step(before: Compared, after: Compared, sex: Sex) -> Decimal:
    was, now = before.of(sex), after.of(sex)
    return now - was if isinstance(was, Decimal) and isinstance(now, Decimal) else Decimal(0)
