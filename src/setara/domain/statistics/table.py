"""A table of figures by sex as a file has it, and the shape of what may be wrong in it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from setara.domain.language.text import Text
from setara.domain.statistics.element import Measure
from setara.domain.statistics.observation import Value


class Severity(StrEnum):
    """ERROR: the table contradicts itself. WARNING: it may be right, but somebody should look."""

    ERROR = "error"
    WARNING = "warning"

    @property
    def label(self) -> Text:
        """In both languages."""
        return SEVERITY_LABELS[self]


SEVERITY_LABELS = {
    Severity.ERROR: Text("kesalahan", "error"),
    Severity.WARNING: Text("peringatan", "warning"),
}


class Column(StrEnum):
    """The columns a table by sex may have."""

    LABEL = "label"
    FEMALE = "female"
    MALE = "male"
    TOTAL = "total"
    FEMALE_PERCENT = "female_percent"
    MALE_PERCENT = "male_percent"

    @property
    def label(self) -> Text:
        """In both languages."""
        return COLUMN_LABELS[self]


COLUMN_LABELS = {
    Column.LABEL: Text("nama baris", "row name"),
    Column.FEMALE: Text("perempuan", "women"),
    Column.MALE: Text("laki-laki", "men"),
    Column.TOTAL: Text("jumlah", "total"),
    Column.FEMALE_PERCENT: Text("persen perempuan", "per cent women"),
    Column.MALE_PERCENT: Text("persen laki-laki", "per cent men"),
}


@dataclass(frozen=True, slots=True)
class SexRow:
    """One row as the file has it; None is an empty cell, which says nothing at all.

    `number` is the row number in the file, so that a message can point at the cell.
    """

    number: int
    label: str
    female: Value | None
    male: Value | None
    total: Value | None = None
    female_percent: Decimal | None = None
    male_percent: Decimal | None = None


@dataclass(frozen=True, slots=True)
class SexTable:
    """Rows by place or category; only the rows of a count add up."""

    measure: Measure
    rows: tuple[SexRow, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong in one cell, and what to do about it."""

    row: int
    column: Column
    severity: Severity
    message: Text
    remedy: Text
