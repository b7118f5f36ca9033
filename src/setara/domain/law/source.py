"""The files of the law, and what is wrong with one that cannot be trusted."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from decimal import Decimal
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from setara.domain.language.text import Text

DATA = files("setara.domain.law") / "data"
"""The shipped law; every reader takes another root, so that a fault can be shown on a small one."""

Table = Mapping[str, Any]


class MalformedLaw(Exception):
    """A file of the law says something that cannot be; the message names file, entry and key."""

    def __init__(self, where: str, what: str) -> None:
        super().__init__(f"{where}: {what}")
        self.where, self.what = where, what


class UncitedLaw(MalformedLaw):
    """An entry of the law without its source; nothing runs on it."""


class Judge:
    """Meets the faults of the entries: raises each at once, for nothing runs on faulty law."""

    @contextmanager
    def entry(self) -> Iterator[None]:
        """Around the reading of one entry, so that a gathering judge can go on to the next."""
        yield


class GatheringJudge(Judge):
    """Notes each fault and reads on, for somebody who mends the files and wants them all."""

    def __init__(self) -> None:
        self.found: list[MalformedLaw] = []

    @contextmanager
    def entry(self) -> Iterator[None]:
        """Notes the entry's first fault."""
        try:
            yield
        except MalformedLaw as fault:
            self.found.append(fault)


STRICT = Judge()


def tables(root: Traversable, folder: str, judge: Judge) -> list[tuple[str, Table]]:
    """Each TOML file of a folder with its name, short names first, so that `64` is before `64.01`.

    Raises MalformedLaw for a file that is not TOML.
    """
    read = []
    for file in sorted((root / folder).iterdir(), key=lambda entry: (len(entry.name), entry.name)):
        if file.name.endswith(".toml"):
            with judge.entry():
                read.append((f"{folder}/{file.name}", parsed(f"{folder}/{file.name}", file)))
    return read


def parsed(name: str, file: Traversable) -> Table:
    """The content of one file, fractions as exact decimals.

    Raises MalformedLaw naming the line TOML stumbles over.
    """
    try:
        return tomllib.loads(file.read_text("utf-8"), parse_float=Decimal)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise MalformedLaw(name, str(error)) from error


def needed(where: str, table: Table, key: str, kind: type[Any]) -> Any:
    """The value under `key`. Raises MalformedLaw where it is absent, empty or of another type."""
    value = table.get(key)
    if value is None or value == [] or (isinstance(value, str) and not value.strip()):
        raise MalformedLaw(where, f"“{key}” is missing")
    # A bool is an int and an instant is a day to Python, but not to the law.
    is_another = isinstance(value, bool | datetime) and not issubclass(kind, bool)
    if is_another or not isinstance(value, kind):
        raise MalformedLaw(where, f"“{key}” must be {kind.__name__}, not {type(value).__name__}")
    return value


def optional(where: str, table: Table, key: str, kind: type[Any]) -> Any:
    """As `needed`, or None where the key is absent."""
    return needed(where, table, key, kind) if key in table else None


def pair(where: str, table: Table, key: str) -> Text:
    """The Indonesian words under `key` with the English ones under `key_en`; neither alone."""
    return Text(needed(where, table, key, str), needed(where, table, f"{key}_en", str))


def optional_pair(where: str, table: Table, key: str) -> Text | None:
    """As `pair`, or None where neither is there."""
    return pair(where, table, key) if {key, f"{key}_en"} & set(table) else None


def names(where: str, table: Table, key: str) -> tuple[str, ...]:
    """A list of words, empty where the key is absent."""
    listed = optional(where, table, key, list) or []
    if not all(isinstance(word, str) and word.strip() for word in listed):
        raise MalformedLaw(where, f"“{key}” must be a list of words")
    return tuple(listed)


def only(where: str, table: Table, allowed: frozenset[str]) -> None:
    """Raises MalformedLaw for a key that nobody reads, which is mostly a misspelt one."""
    unknown = sorted(set(table) - allowed)
    if unknown:
        raise MalformedLaw(where, f"unknown key “{unknown[0]}”")
