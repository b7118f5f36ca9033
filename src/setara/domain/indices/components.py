"""The four components of human development by sex, and whether given figures can be used."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Generic

from setara.domain.foundation.sex import Sex
from setara.domain.indices.arithmetic import N
from setara.domain.language.text import Language, Text
from setara.domain.statistics.observation import Nothing, Value


class Component(StrEnum):
    """What the human development index (IPM) is made of; the value is the field's name."""

    LIFE_EXPECTANCY = "life_expectancy"
    EXPECTED_SCHOOLING = "expected_schooling"
    MEAN_SCHOOLING = "mean_schooling"
    EXPENDITURE = "expenditure"

    @property
    def label(self) -> Text:
        """The name BPS gives it."""
        return COMPONENT_LABELS[self]

    @property
    def unit(self) -> Text:
        """The unit a figure must be given in."""
        return THOUSAND_RUPIAH if self is Component.EXPENDITURE else YEARS


COMPONENT_LABELS = {
    Component.LIFE_EXPECTANCY: Text("Umur harapan hidup", "Life expectancy"),
    Component.EXPECTED_SCHOOLING: Text("Harapan lama sekolah", "Expected years of schooling"),
    Component.MEAN_SCHOOLING: Text("Rata-rata lama sekolah", "Mean years of schooling"),
    Component.EXPENDITURE: Text(
        "Pengeluaran per kapita disesuaikan", "Adjusted expenditure per capita"
    ),
}
YEARS = Text("tahun", "years")
THOUSAND_RUPIAH = Text("ribu rupiah/orang/tahun", "thousand rupiah/person/year")


@dataclass(frozen=True, slots=True)
class SexComponents(Generic[N]):
    """The components of one sex: three in years, expenditure in thousand rupiah/person/year.

    Expenditure is taken as BPS publishes it by sex; how BPS splits it cannot be derived.
    """

    life_expectancy: N
    expected_schooling: N
    mean_schooling: N
    expenditure: N

    def of(self, component: Component) -> N:
        """The figure of `component`."""
        figure: N = getattr(self, component.value)
        return figure


class UnusableInput(ValueError):
    """A figure is missing, not a number, or cannot be true; `reason` names it and the remedy."""

    def __init__(self, reason: Text) -> None:
        super().__init__(reason.say(Language.ENGLISH))
        self.reason = reason


def _unusable(sex: Sex, component: Component, fault: Text, remedy: Text) -> UnusableInput:
    sentence = Text("{component} {sex}: {fault} {remedy}", "{component}, {sex}: {fault} {remedy}")
    return UnusableInput(
        sentence.filled(component=component.label, sex=sex.label, fault=fault, remedy=remedy)
    )


@dataclass(frozen=True, slots=True)
class Plausible:
    """The range outside which a figure is a slip of the pen, and the slip it usually is."""

    lowest: Decimal
    highest: Decimal
    remedy: Text


CHECK_SOURCE = Text("Periksa kembali dokumen sumbernya.", "Check the source document again.")
# Wider than any figure BPS has published (2010-2021), so that only slips are refused.
PLAUSIBLE: Mapping[Component, Plausible] = {
    Component.LIFE_EXPECTANCY: Plausible(Decimal(20), Decimal(100), CHECK_SOURCE),
    Component.EXPECTED_SCHOOLING: Plausible(Decimal(0), Decimal(25), CHECK_SOURCE),
    Component.MEAN_SCHOOLING: Plausible(Decimal(0), Decimal(25), CHECK_SOURCE),
    Component.EXPENDITURE: Plausible(
        Decimal(100),
        Decimal(200_000),
        Text(
            "Isi dalam ribu rupiah per orang per tahun: 2.965 berarti Rp2.965.000.",
            "Enter thousand rupiah per person and year: 2,965 means Rp2,965,000.",
        ),
    ),
}


def sex_components(sex: Sex, values: Mapping[Component, Value]) -> SexComponents[Decimal]:
    """The components of one sex from observed values.

    Raises UnusableInput where a component is not there, or is one of the kinds of nothing.
    """
    found = {component: values.get(component, Nothing.NOT_REPORTED) for component in Component}
    figures: dict[str, Decimal] = {}
    for component, value in found.items():
        if isinstance(value, Nothing):
            raise _unusable(sex, component, MISSING.filled(kind=value.label), FILL_IN)
        figures[component.value] = value
    return SexComponents(**figures)


MISSING = Text("angkanya tidak ada ({kind}).", "there is no figure ({kind}).")
FILL_IN = Text("Lengkapi angkanya dari tabel BPS.", "Complete it from the BPS table.")


def require_usable(sex: Sex, components: SexComponents[Decimal] | SexComponents[float]) -> None:
    """Raise UnusableInput for the first figure that is not a number or cannot be true."""
    for component in Component:
        figure: Decimal | float = components.of(component)
        if not isinstance(figure, Decimal | float | int) or not math.isfinite(figure):
            raise _unusable(sex, component, NOT_A_NUMBER.filled(figure=str(figure)), FILL_IN)
        range_ = PLAUSIBLE[component]
        if not range_.lowest <= figure <= range_.highest:
            fault = IMPLAUSIBLE.filled(
                figure=figure,
                unit=component.unit,
                lowest=range_.lowest,
                highest=range_.highest,
            )
            raise _unusable(sex, component, fault, range_.remedy)


NOT_A_NUMBER = Text("“{figure}” bukan angka.", "“{figure}” is not a number.")
IMPLAUSIBLE = Text(
    "{figure} {unit} tidak mungkin (lazimnya {lowest} sampai {highest}).",
    "{figure} {unit} cannot be true (usually {lowest} to {highest}).",
)
