"""Numbers as people type them, read by the style of their whole column."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from setara.domain.language.text import Language, Text


class DecimalStyle(StrEnum):
    """Which mark stands before the decimals; the other one groups thousands."""

    COMMA = ","
    POINT = "."


class NotANumber(ValueError):
    """A cell is no number, or a column is written in two styles; `reason` quotes the cell."""

    def __init__(self, reason: Text) -> None:
        self.reason = reason
        super().__init__(reason.say(Language.ENGLISH))


NO_NUMBER = Text("“{cell}” bukan angka.", "“{cell}” is not a number.")
TWO_STYLES = Text(
    "Kolom ini memakai dua cara penulisan angka: “{comma}” berkoma desimal, “{point}” bertitik "
    "desimal. Samakan dahulu.",
    "This column writes numbers in two ways: “{comma}” has a decimal comma, “{point}” a decimal "
    "point. Use one of them.",
)

# What stands in a cell where there is no figure; which kind of nothing it is, its table says.
NOTHING = frozenset({"", "-", "–", "—", "...", "…", "na", "n/a"})

# Blanks or apostrophes group only if all do; `2021 575` are two numbers, not one.
_GROUPED_BY_BLANKS = re.compile(r"(?<![0-9])[0-9]{1,3}(?:[\s'][0-9]{3})+(?![0-9])")
_BLANK = re.compile(r"(?<![0-9])\s+|\s+(?![0-9])")
CURRENCY = re.compile(r"^(?:rp|idr)\.?", re.IGNORECASE)
_DASH_FOR_SEN = re.compile(r"[.,](?:-|–|—)$")
_DIGITS = re.compile(r"[0-9]+(?:[.,][0-9]+)*|[.,][0-9]+")
_GROUPED = {
    mark: re.compile(rf"[1-9][0-9]{{0,2}}(?:{re.escape(mark)}[0-9]{{3}})+") for mark in ".,"
}


@dataclass(frozen=True, slots=True)
class ToldStyle:
    """The style of a column; `quoted` is the cell that told it, empty where none has a mark.

    It is not sure where the cell could be read in the other style too.
    """

    style: DecimalStyle
    is_sure: bool
    quoted: str


def decimal_style(cells: Iterable[object]) -> DecimalStyle:
    """The style of a column, from the cells that can be read in one way only.

    `1.234,5`, `12,5` and `0,460` have a decimal comma, `1,234.5` and `0.460` a decimal point;
    `1.234.567` groups by points. `1.234` alone could be either: where nothing else tells, one
    mark before three digits groups thousands, and Indonesian is taken where there is no mark at
    all. Raises NotANumber for a column in two styles; cells that are no numbers say nothing.
    """
    return told_style(cells).style


def told_style(cells: Iterable[object]) -> ToldStyle:
    """The style of a column as `decimal_style` takes it, and whether it could be the other.

    Raises NotANumber for a column in two styles.
    """
    sure: dict[DecimalStyle, str] = {}
    likely: dict[DecimalStyle, str] = {}
    for cell in cells:
        if not isinstance(cell, str) or cell.isdecimal():
            continue
        digits = _bare(cell)[0]
        found = _style_of(digits) if _DIGITS.fullmatch(digits) else None
        if found is not None:
            sure.setdefault(found, cell)
        elif guess := _guess(digits):
            likely.setdefault(guess, cell)
    told = sure or likely
    if len(told) > 1:
        comma, point = told[DecimalStyle.COMMA], told[DecimalStyle.POINT]
        raise NotANumber(TWO_STYLES.filled(comma=comma.strip(), point=point.strip()))
    for style, quoted in told.items():
        return ToldStyle(style, bool(sure), quoted)
    return ToldStyle(DecimalStyle.COMMA, is_sure=False, quoted="")


def typed_number(cell: object, style: DecimalStyle) -> Decimal | None:
    """The number in a cell of a column in `style`; None where it holds nothing.

    Blanks group, parentheses and `−` mean less than zero, `Rp` and `,-` are dropped, and so is
    `%`: 12 % is 12 of its unit. A number stays what it is. Raises NotANumber.
    """
    if cell is None:
        return None
    if isinstance(cell, int | float | Decimal) and not isinstance(cell, bool):
        exact = Decimal(str(cell))
        if exact.is_finite():
            return exact
    if isinstance(cell, str) and cell.isascii() and cell.isdecimal():
        return Decimal(cell)
    if not isinstance(cell, str):
        raise NotANumber(NO_NUMBER.filled(cell=str(cell)))
    if cell.strip().lower() in NOTHING:
        return None
    digits, is_negative = _bare(cell)
    plain = _plain(digits, style)
    if plain is None:
        raise NotANumber(NO_NUMBER.filled(cell=cell.strip()))
    return -plain if is_negative else plain


def _bare(cell: str) -> tuple[str, bool]:
    """Digits and marks alone, and whether they stand for less than zero."""
    joined = _GROUPED_BY_BLANKS.sub(lambda found: re.sub(r"[\s']", "", found[0]), cell)
    text = _BLANK.sub("", joined).replace("−", "-").removesuffix("%")
    is_bracketed = text.startswith("(") and text.endswith(")")
    text = CURRENCY.sub("", text[1:-1] if is_bracketed else text)
    is_signed = text.startswith("-")
    text = CURRENCY.sub("", text[1:] if text[:1] in {"-", "+"} else text)
    return _DASH_FOR_SEN.sub("", text), is_bracketed or is_signed


def _style_of(digits: str) -> DecimalStyle | None:
    """The one style in which the digits can be read, if there is only one."""
    readable = [style for style in DecimalStyle if _plain(digits, style) is not None]
    return readable[0] if len(readable) == 1 else None


def _guess(digits: str) -> DecimalStyle | None:
    """The style in which the mark of an ambiguous `1.234` groups thousands."""
    if _GROUPED["."].fullmatch(digits):
        return DecimalStyle.COMMA
    return DecimalStyle.POINT if _GROUPED[","].fullmatch(digits) else None


def _plain(digits: str, style: DecimalStyle) -> Decimal | None:
    if not _DIGITS.fullmatch(digits):
        return None
    whole, mark, decimals = digits.partition(style.value)
    grouping = "." if style is DecimalStyle.COMMA else ","
    if style.value in decimals or grouping in decimals:
        return None
    if grouping in whole:
        if not _GROUPED[grouping].fullmatch(whole):
            return None
        whole = whole.replace(grouping, "")
    return Decimal(f"{whole or '0'}.{decimals or '0'}") if mark else Decimal(whole)
