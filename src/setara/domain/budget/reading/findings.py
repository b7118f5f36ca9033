"""What a reading repaired, and what it did not believe: at which cell, and what to do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from setara.domain.budget.severity import Severity
from setara.domain.language.text import Text


class Fault(StrEnum):
    """The kinds of findings, by the name programs use."""

    PARENT_NOT_SUM = "parent_not_sum"
    CHILD_LARGER = "child_larger"
    LOST_DECIMAL = "lost_decimal"
    LOST_ZEROS = "lost_zeros"
    TIMES_HUNDRED = "times_hundred"
    TOTAL_DIFFERS = "total_differs"
    TOTAL_UNREAD = "total_unread"
    SUBTOTAL_TWICE = "subtotal_twice"
    CHANGE_DIFFERS = "change_differs"
    MONTHS_DIFFER = "months_differ"
    OVERSPENT = "overspent"
    DUPLICATE = "duplicate_code"
    BAD_CODE = "unknown_code"
    UPPER_CODE = "code_of_upper_level"
    MISSING_CODE = "missing_code"
    MISSING_NAME = "missing_name"
    MISSING_AMOUNT = "missing_amount"
    BAD_AMOUNT = "not_an_amount"
    NEGATIVE = "negative"
    SWAPPED = "code_and_name_swapped"
    TWO_YEARS = "two_years"
    NO_YEAR = "no_year"
    NO_AGENCY = "no_agency"
    UNKNOWN_AGENCY = "unknown_agency"
    AGENCY_DIFFERS = "agency_differs"
    OTHER_GOVERNMENT = "other_government"
    OUTSIDE_ACTIVITIES = "outside_activities"
    SAME_FILE = "same_file"
    NO_ACTIVITIES = "no_activities"
    MIXED_STYLES = "mixed_number_styles"
    AMBIGUOUS_STYLE = "ambiguous_number_style"
    UNKNOWN_COLUMN = "column_not_understood"
    GUESSED_COLUMN = "column_guessed"
    CUT_OFF = "cut_off"
    NO_LINES = "no_lines"
    OTHER_SHEETS = "other_sheets"
    SHEETS_JOINED = "sheets_joined"
    SHEET_REPEATS = "sheet_repeats"
    SHEET_DIFFERS = "sheet_differs"
    FORMULA = "formula_without_value"
    UNLISTED_CODE = "code_not_in_nomenclature"
    OTHER_DECREE = "code_of_another_decree"
    NAME_DIFFERS = "name_not_of_nomenclature"
    MISSING_CODE_OF_ENTRY = "entry_without_code"
    ENTRY_TWICE = "entry_twice"
    TWO_NAMES_OF_A_CODE = "two_names_of_a_code"
    MISSING_UPPER_ENTRY = "upper_entry_missing"
    LONG_NAME = "name_too_long"


class Mend(StrEnum):
    """The kinds of repairs."""

    CODE_BLANKS = "code_blanks"
    CODE_ZEROS = "code_zeros"
    CODE_FROM_NUMBER = "code_from_number"
    CODE_FROM_DATE = "code_from_date"
    SWAPPED = "swapped"
    SPLIT = "code_and_name_split"
    AMOUNT = "amount"
    QUOTED_LINE = "quoted_line"
    CARRIAGE_RETURN = "carriage_return"
    OPEN_QUOTE = "open_quote"

    @property
    def label(self) -> Text:
        """What was done."""
        return MENDED[self]


MENDED = {
    Mend.CODE_BLANKS: Text(
        "spasi atau titik berlebih dibuang dari kode", "blanks or outer dots taken out of the code"
    ),
    Mend.CODE_ZEROS: Text("angka nol pada kode dipulihkan", "zeros of the code restored"),
    Mend.CODE_FROM_NUMBER: Text(
        "kode yang menjadi angka dipulihkan", "a code that had become a number restored"
    ),
    Mend.CODE_FROM_DATE: Text(
        "kode yang menjadi tanggal dipulihkan", "a code that had become a date restored"
    ),
    Mend.SWAPPED: Text("kode dan nama tertukar, dibalik", "code and name were swapped; put right"),
    Mend.SPLIT: Text("kode dan nama dalam satu sel dipisah", "code and name in one cell separated"),
    Mend.AMOUNT: Text("penulisan angka disesuaikan", "the writing of a number made sense of"),
    Mend.QUOTED_LINE: Text(
        "baris yang seluruhnya di dalam tanda kutip dipisah",
        "a line wholly inside quotes taken apart",
    ),
    Mend.OPEN_QUOTE: Text(
        "tanda kutip yang tidak ditutup diabaikan; berkas dibaca baris demi baris",
        "a quote that nobody closed passed over; the file was read line by line",
    ),
    Mend.CARRIAGE_RETURN: Text(
        "ganti baris di tengah baris disambung", "a line broken in its middle joined"
    ),
}


@dataclass(frozen=True, slots=True)
class Repair:
    """One thing that was mended without asking; `times` is how often the same was met.

    `sheet` is named in a book of several sheets only.
    """

    mend: Mend
    row: int
    was: str
    now: str
    times: int = 1
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class ReadingFinding:
    """One thing to look at; `row` counts from 1 as a spreadsheet does, 0 is the whole file.

    `rows` are further rows the same finding speaks of.
    """

    fault: Fault
    severity: Severity
    row: int
    column: str
    message: Text
    remedy: Text
    rows: tuple[int, ...] = ()
    sheet: str = ""

    @property
    def cell(self) -> str:
        """`C7`, `7` for a row, empty for the file; `DPA 2!C7` in a book of several sheets."""
        cell = f"{self.column}{self.row or ''}"
        return f"{self.sheet}!{cell}" if self.sheet and cell else cell or self.sheet

    @property
    def place(self) -> tuple[int, int, str]:
        """What findings are ordered by: row, then column."""
        return self.row, len(self.column), self.column


MOST_QUOTED = 80


def quoted(said: object) -> str:
    """What a cell says, cut where it would drown the message."""
    words = " ".join(str(said)[: MOST_QUOTED * 10].split())
    return words if len(words) <= MOST_QUOTED else f"{words[: MOST_QUOTED - 1]}…"
