"""Amounts as Indonesian budget books write them, read into whole rupiah."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

from setara.domain.foundation.money import Rupiah
from setara.domain.language.text import Language, Text

# `Rp1.234.567,-` and `Rp 1.234.567,00` are both common; the dash stands for no sen.
_CURRENCY = re.compile(r"^(?:rp|idr)\.?", re.IGNORECASE)
_DASH_FOR_SEN = re.compile(r"[.,](?:-|–|—)$")
_THOUSANDS = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_PLAIN = re.compile(r"\d+")
_ONE_FRACTION = re.compile(r"(\d+)[.,](\d{1,2})")
_GROUPED_WITH_FRACTION = re.compile(r"(\d{1,3}(?:([.,])\d{3})+)([.,])(\d{1,2})")
_NOTHING = frozenset({"", "-", "–", "—"})


class BadAmount(ValueError):
    """The cell holds no amount in rupiah; `reason` quotes it and says what to do."""

    def __init__(self, cell: object) -> None:
        self.reason = Text(
            "“{cell}” bukan nilai rupiah. Isi dengan angka, misalnya 1250000 atau 1.250.000,00.",
            "“{cell}” is not an amount in rupiah. Enter a number, for example 1250000 or "
            "1,250,000.00.",
        ).filled(cell=str(cell).strip())
        super().__init__(self.reason.say(Language.ENGLISH))


def is_empty(cell: object) -> bool:
    """Whether the cell holds nothing, or a dash that stands for nothing."""
    return cell is None or (isinstance(cell, str) and cell.strip() in _NOTHING)


def rupiah_of(cell: object) -> Rupiah:
    """The amount in `cell`, sen rounded half up to whole rupiah. Raises BadAmount.

    Text is read in both notations, `1.234.567,89` and `1,234,567.89`, because both occur
    inside one file; one mark followed by three digits groups thousands, since a budget has
    no thousandths of a rupiah. Parentheses mean less than nothing.
    """
    if isinstance(cell, bool):
        raise BadAmount(cell)
    if isinstance(cell, int):
        return Rupiah(cell)
    if isinstance(cell, float | Decimal):
        return _whole(Decimal(str(cell)), cell)
    if isinstance(cell, str):
        return _from_text(cell)
    raise BadAmount(cell)


def _from_text(cell: str) -> Rupiah:
    text = "".join(cell.split()).replace("−", "-")
    is_bracketed = text.startswith("(") and text.endswith(")")
    text = text[1:-1] if is_bracketed else text
    text = _CURRENCY.sub("", text)
    is_signed = text.startswith("-")
    text = _DASH_FOR_SEN.sub("", _CURRENCY.sub("", text[1:] if is_signed else text))
    value = _whole(_plain_decimal(text, cell), cell)
    return Rupiah(-value.amount) if is_bracketed or is_signed else value


def _plain_decimal(text: str, cell: str) -> Decimal:
    if _PLAIN.fullmatch(text):
        return Decimal(text)
    if _THOUSANDS.fullmatch(text) and len({mark for mark in text if not mark.isdigit()}) == 1:
        return Decimal(re.sub(r"[.,]", "", text))
    if fraction := _ONE_FRACTION.fullmatch(text):
        return Decimal(f"{fraction[1]}.{fraction[2]}")
    grouped = _GROUPED_WITH_FRACTION.fullmatch(text)
    if grouped and grouped[2] != grouped[3] and grouped[3] not in grouped[1]:
        return Decimal(f"{re.sub(r'[.,]', '', grouped[1])}.{grouped[4]}")
    raise BadAmount(cell)


def _whole(value: Decimal, cell: object) -> Rupiah:
    if not value.is_finite():
        raise BadAmount(cell)
    return Rupiah(int(value.quantize(Decimal(1), ROUND_HALF_UP)))
