"""The published cells of an element: counts joined into tables, small ones hidden and covered."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from setara.domain.foundation.sex import Sex
from setara.domain.law.parameters import parameter
from setara.domain.statistics.additive import Tables
from setara.domain.statistics.element import Confidentiality, Element, Measure
from setara.domain.statistics.observation import Nothing
from setara.domain.statistics.release import CellKey, CellState, ReleasedCell
from setara.domain.statistics.sums import sums
from setara.domain.statistics.suppression import Protection, protected, small

Figures = Mapping[CellKey, Decimal | Nothing]
_SUBDISTRICT, _VILLAGE = 2, 3
"""Points in the code of a village: 64.01.05.2001."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The smallest counts that are shown: of people in general, and where more care is due."""

    general: int
    careful: int

    def of(self, confidentiality: Confidentiality, place_code: str) -> int:
        """The one for an element of that class at that place."""
        is_village = place_code.count(".") >= _VILLAGE
        is_careful = is_village or confidentiality is Confidentiality.SENSITIVE
        return max(self.general, self.careful) if is_careful else self.general


def thresholds(on: date) -> Thresholds:
    """Those in force on `on`: 5, and 10 for violence, health and villages unless changed.

    Source: `suppression.default` and `suppression.sensitive` of the register of parameters.
    """
    return Thresholds(
        general=int(parameter("suppression.default", on=on).value),
        careful=int(parameter("suppression.sensitive", on=on).value),
    )


@dataclass(frozen=True, slots=True)
class Guarded:
    """The cells as they may be published, and what stands between them and an attacker."""

    cells: tuple[ReleasedCell, ...]
    protection: Protection


NOT_COUNTED = Protection(frozenset(), frozenset())


def guarded(
    element: Element,
    figures: Figures,
    parents: Mapping[str, str],
    limits: Thresholds,
    *,
    shown_before: Collection[CellKey] = (),
    hidden_before: Collection[CellKey] = (),
) -> Guarded:
    """The cells of an element with what must be hidden; `parents` are places by what they lie in.

    Women and men together are added where both are counted, so that the sum a reader forms
    himself is a cell like any other. Averages and per cents of a sensitive element are shown for
    the government only: the counts behind them are not at hand.
    """
    if element.measure is not Measure.COUNT:
        return Guarded(
            tuple(_rates(element, figures, parents)), Protection(frozenset(), frozenset())
        )
    joined = dict(figures) | _both_sexes(figures)
    counts = {key: int(value) for key, value in joined.items() if isinstance(value, Decimal)}
    tables = Tables(counts, tuple(sums(counts, parents)))
    least = {key: limits.of(element.confidentiality, key.place_code) for key in counts}
    protection = protected(
        tables,
        small(counts, least),
        shown_before=[key for key in shown_before if key in counts],
        hidden_before=hidden_before,
    )
    cells = tuple(
        ReleasedCell(key, CellState.HIDDEN)
        if key in protection.hidden
        else ReleasedCell.of(key, joined[key])
        for key in sorted(joined, key=_order)
    )
    return Guarded(cells, protection)


def _order(key: CellKey) -> tuple[object, ...]:
    sexes = (Sex.FEMALE, Sex.MALE, None)
    return (key.period, key.place_code, key.breakdown, sexes.index(key.sex))


def _rates(
    element: Element, figures: Figures, parents: Mapping[str, str]
) -> Iterable[ReleasedCell]:
    for key in sorted(figures, key=_order):
        is_below = key.place_code.count(".") >= _SUBDISTRICT
        if element.confidentiality is Confidentiality.SENSITIVE and (is_below or key.breakdown):
            yield ReleasedCell(key, CellState.HIDDEN)
        else:
            yield ReleasedCell.of(key, figures[key])


def _both_sexes(figures: Figures) -> dict[CellKey, Decimal | Nothing]:
    found: dict[CellKey, Decimal | Nothing] = {}
    for key, women in figures.items():
        men = figures.get(replace(key, sex=Sex.MALE))
        both = replace(key, sex=None)
        is_new = key.sex is Sex.FEMALE and both not in figures
        if is_new and isinstance(women, Decimal) and isinstance(men, Decimal):
            found[both] = women + men
    return found
