"""What the page of a series of indices is given."""

from __future__ import annotations

from dataclasses import dataclass

from setara.domain.language.text import Text
from setara.usecases.indices.queries import SeriesAnswer


@dataclass(frozen=True, slots=True)
class SeriesPage:
    """The IPG of a place over the years."""

    title: Text
    lead: Text
    answer: SeriesAnswer
    figure_url: str
    figure_caption: Text
    figure_alt: Text
