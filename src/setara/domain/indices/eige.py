"""The Gender Equality Index of EIGE from its six domains, defined as data."""

from __future__ import annotations

from setara.domain.indices.composite.shipped import shipped
from setara.domain.indices.computing import Result, computed
from setara.domain.indices.definition import Figure

EIGE = shipped("eige")


def eige(
    *,
    work: Figure,
    money: Figure,
    knowledge: Figure,
    time: Figure,
    power: Figure,
    health: Figure,
    year: int,
) -> Result:
    """The Gender Equality Index of an edition, 1 to 100, one decimal.

    `year` is that of the edition. The edition of 2025 has new data and weights and must not stand
    in one line with earlier ones. Weights are fitted to published indices (unverified). Raises
    UnusableInput for a domain that is missing or not within 1 and 100, NoMethod before 2013.
    Source: EIGE, Gender Equality Index.
    """
    domains = {"work": work, "money": money, "knowledge": knowledge}
    return computed(EIGE, {**domains, "time": time, "power": power, "health": health}, year=year)
