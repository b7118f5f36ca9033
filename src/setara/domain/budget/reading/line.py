"""One line of a budget as it was read, and the agency it belongs to."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from setara.domain.budget.reading.level import Level

_SEN = Decimal("0.01")

Amount = int | Decimal
"""Rupiah, exact as the file has them: whole, or with sen as a Decimal."""


class AgencyRef(NamedTuple):
    """An agency as the file writes it; either part may be empty."""

    code: str = ""
    name: str = ""


NOBODY = AgencyRef()


class Line(NamedTuple):
    """One line at its level; a tuple, because a file may have a million of them.

    `activity` is the code of the program, kegiatan or sub kegiatan the money belongs to, `account`
    the rekening; either may be empty. `amount` is the pagu in force (after a change, where the file
    has one), `before` the pagu before the change; both rupiah, None where the cell was empty.
    `months` are January to December where the file has them. `parent` is the row of the line whose
    sum this one is part of, 0 for none. `location` is the place as the file writes it: a kecamatan,
    a desa or kelurahan, or words.
    """

    row: int
    level: Level
    activity: str
    account: str
    name: str
    amount: Amount | None
    agency: AgencyRef = NOBODY
    before: Amount | None = None
    realised: Amount | None = None
    months: tuple[Amount | None, ...] = ()
    fund: str = ""
    year: str = ""
    parent: int = 0
    location: str = ""

    @property
    def code(self) -> str:
        """Activity and account as one code."""
        return ".".join(part for part in (self.activity, self.account) if part)


def whole(amount: Amount) -> int:
    """The amount in whole rupiah, sen rounded half up."""
    if isinstance(amount, int):
        return amount
    rounded = int(abs(amount) + Decimal("0.5"))
    return -rounded if amount < 0 else rounded


def in_sen(amount: Amount) -> Amount:
    """The amount in whole sen, rounded half up; the state's money knows nothing smaller."""
    if isinstance(amount, int):
        return amount
    return plain(amount.quantize(_SEN, ROUND_HALF_UP))


def sen_of(amount: Amount) -> int:
    """The amount in sen, parts of one rounded half up."""
    return whole(amount * 100)


def added(amounts: Iterable[Amount]) -> Amount:
    """The sum; nothing sums to 0."""
    total: Amount = 0
    for amount in amounts:
        total += amount
    return total


def plain(value: Decimal) -> Amount:
    """A whole number as an int, anything else as it is."""
    return int(value) if value == value.to_integral_value() else value
