"""An index after other figures, recomputed exactly and compared with what it was."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from setara.domain.indices.computing import Result, by_method
from setara.domain.indices.definition import Figure, Measure
from setara.domain.indices.judging import exact, usable
from setara.domain.indices.levers.shares import followed, partner


@dataclass(frozen=True, slots=True)
class Moved:
    """A figure that was changed; `along` where it follows because both are parts of one whole.

    `before` is None for an optional measure that had no figure.
    """

    measure: Measure
    before: Decimal | None
    after: Decimal
    along: bool = False


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The index before and after, and the figures that moved, in the order of the index."""

    before: Result
    after: Result
    moved: tuple[Moved, ...]

    @property
    def change(self) -> Decimal:
        """After minus before, as published."""
        return self.after.published - self.before.published

    @property
    def unrounded_change(self) -> Decimal:
        """After minus before, before rounding."""
        return self.after.unrounded - self.before.unrounded


def what_if(result: Result, changes: Mapping[str, Figure]) -> WhatIf:
    """The index of `result` with other figures for some measures, by the same method and law.

    Raises UnusableInput naming each figure that cannot be true, TypeError for a measure that the
    index does not have. A missing optional measure may be added.
    """
    followers = _followers(result, changes)
    figures = usable(result.index, {**result.figures, **changes, **followers})
    after = by_method(result.index, result.method, figures, result.year)
    return WhatIf(result, after, _moved(result, figures, followers))


def _followers(result: Result, changes: Mapping[str, Figure]) -> dict[str, Figure]:
    """The figures that follow from changed ones because both are parts of one whole."""
    found: dict[str, Figure] = {}
    for measure, figure in changes.items():
        other = partner(result.index, result.figures, measure)
        share = exact(figure)
        if other is not None and other not in changes and isinstance(share, Decimal):
            found[other] = followed(result.figures, measure, share, other)
    return found


def _moved(
    result: Result, figures: Mapping[str, Decimal], followers: Mapping[str, Figure]
) -> tuple[Moved, ...]:
    return tuple(
        Moved(each, result.figures.get(each.key), figures[each.key], each.key in followers)
        for each in result.index.measures
        if figures.get(each.key) != result.figures.get(each.key)
    )


def alone(result: Result, measure: str, figure: Decimal) -> dict[str, Decimal]:
    """The figures of `result` with one replaced, and its counterpart where both are one whole."""
    figures = {**result.figures, measure: figure}
    other = partner(result.index, result.figures, measure)
    if other is not None:
        figures[other] = followed(result.figures, measure, figure, other)
    return figures
