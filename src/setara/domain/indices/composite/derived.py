"""Weights from the spread of each ratio in a base table, frozen with the year of that table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal, localcontext

from setara.domain.indices.arithmetic import PRECISE, root, rounded
from setara.domain.language.text import Language, Text

_FEWEST = 2
FIVE = 5
"""Decimals of a weight, as the prefectural index of Japan prints them."""


class NoSpread(ValueError):
    """A ratio that does not differ between places has no weight; `reason` names it."""

    def __init__(self, reason: Text) -> None:
        self.reason = reason
        super().__init__(reason.say(Language.ENGLISH))


def derived_weights(
    ratios: Mapping[str, Sequence[Decimal | None]], places: int | None = FIVE
) -> dict[str, Decimal]:
    """A weight for each indicator of one block, in proportion to 1 / sd of its ratios.

    `ratios` are those of the places of a base table as the index scores them (cut at the
    benchmark), None where a place has none. So that a step of one standard deviation counts the
    same in every indicator, whatever its spread; no weights by population. `places` None: exact.
    Raises NoSpread for an indicator with fewer than two ratios, or with equal ones only. Source:
    World Economic Forum since 2006, and the prefectural index of Japan.
    """
    with localcontext(PRECISE):
        inverse = {key: 1 / _deviation(key, values) for key, values in ratios.items()}
        total = sum(inverse.values(), Decimal(0))
        weights = {key: each / total for key, each in inverse.items()}
        if places is None:
            return weights
        return {key: rounded(weight, places) for key, weight in weights.items()}


def frozen(block: str, weights: Mapping[str, Decimal], base_year: int) -> str:
    """The weights as lines of a definition file, with the year of the table they come from."""
    members = ", ".join(f"{key} = {weight:f}" for key, weight in weights.items())
    return f"[blocks.{block}]\n# 1 / sd, {base_year}\nnormalise = true\nmembers = {{ {members} }}\n"


def _deviation(key: str, values: Sequence[Decimal | None]) -> Decimal:
    """The standard deviation of a sample."""
    known = [value for value in values if value is not None]
    if len(known) < _FEWEST:
        raise NoSpread(TOO_FEW.filled(indicator=key, count=len(known)))
    mean = sum(known, Decimal(0)) / len(known)
    squares = sum(((value - mean) ** 2 for value in known), Decimal(0))
    if squares == 0:
        raise NoSpread(ALL_EQUAL.filled(indicator=key))
    deviation: Decimal = root(squares / (len(known) - 1), 2)
    return deviation


TOO_FEW = Text(
    "“{indicator}” hanya memiliki {count} rasio; bobot dari sebaran memerlukan paling sedikit dua "
    "wilayah.",
    "“{indicator}” has {count} ratios only; a weight from the spread needs two places at least.",
)
ALL_EQUAL = Text(
    "semua rasio “{indicator}” sama, sehingga sebarannya nol dan bobotnya tidak ada. Keluarkan "
    "indikator itu dari blok.",
    "all ratios of “{indicator}” are equal, so that its spread is zero and it has no weight. Take "
    "it out of the block.",
)
