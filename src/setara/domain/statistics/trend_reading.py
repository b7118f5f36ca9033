"""A trend in plain words."""

from __future__ import annotations

from decimal import Decimal

from setara.domain.foundation.period import Period
from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Text
from setara.domain.statistics.amount import Amount
from setara.domain.statistics.disparity import Undefined
from setara.domain.statistics.trend import Change, Movement, Proportion, Trend

PERCENT = Text("%", "%")
PLAIN = Text("", "")


def trend_reading(found: Trend | Undefined, earlier: Period, unit: Text) -> Text:
    """One sentence; `unit` is that of the difference."""
    if isinstance(found, Undefined):
        return Text(
            "Perubahan sejak {earlier} tidak dapat dinilai. {reason}",
            "The change since {earlier} cannot be judged. {reason}",
        ).filled(earlier=earlier, reason=found.reason)
    if found.movement is Movement.REVERSED:
        return _reversed(found)
    sentence = MIXED if found.movement is Movement.MIXED else ONE_WAY
    is_share = found.proportion_kind is Proportion.SHARE
    return sentence.filled(
        earlier=earlier,
        movement=found.movement.label,
        difference=_moved(found.difference, unit),
        direction=CLOSER if found.proportion.step < 0 else FARTHER,
        proportion=found.proportion_kind.label,
        change=_moved(found.proportion, PERCENT if is_share else PLAIN),
    )


ONE_WAY = Text(
    "Dibandingkan dengan {earlier}, kesenjangan {movement}: selisih {difference}, {proportion} "
    "{change}.",
    "Compared with {earlier}, the disparity {movement}: the difference {difference}, "
    "{proportion} {change}.",
)
MIXED = Text(
    "Dibandingkan dengan {earlier}, perubahannya tidak searah: selisih {difference}, tetapi "
    "{proportion} {direction} kesetaraan ({change}).",
    "Compared with {earlier}, the change is mixed: the difference {difference}, but "
    "{proportion} moved {direction} parity ({change}).",
)
CLOSER = Text("mendekati", "towards")
FARTHER = Text("menjauhi", "away from")


def _moved(change: Change, unit: Text) -> Text:
    after = Amount(abs(change.after), unit)
    if change.before == change.after:
        return Text("tetap {after}", "stayed {after}").filled(after=after)
    # One unit for both figures, but each per cent with its sign.
    before = Amount(abs(change.before), unit if unit == PERCENT else PLAIN)
    return Text("berubah dari {before} menjadi {after}", "went from {before} to {after}").filled(
        before=before, after=after
    )


def _reversed(found: Trend) -> Text:
    return Text(
        "Dibandingkan dengan {earlier}, kedudukannya berbalik: dahulu angka {then} yang lebih "
        "tinggi, kini angka {now}.",
        "Compared with {earlier}, the sides have changed: the figure for {then} used to be the "
        "higher one, now that for {now} is.",
    ).filled(
        earlier=found.earlier,
        then=_higher(found.difference.before),
        now=_higher(found.difference.after),
    )


def _higher(difference: Decimal) -> Text:
    return (Sex.FEMALE if difference > 0 else Sex.MALE).label
