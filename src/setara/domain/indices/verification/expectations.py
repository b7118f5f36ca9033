"""What is known of published tables: how far a value may be off, and which cells are wrong."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from setara.domain.language.text import Text
from setara.domain.law.source import MalformedLaw, Table, names, needed, only, pair, parsed
from setara.domain.statistics.understanding.wording import folded

DATA = files("setara.domain.indices.verification") / "data"


@dataclass(frozen=True, slots=True)
class Tolerance:
    """How far values of some steps of an index may be off in some years, and why."""

    index: str
    steps: frozenset[str]
    first_year: int
    last_year: int
    within: Decimal
    reason: Text

    def covers(self, index: str, step: str, year: int) -> bool:
        """Whether it is about that step of the index and that year."""
        is_its = index == self.index and step in self.steps
        return is_its and self.first_year <= year <= self.last_year


@dataclass(frozen=True, slots=True)
class KnownCell:
    """Published cells known to be wrong, for whatever place where `places` is empty.

    A difference beyond `at_most` is not the known one.
    """

    index: str
    steps: frozenset[str]
    places: frozenset[str]
    first_year: int
    last_year: int
    at_most: Decimal
    reason: Text
    source: str

    def covers(self, index: str, step: str, place: str, year: int) -> bool:
        """Whether the cell of that step, place and year is among them."""
        return (
            index == self.index
            and step in self.steps
            and self.first_year <= year <= self.last_year
            and (not self.places or _bare(place) in self.places)
        )


@dataclass(frozen=True, slots=True)
class Expectations:
    """All that is known."""

    tolerances: tuple[Tolerance, ...]
    known: tuple[KnownCell, ...]


def tolerance(index: str, step: str, year: int) -> Tolerance | None:
    """How far the published value of a step may be off, None where it must be exact."""
    every = expectations().tolerances
    return next((each for each in every if each.covers(index, step, year)), None)


def known_cell(index: str, step: str, place: str, year: int) -> KnownCell | None:
    """What is known of a cell, None where nothing is."""
    known = expectations().known
    return next((each for each in known if each.covers(index, step, place, year)), None)


@cache
def expectations() -> Expectations:
    """Those that come with Setara."""
    return read_expectations(DATA / "expectations.toml")


_YEARS = frozenset({"index", "steps", "first_year", "last_year", "reason", "reason_en"})


def read_expectations(file: Traversable) -> Expectations:
    """The tolerances and known cells in `file`. Raises MalformedLaw naming the entry at fault."""
    table = parsed(file.name, file)
    only(file.name, table, frozenset({"tolerance", "known"}))
    return Expectations(
        tuple(_tolerance(entry) for entry in table.get("tolerance", ())),
        tuple(_known(entry) for entry in table.get("known", ())),
    )


def _tolerance(entry: Table) -> Tolerance:
    only("tolerance", entry, _YEARS | {"within"})
    index, steps, first, last = _scope("tolerance", entry)
    return Tolerance(
        index, steps, first, last, needed("tolerance", entry, "within", Decimal), _reason(entry)
    )


def _known(entry: Table) -> KnownCell:
    only("known", entry, _YEARS | {"places", "at_most", "source"})
    index, steps, first, last = _scope("known", entry)
    return KnownCell(
        index,
        steps,
        frozenset(_bare(place) for place in names("known", entry, "places")),
        first,
        last,
        needed("known", entry, "at_most", Decimal),
        _reason(entry),
        needed("known", entry, "source", str),
    )


def _scope(where: str, entry: Table) -> tuple[str, frozenset[str], int, int]:
    first = needed(where, entry, "first_year", int)
    last = needed(where, entry, "last_year", int)
    steps = frozenset(names(where, entry, "steps"))
    if not steps or last < first:
        raise MalformedLaw(where, "needs a step, and a last year not before the first")
    return needed(where, entry, "index", str), steps, first, last


def _reason(entry: Table) -> Text:
    return pair("expectations", entry, "reason")


def _bare(place: str) -> str:
    """The name without what kind of place it is, which tables leave out or put in at will."""
    words = [word for word in folded(place).split() if word not in {"kab", "kabupaten", "provinsi"}]
    return " ".join(words)
