"""How wide a gap is, in points, by the one measure that fits the kind of figure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from enum import StrEnum

from setara.domain.budget.datum import Aspect, Datum
from setara.domain.foundation.period import Period
from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Language, Text
from setara.domain.statistics.amount import rounded
from setara.domain.statistics.disparity import (
    BOTH_ZERO,
    NEGATIVE,
    NO_FIGURE,
    Behind,
    Disparity,
    Undefined,
    disparity,
    parity_band,
)
from setara.domain.statistics.element import Measure, Polarity, PopulationType
from setara.domain.statistics.observation import Nothing, Value

FEWEST_PEOPLE = 30
"""Counts of fewer people together are not judged: one person more or less would decide. Setara's
own choice, after the size from which a sample is usually called large."""
LENGTHS_DIFFER_BY = timedelta(days=3)
PLACES = 1
PER_CENT = Text("%", "%")


class WidthKind(StrEnum):
    """Which measure a gap is taken by."""

    POINTS = "points"
    SHARES = "shares"
    RELATIVE = "relative"

    @property
    def label(self) -> Text:
        """In both languages."""
        return KIND_LABELS[self]


KIND_LABELS = {
    WidthKind.POINTS: Text(
        "selisih persentase perempuan dan laki-laki, dalam poin",
        "difference of the per cents of women and men, in points",
    ),
    WidthKind.SHARES: Text(
        "selisih bagian perempuan dan bagian laki-laki dari jumlah keduanya, dalam poin",
        "difference of the shares of women and men in both together, in points",
    ),
    WidthKind.RELATIVE: Text(
        "kekurangan angka yang lebih kecil terhadap yang lebih besar, dalam persen",
        "how far the smaller figure falls short of the larger one, in per cent",
    ),
}
KIND_OF = {
    Measure.RATE: WidthKind.POINTS,
    Measure.COUNT: WidthKind.SHARES,
    Measure.VALUE: WidthKind.RELATIVE,
}


@dataclass(frozen=True, slots=True)
class Compared:
    """Figures of women and men of one thing and period, with what they must agree in.

    `source` is where they can be looked up, `is_sample` whether they were made up to practise,
    `is_hidden` whether they are so small that nobody may see them.
    """

    women: Value
    men: Value
    period: Period
    measure: Measure
    polarity: Polarity
    unit: Text
    population: PopulationType | None = None
    source: str = ""
    is_sample: bool = False
    is_hidden: bool = False

    def of(self, sex: Sex) -> Value:
        """The figure of one sex, or the kind of nothing in its place."""
        return self.women if sex is Sex.FEMALE else self.men

    @property
    def disparity(self) -> Disparity:
        """Under the band of parity of its period."""
        return disparity(
            women=self.women,
            men=self.men,
            measure=self.measure,
            polarity=self.polarity,
            band=parity_band(self.period.valid_from),
        )

    @property
    def behind(self) -> Behind:
        """Which sex is worse off, by the figures."""
        return self.disparity.behind


@dataclass(frozen=True, slots=True)
class Width:
    """The width of a gap in points, from the figures as they are printed.

    `women` and `men` are what was subtracted: per cents, shares, or the figures themselves.
    `larger` is the sex with the larger figure, None where they are equal.
    """

    kind: WidthKind
    points: Decimal
    women: Decimal
    men: Decimal
    larger: Sex | None
    at_parity: bool


def compared_datum(datum: Datum, aspect: Aspect = Aspect.VALUE) -> Compared | None:
    """Column 2's figures as they were frozen, or the shares in them; None without a period."""
    if datum.period is None:
        return None
    women, men = datum.female, datum.male
    is_share = aspect is Aspect.SHARE and datum.total is not None and datum.total > 0
    if is_share:
        share = datum.figure(Sex.FEMALE, aspect) or Decimal(0)
        women, men = share, 100 - share
    return Compared(
        women=women,
        men=men,
        period=datum.period,
        measure=Measure.RATE if is_share else datum.measure,
        polarity=datum.polarity,
        unit=PER_CENT if is_share else datum.unit,
        population=datum.population_type,
        source=datum.source,
        is_sample=datum.is_sample,
        is_hidden=datum.is_hidden,
    )


