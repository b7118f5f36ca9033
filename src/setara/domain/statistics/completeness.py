"""How much of what was asked has been answered, and by what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from setara.domain.language.text import Text
from setara.domain.statistics.observation import Nothing, Value

HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Completeness:
    """Cells by what stands in them.

    Zero is a figure. "None exists", "refused" and "not applicable" are answers, counted apart
    from the figures. "Not reported" is no answer, whether somebody chose it or left the cell
    empty: who writes it down has said only that the figure is still to come.
    """

    figures: int = 0
    none_exists: int = 0
    refused: int = 0
    not_applicable: int = 0
    not_reported: int = 0

    @property
    def asked(self) -> int:
        """All cells."""
        return self.answered + self.not_reported

    @property
    def nothings(self) -> int:
        """Cells answered by a kind of nothing."""
        return self.none_exists + self.refused + self.not_applicable

    @property
    def answered(self) -> int:
        """Cells with a figure or the reason why there is none."""
        return self.figures + self.nothings

    @property
    def share(self) -> Decimal | None:
        """Answered out of asked, 0 to 1; None where nothing was asked."""
        return Decimal(self.answered) / Decimal(self.asked) if self.asked else None

    @property
    def percent(self) -> int:
        """The share in whole per cent, for a bar.

        Rounded half up, but never to 100 while a cell is missing nor to 0 once one is there,
        and 0 where nothing was asked.
        """
        if not self.answered:
            return 0
        if not self.not_reported:
            return 100
        exact = HUNDRED * Decimal(self.answered) / Decimal(self.asked)
        return min(99, max(1, int(exact.quantize(Decimal(1), ROUND_HALF_UP))))

    @property
    def figures_percent(self) -> int:
        """The part of `percent` that figures make; kinds of nothing make the rest."""
        return self.percent * self.figures // self.answered if self.answered else 0

    def __add__(self, other: Completeness) -> Completeness:
        return Completeness(
            self.figures + other.figures,
            self.none_exists + other.none_exists,
            self.refused + other.refused,
            self.not_applicable + other.not_applicable,
            self.not_reported + other.not_reported,
        )

    @property
    def sentence(self) -> Text:
        """`12 dari 40 sel terisi, 3 di antaranya tanpa angka`."""
        if not self.nothings:
            return Text("{n} dari {of} sel terisi", "{n} of {of} cells answered").filled(
                n=self.answered, of=self.asked
            )
        return Text(
            "{n} dari {of} sel terisi, {without} di antaranya tanpa angka",
            "{n} of {of} cells answered, {without} of them without a figure",
        ).filled(n=self.answered, of=self.asked, without=self.nothings)


def completeness(values: Iterable[Value | None]) -> Completeness:
    """Count the cells; None is a cell nobody has filled in."""
    found = Counter(_kind(value) for value in values)
    return Completeness(
        figures=found[None],
        none_exists=found[Nothing.NONE_EXISTS],
        refused=found[Nothing.REFUSED],
        not_applicable=found[Nothing.NOT_APPLICABLE],
        not_reported=found[Nothing.NOT_REPORTED],
    )


def _kind(value: Value | None) -> Nothing | None:
    if value is None:
        return Nothing.NOT_REPORTED
    return value if isinstance(value, Nothing) else None


def total(parts: Iterable[Completeness]) -> Completeness:
    """All of them together."""
    return sum(parts, Completeness())
