"""What of an element goes out: each cell with its figure, or with why there is none to see."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from setara.domain.foundation.period import Period
from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Text
from setara.domain.statistics.dimension import Breakdown
from setara.domain.statistics.element import Element
from setara.domain.statistics.observation import NOTHING_LABELS, SYMBOLS, Nothing


class CellState(StrEnum):
    """What a published cell holds; zero is a figure, hidden is a figure nobody may see."""

    FIGURE = "figure"
    NONE_EXISTS = "none_exists"
    NOT_REPORTED = "not_reported"
    REFUSED = "refused"
    NOT_APPLICABLE = "not_applicable"
    HIDDEN = "hidden"

    @property
    def label(self) -> Text:
        """In both languages."""
        return STATE_LABELS[self]

    @property
    def symbol(self) -> str:
        """What stands in the cell of a printed table; empty for a figure."""
        return STATE_SYMBOLS[self]


STATE_LABELS = {
    CellState.FIGURE: Text("angka", "figure"),
    CellState.HIDDEN: Text(
        "disembunyikan agar orang tidak dikenali", "hidden so that nobody is recognised"
    ),
} | {CellState(kind.value): label for kind, label in NOTHING_LABELS.items()}
STATE_SYMBOLS = {CellState.FIGURE: "", CellState.HIDDEN: "∎"} | {
    CellState(kind.value): symbol for kind, symbol in SYMBOLS.items()
}


@dataclass(frozen=True, slots=True, order=True)
class CellKey:
    """Which cell of an element: `sex` is None for women and men together."""

    period: Period
    place_code: str
    breakdown: Breakdown
    sex: Sex | None


@dataclass(frozen=True, slots=True)
class ReleasedCell:
    """One published cell; `value` is there only for the state FIGURE."""

    key: CellKey
    state: CellState
    value: Decimal | None = None

    @classmethod
    def of(cls, key: CellKey, value: Decimal | Nothing) -> ReleasedCell:
        """A cell that is not hidden."""
        if isinstance(value, Nothing):
            return cls(key, CellState(value.value))
        return cls(key, CellState.FIGURE, value)


@dataclass(frozen=True, slots=True)
class Release:
    """An element's published table, its places and categories by name, and its sources."""

    element: Element
    cells: tuple[ReleasedCell, ...]
    places: Mapping[str, str]
    categories: Mapping[tuple[str, str], Text]
    sources: tuple[str, ...]
    is_sample: bool

    @property
    def hidden(self) -> int:
        """How many cells are hidden."""
        return sum(cell.state is CellState.HIDDEN for cell in self.cells)

    @property
    def dimensions(self) -> tuple[str, ...]:
        """The dimensions any cell is broken down by, sorted."""
        return tuple(
            sorted({each for cell in self.cells for each in cell.key.breakdown.dimensions})
        )

    @property
    def periods(self) -> tuple[Period, ...]:
        """The periods there are cells for, from the first to the last."""
        return tuple(sorted({cell.key.period for cell in self.cells}))


def states_in(cells: Iterable[ReleasedCell]) -> tuple[CellState, ...]:
    """The states other than a figure, in the order in which a legend explains them."""
    found = {cell.state for cell in cells}
    return tuple(state for state in CellState if state in found - {CellState.FIGURE})
