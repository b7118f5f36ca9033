"""A disparity in plain words, by rules: who, how much, since when, and how sure one may be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from setara.domain.foundation.period import Period
from setara.domain.foundation.sex import Sex
from setara.domain.foundation.share import Share
from setara.domain.language.text import Text
from setara.domain.law.parameters import parameter
from setara.domain.statistics.amount import PERCENT_POINTS, Amount, decimals, rounded
from setara.domain.statistics.behind_reading import BEHIND_NAMES, behind_reading
from setara.domain.statistics.chance_reading import chance_reading, change_reading
from setara.domain.statistics.decomposition_reading import decomposition_reading
from setara.domain.statistics.disparity import Disparity, Undefined
from setara.domain.statistics.element import Element, Measure
from setara.domain.statistics.evidence import NO_EVIDENCE, Evidence
from setara.domain.statistics.observation import Nothing, Value
from setara.domain.statistics.per_capita_reading import per_capita_reading
from setara.domain.statistics.proportion_reading import in_proportion, out_of_a_hundred
from setara.domain.statistics.ranking_reading import ranking_reading
from setara.domain.statistics.sampling import Noise
from setara.domain.statistics.series_reading import series_reading
from setara.domain.statistics.trend import Movement, trend
from setara.domain.statistics.trend_reading import trend_reading


@dataclass(frozen=True, slots=True)
class Measured:
    """A disparity and the period its figures are from."""

    period: Period
    disparity: Disparity


@dataclass(frozen=True, slots=True)
class Subject:
    """What is read: the element, where, now and, if known, before.

    `is_sample` is true where a figure was made up to practise. `evidence` is what else is known.
    """

    element: Element
    place: str
    now: Measured
    before: Measured | None = None
    is_sample: bool = False
    evidence: Evidence = NO_EVIDENCE

    @property
    def places(self) -> int:
        """The decimals of every figure of the element in the reading."""
        measured = [self.now] if self.before is None else [self.now, self.before]
        values = [value for one in measured for value in (one.disparity.women, one.disparity.men)]
        figures = [value for value in values if isinstance(value, Decimal)]
        return decimals(figures, self.element.measure)

    @property
    def unit_of_differences(self) -> Text:
        """The element's unit; per cents differ by percentage points."""
        return PERCENT_POINTS if self.element.measure is Measure.RATE else self.element.unit

    def shown(self, value: Decimal) -> Decimal:
        """A figure of the element as it is read aloud."""
        return rounded(value, self.places)

    def amount(self, value: Decimal) -> Amount:
        """The same with its unit."""
        return Amount(self.shown(value), self.element.unit)

    def distance(self, difference: Decimal) -> Amount:
        """The size of a difference between two figures."""
        return Amount(abs(rounded(difference, self.places)), self.unit_of_differences)


def reading(subject: Subject, *, today: date) -> tuple[Text, ...]:
    """Sentences in the order in which one would say them; each stands on its own.

    The numbers in them are rounded as they are shown: the difference is the one between the two
    figures read aloud, and a trend is not claimed where the shown numbers do not move. Data are
    called old from the age that the parameter `data.maximum_age_years` gives on `today`.
    """
    return tuple(_sentences(subject, today))


def _sentences(subject: Subject, today: date) -> Iterator[Text]:
    yield _figures(subject)
    yield from _size(subject)
    per_capita = subject.evidence.per_capita
    if per_capita is not None:
        yield from per_capita_reading(per_capita, subject.element.unit)
    # The verdict is on what was read last: the rates, where there are any.
    judged = subject.now.disparity if per_capita is None else per_capita.disparity
    yield behind_reading(judged)
    # Without figures now, the sentence before has already said what is missing.
    difference = subject.now.disparity.difference_shown(subject.places)
    if isinstance(difference, Decimal):
        yield from _evidence(subject, difference, today)
    yield from _cautions(subject, today)


