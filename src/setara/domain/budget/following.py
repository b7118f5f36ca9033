"""Whether column 2 follows the register of data by sex, and what signing leaves as it was."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from setara.domain.budget.datum import Datum, DatumReference
from setara.domain.foundation.period import Period
from setara.domain.language.text import Text


@dataclass(frozen=True, slots=True)
class Figures:
    """What the register says of one element, place and breakdown, the earliest period first."""

    periods: tuple[Datum, ...]

    def datum(self, period: Period | None) -> Datum | None:
        """That of the period; None where the register has none."""
        return next((each for each in self.periods if each.period == period), None)

    @property
    def latest(self) -> Datum:
        """The datum of the last period."""
        return self.periods[-1]


Register = Mapping[DatumReference, Figures]


class Agreement(StrEnum):
    """How a datum stands to what the register says of it today."""

    TYPED = "typed"
    SAME = "same"
    MOVED = "moved"
    GONE = "gone"

    @property
    def label(self) -> Text:
        """In both languages."""
        return AGREEMENT_LABELS[self]


AGREEMENT_LABELS = {
    Agreement.TYPED: Text("diketik", "typed"),
    Agreement.SAME: Text("sama dengan data terpilah hari ini", "as in the data by sex today"),
    Agreement.MOVED: Text(
        "berbeda dari data terpilah hari ini", "differs from the data by sex today"
    ),
    Agreement.GONE: Text("tidak ada lagi di data terpilah", "no longer in the data by sex"),
}


@dataclass(frozen=True, slots=True)
class Standing:
    """A datum as it was last written, what the register says of it, and a later period there.

    `today` is None where it was typed or is gone; `newer` where there is no later period.
    """

    written: Datum
    agreement: Agreement
    today: Datum | None = None
    newer: Datum | None = None


def followed(data: Iterable[Datum], register: Register) -> tuple[Datum, ...]:
    """The data with the figures of today; what was typed or is gone stays as it was written."""
    return tuple(_today(datum, register) or datum for datum in data)


def standing(datum: Datum, register: Register) -> Standing:
    """How the datum stands to the register."""
    if datum.reference is None:
        return Standing(datum, Agreement.TYPED)
    today = _today(datum, register)
    if today is None:
        return Standing(datum, Agreement.GONE)
    agreement = Agreement.SAME if _says_the_same(datum, today) else Agreement.MOVED
    return Standing(datum, agreement, today, _newer(datum, register))


def _today(datum: Datum, register: Register) -> Datum | None:
    found = register.get(datum.reference) if datum.reference else None
    today = found.datum(datum.period) if found else None
    return replace(today, key=datum.key) if today else None


def _says_the_same(datum: Datum, today: Datum) -> bool:
    """Figures, source and the years before; a series that was not kept yet is no difference."""
    series = today.series if datum.series else ()
    return replace(datum, is_reconciled=True) == replace(today, series=series, is_reconciled=True)


def _newer(datum: Datum, register: Register) -> Datum | None:
    found = register.get(datum.reference) if datum.reference else None
    if found is None or datum.period is None or found.latest.period is None:
        return None
    return found.latest if found.latest.period > datum.period else None
