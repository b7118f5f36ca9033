"""The words of the field: one term, one identifier, and the identifiers that would mislead."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from importlib.resources.abc import Traversable

from setara.domain.language.text import Language, Text
from setara.domain.law.citation import Citation, citations
from setara.domain.law.source import (
    DATA,
    STRICT,
    Judge,
    MalformedLaw,
    Table,
    names,
    needed,
    only,
    optional,
    pair,
    parsed,
)


@dataclass(frozen=True, slots=True)
class Term:
    """A term with its meaning; `identifier` is the dotted name it has in this program."""

    key: str
    term: Text
    definition: Text
    identifier: str | None
    forbidden: tuple[str, ...]
    verified: bool
    sources: tuple[Citation, ...]


class NoSuchTerm(KeyError):
    """The glossary does not hold the term."""

    def __init__(self, key: str) -> None:
        self.reason = Text(
            "Istilah “{key}” tidak ada dalam daftar istilah.",
            "The term “{key}” is not in the glossary.",
        ).filled(key=key)
        super().__init__(self.reason.say(Language.ENGLISH))


_KEYS = frozenset(
    {"id", "en", "means", "means_en", "identifier", "forbidden", "verified", "sources"}
)

_DOTTED = re.compile(r"setara(\.[A-Za-z_][A-Za-z0-9_]*)+")


@cache
def terms() -> tuple[Term, ...]:
    """Every term, by its Indonesian word."""
    return read_terms(DATA)


def term(key: str) -> Term:
    """The term under `key`. Raises NoSuchTerm."""
    for each in terms():
        if each.key == key:
            return each
    raise NoSuchTerm(key)


def read_terms(root: Traversable, judge: Judge = STRICT) -> tuple[Term, ...]:
    """The glossary below `root`. Raises MalformedLaw, UncitedLaw."""
    content: Table = {}
    with judge.entry():
        content = parsed("glossary.toml", root / "glossary.toml")
    read: list[Term] = []
    for key, entry in content.items():
        with judge.entry():
            read.append(_term(key, entry))
    words = Counter(each.term.id.lower() for each in read)
    for word, times in words.items():
        with judge.entry():
            if times > 1:
                raise MalformedLaw("glossary.toml", f"“{word}” is explained twice")
    return tuple(sorted(read, key=lambda each: each.term.id.lower()))


def _term(key: str, entry: Table) -> Term:
    where = f"glossary.toml: {key}"
    if not isinstance(entry, dict):
        raise MalformedLaw(where, "a term needs a table of its own")
    only(where, entry, _KEYS)
    identifier: str | None = optional(where, entry, "identifier", str)
    if identifier is not None and not _DOTTED.fullmatch(identifier):
        raise MalformedLaw(where, f"“{identifier}” is not a dotted name of this program")
    return Term(
        key=key,
        term=Text(needed(where, entry, "id", str), needed(where, entry, "en", str)),
        definition=pair(where, entry, "means"),
        identifier=identifier,
        forbidden=names(where, entry, "forbidden"),
        verified=needed(where, entry, "verified", bool),
        sources=citations(where, entry),
    )
