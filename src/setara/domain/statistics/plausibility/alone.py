"""Rules on a figure by itself: its range, its unit, its sex."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Text
from setara.domain.statistics.element import Element, Measure
from setara.domain.statistics.observation import Nothing, Value
from setara.domain.statistics.plausibility import rules
from setara.domain.statistics.plausibility.dataset import Cell, Dataset, Spot
from setara.domain.statistics.plausibility.finding import Doubt

_WHOLE_PER_CENT = 100


def out_of_range(data: Dataset) -> Iterator[Doubt]:
    """DATA-06: below or above what the element can be at all."""
    for cell, number in data.numbers.items():
        flaw = _flaw(data.elements[cell.element], number)
        if flaw is not None:
            says = OUT.filled(number=number, flaw=flaw)
            yield Doubt(rules.RANGE, (cell,), says)


def _flaw(element: Element, number: Decimal) -> Text | None:
    least, most = element.range.least, element.range.most
    if least is None and element.measure is not Measure.VALUE:
        least = Decimal(0)
    if most is None and element.measure is Measure.RATE and element.unit.id == "%":
        most = Decimal(_WHOLE_PER_CENT)
    if least is not None and number < least:
        return Text("di bawah {least}", "below {least}").filled(least=least)
    if most is not None and number > most:
        return Text("di atas {most}", "above {most}").filled(most=most)
    return None


OUT = Text(
    "Angka {number} {flaw}, padahal itu tidak mungkin.",
    "The figure {number} is {flaw}, which cannot be.",
)


def not_whole(data: Dataset) -> Iterator[Doubt]:
    """DATA-11 for counts: people are whole."""
    for cell, number in data.numbers.items():
        is_count = data.elements[cell.element].measure is Measure.COUNT
        if is_count and number != number.to_integral_value():
            yield Doubt(rules.UNIT, (cell,), PART.filled(number=number))


PART = Text(
    "Angka {number} bukan bilangan bulat, padahal yang dihitung orang atau benda.",
    "The figure {number} is not whole, although it counts people or things.",
)


def wrong_sex(data: Dataset) -> Iterator[Doubt]:
    """DATA-08: a figure for the sex for which there can be none."""
    for cell, number in data.numbers.items():
        only = data.elements[cell.element].only_sex
        if only is not None and cell.sex is only.other and number != 0:
            says = OTHER_SEX.filled(number=number, sex=only.other.label, only=only.label)
            yield Doubt(rules.ONE_SEX, (cell,), says)


OTHER_SEX = Text(
    "Ada angka {number} untuk {sex}, padahal data ini hanya mungkin untuk {only}.",
    "There is a figure, {number}, for {sex}, although there can be some for {only} only.",
)


def missing_sex(data: Dataset) -> Iterator[Doubt]:
    """DATA-12: one sex has a figure, of the other nothing was said."""
    for spot, sexes in data.spots.items():
        if data.elements[spot.element].only_sex is not None:
            continue
        for sex in Sex:
            if _is_unsaid(sexes.get(sex)) and isinstance(sexes.get(sex.other), Decimal):
                says = UNSAID.filled(sex=sex.label, other=sex.other.label)
                yield Doubt(rules.MISSING_SEX, (_cell(spot, sex),), says, (_cell(spot, sex.other),))


def _is_unsaid(value: Value | None) -> bool:
    return value is None or value is Nothing.NOT_REPORTED


def _cell(spot: Spot, sex: Sex) -> Cell:
    return Cell(spot.element, spot.place, spot.period, sex, spot.breakdown)


UNSAID = Text(
    "Angka {other} ada, tetapi angka {sex} belum dilaporkan.",
    "There is a figure for {other}, but none was reported for {sex}.",
)
