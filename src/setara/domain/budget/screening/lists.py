"""The words and fields that make a sub-activity worth a look, as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from setara.domain.language.text import Text
from setara.domain.law.source import MalformedLaw, Table, names, needed, only, pair, parsed

FILE = files("setara.domain.budget") / "data" / "screening.toml"


@dataclass(frozen=True, slots=True)
class WordGroup:
    """Words of one kind; `points` weigh them, `exceptions` are phrases in which they mean less."""

    key: str
    name: Text
    words: tuple[str, ...]
    exceptions: tuple[str, ...]
    points: int


@dataclass(frozen=True, slots=True)
class ScreeningLists:
    """The groups in their order, and why a field (bidang urusan) is known for its gaps, by code."""

    groups: tuple[WordGroup, ...]
    fields: Mapping[str, Text]


@cache
def screening_lists() -> ScreeningLists:
    """The shipped lists; composed by Setara, no official list exists."""
    return read_lists(FILE)


def read_lists(file: Traversable) -> ScreeningLists:
    """The lists of a file. Raises MalformedLaw for what is missing, doubled or without points."""
    table = parsed(file.name, file)
    groups = tuple(_group(file.name, each) for each in needed(file.name, table, "group", list))
    if len({group.key for group in groups}) != len(groups):
        raise MalformedLaw(file.name, "a group is listed twice")
    listed: list[Table] = needed(file.name, table, "field", list)
    fields = {needed(file.name, each, "code", str): pair(file.name, each, "why") for each in listed}
    if len(fields) != len(listed):
        raise MalformedLaw(file.name, "a field is listed twice")
    return ScreeningLists(groups, fields)


def _group(where: str, table: Table) -> WordGroup:
    only(where, table, frozenset({"key", "name", "name_en", "words", "except", "points"}))
    points = needed(where, table, "points", int)
    if points <= 0:
        raise MalformedLaw(where, "a group of words needs points above 0")
    words = names(where, table, "words")
    if not words:
        raise MalformedLaw(where, "a group needs words")
    return WordGroup(
        key=needed(where, table, "key", str),
        name=pair(where, table, "name"),
        words=words,
        exceptions=names(where, table, "except"),
        points=points,
    )
