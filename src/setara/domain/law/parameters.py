"""Values of the law by date: last year is judged by last year's value."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.resources.abc import Traversable

from setara.domain.language.text import Language, Text
from setara.domain.law.regulations import register
from setara.domain.law.source import (
    DATA,
    STRICT,
    Judge,
    MalformedLaw,
    Table,
    UncitedLaw,
    needed,
    only,
    optional_pair,
    tables,
)
from setara.domain.law.validity import days, in_force, in_order


@dataclass(frozen=True, slots=True)
class Parameter:
    """One value and the days on which it is the value; `valid_to` is exclusive.

    `regulation` is a key of the register, `locator` the place in it.
    """

    key: str
    value: Decimal
    unit: str
    valid_from: date
    valid_to: date | None
    regulation: str
    locator: str
    verified: bool
    note: Text | None = None


class NoSuchParameter(KeyError):
    """The law files hold no parameter of that name."""

    def __init__(self, key: str) -> None:
        self.reason = Text("Parameter “{key}” tidak ada.", "There is no parameter “{key}”.").filled(
            key=key
        )
        super().__init__(self.reason.say(Language.ENGLISH))


class NotInForce(LookupError):
    """The parameter has no value on that day; `reason` tells the reader since or until when."""

    def __init__(self, reason: Text) -> None:
        self.reason = reason
        super().__init__(reason.say(Language.ENGLISH))


class NotYetInForce(NotInForce):
    """The day lies before the parameter's first value."""

    def __init__(self, key: str, on: date, first: date) -> None:
        super().__init__(
            Text(
                "Parameter “{key}” belum berlaku pada {day}; nilai pertamanya berlaku mulai "
                "{first}.",
                "Parameter “{key}” is not yet in force on {day}; its first value holds from "
                "{first}.",
            ).filled(key=key, day=on, first=first)
        )


class NoLongerInForce(NotInForce):
    """The day lies after the parameter's last value."""

    def __init__(self, key: str, on: date, end: date) -> None:
        super().__init__(
            Text(
                "Parameter “{key}” tidak berlaku lagi pada {day}; nilai terakhirnya berakhir "
                "sebelum {end}.",
                "Parameter “{key}” is no longer in force on {day}; its last value ended before "
                "{end}.",
            ).filled(key=key, day=on, end=end)
        )


_KEYS = frozenset(
    {"from", "to", "value", "unit", "regulation", "locator", "verified", "note", "note_en"}
)
_PART = re.compile(r"[a-z][a-z0-9_]*")


@cache
def _all() -> dict[str, tuple[Parameter, ...]]:
    return read_parameters(DATA, frozenset(each.key for each in register()))


def parameter(key: str, *, on: date) -> Parameter:
    """The value in force on that day. Raises NoSuchParameter, NotYetInForce, NoLongerInForce."""
    values = history(key)
    found = in_force(values, on)
    if found is not None:
        return found
    # Their days leave no hole, so the day lies before the first or after the last of them.
    end = values[-1].valid_to
    if end is None or on < values[0].valid_from:
        raise NotYetInForce(key, on, values[0].valid_from)
    raise NoLongerInForce(key, on, end)


def history(key: str) -> tuple[Parameter, ...]:
    """Every value a parameter ever had, oldest first. Raises NoSuchParameter."""
    if key not in _all():
        raise NoSuchParameter(key)
    return _all()[key]


def keys() -> tuple[str, ...]:
    """The names of all parameters."""
    return tuple(sorted(_all()))


def read_parameters(
    root: Traversable, regulations: frozenset[str], judge: Judge = STRICT
) -> dict[str, tuple[Parameter, ...]]:
    """The parameters below `root`: tables nest to a dotted key, each holding dated values.

    Raises UncitedLaw for a value without regulation or locator, MalformedLaw for values whose
    days overlap or leave a hole.
    """
    found: dict[str, list[Parameter]] = defaultdict(list)
    for name, table in tables(root, "parameters", judge):
        for key, row in _rows(name, "", table, judge):
            with judge.entry():
                found[key].append(_value(f"{name}: {key}", key, row, regulations))
    ordered: dict[str, tuple[Parameter, ...]] = {}
    for key, values in found.items():
        with judge.entry():
            ordered[key] = in_order(f"parameters: {key}", values)
    return ordered


def _rows(name: str, key: str, table: Table, judge: Judge) -> Iterator[tuple[str, Table]]:
    for part, below in table.items():
        dotted = f"{key}.{part}" if key else part
        if isinstance(below, dict):
            yield from _rows(name, dotted, below, judge)
            continue
        rows: list[Table] = []
        with judge.entry():
            rows = _dated_rows(f"{name}: {dotted}", part, below)
        for row in rows:
            yield dotted, row


def _dated_rows(where: str, part: str, below: object) -> list[Table]:
    if not isinstance(below, list) or not all(isinstance(row, dict) for row in below):
        raise MalformedLaw(where, "a value needs its date and its source")
    if not _PART.fullmatch(part):
        raise MalformedLaw(where, "a name is small letters, digits and underscores")
    return below


def _value(where: str, key: str, row: Table, regulations: frozenset[str]) -> Parameter:
    only(where, row, _KEYS)
    for part in ("regulation", "locator"):
        if not str(row.get(part, "")).strip():
            raise UncitedLaw(where, f"“{part}” is missing")
    if row["regulation"] not in regulations:
        raise UncitedLaw(where, f"the register does not hold “{row['regulation']}”")
    valid_from, valid_to = days(where, row)
    return Parameter(
        key=key,
        value=_number(where, row),
        unit=needed(where, row, "unit", str),
        valid_from=valid_from,
        valid_to=valid_to,
        regulation=row["regulation"],
        locator=needed(where, row, "locator", str),
        verified=needed(where, row, "verified", bool),
        note=optional_pair(where, row, "note"),
    )


def _number(where: str, row: Table) -> Decimal:
    value = row.get("value")
    # A bool is an int to Python; a float can only come from a reader that lost the exact decimal.
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise MalformedLaw(where, "“value” must be an exact number")
    if not Decimal(value).is_finite():
        raise MalformedLaw(where, "“value” must be a finite number")
    return Decimal(value)
