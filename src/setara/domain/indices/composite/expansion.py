"""A blueprint becomes an index like any other: its formula runs on every kind of number."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

from setara.domain.indices.arithmetic import N, enough, presence
from setara.domain.indices.composite.availability import (
    missing_parts,
    needed_measures,
    undefined_ratios,
)
from setara.domain.indices.composite.blueprint import Block, Blueprint, RanksBy, Vintage
from setara.domain.indices.composite.citing import DECIMALS, WEIGHT, Citing, Named
from setara.domain.indices.composite.contradictions import contradicted_ratios
from setara.domain.indices.composite.means import MEANS, sum_of, tolerant
from setara.domain.indices.composite.scoring import score
from setara.domain.indices.definition import EnoughFigures, Formula, Index, Method, Ranking
from setara.domain.indices.worksheet import StepName, Worksheet
from setara.domain.language.text import Text, listed

WEIGHT_OF = Text("bobot {member}", "weight of {member}")
WITHOUT = Text(
    "tanpa {missing}; bobotnya dibagi kepada yang ada",
    "without {missing}; its weight is shared by those that are there",
)


def expanded(blueprint: Blueprint) -> Index:
    """The index a blueprint describes."""
    newest, ranks_by = blueprint.vintages[-1], blueprint.ranks_by
    needed = frozenset.intersection(
        *(needed_measures(blueprint, vintage) for vintage in blueprint.vintages)
    )
    return Index(
        step=blueprint.step,
        measures=tuple(
            replace(each, optional=each.key not in needed) for each in blueprint.measures
        ),
        steps=_steps(blueprint),
        methods=tuple(_method(blueprint, vintage) for vintage in blueprint.vintages),
        decimals=Citing(blueprint.step.key, newest).value(
            "published_decimals", Decimal(blueprint.decimals), DECIMALS
        ),
        publisher=blueprint.publisher,
        parity=blueprint.parity,
        higher_is_better=blueprint.higher_is_better,
        needs_year=len(blueprint.vintages) > 1,
        ranking=None if ranks_by is None else Ranking(ranks_by is RanksBy.PUBLISHED),
        checks=(EnoughFigures(missing_parts(blueprint)),),
        doubts=(undefined_ratios(blueprint), contradicted_ratios(blueprint)),
    )


def _steps(blueprint: Blueprint) -> tuple[StepName, ...]:
    """Every named value once: the scores, then the blocks, the index last."""
    blocks = {block.step.key: block.step for each in blueprint.vintages for block in each.blocks}
    index = blocks.pop(blueprint.step.key)
    scores = (indicator.step for indicator in blueprint.indicators.values())
    return (*scores, *blocks.values(), index)


def _method(blueprint: Blueprint, vintage: Vintage) -> Method:
    return Method(
        key=f"{blueprint.step.key}.{vintage.key}",
        name=vintage.name,
        formula=formula_of(blueprint, vintage),
        first_year=vintage.first_year,
        last_year=vintage.last_year,
    )


def formula_of(blueprint: Blueprint, vintage: Vintage) -> Formula:
    """The formula of one vintage: each score, each block from the inside out, the index last."""
    citing = Citing(blueprint.step.key, vintage)
    decimals = citing.value("published_decimals", Decimal(blueprint.decimals), DECIMALS)
    named = _names(blueprint, vintage)
    *inner, top = vintage.blocks

    def formula(sheet: Worksheet[N], /) -> N:
        values: dict[str, N | None] = {
            measure.key: sheet.given.get(measure.key) for measure in blueprint.measures
        }
        for key, indicator in blueprint.indicators.items():
            values[key] = score(indicator, sheet, citing)
        for block in inner:
            mean = _mean(block, values, sheet, citing, named)
            key = block.step.key
            values[key] = None if mean is None else _kept(block, mean, values, sheet, named)
        index = _mean(top, values, sheet, citing, named)
        if index is None:
            raise KeyError(top.step.key)
        if blueprint.scale != 1:
            index = blueprint.scale * index
        return _kept(top, index, values, sheet, named, decimals=decimals)

    return formula


Names = Callable[[str], StepName]


def _names(blueprint: Blueprint, vintage: Vintage) -> Names:
    names = {
        **{each.key: StepName(each.key, each.symbol, each.name) for each in blueprint.measures},
        **{key: indicator.step for key, indicator in blueprint.indicators.items()},
        **{block.step.key: block.step for block in vintage.blocks},
    }
    return names.__getitem__


def _mean(
    block: Block, values: dict[str, N | None], sheet: Worksheet[N], citing: Citing, named: Names
) -> N | None:
    """The block's mean over the members that are there; None where too few are."""
    there = [(place, values[key]) for place, key in enumerate(block.members)]
    present: list[tuple[int, Any]] = [(place, value) for place, value in there if value is not None]
    if len(present) < block.at_least:
        return None
    weights = [_weight(block, place, sheet, citing, named) for place, _ in present]
    numbers = [value for _, value in present]
    if not block.tolerates:
        mean: N = MEANS[block.mean](weights, numbers, sum_is_one=block.sum_is_one)
        return mean
    shared = tolerant(block.mean, weights, numbers)
    least: N = enough(shared, sum_of(presence(number) for number in numbers), block.at_least)
    return least


def _weight(block: Block, place: int, sheet: Worksheet[N], citing: Citing, named: Names) -> N | int:
    if block.weights is None:
        return 1
    member = named(block.members[place])
    return citing.on(
        sheet,
        f"{block.step.key}.{member.key}.weight",
        block.weights[place],
        Named(f"w_{member.symbol}", WEIGHT_OF.filled(member=member.name), WEIGHT),
    )


def _kept(
    block: Block,
    value: N,
    values: dict[str, N | None],
    sheet: Worksheet[N],
    named: Names,
    **options: Any,
) -> N:
    missing = [named(key).name for key in block.members if values[key] is None]
    note = WITHOUT.filled(missing=listed(missing)) if missing else None
    return sheet.step(block.step, value, note=note, **options)
