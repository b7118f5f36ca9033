"""What an index is: its measures, its methods by date, and the form of a result."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Protocol

from setara.domain.indices.arithmetic import N
from setara.domain.indices.worksheet import StepName, Worksheet
from setara.domain.language.text import Language, Text
from setara.domain.law.parameters import Parameter, parameter
from setara.domain.statistics.observation import Nothing

Figure = Decimal | int | float | Nothing | None
"""A figure as a caller gives it; floats are taken by their shortest writing, `0.1` as 0.1."""

CHECK_SOURCE = Text("Periksa kembali dokumen sumbernya.", "Check the source document again.")


@dataclass(frozen=True, slots=True)
class Measure:
    """One input: `key` is its name in files and calls, `symbol` in formulas.

    Outside `lowest` to `highest` a figure cannot be true; `remedy` names the usual slip. An
    `optional` measure may be missing, where the method says what then happens; `if_missing` says
    what to do about any other, where that is more than to look it up.
    """

    key: str
    symbol: str
    name: Text
    unit: Text
    lowest: Decimal
    highest: Decimal
    remedy: Text = CHECK_SOURCE
    optional: bool = False
    if_missing: Text | None = None


def as_per_cent(proportion: Decimal) -> Decimal:
    """The proportion as it should have been entered: 0.510 is 51 per cent."""
    return (proportion * 100).normalize() + 0


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with the figures of one place and year, and which measures it is about."""

    measures: tuple[str, ...]
    reason: Text


Check = Callable[[Mapping[str, Decimal]], Iterable[Fault]]
"""A rule over several figures at once; it is given only those that are there."""


@dataclass(frozen=True, slots=True)
class SuspectFigures:
    """A check whose condition is plain comparison, so that columns can ask it of every row.

    `suspicious` uses comparisons joined by `&` and `|` only, which numbers and columns both know;
    `faults` says of one row that is suspicious what is wrong. Fixed numbers in the condition are
    floats or integers, which decimals and columns compare with alike.
    """

    measures: tuple[str, ...]
    suspicious: Callable[[Mapping[str, Any]], Any]
    faults: Check

    def __call__(self, figures: Mapping[str, Decimal]) -> Iterator[Fault]:
        """The faults, where all measures are there and look suspicious together."""
        if all(measure in figures for measure in self.measures) and self.suspicious(figures):
            yield from self.faults(figures)


@dataclass(frozen=True, slots=True)
class EnoughFigures:
    """A check that asks only whether enough figures are there.

    Its formula comes to nothing over columns wherever it has a fault, so that only those rows
    need be asked.
    """

    faults: Check

    def __call__(self, figures: Mapping[str, Decimal]) -> Iterator[Fault]:
        """What is missing."""
        yield from self.faults(figures)


class Formula(Protocol):
    """A method as a function: the index before rounding, whatever kind of number it is given."""

    def __call__(self, sheet: Worksheet[N], /) -> N:
        """The index of the figures on the sheet, every step written on it."""
        ...


@dataclass(frozen=True, slots=True)
class Method:
    """A published method and the years of data it is used for; `last_year` None: until now."""

    key: str
    name: Text
    formula: Formula
    first_year: int
    last_year: int | None = None

    def covers(self, year: int | None) -> bool:
        """Whether it is the method for the data of `year`; None asks for the present one."""
        if year is None:
            return self.last_year is None
        return self.first_year <= year and (self.last_year is None or year <= self.last_year)


@dataclass(frozen=True, slots=True)
class Ranking:
    """How the publisher ranks: by the value it prints, or by the one behind it."""

    by_published: bool


