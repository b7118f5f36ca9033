"""The doubt that a given ratio is not that of the figures given beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from setara.domain.indices.arithmetic import rounded
from setara.domain.indices.composite.blueprint import Blueprint, Indicator, Ratio
from setara.domain.indices.definition import Check, Fault
from setara.domain.language.text import Text

ROUNDING = Decimal("0.05")
"""How far a ratio of figures printed without decimals may be off."""

CONTRADICTED = Text(
    "{indicator}: rasio yang diberikan {given}, padahal kedua angkanya memberi {found}. Yang "
    "dipakai adalah rasio yang diberikan; periksa apakah keduanya mengukur hal yang sama.",
    "{indicator}: the ratio given is {given}, while the two figures make {found}. The given one is "
    "used; check whether they measure the same thing.",
)


def contradicted_ratios(blueprint: Blueprint) -> Check:
    """The doubt, for each indicator of which both are there; both are cut at the benchmark."""

    def check(figures: Mapping[str, Decimal]) -> Iterator[Fault]:
        for indicator in blueprint.indicators.values():
            yield from _contradicted(indicator, figures)

    return check


def _contradicted(indicator: Indicator, figures: Mapping[str, Decimal]) -> Iterator[Fault]:
    ratio = indicator.takes
    if not isinstance(ratio, Ratio) or ratio.given is None:
        return
    over, under = figures.get(ratio.over), figures.get(ratio.under)
    given = figures.get(ratio.given)
    if given is None or over is None or not under:
        return
    found = _cut(over / under, indicator.benchmark)
    if abs(found - _cut(given, indicator.benchmark)) > ROUNDING:
        reason = CONTRADICTED.filled(
            indicator=indicator.step.name, given=given, found=rounded(found, 3)
        )
        yield Fault((ratio.given, ratio.over, ratio.under), reason)


def _cut(ratio: Decimal, benchmark: Decimal | None) -> Decimal:
    return ratio if benchmark is None else min(ratio, benchmark)
