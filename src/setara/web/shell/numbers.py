"""Numbers of records as a request names them."""

from __future__ import annotations

from collections.abc import Iterable

# Any more may pass 64 bits, which no database takes.
_MOST_DIGITS = 18


def number_of(said: str) -> int | None:
    """The number a request names; None for what is no number of a record."""
    return int(said) if said.isascii() and said.isdecimal() and len(said) <= _MOST_DIGITS else None


def numbers_of(said: Iterable[str]) -> frozenset[int]:
    """The numbers a request names, without what is none."""
    found = (number_of(each) for each in said)
    return frozenset(each for each in found if each is not None)