@dataclass(frozen=True, slots=True)
class Index:
    """An index: `step` is the index itself, `steps` the named values on the way to it.

    `decimals` is the parameter with the published decimals, or its key in the law; ask `rounding`
    for it. `parity` is the value at
    which women and men stand level, None where the index knows none. `higher_is_better` says
    whether a rise is progress (None: only nearness to `parity` is). Where `needs_year`, the law
    differs by year of data, so the year must be given. `ranking` is None where the publisher
    ranks nobody by it. `earlier` is the key of another index that has the years before the first
    method under the same name; the two must not be joined in one series.
    """

    step: StepName
    measures: tuple[Measure, ...]
    steps: tuple[StepName, ...]
    methods: tuple[Method, ...]
    decimals: str | Parameter
    publisher: Text
    parity: Decimal | None = None
    higher_is_better: bool | None = True
    needs_year: bool = False
    ranking: Ranking | None = None
    checks: tuple[Check, ...] = ()
    doubts: tuple[Check, ...] = ()
    earlier: str | None = None

    @property
    def key(self) -> str:
        """What the index is called in files and commands."""
        return self.step.key

    @property
    def symbol(self) -> str:
        """Its abbreviation, as IPG."""
        return self.step.symbol

    @property
    def name(self) -> Text:
        """Its name in both languages."""
        return self.step.name

    def rounding(self, on: date) -> Parameter:
        """How many decimals the index is published with, by the law of that day."""
        if isinstance(self.decimals, Parameter):
            return self.decimals
        return parameter(self.decimals, on=on)

    def measure(self, key: str) -> Measure:
        """The measure of that name. Raises KeyError where the index has none."""
        for measure in self.measures:
            if measure.key == key:
                return measure
        raise KeyError(key)

    def method_for(self, year: int | None) -> Method:
        """The method for figures of `year`, the newest for None. Raises NoMethod."""
        for method in self.methods:
            if method.covers(year):
                return method
        raise NoMethod(self, year)

    def method_named(self, key: str) -> Method:
        """The method a stored result names. Raises KeyError for a name that never was one."""
        return {method.key: method for method in self.methods}[key]


class NoMethod(LookupError):
    """No method that Setara knows was in use for the year; `reason` says for which one is."""

    def __init__(self, index: Index, year: int | None) -> None:
        first = min(method.first_year for method in index.methods)
        last = [method.last_year for method in index.methods]
        sentence = NO_YEAR if year is None else OTHER_METHOD
        if year is not None and year < first and index.earlier:
            sentence = EARLIER.filled(earlier=index.earlier)
        span = FROM if None in last else BETWEEN
        years = span.filled(first=str(first), last=str(max(each or 0 for each in last)))
        self.reason = sentence.filled(index=index.symbol, year=str(year), years=years)
        super().__init__(self.reason.say(Language.ENGLISH))


OTHER_METHOD = Text(
    "{index} tahun {year} memakai metode lain yang belum tersedia; metode yang ada berlaku untuk "
    "data {years}.",
    "The {index} of {year} uses another method that is not available; the one that is covers "
    "data {years}.",
)
EARLIER = Text(
    "{index} tahun {year} memakai metode lama; hitunglah dengan “{earlier}”. Metode {index} yang "
    "sekarang berlaku untuk data {years}. Kedua deret tidak boleh disambung.",
    "The {index} of {year} used an older method: compute it as “{earlier}”. The present method of "
    "the {index} covers data {years}. The two series must not be joined.",
)
FROM = Text("mulai {first}", "from {first}")
BETWEEN = Text("{first} sampai {last}", "from {first} to {last}")
NO_YEAR = Text(
    "{index} memerlukan tahun datanya, karena aturannya berbeda menurut tahun. Isi kolom “year”.",
    "The {index} needs the year of the data, because its rules differ by year. Fill in the column "
    "“year”.",
)


class UnusableInput(ValueError):
    """Figures are missing or cannot be true; `faults` names each with its remedy."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        self.faults = faults
        super().__init__(" ".join(fault.reason.say(Language.ENGLISH) for fault in faults))

    @property
    def reason(self) -> Text:
        """All faults in one text."""
        return Text(
            " ".join(fault.reason.say(Language.INDONESIAN) for fault in self.faults),
            " ".join(fault.reason.say(Language.ENGLISH) for fault in self.faults),
        )
