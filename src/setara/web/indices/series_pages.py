"""What the pages on all indices, and on the series of one, are given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django import forms

from setara.domain.language.text import Text
from setara.usecases.indices.overview import IndexStanding, OverviewAnswer
from setara.usecases.indices.series_queries import IndexSeriesAnswer
from setara.web.shell.pages import Crumb

NAMED = Text("{name} ({symbol})", "{name} ({symbol})")


@dataclass(frozen=True, slots=True)
class StandingRow:
    """An index of the overview with what its pages are called; an empty address is no link."""

    standing: IndexStanding
    series_url: str
    explain_url: str

    @property
    def called(self) -> Text:
        """The name, with the symbol where it is one that people write."""
        index = self.standing.index
        if "_" in index.symbol:
            return index.name
        return NAMED.filled(name=index.name, symbol=index.symbol)


@dataclass(frozen=True, slots=True)
class OverviewPage:
    """All indices: with a figure, with inputs lacking, with inputs the register does not know."""

    title: Text
    lead: Text
    answer: OverviewAnswer
    known: tuple[StandingRow, ...]
    lacking: tuple[StandingRow, ...]
    elsewhere: tuple[StandingRow, ...]
    links: tuple[tuple[Text, str], ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure of the table: what stands in the series, and the recomputed one where it differs.

    `moved` is its change from the year before where the row has none of its own.
    """

    value: Decimal | None
    is_printed: bool
    differs: Decimal | None
    moved: Decimal | None


@dataclass(frozen=True, slots=True)
class YearRow:
    """One year of one series; `moved` is the change of the index from the year before within it."""

    year: int
    cells: tuple[Cell, ...]
    moved: Decimal | None
    reason: Text | None
    explain_url: str

    @property
    def is_printed(self) -> bool:
        """Whether all that stands there was printed by the publisher."""
        return all(cell.is_printed for cell in self.cells if cell.value is not None)


@dataclass(frozen=True, slots=True)
class SeriesGroup:
    """The years of one basis; `why_apart` says why it does not go on from the one above."""

    label: Text
    why_apart: Text | None
    rows: tuple[YearRow, ...]


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place with its figures by year, or by sex; `is_own` for the government's."""

    name: str
    values: tuple[Decimal | None, ...]
    is_own: bool
    is_above: bool


@dataclass(frozen=True, slots=True)
class IndexSeriesPage:
    """An index over the years."""

    title: Text
    lead: Text
    crumbs: tuple[Crumb, ...]
    answer: IndexSeriesAnswer
    reading: tuple[Text, ...]
    headings: tuple[Text, ...]
    groups: tuple[SeriesGroup, ...]
    figure_url: str
    figure_caption: Text
    figure_alt: Text
    places: tuple[PlaceRow, ...]
    place_heads: tuple[int | Text, ...]
    places_caption: Text
    map_url: str
    map_caption: Text
    map_alt: Text
    form: forms.Form | None
    others: Sequence[tuple[Text, str]]
