"""One row of data by sex in a GAP, with its source, as it stood when it was frozen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from setara.domain.foundation.period import Period
from setara.domain.foundation.sex import Sex
from setara.domain.foundation.share import Share
from setara.domain.language.text import Text
from setara.domain.statistics.disparity import Behind, Disparity, ParityBand, disparity
from setara.domain.statistics.element import Measure, Polarity, PopulationType
from setara.domain.statistics.observation import Nothing, Value


class Aspect(StrEnum):
    """What of a datum a baseline takes: the figure itself, or a sex's share of both."""

    VALUE = "value"
    SHARE = "share"

    @property
    def label(self) -> Text:
        """In both languages."""
        return ASPECT_LABELS[self]


ASPECT_LABELS = {
    Aspect.VALUE: Text("angka", "figure"),
    Aspect.SHARE: Text("persen dari jumlah kedua jenis kelamin", "per cent of both sexes"),
}
PER_CENT = Text("%", "%")


@dataclass(frozen=True, slots=True)
class DatumReference:
    """Where in the register of data by sex the figures come from; the period is the datum's.

    `breakdown` is the key of its cell (`age=15-19`), empty where the figures are of everybody.
    """

    element_code: str
    place_code: str
    breakdown: str = ""


@dataclass(frozen=True, slots=True)
class Earlier:
    """The figures of the same element, place and breakdown in a period before the datum's."""

    period: Period
    female: Value
    male: Value
    source: str
    is_sample: bool = False


@dataclass(frozen=True, slots=True)
class Datum:
    """Two figures of one thing; `key` is its number within the pathway.

    A datum without `reference` was typed. Whoever typed it may have copied a total and per
    cents along with the figures; they are kept as stated so that they can be checked.

    `series` are the periods before it, the oldest first. `is_hidden` says that the register has
    figures so small that nobody may see them: neither sex has one here. `is_reconciled` says
    whether the element's card was compared with its producer's own.
    """

    key: int
    label: Text
    unit: Text
    female: Value
    male: Value
    period: Period | None
    source: str
    population_type: PopulationType
    measure: Measure = Measure.COUNT
    polarity: Polarity = Polarity.HIGHER_IS_BETTER
    place_name: str = ""
    is_sample: bool = False
    reference: DatumReference | None = None
    stated_total: Decimal | None = None
    stated_female_percent: Decimal | None = None
    stated_male_percent: Decimal | None = None
    series: tuple[Earlier, ...] = ()
    is_hidden: bool = False
    is_reconciled: bool = True

    def at(self, earlier: Earlier) -> Datum:
        """The same datum as it stood in an earlier period of its series."""
        return replace(
            self,
            female=earlier.female,
            male=earlier.male,
            period=earlier.period,
            source=earlier.source,
            is_sample=earlier.is_sample,
            series=(),
        )

    def hidden(self) -> Datum:
        """The same datum without its figures, and without the earlier ones."""
        return replace(
            self,
            female=Nothing.REFUSED,
            male=Nothing.REFUSED,
            series=(),
            is_hidden=True,
        )

    def value_of(self, sex: Sex) -> Value:
        """The figure of one sex, or the kind of nothing in its place."""
        return self.female if sex is Sex.FEMALE else self.male

    @property
    def has_figures(self) -> bool:
        """Whether both sexes have a figure, so that they can be compared."""
        return isinstance(self.female, Decimal) and isinstance(self.male, Decimal)

    @property
    def is_traceable(self) -> bool:
        """Whether source and period are both stated."""
        return bool(self.source.strip()) and self.period is not None

    @property
    def total(self) -> Decimal | None:
        """Women and men together; None where the figures are no counts."""
        if self.measure is Measure.COUNT and isinstance(self.female, Decimal):
            return self.female + self.male if isinstance(self.male, Decimal) else None
        return None

    def share_of(self, sex: Sex) -> Share | None:
        """The share of one sex in both; None where there is no whole to share."""
        value = self.value_of(sex)
        if not self.total or not isinstance(value, Decimal):
            return None
        return Share(value, self.total, self.label)

    def figure(self, sex: Sex, aspect: Aspect) -> Decimal | None:
        """What a baseline of that sex and aspect amounts to; per cent have one decimal."""
        if aspect is Aspect.SHARE:
            share = self.share_of(sex)
            return share.percent(places=1) if share else None
        value = self.value_of(sex)
        return value if isinstance(value, Decimal) else None

    def unit_of(self, aspect: Aspect) -> Text:
        """The unit of such a figure."""
        return PER_CENT if aspect is Aspect.SHARE else self.unit

    def disparity(self, band: ParityBand) -> Disparity:
        """The disparity between the two figures, under a band of parity."""
        return disparity(
            women=self.female,
            men=self.male,
            measure=self.measure,
            polarity=self.polarity,
            band=band,
        )

    def sex_behind(self, band: ParityBand) -> Sex | None:
        """Which sex is worse off by the figures; None where neither is or nobody can say."""
        return _SEX_BEHIND.get(self.disparity(band).behind)


_SEX_BEHIND = {Behind.WOMEN: Sex.FEMALE, Behind.MEN: Sex.MALE}
