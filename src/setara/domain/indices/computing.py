"""An index of one place and year: exact, and explained on request."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation, localcontext

from setara.domain.indices.arithmetic import PRECISE, rounded
from setara.domain.indices.definition import (
    Fault,
    Figure,
    Index,
    Method,
    NoMethod,
    UnusableInput,
)
from setara.domain.indices.explanation import Explained
from setara.domain.indices.judging import doubts, usable
from setara.domain.indices.terms import Term
from setara.domain.indices.tracing import TracedSheet
from setara.domain.indices.worksheet import NEWEST, Worksheet
from setara.domain.language.text import Text
from setara.domain.statistics.observation import Source


@dataclass(frozen=True, slots=True, repr=False)
class Result:
    """The index of one place and year; `published` is `unrounded` with the legal decimals.

    `figures` are the inputs that were there, `steps` the named values in the order of the
    calculation, the index last; `doubts` what can be true but seldom is.
    """

    index: Index
    method: Method
    year: int | None
    figures: Mapping[str, Decimal]
    steps: Mapping[str, Decimal]
    unrounded: Decimal
    published: Decimal
    doubts: tuple[Fault, ...]

    def __repr__(self) -> str:
        year = "" if self.year is None else f", {self.year}"
        return f"Result({self.index.key} {self.published}{year}, {self.method.key})"

    def __float__(self) -> float:
        return float(self.published)

    def explain(self, sources: Mapping[str, Source] | None = None) -> Explained:
        """The way to the result; `sources` by measure, where provenance is known."""
        sheet = TracedSheet(
            {
                measure.key: Term(
                    measure.symbol,
                    measure.name,
                    self.figures[measure.key],
                    measure.unit,
                    source=(sources or {}).get(measure.key),
                    key=measure.key,
                )
                if measure.key in self.figures
                else None
                for measure in self.index.measures
            },
            law_day(self.year),
        )
        with localcontext(PRECISE):
            self.method.formula(sheet)
        return Explained(
            symbol=self.index.symbol,
            name=self.index.name,
            published=self.published,
            unrounded=self.unrounded,
            method_key=self.method.key,
            method_name=self.method.name,
            steps=tuple(sheet.steps),
        )


def computed(index: Index, figures: Mapping[str, Figure], *, year: int | None = None) -> Result:
    """The index from figures by measure, in the units the index names, for the data of `year`.

    Raises UnusableInput where a figure is missing, cannot be true or leaves nothing to divide
    by; NoMethod for a year without one; TypeError for a measure the index does not have and for
    a year that is no integer.
    """
    method = index.method_for(year_asked(index, year))
    given = usable(index, figures)
    return by_method(index, method, given, year)


def by_method(
    index: Index, method: Method, figures: Mapping[str, Decimal], year: int | None
) -> Result:
    """The index by a chosen method from figures that were judged. Raises UnusableInput."""
    sheet = Worksheet[Decimal](figures, law_day(year))
    decimals = index.rounding(sheet.on)
    try:
        with localcontext(PRECISE):
            unrounded = method.formula(sheet)
            published = rounded(unrounded, int(decimals.value))
    except (ZeroDivisionError, InvalidOperation) as error:
        # Decimal calls a division of zero by zero an invalid operation.
        raise UnusableInput((Fault((), NO_DIVISOR.filled(index=index.symbol)),)) from error
    return Result(
        index=index,
        method=method,
        year=year,
        figures=figures,
        steps=sheet.values,
        unrounded=unrounded,
        published=published,
        doubts=doubts(index, figures),
    )


def year_asked(index: Index, year: int | None) -> int | None:
    """The year by which to choose the method. Raises NoMethod where one is needed and missing.

    Raises TypeError for a year that is no integer, as the text "2021".
    """
    if year is not None and (isinstance(year, bool) or not isinstance(year, int)):
        message = f"the year of the data is an integer such as 2021, not {year!r}"
        raise TypeError(message)
    if year is None and index.needs_year:
        raise NoMethod(index, None)
    return year


def law_day(year: int | None) -> date:
    """The day whose law counts for the data of a year."""
    return NEWEST if year is None else date(year, 1, 1)


NO_DIVISOR = Text(
    "{index} tidak dapat dihitung karena salah satu pembaginya nol. Periksa angka yang bernilai "
    "nol.",
    "The {index} cannot be computed because something it is divided by is zero. Check the figures "
    "that are zero.",
)
