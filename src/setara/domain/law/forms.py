"""Forms of papers as data: which fields in which order, under which printed labels."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources.abc import Traversable

from setara.domain.language.text import Language, Text
from setara.domain.law.citation import Citation, citations
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
    optional,
    optional_pair,
    pair,
    tables,
)
from setara.domain.law.validity import days, in_force, in_order


@dataclass(frozen=True, slots=True)
class FormField:
    """One field: its code for the program, its number and label for the reader.

    Not `seen` where the part of the form that holds it was not at hand.
    """

    code: str
    number: str
    label: Text
    group: Text | None
    guidance: Text | None
    seen: bool = True


@dataclass(frozen=True, slots=True)
class Form:
    """A form in one version; not `official` where its official annex was not at hand."""

    key: str
    version: str
    title: Text
    official: bool
    verified: bool
    valid_from: date
    valid_to: date | None
    regulation: str
    agency_label: Text
    sources: tuple[Citation, ...]
    fields: tuple[FormField, ...]

    def field(self, code: str) -> FormField:
        """The field under a code. Raises NoSuchField."""
        for each in self.fields:
            if each.code == code:
                return each
        raise NoSuchField(self.key, code)


class NoSuchField(KeyError):
    """The form has no field of that code."""

    def __init__(self, form_key: str, code: str) -> None:
        self.reason = Text(
            "Formulir “{form}” tidak memiliki isian “{code}”.",
            "The form “{form}” has no field “{code}”.",
        ).filled(form=form_key, code=code)
        super().__init__(self.reason.say(Language.ENGLISH))


class NoSuchForm(KeyError):
    """No version of the form holds on that day."""

    def __init__(self, key: str, on: date) -> None:
        self.reason = Text(
            "Formulir “{key}” tidak ada untuk {day}.", "There is no form “{key}” for {day}."
        ).filled(key=key, day=on)
        super().__init__(self.reason.say(Language.ENGLISH))


UNOFFICIAL = Text(
    "Draf, belum resmi: lampiran resmi formulir ini belum diperoleh.",
    "Draft, not official: the official annex of this form was not at hand.",
)

_KEYS = frozenset(
    {"key", "version", "title", "title_en", "official", "verified", "from", "to", "regulation"}
    | {"agency_label", "agency_label_en", "sources", "field"}
)
_FIELD_KEYS = frozenset(
    {"code", "number", "label", "label_en", "group", "group_en", "guidance", "guidance_en"}
    | {"seen"}
)


_CODE = re.compile(r"[a-z][a-z0-9_]*")


@cache
def all_forms() -> tuple[Form, ...]:
    """Every form in every version, the oldest version of each first."""
    return read_forms(DATA, frozenset(each.key for each in register()))


def form(key: str, *, on: date) -> Form:
    """The version in force on that day. Raises NoSuchForm."""
    found = in_force((each for each in all_forms() if each.key == key), on)
    if found is None:
        raise NoSuchForm(key, on)
    return found


def read_forms(
    root: Traversable, regulations: frozenset[str], judge: Judge = STRICT
) -> tuple[Form, ...]:
    """The forms below `root`, one version a file. Raises MalformedLaw, UncitedLaw."""
    found: dict[str, list[Form]] = defaultdict(list)
    for name, table in tables(root, "forms", judge):
        with judge.entry():
            each = _form(name, table, regulations)
            found[each.key].append(each)
    ordered: list[Form] = []
    for key in sorted(found):
        with judge.entry():
            versions = in_order(f"forms: {key}", found[key])
            if len({each.version for each in versions}) != len(versions):
                raise MalformedLaw(f"forms: {key}", "two versions have the same name")
            ordered += versions
    return tuple(ordered)


def _form(where: str, table: Table, regulations: frozenset[str]) -> Form:
    only(where, table, _KEYS)
    regulation = table.get("regulation")
    if regulation not in regulations:
        raise UncitedLaw(where, f"the register does not hold “{regulation}”")
    fields = tuple(_field(where, entry) for entry in needed(where, table, "field", list))
    codes = [field.code for field in fields]
    if len(set(codes)) != len(codes):
        raise MalformedLaw(where, "two fields have the same code")
    valid_from, valid_to = days(where, table)
    return Form(
        key=needed(where, table, "key", str),
        version=needed(where, table, "version", str),
        title=pair(where, table, "title"),
        official=needed(where, table, "official", bool),
        verified=needed(where, table, "verified", bool),
        valid_from=valid_from,
        valid_to=valid_to,
        regulation=str(regulation),
        agency_label=pair(where, table, "agency_label"),
        sources=citations(where, table),
        fields=fields,
    )


def _field(where: str, entry: Table) -> FormField:
    code = needed(where, entry, "code", str)
    place = f"{where}: {code}"
    only(place, entry, _FIELD_KEYS)
    if not _CODE.fullmatch(code):
        raise MalformedLaw(place, "a code is small letters, digits and underscores")
    return FormField(
        code=code,
        number=optional(place, entry, "number", str) or "",
        label=pair(place, entry, "label"),
        group=optional_pair(place, entry, "group"),
        guidance=optional_pair(place, entry, "guidance"),
        seen=optional(place, entry, "seen", bool) is not False,
    )
