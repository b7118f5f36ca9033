"""What kind of thing one cell of a received table is."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum

from setara.domain.language.numerals import NOTHING
from setara.domain.statistics.observation import SYMBOLS, Nothing
from setara.domain.statistics.understanding import wording
from setara.domain.statistics.understanding.ages import age_group


class Kind(StrEnum):
    """A first look at a cell; a year may turn out to be a figure like any other."""

    NUMBER = "number"
    YEAR = "year"
    NOTHING = "nothing"
    CODE = "code"
    AGE = "age"
    TEXT = "text"


_NUMBER = re.compile(
    r"\(?\s*(?:rp\.?|idr)?\s*[-−+]?\s*(?:\d{1,3}(?:[\s'.,]\d{3})+|\d+)(?:[.,]\d+)?"
    r"\s*(?:%|[*†‡]+|,-)?\s*\)?",
    re.IGNORECASE,
)
# `64.01.04`, `64.01.04.2001`, `010.`; `64.01` alone may be a figure, only its heading tells.
_CODE = re.compile(r"\d{2}(?:\.\d{2}){2}(?:\.\d{4})?\.?|0\d+\.?|\d+\.")
_MARK_BEHIND = re.compile(r"\s*[*†‡¹²³]+\)?$")

# Words and signs that offices write where there is no figure.
SAID_NOTHING = {
    "-": Nothing.NONE_EXISTS,
    "–": Nothing.NONE_EXISTS,
    "—": Nothing.NONE_EXISTS,
    "nihil": Nothing.NONE_EXISTS,
    "tidak ada": Nothing.NONE_EXISTS,
    "...": Nothing.NOT_REPORTED,
    "…": Nothing.NOT_REPORTED,
    "belum ada": Nothing.NOT_REPORTED,
    "belum ada data": Nothing.NOT_REPORTED,
    "belum dilaporkan": Nothing.NOT_REPORTED,
    "tidak ada data": Nothing.NOT_REPORTED,
    "ditolak": Nothing.REFUSED,
    "na": Nothing.NOT_APPLICABLE,
    "n/a": Nothing.NOT_APPLICABLE,
    "tidak berlaku": Nothing.NOT_APPLICABLE,
    **{sign.lower(): kind for kind, sign in SYMBOLS.items()},
}


def nothing_in(cell: object) -> Nothing | None:
    """The kind of nothing a cell says, or None where it says something else or is empty."""
    return SAID_NOTHING.get(cell.strip().lower()) if isinstance(cell, str) else None


def without_mark(cell: object) -> object:
    """A figure as text without the mark of a footnote behind it: `2.345*` is 2.345."""
    return _MARK_BEHIND.sub("", cell) if isinstance(cell, str) else cell


def kind_of(cell: object) -> Kind | None:
    """The kind of a cell; None for an empty one."""
    if cell is None or cell == "":
        return None
    if isinstance(cell, bool | date):
        return Kind.TEXT
    if isinstance(cell, int | float):
        return Kind.YEAR if wording.is_year(cell) else Kind.NUMBER
    return _kind_of_text(str(cell).strip())


def _kind_of_text(text: str) -> Kind | None:
    if not text:
        return None
    if nothing_in(text) is not None or text.lower() in NOTHING:
        return Kind.NOTHING
    if wording.is_year(text):
        return Kind.YEAR
    if _CODE.fullmatch(text):
        return Kind.CODE
    if _NUMBER.fullmatch(text):
        return Kind.NUMBER
    return Kind.AGE if age_group(text) is not None else Kind.TEXT
