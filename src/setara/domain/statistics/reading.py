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
from setara.domain.statistics.disparity import Behind, Disparity, Undefined
from setara.domain.statistics.element import Element, Measure, Polarity
from setara.domain.statistics.observation import Nothing, Value
from setara.domain.statistics.trend import trend
from setara.domain.statistics.trend_reading import trend_reading

TOLD_AS_TIMES = 2
"""From this ratio on one says "3 times" rather than "200 per cent above"."""
LARGEST_WHOLE = 100_000
"""Beyond this "1 of 100,000" a share says nothing more to a reader."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A disparity and the period its figures are from."""

    period: Period
    disparity: Disparity


@dataclass(frozen=True, slots=True)
class Subject:
    """What is read: the element, where, now and, if known, before.

    `is_sample` is true where a figure was made up to practise.
    """

    element: Element
    place: str
    now: Measured
    before: Measured | None = None
    is_sample: bool = False

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

    def amount(self, value: Decimal) -> Amount:
        """A figure of the element."""
        return Amount(rounded(value, self.places), self.element.unit)

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
    yield _who_is_behind(subject.now.disparity)
    # Without figures now, the sentence before has already said what is missing.
    if subject.before is not None and isinstance(subject.now.disparity.difference, Decimal):
        earlier, before = subject.before.period, subject.before.disparity
        found = trend(earlier, before, subject.now.disparity, subject.places)
        yield trend_reading(found, earlier, subject.unit_of_differences)
    yield from _cautions(subject, today)


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
        yield _out_of_a_hundred(disparity.share_of_women.fraction, subject.element.unit)
    if isinstance(disparity.women, Nothing) or isinstance(disparity.men, Nothing):
        return
    women = subject.amount(disparity.women).value
    men = subject.amount(disparity.men).value
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
        yield from _in_proportion(max(women, men) / min(women, men), higher, lower)


MORE = Text(
    "Jumlah {higher} lebih banyak {distance}.", "For {higher} the count is higher by {distance}."
)
HIGHER = Text(
    "Angka {higher} lebih tinggi {distance}.", "The figure for {higher} is higher by {distance}."
)


def _out_of_a_hundred(share: Decimal, unit: Text) -> Text:
    whole = 100
    # One woman among seventy men is not "0 of 100".
    while 0 < min(share, 1 - share) * whole < 1 and whole < LARGEST_WHOLE:
        whole *= 10
    women = int(rounded(share * whole, 0))
    return Text(
        "Dari setiap {whole} {unit}, {women} perempuan dan {men} laki-laki.",
        "Of every {whole} {unit}, women make up {women} and men {men}.",
    ).filled(whole=whole, unit=unit, women=women, men=whole - women)


def _in_proportion(times: Decimal, higher: Sex, lower: Sex) -> Iterator[Text]:
    whole, part = 100, int(rounded(100 / times, 0))
    percent = rounded((times - 1) * 100, 1)
    if percent == 0:
        return
    # Neither "0 against 100" nor "100 against 100" would be true.
    while part in {0, whole}:
        whole *= 10
        part = int(rounded(whole / times, 0))
    sentence, factor = (ABOVE, percent) if times < TOLD_AS_TIMES else (TIMES, rounded(times, 1))
    yield sentence.filled(
        higher=higher.label,
        lower=lower.label,
        factor=_without_zero(factor),
        whole=whole,
        part=part,
    )


TIMES = Text(
    "Angka {higher} {factor} kali angka {lower}; bila {higher} {whole}, {lower} {part}.",
    "The figure for {higher} is {factor} times that for {lower}; with {higher} at {whole}, "
    "{lower} stand at {part}.",
)
ABOVE = Text(
    "Angka {higher} {factor} persen di atas angka {lower}; bila {higher} {whole}, {lower} {part}.",
    "The figure for {higher} is {factor} per cent above that for {lower}; with {higher} at "
    "{whole}, {lower} stand at {part}.",
)


def _without_zero(value: Decimal) -> Decimal:
    """`6` for `6.0`, as one says it."""
    whole = value.to_integral_value()
    return whole if whole == value else value


def _who_is_behind(disparity: Disparity) -> Text:
    if isinstance(disparity.difference, Undefined):
        return Text(
            "Siapa yang tertinggal belum dapat ditentukan. {reason}",
            "Who is behind cannot be told yet. {reason}",
        ).filled(reason=disparity.difference.reason)
    if disparity.behind is Behind.NOT_JUDGED:
        return Text(
            "Data ini menunjukkan susunan, bukan siapa yang tertinggal.",
            "These data show a composition, not who is behind.",
        )
    if disparity.behind is Behind.NEITHER:
        return Text(
            "Keduanya setara: perbedaannya dalam rentang kesetaraan {lower} sampai {upper}.",
            "They are at parity: the difference lies within the parity band {lower} to {upper}.",
        ).filled(lower=disparity.band.lower, upper=disparity.band.upper)
    sentence = (
        Text(
            "{sex} tertinggal: untuk data ini, makin tinggi makin baik.",
            "{sex} are behind: for these data, higher is better.",
        )
        if disparity.polarity is Polarity.HIGHER_IS_BETTER
        else Text(
            "{sex} tertinggal: untuk data ini, makin rendah makin baik.",
            "{sex} are behind: for these data, lower is better.",
        )
    )
    return sentence.filled(sex=BEHIND_NAMES[disparity.behind])


BEHIND_NAMES = {
    Behind.WOMEN: Text("Perempuan", "Women"),
    Behind.MEN: Text("Laki-laki", "Men"),
}


def _cautions(subject: Subject, today: date) -> Iterator[Text]:
    disparity = subject.now.disparity
    if subject.element.measure is Measure.COUNT and disparity.behind in BEHIND_NAMES:
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
