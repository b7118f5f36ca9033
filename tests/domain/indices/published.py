"""Components and published indices of the case files, as the formula wants them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from setara.domain.foundation.sex import Sex
from setara.domain.indices.components import Component, SexComponents, sex_components
from setara.domain.indices.ipg import IpgInputs
from tests.domain.statistics.casebook import cases, figure

PASER = cases("indices", "ipg_paser")
ALL = [*PASER, *cases("indices", "ipg_kalimantan_timur", "ipg_indonesia")]
PASER_2021 = next(param.values[0] for param in PASER if param.values[0]["year"] == 2021)


def inputs(case: dict[str, Any]) -> IpgInputs[Decimal]:
    """The inputs of a case."""
    women, men = (
        sex_components(
            sex, {Component(name): figure(value) for name, value in case[sex.value].items()}
        )
        for sex in (Sex.FEMALE, Sex.MALE)
    )
    return IpgInputs(women, men)


def as_floats(given: IpgInputs[Decimal]) -> IpgInputs[float]:
    """The same figures as floats."""
    women, men = (
        SexComponents(*(float(components.of(component)) for component in Component))
        for components in (given.women, given.men)
    )
    return IpgInputs(women, men)
