"""The days on which a value or a form holds, the last one excluded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise
from typing import Protocol, TypeVar

from setara.domain.law.source import MalformedLaw, Table, needed, optional


class Dated(Protocol):
    """Anything that holds from a day until another, or without end."""

    @property
    def valid_from(self) -> date:
        """The first day."""

    @property
    def valid_to(self) -> date | None:
        """The first day after; None where no end is known."""


Kept = TypeVar("Kept", bound=Dated)


def days(where: str, table: Table) -> tuple[date, date | None]:
    """The days under `from` and `to`. Raises MalformedLaw where the end is not after the start."""
    valid_from: date = needed(where, table, "from", date)
    valid_to: date | None = optional(where, table, "to", date)
    if valid_to is not None and valid_to <= valid_from:
        raise MalformedLaw(where, "ends before it begins")
    return valid_from, valid_to


def in_force(versions: Iterable[Kept], on: date) -> Kept | None:
    """The version that holds on that day."""
    for each in versions:
        if each.valid_from <= on and (each.valid_to is None or on < each.valid_to):
            return each
    return None


def in_order(where: str, versions: Sequence[Kept]) -> tuple[Kept, ...]:
    """The versions oldest first. Raises MalformedLaw where their days overlap or leave a hole."""
    ordered = sorted(versions, key=lambda each: each.valid_from)
    for earlier, later in pairwise(ordered):
        if earlier.valid_to != later.valid_from:
            raise MalformedLaw(
                where,
                f"what holds from {earlier.valid_from} must end where that from "
                f"{later.valid_from} begins",
            )
    return tuple(ordered)
