"""The register of regulations: what each one is, whether it is in force, and how we know."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from importlib.resources.abc import Traversable

from setara.domain.language.text import Language, Text
from setara.domain.law.citation import Citation, Mark, citations
from setara.domain.law.source import DATA, MalformedLaw, Table, needed, only, tables


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
    Scope.REGENCY: Text("kabupaten", "regency"),
    Scope.TECHNICAL: Text("acuan teknis, bukan peraturan", "technical standard, not a regulation"),
}


@dataclass(frozen=True, slots=True)
class Regulation:
    """One instrument. `title` gives the law's own Indonesian words and an English gloss."""

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
    [
        "key",
        "kind",
        "number",
        "year",
        "title",
        "title_en",
        "issuer",
        "scope",
        "state",
        "mark",
        "verified",
        "sources",
        "amends",
        "amended_by",
        "replaces",
        "replaced_by",
        "in_force_from",
        "note",
        "note_en",
    ]
)


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


def read_register(root: Traversable) -> tuple[Regulation, ...]:
    """The register below `root`, its relations checked to be known and mutual."""
    read = [
        _regulation(f"{name}: {entry.get('key', '?')}", entry)
        for name, table in tables(root, "regulations")
        for entry in table.get("regulation", [])
    ]
    by_key = _by_key(read)
    if len(by_key) != len(read):
        keys = [each.key for each in read]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise MalformedLaw(f"regulations: {twice}", "stands there twice")
    for each in read:
        _check_relations(each, by_key)
    order = list(Scope)
    return tuple(sorted(read, key=lambda each: (order.index(each.scope), each.year, each.key)))


def _by_key(regulations: list[Regulation] | tuple[Regulation, ...]) -> dict[str, Regulation]:
    return {each.key: each for each in regulations}


def _regulation(where: str, entry: Table) -> Regulation:
    only(where, entry, _KEYS)
    try:
        scope, state = Scope(entry.get("scope", "")), RegulationState(entry.get("state", ""))
        mark = Mark(entry.get("mark", ""))
    except ValueError as error:
        raise MalformedLaw(where, str(error)) from error
    verified = needed(where, entry, "verified", bool)
    if verified and mark is not Mark.QUOTED:
        raise MalformedLaw(where, "only what was read in a source is verified")
    return Regulation(
        key=needed(where, entry, "key", str),
        kind=needed(where, entry, "kind", str),
        number=str(entry.get("number", "")),
        year=needed(where, entry, "year", int),
        title=Text(needed(where, entry, "title", str), needed(where, entry, "title_en", str)),
        issuer=needed(where, entry, "issuer", str),
        scope=scope,
        state=state,
        mark=mark,
        verified=verified,
        sources=citations(where, entry),
        amends=tuple(entry.get("amends", ())),
        amended_by=tuple(entry.get("amended_by", ())),
        replaces=tuple(entry.get("replaces", ())),
        replaced_by=tuple(entry.get("replaced_by", ())),
        in_force_from=entry.get("in_force_from"),
        note=_note(where, entry),
    )


def _note(where: str, entry: Table) -> Text | None:
    if "note" not in entry and "note_en" not in entry:
        return None
    return Text(needed(where, entry, "note", str), needed(where, entry, "note_en", str))


_MUTUAL = {
    "amends": "amended_by",
    "amended_by": "amends",
    "replaces": "replaced_by",
    "replaced_by": "replaces",
}


def _check_relations(one: Regulation, by_key: Mapping[str, Regulation]) -> None:
    for relation, back in _MUTUAL.items():
        for other in getattr(one, relation):
            if other not in by_key:
                raise MalformedLaw(one.key, f"{relation} an unknown regulation “{other}”")
            if one.key not in getattr(by_key[other], back):
                raise MalformedLaw(one.key, f"{relation} {other}, which does not say so")
    if one.replaced_by and one.state is not RegulationState.REPLACED:
        raise MalformedLaw(one.key, "is replaced by another, so its state is “replaced”")
    if one.amended_by and one.state is RegulationState.IN_FORCE:
        raise MalformedLaw(one.key, "was amended, so its state is “amended”")
