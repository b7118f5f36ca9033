"""A result that shows its work: each step with its formula, its numbers and its legal source."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from setara.domain.indices.facts import branch_facts, parameter_facts, plain
from setara.domain.indices.terms import Step
from setara.domain.indices.tree import Branch, grown, tree_lines
from setara.domain.language.text import Language, Text
from setara.domain.law.parameters import Parameter


@dataclass(frozen=True, slots=True)
class Explained:
    """An index with the way to it; `published` is `unrounded` with the legal decimals."""

    symbol: str
    name: Text
    published: Decimal
    unrounded: Decimal
    method_key: str
    method_name: Text
    steps: tuple[Step, ...]

    def step(self, symbol: str) -> Step:
        """The step that computes `symbol`. Raises KeyError where there is none."""
        for step in self.steps:
            if step.symbol == symbol:
                return step
        raise KeyError(symbol)

    @property
    def parameters(self) -> tuple[Parameter, ...]:
        """Every value of the law that was used, once each, in the order of use."""
        used = {one.key: one for step in self.steps for one in step.parameters}
        return tuple(used.values())

    def tree(self) -> Branch:
        """The calculation nested: the index, its steps, their figures and values of the law."""
        return grown(self.steps)

    def as_facts(self, language: Language) -> dict[str, object]:
        """The explanation for programs: plain values, numbers as exact decimals in texts.

        `rounding` is how the index is published: `decimals` with its citation, halves away from
        zero. `tree` nests as `tree()` does; `parameters` lists every value of the law once.
        """
        decimals = self.steps[-1].decimals
        return {
            "index": self.steps[-1].key,
            "symbol": self.symbol,
            "name": self.name.say(language),
            "published": plain(self.published),
            "unrounded": plain(self.unrounded),
            "method": {"key": self.method_key, "name": self.method_name.say(language)},
            "rounding": {
                "mode": "half_away_from_zero",
                "decimals": parameter_facts(decimals, language) if decimals else None,
            },
            "tree": branch_facts(self.tree(), language),
            "parameters": [parameter_facts(each, language) for each in self.parameters],
        }

    def as_tree(self, language: Language) -> tuple[str, ...]:
        """The tree as plain text, a line a number, the result first."""
        return tuple(tree_lines(self.tree(), language))

    def as_lines(self, language: Language) -> tuple[str, ...]:
        """The calculation as plain text, one line a step, the result first."""
        head = Text("{name} {symbol} = {value} ({method})", "{name} {symbol} = {value} ({method})")
        first = head.filled(
            name=self.name, symbol=self.symbol, value=self.published, method=self.method_name
        )
        return (first.say(language), *(step.line(language) for step in self.steps))