def width_of(compared: Compared) -> Width | Undefined:
    """The gap between the two figures, or why there is none. Never raises."""
    found = []
    for sex in (Sex.FEMALE, Sex.MALE):
        value = compared.of(sex)
        if isinstance(value, Nothing):
            return Undefined(NO_FIGURE.filled(sex=sex.label, kind=value.label))
        if value < 0:
            return Undefined(NEGATIVE.filled(sex=sex.label))
        found.append(value)
    women, men = found
    kind = KIND_OF[compared.measure]
    if women + men == 0 and kind is WidthKind.SHARES:
        return Undefined(BOTH_ZERO)
    left, right = _taken(women, men, kind)
    larger = None if women == men else (Sex.FEMALE if women > men else Sex.MALE)
    return Width(kind, _points(left, right, kind), left, right, larger, _is_at_parity(compared))


def incomparable(before: Compared, after: Compared) -> Text | None:
    """Why two figures do not belong side by side; None where they do."""
    hidden = next((each for each in (before, after) if each.is_hidden), None)
    if hidden is not None:
        return _HIDDEN.filled(period=hidden.period)
    for name, was, now in (
        (_MEASURE, before.measure.label, after.measure.label),
        (_POLARITY, before.polarity.label, after.polarity.label),
        (_UNIT, before.unit, after.unit),
    ):
        if _folded(was) != _folded(now):
            return _OTHER_DEFINITION.filled(what=name, was=was, now=now)
    if before.population and after.population and before.population is not after.population:
        return _OTHER_DEFINITION.filled(
            what=_POPULATION, was=before.population.label, now=after.population.label
        )
    lengths = [each.period.end - each.period.valid_from for each in (before, after)]
    if abs(lengths[0] - lengths[1]) > LENGTHS_DIFFER_BY:
        return _OTHER_LENGTH.filled(was=before.period, now=after.period)
    return next((reason for each in (before, after) if (reason := _few(each))), None)


def _taken(women: Decimal, men: Decimal, kind: WidthKind) -> tuple[Decimal, Decimal]:
    if kind is not WidthKind.SHARES:
        return women, men
    share = rounded(100 * women / (women + men), PLACES)
    return share, 100 - share


def _points(women: Decimal, men: Decimal, kind: WidthKind) -> Decimal:
    if kind is not WidthKind.RELATIVE:
        return abs(women - men)
    largest = max(women, men)
    return rounded(100 * abs(women - men) / largest, PLACES) if largest else Decimal(0)


def _is_at_parity(compared: Compared) -> bool:
    """Without a ratio only equality can be told, as `disparity` itself does."""
    found = compared.disparity
    adjusted = found.adjusted_parity
    if isinstance(adjusted, Undefined):
        return found.difference == 0
    return found.band.holds(adjusted)


def _few(compared: Compared) -> Text | None:
    women, men = compared.women, compared.men
    if compared.measure is not Measure.COUNT:
        return None
    if isinstance(women, Nothing) or isinstance(men, Nothing) or women + men >= FEWEST_PEOPLE:
        return None
    return _FEW.filled(
        total=women + men, unit=compared.unit, period=compared.period, fewest=FEWEST_PEOPLE
    )


def _folded(text: Text) -> str:
    return text.say(Language.INDONESIAN).strip().casefold()


_MEASURE = Text("jenis angka", "kind of figure")
_POLARITY = Text("arah yang baik", "the better way")
_UNIT = Text("satuan", "unit")
_POPULATION = Text("siapa yang dihitung", "who is counted")
_OTHER_DEFINITION = Text(
    "Definisinya berubah: {what} semula {was}, sekarang {now}. Kedua angka tidak dapat "
    "dibandingkan.",
    "The definition changed: {what} was {was}, now {now}. The two cannot be compared.",
)
_OTHER_LENGTH = Text(
    "Lamanya berbeda: {was} dan {now}. Kedua angka tidak dapat dibandingkan.",
    "They are about stretches of unequal length: {was} and {now}. They cannot be compared.",
)
_HIDDEN = Text(
    "Angka {period} terlalu kecil untuk ditampilkan tanpa menunjuk orangnya.",
    "The figures of {period} are too small to be shown without pointing at people.",
)
_FEW = Text(
    "Hanya {total} {unit} pada {period}, kurang dari {fewest}: satu orang saja sudah mengubah "
    "kesimpulan.",
    "Only {total} {unit} in {period}, fewer than {fewest}: one person alone would change the "
    "verdict.",
)
