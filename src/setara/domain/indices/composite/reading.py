"""A definition file becomes an index, or is refused with every fault at its line."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from setara.domain.indices.composite import faults as say
from setara.domain.indices.composite.blocks import drafts, vintages
from setara.domain.indices.composite.blueprint import Blueprint, RanksBy, Vintage
from setara.domain.indices.composite.coherence import Parts, order
from setara.domain.indices.composite.expansion import expanded
from setara.domain.indices.composite.faults import DefinitionFault, FaultyDefinition
from setara.domain.indices.composite.lines import Lines
from setara.domain.indices.composite.parts import indicators, inputs, origin
from setara.domain.indices.composite.sections import Notebook, Section
from setara.domain.indices.definition import Index
from setara.domain.indices.worksheet import StepName
from setara.domain.language.text import Text, same

LONGEST = 200_000
"""Characters of a definition; the longest shipped one has a tenth of that."""
MOST_DOTS = 300
"""Dots in one line: Python's reader takes a minute for a name of forty thousand parts."""
_MOST_DECIMALS = 10
_GREATEST_SCALE = 1_000_000
_EARLIEST, _LATEST = 1900, 2200
_LINE = re.compile(r"at line (\d+)")


def composite_from(text: str, file: str = "definition.toml") -> Index:
    """The index a definition describes, which then computes and explains like any other.

    `file` is what messages call it. Raises FaultyDefinition with every fault and its line.
    """
    return expanded(blueprint_from(text, file))


def blueprint_from(text: str, file: str = "definition.toml") -> Blueprint:
    """The definition as data. Raises FaultyDefinition with every fault and its line."""
    notebook = Notebook(Lines(""))
    if _is_modest(text, notebook):
        notebook.lines = Lines(text)
    table = None if notebook.faults else _table(text, notebook)
    blueprint = None if table is None else _blueprint(Section(notebook, (), table))
    if blueprint is None or notebook.faults:
        faults = sorted(dict.fromkeys(notebook.faults), key=lambda fault: fault.line)
        raise FaultyDefinition(file, tuple(faults))
    return blueprint


def _is_modest(text: str, notebook: Notebook) -> bool:
    """Whether the file is one that can be read quickly; what is too much of it is noted."""
    if len(text) > LONGEST:
        notebook.note((), say.TOO_LONG.filled(most=LONGEST))
        return False
    for number, line in enumerate(text.splitlines(), 1):
        if line.count(".") > MOST_DOTS:
            notebook.faults.append(DefinitionFault(number, say.DOTS.filled(most=MOST_DOTS)))
    return not notebook.faults


def _table(text: str, notebook: Notebook) -> Mapping[str, Any] | None:
    """What TOML makes of the text; None, and a fault, where it is none."""
    try:
        return tomllib.loads(text, parse_float=Decimal)
    except (ValueError, RecursionError, ArithmeticError) as error:
        # Brackets nested a thousand deep and integers of a million digits are no TOML errors.
        for line, name, first in notebook.lines.twice:
            reason = say.TWICE.filled(name=name, first=str(first))
            notebook.faults.append(DefinitionFault(line, reason))
        if not notebook.faults:
            found = _LINE.search(str(error))
            last = max(len(text.splitlines()), 1)
            line = int(found[1]) if found else last
            reason = say.NOT_TOML.filled(said=same(str(error)[:200]))
            notebook.faults.append(DefinitionFault(line, reason))
        return None


def _blueprint(root: Section) -> Blueprint | None:
    root.only("index", "source", "measures", "indicators", "blocks", "vintage")
    root.needs("index", "source", "measures", "blocks")
    head = root.below("index")
    head.only(*_HEAD)
    head.needs("key", "decimals")
    key = head.name("key") or "?"
    step = StepName(key, head.symbol("symbol", key), head.text("name"))
    known = inputs(root.below("measures"))
    scores = indicators(root.below("indicators"), known)
    blocks = drafts(root.below("blocks"), step)
    first_year = head.whole("first_year", _EARLIEST, _LATEST, _EARLIEST)
    common = origin(root.below("source"))
    found = vintages(root.table.get("vintage"), root, blocks, common, first_year)
    is_ranked = "ranks_by" in head.table
    blueprint = Blueprint(
        step=step,
        publisher=head.text("publisher", _UNNAMED),
        scale=head.whole("scale", 1, _GREATEST_SCALE, 1),
        decimals=head.whole("decimals", 0, _MOST_DECIMALS, 3),
        parity=head.number("parity"),
        higher_is_better=head.flag("higher_is_better", otherwise=True),
        ranks_by=head.choice("ranks_by", RanksBy, RanksBy.UNROUNDED) if is_ranked else None,
        measures=tuple(each.measure for each in known.values()),
        indicators=scores,
        vintages=found,
    )
    declared = frozenset(root.below("indicators").table)
    in_order = order(Parts(step, known, scores, blocks, declared), root.notebook)
    if root.notebook.faults:
        return None
    return replace(blueprint, vintages=tuple(_in_order(each, in_order) for each in found))


_HEAD = (
    *("key", "symbol", "name", "name_en", "publisher", "publisher_en", "scale", "decimals"),
    *("parity", "higher_is_better", "ranks_by", "first_year"),
)
_UNNAMED = Text("Penulis definisi", "The definition's author")


def _in_order(vintage: Vintage, keys: tuple[str, ...]) -> Vintage:
    by_key = {block.step.key: block for block in vintage.blocks}
    return replace(vintage, blocks=tuple(by_key[key] for key in keys))
