"""Values of the law by date: last year is judged by last year's value."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.resources.abc import Traversable
from itertools import pairwise

from setara.domain.language.text import Language, Text
from setara.domain.law.regulations import register
from setara.domain.law.source import DATA, MalformedLaw, Table, UncitedLaw, needed, only, tables


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
    """The parameter has no value on that day."""

    def __init__(self, key: str, on: date) -> None:
        self.reason = Text(
            "Parameter “{key}” tidak berlaku pada {day}.",
            "Parameter “{key}” is not in force on {day}.",
        ).filled(key=key, day=on)
        super().__init__(self.reason.say(Language.ENGLISH))


_KEYS = frozenset(
    {"from", "to", "value", "unit", "regulation", "locator", "verified", "note", "note_en"}
)


@cache
def _all() -> dict[str, tuple[Parameter, ...]]:
    return read_parameters(DATA, frozenset(each.key for each in register()))


def parameter(key: str, *, on: date) -> Parameter:
    """The value in force on that day. Raises NoSuchParameter, NotInForce."""
    for value in history(key):
        if value.valid_from <= on and (value.valid_to is None or on < value.valid_to):
            return value
    raise NotInForce(key, on)


def history(key: str) -> tuple[Parameter, ...]:
    """Every value a parameter ever had, oldest first. Raises NoSuchParameter."""
    if key not in _all():
        raise NoSuchParameter(key)
    return _all()[key]


def keys() -> tuple[str, ...]:
    """The names of all parameters."""
    return tuple(sorted(_all()))


def read_parameters(
    root: Traversable, regulations: frozenset[str]
) -> dict[str, tuple[Parameter, ...]]:
    """The parameters below `root`: tables nest to a dotted key, each holding dated values.

    Raises UncitedLaw for a value without regulation or locator, MalformedLaw for values whose
    days overlap or leave a hole.
    """
    found: dict[str, list[Parameter]] = defaultdict(list)
    for name, table in tables(root, "parameters"):
        _walk(name, "", table, regulations, found)
    return {key: _in_order(key, values) for key, values in found.items()}


def _walk(
    name: str,
    key: str,
    table: Table,
    regulations: frozenset[str],
    found: dict[str, list[Parameter]],
) -> None:
    for part, below in table.items():
        dotted = f"{key}.{part}" if key else part
        if isinstance(below, list):
            found[dotted] += [
                _value(f"{name}: {dotted}", dotted, row, regulations) for row in below
            ]
        elif isinstance(below, dict):
            _walk(name, dotted, below, regulations, found)
        else:
            raise MalformedLaw(f"{name}: {dotted}", "a value needs its date and its source")


def _value(where: str, key: str, row: Table, regulations: frozenset[str]) -> Parameter:
    only(where, row, _KEYS)
    for part in ("regulation", "locator"):
        if not row.get(part):
            raise UncitedLaw(where, f"“{part}” is missing")
    if row["regulation"] not in regulations:
        raise UncitedLaw(where, f"the register does not hold “{row['regulation']}”")
    value = row.get("value")
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise MalformedLaw(where, "“value” must be a number")
    note = Text(row["note"], needed(where, row, "note_en", str)) if "note" in row else None
    return Parameter(
        key=key,
        value=Decimal(value),
        unit=needed(where, row, "unit", str),
        valid_from=needed(where, row, "from", date),
        valid_to=row.get("to"),
        regulation=row["regulation"],
        locator=row["locator"],
        verified=needed(where, row, "verified", bool),
        note=note,
    )


def _in_order(key: str, values: list[Parameter]) -> tuple[Parameter, ...]:
    ordered = sorted(values, key=lambda value: value.valid_from)
    for earlier, later in pairwise(ordered):
        if earlier.valid_to != later.valid_from:
            raise MalformedLaw(
                f"parameters: {key}",
                f"the value from {earlier.valid_from} must end where the one from "
                f"{later.valid_from} begins",
            )
    last = ordered[-1]
    if last.valid_to is not None and last.valid_to <= last.valid_from:
        raise MalformedLaw(f"parameters: {key}", "ends before it begins")
    return tuple(ordered)
