"""A data element: what is counted or measured, in which unit, and whether more of it is better."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Text
from setara.domain.statistics.card import EMPTY_CARD, Card, Collection, Frequency


class Polarity(StrEnum):
    """Which way is better; a ratio does not carry this, so the element must."""

    HIGHER_IS_BETTER = "higher_is_better"
    LOWER_IS_BETTER = "lower_is_better"
    NEITHER = "neither"

    @property
    def label(self) -> Text:
        """In both languages."""
        return POLARITY_LABELS[self]


POLARITY_LABELS = {
    Polarity.HIGHER_IS_BETTER: Text("makin tinggi makin baik", "higher is better"),
    Polarity.LOWER_IS_BETTER: Text("makin rendah makin baik", "lower is better"),
    Polarity.NEITHER: Text("tidak dinilai", "not judged"),
}


class Measure(StrEnum):
    """How the figures of the two sexes belong together: only counts add up to a whole."""

    COUNT = "count"
    RATE = "rate"
    VALUE = "value"

    @property
    def label(self) -> Text:
        """In both languages."""
        return MEASURE_LABELS[self]


MEASURE_LABELS = {
    Measure.COUNT: Text("jumlah", "count"),
    Measure.RATE: Text("persentase", "percentage"),
    Measure.VALUE: Text("nilai rata-rata", "average value"),
}


class PopulationType(StrEnum):
    """Whom the figures are about.

    A service analysed with figures on its own staff is a frequent mistake in a GAP, and it can
    only be seen where the population is named.
    """

    BENEFICIARIES = "beneficiaries"
    PARTICIPANTS = "participants"
    USERS = "users"
    CADRES = "cadres"
    OFFICIALS = "officials"
    POPULATION = "population"

    @property
    def label(self) -> Text:
        """In both languages."""
        return POPULATION_LABELS[self]


POPULATION_LABELS = {
    PopulationType.BENEFICIARIES: Text("penerima manfaat", "beneficiaries"),
    PopulationType.PARTICIPANTS: Text("peserta", "participants"),
    PopulationType.USERS: Text("pengguna", "users"),
    PopulationType.CADRES: Text("kader", "volunteer workers"),
    PopulationType.OFFICIALS: Text("aparatur", "officials"),
    PopulationType.POPULATION: Text("penduduk", "population"),
}


class Confidentiality(StrEnum):
    """Whether small figures could point at a person who must not be found."""

    OPEN = "open"
    SENSITIVE = "sensitive"

    @property
    def label(self) -> Text:
        """In both languages."""
        return CONFIDENTIALITY_LABELS[self]


CONFIDENTIALITY_LABELS = {
    Confidentiality.OPEN: Text("terbuka", "open"),
    Confidentiality.SENSITIVE: Text("peka", "sensitive"),
}


@dataclass(frozen=True, slots=True)
class Range:
    """The figures an element can take at all, both ends included; None where there is no end."""

    least: Decimal | None = None
    most: Decimal | None = None


ANY_FIGURE = Range()


@dataclass(frozen=True, slots=True)
class Element:
    """One element of the register of data by sex; `unit` is read after the figure.

    `dimensions` are the codes of the breakdowns it is collected by, `by_subdistrict` whether it
    is collected below the government as a whole. `population_base` is the code of the element
    that no figure of a count may exceed, `from_age` and `below_age` the ages it is about.
    `only_sex` is the one sex there can be figures for. `is_reconciled` says whether the
    government has compared the card with the producer's own.
    """

    code: str
    name: Text
    unit: Text
    polarity: Polarity
    measure: Measure
    population_type: PopulationType
    confidentiality: Confidentiality = Confidentiality.OPEN
    card: Card = EMPTY_CARD
    frequency: Frequency = Frequency.YEARLY
    collection: Collection = Collection.REGISTER
    dimensions: tuple[str, ...] = ()
    by_subdistrict: bool = False
    range: Range = ANY_FIGURE
    population_base: str = ""
    from_age: int | None = None
    below_age: int | None = None
    only_sex: Sex | None = None
    is_reconciled: bool = True
