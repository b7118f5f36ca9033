"""The register of regulations: what each one is, whether it is in force, and how we know."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from importlib.resources.abc import Traversable
from typing import TypeVar

from setara.domain.language.text import Language, Text
from setara.domain.law.citation import Citation, Mark, citations
from setara.domain.law.relations import check_relations
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
    optional_pair,
    pair,
    tables,
)


class RegulationState(StrEnum):
    """Whether a regulation holds; UNKNOWN where no source says so."""

    IN_FORCE = "in_force"
    AMENDED = "amended"
    REPLACED = "replaced"
    DRAFT = "draft"
    UNKNOWN = "unknown"

    @property
    def label(self) -> Text:
        """In both languages."""
        return STATE_LABELS[self]


STATE_LABELS = {
    RegulationState.IN_FORCE: Text("berlaku", "in force"),
    RegulationState.AMENDED: Text("berlaku, telah diubah", "in force as amended"),
    RegulationState.REPLACED: Text("diganti", "replaced"),
    RegulationState.DRAFT: Text("rancangan", "draft"),
    RegulationState.UNKNOWN: Text("belum diketahui", "not known"),
}


class Scope(StrEnum):
    """For whom a regulation was made."""

    NATIONAL = "national"
    PROVINCE = "province"
    REGENCY = "regency"
    TECHNICAL = "technical"

    @property
    def label(self) -> Text:
        """In both languages."""
        return SCOPE_LABELS[self]


SCOPE_LABELS = {
    Scope.NATIONAL: Text("nasional", "national"),
    Scope.PROVINCE: Text("provinsi", "province"),
    Scope.REGENCY: Text("kabupaten/kota", "regency or city"),
    Scope.TECHNICAL: Text("acuan teknis, bukan peraturan", "technical standard, not a regulation"),
}


@dataclass(frozen=True, slots=True)
class Regulation:
    """One instrument. `title` gives the law's own Indonesian words and an English gloss.

    `place` is the code of the province, regency or city that made it, None for the nation's.
    `verified` says that number, title and state were read in the source named.
    """

    key: str
    kind: str
    number: str
    year: int
    title: Text
    issuer: str
    scope: Scope
    state: RegulationState
    mark: Mark
    verified: bool
    sources: tuple[Citation, ...]
    amends: tuple[str, ...] = ()
    amended_by: tuple[str, ...] = ()
    replaces: tuple[str, ...] = ()
    replaced_by: tuple[str, ...] = ()
    in_force_from: date | None = None
    note: Text | None = None
    place: str | None = None
    set_on: date | None = None

    @property
    def name(self) -> str:
        """How it is cited: `Permendagri 15/2008`."""
        return f"{self.kind} {self.number}/{self.year}" if self.number else self.kind


class NoSuchRegulation(KeyError):
    """The register does not hold the key."""

    def __init__(self, key: str) -> None:
        self.reason = Text(
            "Peraturan “{key}” tidak ada dalam register.",
            "Regulation “{key}” is not in the register.",
        ).filled(key=key)
        super().__init__(self.reason.say(Language.ENGLISH))


_KEYS = frozenset(
    {"key", "kind", "number", "year", "title", "title_en", "issuer", "scope", "place", "state"}
    | {"mark", "verified", "sources", "amends", "amended_by", "replaces", "replaced_by"}
    | {"set_on", "in_force_from", "note", "note_en"}
)
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_PLACE_CODES = {
    Scope.PROVINCE: re.compile(r"\d{2}"),
    Scope.REGENCY: re.compile(r"\d{2}\.\d{2}"),
}


@cache
def register() -> tuple[Regulation, ...]:
    """Every regulation, by scope and year. Raises MalformedLaw or UncitedLaw."""
    return read_register(DATA)


def regulation(key: str) -> Regulation:
    """The regulation under `key`. Raises NoSuchRegulation."""
    found = _by_key(register()).get(key)
    if found is None:
        raise NoSuchRegulation(key)
    return found


def read_register(root: Traversable, judge: Judge = STRICT) -> tuple[Regulation, ...]:
    """The register below `root`, its relations checked to be known, mutual and without a ring."""
    read: dict[str, Regulation] = {}
    for name, table in tables(root, "regulations", judge):
        entries: list[Table] = []
        with judge.entry():
            only(name, table, frozenset({"regulation"}))
            entries = needed(name, table, "regulation", list)
        for entry in entries:
            with judge.entry():
                each = _regulation(name, entry)
                if each.key in read:
                    raise MalformedLaw(f"{name}: {each.key}", "stands there twice")
                read[each.key] = each
    for each in read.values():
        with judge.entry():
            check_relations(each, read)
            _check_state(each)
    order = list(Scope)
    return tuple(
        sorted(read.values(), key=lambda each: (order.index(each.scope), each.year, each.key))
    )


def _by_key(regulations: Iterable[Regulation]) -> dict[str, Regulation]:
    return {each.key: each for each in regulations}


def _regulation(name: str, entry: Table) -> Regulation:
    key = needed(name, entry, "key", str)
    where = f"{name}: {key}"
    only(where, entry, _KEYS)
    if not _SLUG.fullmatch(key):
        raise MalformedLaw(where, "a key is small letters and digits joined by hyphens")
    scope = _member(where, entry, "scope", Scope)
    return Regulation(
        key=key,
        kind=needed(where, entry, "kind", str),
        number=optional(where, entry, "number", str) or "",
        year=needed(where, entry, "year", int),
        title=pair(where, entry, "title"),
        issuer=needed(where, entry, "issuer", str),
        scope=scope,
        state=_member(where, entry, "state", RegulationState),
        mark=_member(where, entry, "mark", Mark),
        verified=needed(where, entry, "verified", bool),
        sources=citations(where, entry),
        amends=names(where, entry, "amends"),
        amended_by=names(where, entry, "amended_by"),
        replaces=names(where, entry, "replaces"),
        replaced_by=names(where, entry, "replaced_by"),
        in_force_from=optional(where, entry, "in_force_from", date),
        note=optional_pair(where, entry, "note"),
        place=_place(where, entry, scope),
        set_on=optional(where, entry, "set_on", date),
    )


Member = TypeVar("Member", bound=StrEnum)


def _member(where: str, entry: Table, key: str, kind: type[Member]) -> Member:
    value = needed(where, entry, key, str)
    try:
        return kind(value)
    except ValueError as error:
        raise MalformedLaw(where, f"“{key}” cannot be “{value}”") from error


def _place(where: str, entry: Table, scope: Scope) -> str | None:
    code: str | None = optional(where, entry, "place", str)
    form = _PLACE_CODES.get(scope)
    if (form is None) is not (code is None) or (form and code and not form.fullmatch(code)):
        raise MalformedLaw(where, f"“{code}” is not the code of a place of scope {scope}")
    return code


def _check_state(one: Regulation) -> None:
    if one.verified and one.mark is not Mark.QUOTED:
        raise MalformedLaw(one.key, "only what was read in a source is verified")
    if bool(one.replaced_by) is not (one.state is RegulationState.REPLACED):
        raise MalformedLaw(one.key, "the state is “replaced” where another is in its place")
    if one.amended_by and one.state is RegulationState.IN_FORCE:
        raise MalformedLaw(one.key, "was amended, so its state is “amended”")
    if one.state is RegulationState.AMENDED and not one.amended_by:
        raise MalformedLaw(one.key, "is amended by nothing the register holds")