def _evidence(subject: Subject, difference: Decimal, today: date) -> Iterator[Text]:
    evidence = subject.evidence
    measure, unit = subject.element.measure, subject.unit_of_differences
    if evidence.decomposition is not None:
        yield decomposition_reading(
            evidence.decomposition,
            difference=difference,
            unit=unit,
            places=subject.places,
            scale=evidence.decomposition_scale,
        )
    if evidence.chance is not None:
        yield from chance_reading(
            evidence.chance,
            measure=measure,
            women_are_higher=difference >= 0,
            places=subject.places,
            today=today,
        )
    yield from _since(subject)
    if evidence.series is not None:
        yield from series_reading(evidence.series, measure=measure, unit=unit)
    if evidence.rank is not None:
        yield ranking_reading(evidence.rank)


def _since(subject: Subject) -> Iterator[Text]:
    """The change since the period before; what may be chance is not called a change."""
    if subject.before is None:
        return
    earlier, before = subject.before.period, subject.before.disparity
    found = trend(earlier, before, subject.now.disparity, subject.places)
    change = subject.evidence.change
    if change is None or isinstance(found, Undefined):
        yield trend_reading(found, earlier, subject.unit_of_differences)
        return
    if change.noise is not Noise.NOISE or found.movement is Movement.UNCHANGED:
        yield trend_reading(found, earlier, subject.unit_of_differences)
    # Of a change that does not show nobody asks whether it is chance.
    if found.movement is not Movement.UNCHANGED:
        yield change_reading(change, earlier, subject.places)


def _figures(subject: Subject) -> Text:
    disparity = subject.now.disparity
    return Text(
        "{name} di {place} pada {period}: perempuan {women}, laki-laki {men}.",
        "{name} in {place}, {period}: women {women}, men {men}.",
    ).filled(
        name=subject.element.name,
        place=subject.place,
        period=subject.now.period,
        women=_figure(subject, disparity.women),
        men=_figure(subject, disparity.men),
    )


def _figure(subject: Subject, value: Value) -> Text | Amount:
    return value.label if isinstance(value, Nothing) else subject.amount(value)


def _size(subject: Subject) -> Iterator[Text]:
    disparity = subject.now.disparity
    if isinstance(disparity.share_of_women, Share):
        yield out_of_a_hundred(disparity.share_of_women.fraction, subject.element.unit)
    if isinstance(disparity.women, Nothing) or isinstance(disparity.men, Nothing):
        return
    women, men = subject.shown(disparity.women), subject.shown(disparity.men)
    if women == men:
        yield Text(
            "Angka perempuan dan laki-laki sama.", "The figures for women and men are the same."
        )
        return
    higher, lower = (Sex.FEMALE, Sex.MALE) if women > men else (Sex.MALE, Sex.FEMALE)
    more = MORE if subject.element.measure is Measure.COUNT else HIGHER
    yield more.filled(higher=higher.label, distance=subject.distance(women - men))
    if isinstance(disparity.ratio, Undefined):
        yield disparity.ratio.reason
    elif min(women, men) > 0 and isinstance(disparity.share_of_women, Undefined):
        yield from in_proportion(max(women, men) / min(women, men), higher, lower)


MORE = Text(
    "Jumlah {higher} lebih banyak {distance}.", "For {higher} the count is higher by {distance}."
)
HIGHER = Text(
    "Angka {higher} lebih tinggi {distance}.", "The figure for {higher} is higher by {distance}."
)


def _cautions(subject: Subject, today: date) -> Iterator[Text]:
    disparity = subject.now.disparity
    bare = subject.element.measure is Measure.COUNT and subject.evidence.per_capita is None
    if bare and disparity.behind in BEHIND_NAMES:
        yield Text(
            "Yang dibandingkan adalah jumlah; banyaknya penduduk perempuan dan laki-laki belum "
            "diperhitungkan.",
            "These are counts; how many women and men live there is not taken into account.",
        )
    years = _full_years(subject.now.period, today)
    if years >= parameter("data.maximum_age_years", on=today).value:
        yield Text(
            "Data ini sudah berumur {years} tahun; carilah data yang lebih baru.",
            "These data are {years} years old; look for newer ones.",
        ).filled(years=years)
    if subject.is_sample:
        yield Text(
            "Angka contoh untuk latihan, bukan data resmi.",
            "Sample figures for practice, not official data.",
        )


def _full_years(period: Period, today: date) -> int:
    """Whole years since the period ended, below 0 before; an open period has not ended."""
    end = period.valid_to
    if end is None:
        return 0
    return today.year - end.year - ((today.month, today.day) < (end.month, end.day))
