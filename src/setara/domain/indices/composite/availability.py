"""Which figures an index of a definition can do without, and what to say when it cannot."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from setara.domain.indices.composite.blueprint import Block, Blueprint, Indicator, Ratio, Vintage
from setara.domain.indices.definition import Check, Fault
from setara.domain.language.text import Text, listed

TOO_FEW = Text(
    "{block}: paling sedikit {least} dari {all} bagiannya harus ada, baru ada {present}. "
    "Lengkapi: {missing}.",
    "{block}: at least {least} of its {all} parts must be there, and there are {present}. "
    "Complete: {missing}.",
)
UNDEFINED = Text(
    "{indicator}: pembaginya nol, dan definisi indeks tidak menetapkan nilai untuk keadaan itu. "
    "Periksa angkanya, atau kosongkan bila memang tidak ada.",
    "{indicator}: its divisor is zero, and the definition sets no value for that. Check the "
    "figures, or leave them empty if there are none.",
)


LEFT_OUT = Text(
    "{indicator}: pembaginya nol, sehingga tidak terdefinisi dan dianggap tidak ada.",
    "{indicator}: its divisor is zero, so that it is not defined and counted as missing.",
)


def needed_measures(blueprint: Blueprint, vintage: Vintage) -> frozenset[str]:
    """The measures without which there is no index, whatever else there is."""
    blocks = {block.step.key: block for block in vintage.blocks}
    found, waiting = set(), [vintage.blocks[-1].step.key]
    while waiting:
        key = waiting.pop()
        if key in blocks:
            waiting += () if blocks[key].tolerates else blocks[key].members
        elif key in blueprint.indicators:
            indicator = blueprint.indicators[key]
            waiting += () if indicator.given else indicator.measures
        else:
            found.add(key)
    return frozenset(found)


def missing_parts(blueprint: Blueprint) -> Check:
    """The check that says what is missing, block by block.

    It judges by the newest vintage; those of one index have the same blocks.
    """
    vintage = blueprint.vintages[-1]

    def check(figures: Mapping[str, Decimal]) -> Iterator[Fault]:
        present = set(figures)
        present |= {k for k, one in blueprint.indicators.items() if _is_there(one, figures)}
        for block in vintage.blocks:
            if _count(block, present) >= block.at_least:
                present.add(block.step.key)
        yield from _why(blueprint, vintage, present, figures)

    return check


def undefined_ratios(blueprint: Blueprint) -> Check:
    """The doubt that a ratio counted as missing because its divisor is zero."""

    def check(figures: Mapping[str, Decimal]) -> Iterator[Fault]:
        for indicator in blueprint.indicators.values():
            if indicator.given not in figures and _undefined(indicator, figures):
                yield Fault(indicator.measures, LEFT_OUT.filled(indicator=indicator.step.name))

    return check


def _is_there(indicator: Indicator, figures: Mapping[str, Decimal]) -> bool:
    if indicator.given in figures:
        return True
    return all(key in figures for key in indicator.measures) and not _undefined(indicator, figures)


def _undefined(indicator: Indicator, figures: Mapping[str, Decimal]) -> bool:
    ratio = indicator.takes
    if not isinstance(ratio, Ratio) or figures.get(ratio.under) != 0 or ratio.over not in figures:
        return False
    return (ratio.divisor_zero if figures[ratio.over] else ratio.both_zero) is None


def _count(block: Block, present: set[str]) -> int:
    return sum(member in present for member in block.members)


def _why(
    blueprint: Blueprint, vintage: Vintage, present: set[str], figures: Mapping[str, Decimal]
) -> Iterator[Fault]:
    """From the index down to the blocks that lack something themselves."""
    blocks = {block.step.key: block for block in vintage.blocks}
    names = {each.key: each.name for each in blueprint.measures}
    names |= {key: one.step.name for key, one in blueprint.indicators.items()}
    waiting = [vintage.blocks[-1].step.key]
    while waiting:
        block = blocks[waiting.pop(0)]
        if block.step.key in present:
            continue
        missing = [member for member in block.members if member not in present]
        waiting += [member for member in missing if member in blocks]
        parts = [member for member in missing if member not in blocks]
        for member in parts:
            indicator = blueprint.indicators.get(member)
            if indicator and not indicator.given and _undefined(indicator, figures):
                yield Fault(indicator.measures, UNDEFINED.filled(indicator=names[member]))
        if parts:
            yield Fault(
                tuple(_first_measure(blueprint, member) for member in parts),
                TOO_FEW.filled(
                    block=block.step.name,
                    least=block.at_least,
                    all=len(block.members),
                    present=_count(block, present),
                    missing=listed([names[member] for member in parts]),
                ),
            )


def _first_measure(blueprint: Blueprint, member: str) -> str:
    indicator = blueprint.indicators.get(member)
    return (indicator.given or indicator.measures[0]) if indicator else member
