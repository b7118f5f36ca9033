"""Whether given figures can be used at all, said measure by measure and never guessed."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from decimal import Decimal

from setara.domain.indices.definition import Fault, Figure, Index, Measure, UnusableInput
from setara.domain.language.text import Text
from setara.domain.statistics.observation import Nothing


def exact(figure: Figure) -> Decimal | Nothing | None:
    """The figure as a Decimal, as it is written: the float 0.1 is 0.1 and no more.

    What is no finite number comes back as a Decimal that is none, for `usable` to refuse.
    """
    if figure is None or isinstance(figure, Nothing | Decimal):
        return figure
    if isinstance(figure, bool):
        return Decimal("NaN")
    return Decimal(str(figure))


def usable(index: Index, figures: Mapping[str, Figure]) -> dict[str, Decimal]:
    """The figures that are there, by measure. Raises UnusableInput with every fault at once.

    Raises TypeError for a measure the index does not have.
    """
    unknown = figures.keys() - {measure.key for measure in index.measures}
    if unknown:
        message = f"{index.key} has no measure {', '.join(sorted(unknown))}"
        raise TypeError(message)
    given = {key: exact(figure) for key, figure in figures.items()}
    faults = [fault for each in index.measures for fault in _faults(each, given.get(each.key))]
    numbers = {key: value for key, value in given.items() if isinstance(value, Decimal)}
    if not faults:
        faults = [fault for check in index.checks for fault in check(numbers)]
    if faults:
        raise UnusableInput(tuple(faults))
    return numbers


def doubts(index: Index, figures: Mapping[str, Decimal]) -> tuple[Fault, ...]:
    """What can be true but seldom is, as swapped sexes; the index is computed all the same."""
    return tuple(fault for check in index.doubts for fault in check(figures))


def _faults(measure: Measure, value: Decimal | Nothing | None) -> Iterator[Fault]:
    if isinstance(value, Decimal):
        if not math.isfinite(value):
            yield _fault(measure, NOT_A_NUMBER.filled(figure=str(value)), FILL_IN)
        elif not measure.lowest <= value <= measure.highest:
            fault = IMPLAUSIBLE.filled(
                figure=value, unit=measure.unit, lowest=measure.lowest, highest=measure.highest
            )
            yield _fault(measure, fault, measure.remedy)
    elif not measure.optional:
        kind = value or Nothing.NOT_REPORTED
        yield _fault(measure, MISSING.filled(kind=kind.label), measure.if_missing or FILL_IN)


def _fault(measure: Measure, fault: Text, remedy: Text) -> Fault:
    sentence = Text("{measure}: {fault} {remedy}", "{measure}: {fault} {remedy}")
    return Fault((measure.key,), sentence.filled(measure=measure.name, fault=fault, remedy=remedy))


MISSING = Text("angkanya tidak ada ({kind}).", "there is no figure ({kind}).")
FILL_IN = Text("Lengkapi angkanya dari dokumen sumber.", "Complete it from the source document.")
NOT_A_NUMBER = Text("“{figure}” bukan angka.", "“{figure}” is not a number.")
IMPLAUSIBLE = Text(
    "{figure} {unit} di luar batas yang mungkin ({lowest} sampai {highest}).",
    "{figure} {unit} is outside what is possible ({lowest} to {highest}).",
)
