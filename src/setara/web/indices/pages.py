"""What each page of the indices room is given."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from setara.domain.language.text import Text
from setara.usecases.indices.queries import IpgAnswer, SeriesAnswer


@dataclass(frozen=True, slots=True)
class WorkedStep:
    """A step of the calculation: in symbols, with its numbers, and its result."""

    name: Text
    symbol: str
    formula: str
    worked: str
    value: Decimal
    published: Decimal | None
    note: Text | None


@dataclass(frozen=True, slots=True)
class IpgPage:
    """One IPG, explained."""

    title: Text
    lead: Text
    answer: IpgAnswer
    steps: tuple[WorkedStep, ...]
    unrounded: Decimal
    series_url: str


@dataclass(frozen=True, slots=True)
class SeriesPage:
    """The IPG of a place over the years."""

    title: Text
    lead: Text
    answer: SeriesAnswer
    figure_url: str
    figure_caption: Text
    figure_alt: Text
