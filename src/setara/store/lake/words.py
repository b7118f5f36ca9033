"""What is said of a row that cannot be computed, where its figures are not looked at singly."""

from __future__ import annotations

from setara.domain.indices.definition import Index, Measure, SuspectFigures
from setara.domain.indices.judging import FILL_IN, MISSING
from setara.domain.language.text import Text, listed
from setara.domain.statistics.observation import Nothing


def missing(measure: Measure) -> Text:
    """That the measure has no figure."""
    fault = MISSING.filled(kind=Nothing.NOT_REPORTED.label)
    return _NOT_THERE.filled(measure=measure.name, fault=fault, remedy=FILL_IN)


def impossible(measure: Measure) -> Text:
    """That the measure's figure lies outside its range."""
    return _OUT_OF_RANGE.filled(
        measure=measure.name,
        lowest=measure.lowest,
        highest=measure.highest,
        unit=measure.unit,
        remedy=measure.remedy,
    )


def suspect(index: Index, check: SuspectFigures) -> Text:
    """That figures which are possible singly cannot stand together."""
    names = listed([index.measure(key).name for key in check.measures])
    return _TOGETHER.filled(measures=names)


def no_method(index: Index) -> Text:
    """That the year of the row has no method, or is missing."""
    first = min(method.first_year for method in index.methods)
    return _NO_METHOD.filled(index=index.symbol, first=str(first))


def no_result(index: Index) -> Text:
    """That the formula came to nothing: a divisor of zero, or too few figures."""
    return _NO_RESULT.filled(index=index.symbol)


_NO_RESULT = Text(
    "{index} tidak dapat dihitung: salah satu pembaginya nol, atau angkanya terlalu sedikit.",
    "The {index} cannot be computed: something it is divided by is zero, or too few figures are "
    "there.",
)
_OUT_OF_RANGE = Text(
    "{measure}: di luar batas yang mungkin ({lowest} sampai {highest} {unit}). {remedy}",
    "{measure}: outside what is possible ({lowest} to {highest} {unit}). {remedy}",
)
_NOT_THERE = Text("{measure}: {fault} {remedy}", "{measure}: {fault} {remedy}")
_TOGETHER = Text(
    "{measures}: angkanya tidak cocok satu sama lain. Periksa satuan dan kolomnya.",
    "{measures}: the figures do not agree with one another. Check their units and columns.",
)
_NO_METHOD = Text(
    "Tahun baris ini tidak ada atau tidak mempunyai metode {index}; metode yang ada berlaku untuk "
    "data mulai {first}.",
    "The year of this row is missing or has no method of the {index}; the method that is there "
    "covers data from {first}.",
)
