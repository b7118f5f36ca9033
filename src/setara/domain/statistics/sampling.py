"""What chance may have done to a disparity, by how its figures were collected.

A register counts everybody, so chance has no part in it; a survey asks a few, and its figures
would have come out differently with others.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from setara.domain.language.text import Text
from setara.domain.law.parameters import parameter
from setara.domain.statistics.card import Collection
from setara.domain.statistics.counted import Sides
from setara.domain.statistics.disparity import Undefined
from setara.domain.statistics.interval import (
    LEVEL,
    Interval,
    difference_of_differences,
    intervals,
)


@dataclass(frozen=True, slots=True)
class Sampling:
    """How figures were collected, and how much a survey's design blurs them.

    `design_effect` is the factor by which clusters and weights widen the variance against a
    simple random sample (at least 1 in Susenas and Sakernas); bases are divided by it.
    `relative_errors` are the published relative standard errors in per cent, where there are
    any. Raises ValueError for a design effect that is not above zero.
    """

    collection: Collection = Collection.REGISTER
    design_effect: Decimal = Decimal(1)
    relative_errors: tuple[Decimal, ...] = ()

    def __post_init__(self) -> None:
        if self.design_effect <= 0:
            message = f"a design effect is above zero: {self.design_effect}"
            raise ValueError(message)

    @property
    def is_sample(self) -> bool:
        """Whether there is chance in the figures."""
        return self.collection is Collection.SAMPLE


REGISTER = Sampling()
SAMPLE = Sampling(Collection.SAMPLE)


class Reliability(StrEnum):
    """How far a survey figure may be trusted by its relative standard error."""

    GOOD = "good"
    CAUTION = "caution"
    UNUSABLE = "unusable"

    @property
    def label(self) -> Text:
        """In both languages."""
        return RELIABILITY_LABELS[self]


RELIABILITY_LABELS = {
    Reliability.GOOD: Text("andal", "reliable"),
    Reliability.CAUTION: Text("gunakan dengan hati-hati", "use with caution"),
    Reliability.UNUSABLE: Text("jangan digunakan", "do not use"),
}


def reliability(relative_errors: Iterable[Decimal], *, on: date) -> Reliability | None:
    """The class of the worst of the relative standard errors (per cent), None without any.

    The bounds are `sample.rse.good` and `sample.rse.usable`, each included in the better class:
    BPS's convention, not verified in a publication of its own.
    """
    worst = max(relative_errors, default=None)
    if worst is None:
        return None
    if worst <= parameter("sample.rse.good", on=on).value:
        return Reliability.GOOD
    usable = parameter("sample.rse.usable", on=on).value
    return Reliability.CAUTION if worst <= usable else Reliability.UNUSABLE


@dataclass(frozen=True, slots=True)
class Chance:
    """The intervals of one disparity of proportions; each exists or says why it does not.

    `difference` is that of the proportions, women minus men; `ratio` women over men.
    """

    sampling: Sampling
    women: Interval | Undefined
    men: Interval | Undefined
    difference: Interval | Undefined
    ratio: Interval | Undefined

    @property
    def could_be_nothing(self) -> bool:
        """Whether chance alone could have made the difference; never so for a register."""
        difference = self.difference
        return (
            self.sampling.is_sample
            and isinstance(difference, Interval)
            and difference.holds(Decimal(0))
        )


def chance(
    pair: Sides | Undefined,
    sampling: Sampling,
    *,
    level: Decimal = LEVEL,
    as_if_sampled: bool = False,
) -> Chance:
    """The intervals of the proportions of both sexes, of their difference and their ratio.

    A register gets none, and the reason; with `as_if_sampled` it gets those it would have as a
    sample, marked hypothetical. Never raises, but for a level that is none.
    """
    if isinstance(pair, Undefined):
        return Chance(sampling, pair, pair, pair, pair)
    if not (sampling.is_sample or as_if_sampled):
        nothing = Undefined(COMPLETE_COUNT)
        return Chance(sampling, nothing, nothing, nothing, nothing)
    effect = sampling.design_effect
    plain = pair if effect == 1 or not sampling.is_sample else pair.thinned(effect)
    found = intervals(plain, level)
    if sampling.is_sample:
        return Chance(sampling, *found)
    return Chance(sampling, *map(_hypothetical, found))


class Noise(StrEnum):
    """Whether a change is more than chance."""

    NOISE = "noise"
    REAL = "real"
    NO_CHANCE = "no_chance"
    UNKNOWN = "unknown"

    @property
    def label(self) -> Text:
        """In both languages."""
        return NOISE_LABELS[self]


NOISE_LABELS = {
    Noise.NOISE: Text("belum dapat dibedakan dari kebetulan", "cannot be told from chance"),
    Noise.REAL: Text("lebih dari sekadar kebetulan", "more than chance"),
    Noise.NO_CHANCE: Text(
        "pencatatan lengkap, tanpa unsur kebetulan", "a complete count, without chance"
    ),
    Noise.UNKNOWN: Text("tidak dapat dinilai", "cannot be judged"),
}


@dataclass(frozen=True, slots=True)
class Change:
    """Whether a difference moved by more than chance, and the interval that says so."""

    noise: Noise
    interval: Interval | Undefined


@dataclass(frozen=True, slots=True)
class Taken:
    """The figures of one period and how they were collected."""

    sides: Sides | Undefined
    sampling: Sampling


def change(before: Taken, after: Taken, *, level: Decimal = LEVEL) -> Change:
    """Whether the difference between the sexes moved by more than chance.

    A change between samples is noise unless the interval of the difference of differences
    excludes 0. Between registers it is what it is, and never called noise. Between a register
    and a sample only the sample carries chance, but the figures were made in two ways, so the
    change is not judged. The samples are taken to be independent.
    """
    first, last = before.sides, after.sides
    if isinstance(first, Undefined):
        return Change(Noise.UNKNOWN, first)
    if isinstance(last, Undefined):
        return Change(Noise.UNKNOWN, last)
    if before.sampling.is_sample is not after.sampling.is_sample:
        return Change(Noise.UNKNOWN, Undefined(TWO_WAYS))
    if not after.sampling.is_sample:
        return Change(Noise.NO_CHANCE, Undefined(COMPLETE_COUNT))
    return _between_samples(
        first.thinned(before.sampling.design_effect),
        last.thinned(after.sampling.design_effect),
        level,
    )


def _between_samples(before: Sides, after: Sides, level: Decimal) -> Change:
    found = difference_of_differences(before, after, level)
    if isinstance(found, Undefined):
        return Change(Noise.UNKNOWN, found)
    return Change(Noise.NOISE if found.holds(Decimal(0)) else Noise.REAL, found)


def _hypothetical(found: Interval | Undefined) -> Interval | Undefined:
    return found if isinstance(found, Undefined) else replace(found, is_hypothetical=True)


COMPLETE_COUNT = Text(
    "Angka ini pencatatan lengkap, bukan sampel, sehingga tidak mempunyai selang kepercayaan.",
    "This is a complete count and no sample, so it has no confidence interval.",
)
TWO_WAYS = Text(
    "Angka yang satu dari survei dan yang lain dari pencatatan lengkap, sehingga keduanya tidak "
    "dibandingkan.",
    "One figure is from a survey and the other from a complete count, so they are not compared.",
)
