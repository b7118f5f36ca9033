"""The amounts of one column: its style told once, each cell read by it or else by itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal
from enum import StrEnum

from setara.domain.budget.reading.cells import is_number, tidy
from setara.domain.budget.reading.findings import Mend
from setara.domain.budget.reading.line import Amount, in_sen, plain
from setara.domain.language.numerals import (
    NOTHING,
    DecimalStyle,
    NotANumber,
    told_style,
    typed_number,
)
from setara.domain.language.text import Text

_MOST_SAMPLED = 2000
_MOST_SEN_DIGITS = 2
# A budget has no thousandths of a rupiah: one mark before each three digits groups thousands.
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d{0,2}(?:,\d{3})+")
# `1.234.567.89`, `1.350.000 00`: the mark of the sen was lost, or became the other one.
_MARK_LOST = re.compile(r"([1-9]\d{0,2}(?:([.,])\d{3})+)(?:\2|\s)(\d{2})")
# `Rp 1.528,-`, `Rp. 1.528`
_SIGNS = re.compile(r"^\W*(?:Rp|IDR)\.?|[.,][-–—]+(?=\)?$)", re.IGNORECASE)
# The budget of the whole state has sixteen digits; what is kept has room for no more.
_DIGITS = 16
_TOO_MUCH = 10**_DIGITS
_LONGEST = 80
_DASHES = NOTHING | {"nihil", "nil"}


class NumberStyle(StrEnum):
    """How the numbers of a column are written."""

    WHOLE = "whole"
    COMMA = "decimal_comma"
    POINT = "decimal_point"
    MIXED = "mixed"

    @property
    def label(self) -> Text:
        """With an example."""
        return _LABELS[self]


_LABELS = {
    NumberStyle.WHOLE: Text("bilangan bulat", "whole numbers"),
    NumberStyle.COMMA: Text("koma desimal (1.234,56)", "decimal comma (1.234,56)"),
    NumberStyle.POINT: Text("titik desimal (1,234.56)", "decimal point (1,234.56)"),
    NumberStyle.MIXED: Text("campuran", "mixed"),
}


class Unread:
    """Stands where a cell holds something that is no amount."""

    def __repr__(self) -> str:
        return "UNREAD"


UNREAD = Unread()


class Amounts(dict[object, "Amount | Unread | None"]):
    """The cells of a column with their amounts: None for nothing, UNREAD for what is no number.

    Each distinct cell is read once. `mended` holds what had to be guessed, by cell. Cost: 0.1 µs
    for a cell seen before, 0.3 for whole digits, 1 for the style of the column,
    5 for the rest. `to_sen` rounds to whole sen, so that lines add up to what is kept of them; a
    form is rounded after its sums were mended, for which thousandths tell of lost zeros.
    """

    def __init__(self, sample: Iterable[object], *, to_sen: bool = False) -> None:
        super().__init__()
        self._to_sen = to_sen
        self.mended: dict[object, Mend] = {}
        self.strays: list[object] = []
        self._told = _told(sample)
        self._style = DecimalStyle.COMMA
        if self._told[DecimalStyle.POINT] > self._told[DecimalStyle.COMMA]:
            self._style = DecimalStyle.POINT
        self.ambiguous = "" if any(self._told.values()) else _first_ambiguous(sample)

    @property
    def style(self) -> NumberStyle:
        """The style of the column, as far as its cells tell."""
        comma, point = self._told[DecimalStyle.COMMA], self._told[DecimalStyle.POINT]
        if comma and point:
            return NumberStyle.MIXED
        if not comma and not point and not self.ambiguous:
            return NumberStyle.WHOLE
        return NumberStyle.COMMA if self._style is DecimalStyle.COMMA else NumberStyle.POINT

    def column(self, cells: Sequence[object]) -> list[Amount | Unread | None]:
        """The amounts of many cells. Cost: 0.1 µs a cell where all are whole digits."""
        try:
            if all(map(str.isdecimal, cells)) and max(map(len, cells), default=0) < _DIGITS:  # type: ignore[arg-type]
                return list(map(int, cells))  # type: ignore[arg-type]
        except TypeError:
            # Numbers and empty cells of a workbook are no texts.
            pass
        return list(map(self.__getitem__, cells))

    def __missing__(self, cell: object) -> Amount | Unread | None:
        amount = self._read(cell)
        if isinstance(amount, int | Decimal) and abs(amount) >= _TOO_MUCH:
            amount = UNREAD
        if self._to_sen and isinstance(amount, Decimal):
            amount = in_sen(amount)
        self[cell] = amount
        return amount

    def _read(self, cell: object) -> Amount | Unread | None:
        if cell is None:
            return None
        if isinstance(cell, str):
            return self._of_text(cell) if len(cell.strip()) <= _LONGEST else UNREAD
        if isinstance(cell, int) and not isinstance(cell, bool):
            return cell
        if is_number(cell) or isinstance(cell, Decimal):
            exact = Decimal(str(cell))
            return plain(exact) if exact.is_finite() else UNREAD
        return UNREAD

    def _of_text(self, cell: str) -> Amount | Unread | None:
        if cell.isascii() and cell.isdecimal():
            return int(cell)
        usual = self._as_most(cell)
        if usual is not None:
            return usual
        text = cell.strip()
        if text.lower() in _DASHES:
            return None
        bare = _SIGNS.sub("", text).strip("()-− ")
        if _GROUPED.fullmatch(bare):
            digits = int(re.sub(r"[.,]", "", bare))
            return -digits if text[0] in "(-−" else digits
        return self._by_style(cell)

    def _as_most(self, cell: str) -> Amount | None:
        """A cell as most in its column are, `1.234.567,89`; None for one that needs a look."""
        whole, mark, sen = cell.rpartition(self._style.value)
        if not mark or not 0 < len(sen) <= _MOST_SEN_DIGITS or not cell.isascii():
            return None
        digits = whole.replace("." if mark == "," else ",", "")
        if not (digits + sen).isdecimal() or not (digits == whole or _GROUPED.fullmatch(whole)):
            return None
        return plain(Decimal(f"{digits}.{sen}")) if sen.strip("0") else int(digits or "0")

    def _by_style(self, cell: str) -> Amount | Unread | None:
        other = DecimalStyle.POINT if self._style is DecimalStyle.COMMA else DecimalStyle.COMMA
        for style in (self._style, other):
            try:
                value = typed_number(cell, style)
            except NotANumber:
                continue
            if style is other:
                self.strays.append(cell)
            return None if value is None else plain(value)
        return self._guessed(cell)

    def _guessed(self, cell: str) -> Amount | Unread:
        found = _MARK_LOST.fullmatch(cell.strip().strip("()-− "))
        if found is None:
            return UNREAD
        self.mended[cell] = Mend.AMOUNT
        value = plain(Decimal(f"{re.sub(r'[.,]', '', found[1])}.{found[3]}"))
        return -value if cell.strip()[0] in "(-−" else value


def _told(sample: Iterable[object]) -> Counter[DecimalStyle]:
    """How many distinct cells can be read in one style only, by style."""
    told: Counter[DecimalStyle] = Counter()
    for number, cell in enumerate(dict.fromkeys(sample)):
        if number == _MOST_SAMPLED:
            break
        if not isinstance(cell, str) or cell.isdecimal():
            continue
        try:
            found = told_style([cell])
        except NotANumber:
            continue
        if found.is_sure:
            told[found.style] += 1
    return told


def _first_ambiguous(sample: Iterable[object]) -> str:
    """The first cell such as `1.234`, where nothing tells which mark groups."""
    return next(
        (tidy(c) for c in sample if isinstance(c, str) and _GROUPED.fullmatch(c.strip())), ""
    )


def is_amount_like(cell: object) -> bool:
    """Whether a cell of an unknown column could be an amount: a number, or a text that is one."""
    if is_number(cell):
        return True
    if not isinstance(cell, str) or not any(mark.isdigit() for mark in cell):
        return False
    return not isinstance(Amounts(()).__missing__(cell), Unread)
