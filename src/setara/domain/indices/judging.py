"""Whether given figures can be used at all, said measure by measure and never guessed."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation

from setara.domain.indices.definition import (
    Fault,
    Figure,
    Index,
    Measure,
    SuspectFigures,
    UnusableInput,
    as_per_cent,
)
from setara.domain.language.text import Text
from setara.domain.statistics.observation import Nothing


def exact(figure: Figure) -> Decimal | Nothing | None:
    """The figure as a Decimal, as it is written: the float 0.1 is 0.1 and no more.

    What is no finite number comes back as a Decimal that is none, for `usable` to refuse; so does
    a text, for `68,25` and `68.250` say nothing of the style they are written in.
    """
    if figure is None or isinstance(figure, Nothing | Decimal):
        return figure
    if isinstance(figure, bool | str):
        return Decimal("NaN")
    try:
        return Decimal(str(figure))
    except InvalidOperation:
        return Decimal("NaN")


def usable(index: Index, figures: Mapping[str, Figure]) -> dict[str, Decimal]:
    """The figures that are there, by measure. Raises UnusableInput with every fault at once.

    Raises TypeError for a measure the index does not have.
    """
    unknown = figures.keys() - {measure.key for measure in index.measures}
    if unknown:
        message = f"{index.key} has no measure {', '.join(sorted(unknown))}"
        raise TypeError(message)
    given = {key: exact(figure) for key, figure in figures.items()}
    faults = [
        fault
        for each in index.measures
        for fault in _faults(each, given.get(each.key), figures.get(each.key))
    ]
    numbers = {key: value for key, value in given.items() if isinstance(value, Decimal)}
    faults += _together(index, numbers, {key for fault in faults for key in fault.measures})
    if faults:
        raise UnusableInput(tuple(faults))
    return numbers


def _together(index: Index, numbers: Mapping[str, Decimal], bad: set[str]) -> Iterator[Fault]:
    """What the checks say of measures that have no fault of their own, so that all is told."""
    sound = {key: value for key, value in numbers.items() if key not in bad}
    for check in index.checks:
        # Others need not name their measures, and would take what is left out as missing.
        if not bad or isinstance(check, SuspectFigures):
            yield from check(sound)


def doubts(index: Index, figures: Mapping[str, Decimal]) -> tuple[Fault, ...]:
    """What can be true but seldom is, as swapped sexes; the index is computed all the same."""
    return tuple(fault for check in index.doubts for fault in check(figures))


def _faults(measure: Measure, value: Decimal | Nothing | None, written: object) -> Iterator[Fault]:
    if isinstance(value, Decimal):
        if not math.isfinite(value):
            remedy = AS_NUMBER if isinstance(written, str) else FILL_IN
            yield _fault(measure, NOT_A_NUMBER.filled(figure=str(written)), remedy)
        elif not measure.lowest <= value <= measure.highest:
            fault = IMPLAUSIBLE.filled(
                figure=value, unit=measure.unit, lowest=measure.lowest, highest=measure.highest
            )
            yield _fault(measure, fault, _remedy(measure, value))
    elif not measure.optional:
        kind = value or Nothing.NOT_REPORTED
        yield _fault(measure, MISSING.filled(kind=kind.label), measure.if_missing or FILL_IN)


def _remedy(measure: Measure, value: Decimal) -> Text:
    """The remedy of the measure, with the figure itself where it is plainly a proportion."""
    if measure.unit.en == "per cent" and 0 < value < 1 and value < measure.lowest:
        return HUNDREDFOLD.filled(right=as_per_cent(value), wrong=value)
    return measure.remedy


def _fault(measure: Measure, fault: Text, remedy: Text) -> Fault:
    sentence = Text("{measure}: {fault} {remedy}", "{measure}: {fault} {remedy}")
    return Fault((measure.key,), sentence.filled(measure=measure.name, fault=fault, remedy=remedy))


MISSING = Text("angkanya tidak ada ({kind}).", "there is no figure ({kind}).")
FILL_IN = Text("Lengkapi angkanya dari dokumen sumber.", "Complete it from the source document.")
AS_NUMBER = Text("Berikan bilangan, bukan teks: 68.25.", "Give a number and not a text: 68.25.")
HUNDREDFOLD = Text(
    "Isi dalam persen: {right}, bukan {wrong}.", "Enter per cent: {right} and not {wrong}."
)
NOT_A_NUMBER = Text("“{figure}” bukan angka.", "“{figure}” is not a number.")
IMPLAUSIBLE = Text(
    "{figure} {unit} di luar batas yang mungkin ({lowest} sampai {highest}).",
    "{figure} {unit} is outside what is possible ({lowest} to {highest}).",
)
