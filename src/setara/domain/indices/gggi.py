"""The Global Gender Gap Index of the World Economic Forum, defined as data."""

from __future__ import annotations

from setara.domain.indices.composite.shipped import shipped
from setara.domain.indices.computing import Result, computed
from setara.domain.indices.definition import Figure

GGGI = shipped("gggi")
GGGI_SUBINDICES = shipped("gggi_subindices")


def gggi(*, year: int | None = None, **figures: Figure) -> Result:
    """The GGGI from its fourteen indicators: 1 at parity, three decimals, editions since 2006.

    Figures by measure: of both sexes (`labour_force_female`, `labour_force_male`), or the ratio or
    score as the report prints it (`labour_force_ratio`), which goes first; per cent, years, PPP
    dollars. `wage_equality` and `sex_ratio_birth` are ratios. A missing indicator leaves its weight
    to the others of its subindex. Raises UnusableInput for a figure that cannot be true or a
    subindex without any, TypeError for a measure there is not. Source: Global Gender Gap Report,
    table B.2.
    """
    return computed(GGGI, figures, year=year)


def gggi_of_subindices(
    *,
    economy: Figure,
    education: Figure,
    health: Figure,
    politics: Figure,
    year: int | None = None,
) -> Result:
    """The GGGI from its four subindices, 0 to 1 each, as the report prints them."""
    return computed(
        GGGI_SUBINDICES,
        {"economy": economy, "education": education, "health": health, "politics": politics},
        year=year,
    )
