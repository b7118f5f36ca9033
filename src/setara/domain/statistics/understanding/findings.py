"""What is wrong, or to be looked at, in a received table: at which cell, and what to do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from setara.domain.language.text import Text
from setara.domain.statistics.table import Severity


class Fault(StrEnum):
    """The kinds of findings, by the name programs use."""

    SEXES_NOT_TOTAL = "sexes_not_total"
    ROWS_NOT_SUBTOTAL = "rows_not_subtotal"
    ROWS_NOT_TOTAL = "rows_not_total"
    WRONG_PERCENT = "wrong_percent"
    NOT_A_NUMBER = "not_a_number"
    TWO_NUMBER_STYLES = "two_number_styles"
    AMBIGUOUS_NUMBER_STYLE = "ambiguous_number_style"
    EMPTY_CELL = "empty_cell"
    NEGATIVE = "negative"
    NOT_WHOLE = "not_whole"
    TWICE = "twice"
    UNKNOWN_PLACE = "unknown_place"
    AMBIGUOUS_PLACE = "ambiguous_place"
    SPELLING_VARIANT = "spelling_variant"
    OTHER_CODE_SYSTEM = "other_code_system"
    OUTSIDE_PLACES = "outside_places"
    AGE_BECAME_DATE = "age_became_date"
    UNKNOWN_AGE = "unknown_age"
    NO_SEX = "no_sex"
    NO_YEAR = "no_year"
    FORMULA_WITHOUT_VALUE = "formula_without_value"
    LINKS_OUTSIDE = "links_outside"
    LONG_CELL = "long_cell"
    SECOND_TABLE = "second_table"
    SEVERAL_THINGS = "several_things"
    UNKNOWN_CATEGORY = "unknown_category"


@dataclass(frozen=True, slots=True)
class SheetFinding:
    """One finding; `row` counts from 1, `column` is a letter; both None for the whole sheet."""

    fault: Fault
    severity: Severity
    message: Text
    remedy: Text
    row: int | None = None
    column: str = ""

    @property
    def cell(self) -> str:
        """`D7`, `7` for a row, `D` for a column, empty for the sheet."""
        return f"{self.column}{self.row or ''}"


MOST_QUOTED = 80


def quoted(said: str) -> str:
    """What a cell says, cut where it would drown the message."""
    words = " ".join(said[: MOST_QUOTED * 10].split())
    return words if len(words) <= MOST_QUOTED else f"{words[: MOST_QUOTED - 1]}…"


def error(
    fault: Fault, message: Text, remedy: Text, *, row: int | None = None, column: str = ""
) -> SheetFinding:
    """The table contradicts itself, or cannot be read there."""
    return SheetFinding(fault, Severity.ERROR, message, remedy, row, column)


def warning(
    fault: Fault, message: Text, remedy: Text, *, row: int | None = None, column: str = ""
) -> SheetFinding:
    """It may be right, but somebody should look."""
    return SheetFinding(fault, Severity.WARNING, message, remedy, row, column)
