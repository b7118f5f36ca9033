"""The wholes a share of gender-responsive money is taken of, as cited data."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import combinations

from setara.domain.foundation.money import Rupiah, total
from setara.domain.language.text import Text
from setara.domain.law.source import (
    MalformedLaw,
    Table,
    names,
    needed,
    only,
    optional,
    pair,
    parsed,
)

FILE = files("setara.domain.budget") / "data" / "denominators.toml"
_ACCOUNT = re.compile(r"\d(\.\d{1,4})*")
_CHART_KEYS = frozenset({"key", "name", "name_en", "first_year", "last_year", "source", "verified"})
_KEYS = frozenset(
    {"key", "letter", "name", "name_en", "charts", "accounts", "source", "verified"}
    | {"note", "note_en"}
)
NO_ACCOUNTS = Text(
    "tidak dapat dihitung: buku tanpa kode rekening",
    "cannot be computed: the book has no account codes",
)
NOT_IN_CHART = Text(
    "tidak dapat dihitung: tidak ada dalam {chart}", "cannot be computed: not in {chart}"
)
NO_CHART = Text(
    "tidak dapat dihitung: bagan akun {year} tidak dikenal",
    "cannot be computed: the chart of accounts of {year} is not known",
)
NOTHING = Text("tidak dapat dihitung: nilainya nol", "cannot be computed: it is zero")


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart of accounts and the budget years it holds in; `last_year` is None while it does."""

    key: str
    name: Text
    first_year: int
    last_year: int | None
    source: str
    verified: bool

    def holds_in(self, year: int) -> bool:
        """Whether budgets of the year use it."""
        return self.first_year <= year and (self.last_year is None or year <= self.last_year)


@dataclass(frozen=True, slots=True)
class AccountWhole:
    """A whole made of accounts: everything below the prefixes, none of which lies in another.

    `letter` is what the comparison of denominators calls it; `verified` that its use was read in
    the source itself.
    """

    key: str
    letter: str
    name: Text
    charts: tuple[str, ...]
    accounts: tuple[str, ...]
    source: str
    verified: bool
    note: Text


@dataclass(frozen=True, slots=True)
class Denominators:
    """The wholes in the order in which they are shown, and the charts they speak of."""

    charts: tuple[Chart, ...]
    wholes: tuple[AccountWhole, ...]

    def chart_of(self, year: int) -> Chart | None:
        """The chart of accounts of a budget year, None for a year before all of them."""
        return next((chart for chart in self.charts if chart.holds_in(year)), None)

    def measured(
        self, whole: AccountWhole, *, year: int, accounts: Mapping[str, Rupiah] | None
    ) -> Rupiah | Text:
        """The whole in rupiah, or why there is none.

        `accounts` holds the money of each lowest account; None for a book without accounts.
        """
        chart = self.chart_of(year)
        if chart is None:
            return NO_CHART.filled(year=str(year))
        if chart.key not in whole.charts:
            return NOT_IN_CHART.filled(chart=chart.name)
        if accounts is None:
            return NO_ACCOUNTS
        amount = total(
            money
            for code, money in accounts.items()
            if any(_lies_in(code, prefix) for prefix in whole.accounts)
        )
        return amount if amount.amount > 0 else NOTHING


def _lies_in(code: str, prefix: str) -> bool:
    """Whole parts only: 5.10 does not lie in 5.1."""
    return code == prefix or code.startswith(f"{prefix}.")


@cache
def denominators() -> Denominators:
    """The shipped wholes."""
    return read_denominators(FILE)


def read_denominators(file: Traversable) -> Denominators:
    """The wholes from their file.

    Raises MalformedLaw for a missing word, language or source, a key or letter used twice, charts
    that hold in the same year, an account that is none, or one that would be counted twice.
    """
    table = parsed(file.name, file)
    only(file.name, table, frozenset({"chart", "denominator"}))
    charts = tuple(_chart(file.name, each) for each in needed(file.name, table, "chart", list))
    known = {chart.key for chart in charts}
    wholes = tuple(
        _whole(file.name, each, known) for each in needed(file.name, table, "denominator", list)
    )
    for keys in ([each.key for each in wholes], [each.letter for each in wholes]):
        if len(set(keys)) != len(keys):
            raise MalformedLaw(file.name, "a key or letter is used twice")
    for one, other in combinations(charts, 2):
        if one.key == other.key or one.holds_in(other.first_year) or other.holds_in(one.first_year):
            raise MalformedLaw(file.name, f"{one.key} and {other.key} hold in the same year")
    return Denominators(charts, wholes)


def _chart(file: str, table: Table) -> Chart:
    where = f"{file}: {needed(file, table, 'key', str)}"
    only(where, table, _CHART_KEYS)
    first, last = needed(where, table, "first_year", int), optional(where, table, "last_year", int)
    if last is not None and last < first:
        raise MalformedLaw(where, "ends before it begins")
    return Chart(
        key=table["key"],
        name=pair(where, table, "name"),
        first_year=first,
        last_year=last,
        source=needed(where, table, "source", str),
        verified=needed(where, table, "verified", bool),
    )


def _whole(file: str, table: Table, charts: set[str]) -> AccountWhole:
    where = f"{file}: {needed(file, table, 'key', str)}"
    only(where, table, _KEYS)
    needed(where, table, "accounts", list)
    needed(where, table, "charts", list)
    read = AccountWhole(
        key=table["key"],
        letter=needed(where, table, "letter", str),
        name=pair(where, table, "name"),
        charts=names(where, table, "charts"),
        accounts=names(where, table, "accounts"),
        source=needed(where, table, "source", str),
        verified=needed(where, table, "verified", bool),
        note=pair(where, table, "note"),
    )
    _require_sound(where, read, charts)
    return read


def _require_sound(where: str, read: AccountWhole, charts: set[str]) -> None:
    for unknown in set(read.charts) - charts:
        raise MalformedLaw(where, f"there is no chart “{unknown}”")
    for account in read.accounts:
        if not _ACCOUNT.fullmatch(account):
            raise MalformedLaw(where, f"“{account}” is no account")
    for one, other in combinations(read.accounts, 2):
        if _lies_in(one, other) or _lies_in(other, one):
            raise MalformedLaw(where, f"{one} and {other} would be counted twice")
