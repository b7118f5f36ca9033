"""What a rule has found: the cells it doubts, why, and what would help."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from setara.domain.language.text import Text
from setara.domain.statistics.observation import Value
from setara.domain.statistics.plausibility.dataset import Cell
from setara.domain.statistics.table import Severity


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its number is stable, for people cite it and governments switch it off by it."""

    id: str
    says: Text
    remedy: Text
    severity: Severity


@dataclass(frozen=True, slots=True)
class Doubt:
    """One finding on cells that belong together.

    `against` are further figures it rests on; `suggestion` is what the figure of the first cell
    may have been meant to be. `consequences` are doubts that would go with this one.
    """

    rule: Rule
    cells: tuple[Cell, ...]
    message: Text
    against: tuple[Cell, ...] = ()
    suggestion: Decimal | None = None
    consequences: tuple[Doubt, ...] = ()

    @property
    def remaining(self) -> tuple[Doubt, ...]:
        """The consequences that stay where its own figures are right after all.

        A sum that is wrong beside a right figure is a fault of its own; that the figure of a
        place leaps because one below it does is not.
        """
        return tuple(each for each in self.consequences if each.rule.severity is Severity.ERROR)

    def fingerprint(self, figures: Mapping[Cell, Value]) -> str:
        """Changes when any of the figures does: an explanation counts only as long as it stays."""
        facts = sorted(
            "|".join(
                (
                    cell.element,
                    cell.place,
                    cell.period.valid_from.isoformat(),
                    cell.period.end.isoformat(),
                    cell.sex.value if cell.sex else "",
                    cell.breakdown.key,
                    str(figures.get(cell, "")),
                )
            )
            for cell in {*self.cells, *self.against}
        )
        return hashlib.sha256("\n".join([self.rule.id, *facts]).encode()).hexdigest()
