"""The course of a disparity in plain words: its pace, and when it would end."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from setara.domain.foundation.period import Period
from setara.domain.language.text import Text
from setara.domain.statistics.amount import Amount
from setara.domain.statistics.disparity import Undefined
from setara.domain.statistics.element import Measure
from setara.domain.statistics.series import (
    MOVES_AWAY,
    STANDS,
    TOO_FEW,
    Line,
    Series,
)

FARTHEST = 100
"""Beyond so many years a straight line says nothing but "not in our time"."""


def series_reading(found: Series, *, measure: Measure, unit: Text) -> Iterator[Text]:
    """The pace and the years to parity; nothing where parity is reached or no aim, or where
    there are too few periods to speak of.

    A count is followed by its adjusted parity index, because a difference of counts grows with
    the population; anything else by its difference, whose unit is `unit`.
    """
    if found.before_break:
        yield BREAK.filled(count=found.before_break)
    by_index = measure is Measure.COUNT
    line = found.adjusted_parity if by_index else found.difference
    if isinstance(line, Undefined):
        # Of short series everybody knows that they are short; why another has no line is news.
        if found.before_break or line.reason.id != TOO_FEW.id:
            yield line.reason
        return
    years = line.years_to_parity
    if isinstance(years, Undefined):
        if years.reason == MOVES_AWAY:
            yield _pace(found, line, GROWS, by_index=by_index, unit=unit)
        if years.reason in {MOVES_AWAY, STANDS}:
            yield years.reason
        return
    yield _pace(found, line, SHRINKS, by_index=by_index, unit=unit)
    last = found.used[-1].period
    if years > FARTHEST:
        yield TOO_FAR.filled(years=FARTHEST)
        return
    yield YEARS.filled(years=years, last=last, then=Period.year(last.valid_from.year + int(years)))


def _pace(found: Series, line: Line, moved: Text, *, by_index: bool, unit: Text) -> Text:
    unit = NO_UNIT if by_index else unit
    return PACE.filled(
        start=found.used[0].period,
        count=len(found.used),
        what=DISTANCE_OF_INDEX if by_index else DIFFERENCE,
        moved=moved,
        pace=Amount(_trimmed(abs(line.per_year)), unit),
        distance=Amount(abs(line.last - line.target), unit),
    )


def _trimmed(value: Decimal) -> Decimal:
    """Without the zeros at the end that nobody says."""
    return Decimal(f"{value.normalize():f}")


NO_UNIT = Text("", "")
DIFFERENCE = Text("selisihnya", "the difference")
DISTANCE_OF_INDEX = Text("jarak indeks paritas dari 1", "the distance of the parity index from 1")
GROWS = Text("bertambah", "grows")
SHRINKS = Text("berkurang", "shrinks")
PACE = Text(
    "Menurut garis lurus sejak {start} ({count} periode), {what} {moved} rata-rata {pace} per "
    "tahun dan kini {distance}.",
    "By a straight line since {start} ({count} periods), {what} {moved} by {pace} a year on "
    "average and is now {distance}.",
)
YEARS = Text(
    "Bila laju itu bertahan, kesetaraan tercapai sekitar {years} tahun setelah {last}, yaitu pada "
    "{then}; ini hitungan, bukan ramalan.",
    "If that pace holds, parity is reached some {years} years after {last}, in {then}; this is "
    "arithmetic and no forecast.",
)
TOO_FAR = Text(
    "Bila laju itu bertahan, kesetaraan baru tercapai lebih dari {years} tahun lagi.",
    "If that pace holds, parity is more than {years} years away.",
)
BREAK = Text(
    "{count} periode terdahulu tidak diikutkan karena angkanya dibuat dengan metode lain.",
    "{count} earlier periods are left out, as their figures were made by another method.",
)
