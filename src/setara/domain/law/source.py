"""The files of the law, and what is wrong with one that cannot be trusted."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from decimal import Decimal
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

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


def tables(root: Traversable, folder: str) -> Iterator[tuple[str, Table]]:
    """Each TOML file of a folder by name, fractions read as exact decimals.

    Raises MalformedLaw for a file that is not TOML.
    """
    for file in sorted((root / folder).iterdir(), key=lambda entry: (len(entry.name), entry.name)):
        if file.name.endswith(".toml"):
            yield f"{folder}/{file.name}", parsed(f"{folder}/{file.name}", file.read_text("utf-8"))


def parsed(name: str, content: str) -> Table:
    """The content of one file. Raises MalformedLaw naming the line TOML stumbles over."""
    try:
        return tomllib.loads(content, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise MalformedLaw(name, str(error)) from error


def needed(where: str, table: Table, key: str, kind: type[Any]) -> Any:
    """The value under `key`. Raises MalformedLaw where it is absent, empty or of another type."""
    value = table.get(key)
    if value is None or value in ("", []):
        raise MalformedLaw(where, f"“{key}” is missing")
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise MalformedLaw(where, f"“{key}” must be {kind.__name__}, not {type(value).__name__}")
    return value


def only(where: str, table: Table, allowed: frozenset[str]) -> None:
    """Raises MalformedLaw for a key that nobody reads, which is mostly a misspelt one."""
    unknown = sorted(set(table) - allowed)
    if unknown:
        raise MalformedLaw(where, f"unknown key “{unknown[0]}”")
