"""What the reader of BPS tables says of what it did: recognised, mended, asked, left out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from setara.domain.language.text import Text


class Judgement(StrEnum):
    """What became of the cell, row or column a remark is about."""

    RECOGNISED = "recognised"
    REPAIRED = "repaired"
    ASKED = "asked"
    DOUBTED = "doubted"
    SKIPPED = "skipped"

    @property
    def label(self) -> Text:
        """In both languages."""
        return JUDGEMENT_LABELS[self]


JUDGEMENT_LABELS = {
    Judgement.RECOGNISED: Text("dikenali", "recognised"),
    Judgement.REPAIRED: Text("dibetulkan", "mended"),
    Judgement.ASKED: Text("perlu jawaban", "to be answered"),
    Judgement.DOUBTED: Text("diragukan, tidak disimpan", "doubted, not kept"),
    Judgement.SKIPPED: Text("dilewati", "left out"),
}


class Quirk(StrEnum):
    """The kinds of remarks, by the name programs use."""

    COLUMN = "column"
    NO_TABLE = "no_table"
    UNKNOWN_COLUMN = "unknown_column"
    AMBIGUOUS_COLUMN = "ambiguous_column"
    NO_SEX = "no_sex"
    NO_YEAR = "no_year"
    TWO_SERIES = "two_series"
    SPELLING = "spelling"
    UNKNOWN_REGION = "unknown_region"
    TWO_REGIONS = "two_regions"
    CODE_CONTRADICTS = "code_contradicts"
    NOTHING_SIGN = "nothing_sign"
    ZERO = "zero"
    FOOTNOTE = "footnote"
    NUMBER_STYLE = "number_style"
    UNIT = "unit"
    TWO_UNITS = "two_units"
    TWO_MEANINGS = "two_meanings"
    OUT_OF_RANGE = "out_of_range"
    AS_PROPORTION = "as_proportion"
    NOT_A_NUMBER = "not_a_number"
    TWICE_ALIKE = "twice_alike"
    TWICE_DIFFERENT = "twice_different"


@dataclass(frozen=True, slots=True)
class Remark:
    """One remark; `row` counts from 1, `column` is a letter; empty for the whole sheet or row."""

    judgement: Judgement
    quirk: Quirk
    message: Text
    remedy: Text | None = None
    sheet: str = ""
    row: int | None = None
    column: str = ""

    @property
    def cell(self) -> str:
        """`D7`, `7` for a row, `D` for a column, empty for the sheet."""
        return f"{self.column}{self.row or ''}"


CHECK_SOURCE = Text(
    "Bandingkan dengan tabel asli BPS, lalu unggah berkas yang sudah dibetulkan.",
    "Compare with the table of BPS itself, then upload the mended file.",
)
