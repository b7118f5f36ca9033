"""A data element: what is counted or measured, in which unit, and whether more of it is better."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from setara.domain.language.text import Text


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
class Element:
    """One element of the register of data by sex; `unit` is read after the figure."""

    code: str
    name: Text
    unit: Text
    polarity: Polarity
    measure: Measure
    population_type: PopulationType
    confidentiality: Confidentiality = Confidentiality.OPEN
