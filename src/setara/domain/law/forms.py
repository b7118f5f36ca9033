"""Forms of papers as data: which fields in which order, under which printed labels."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from importlib.resources.abc import Traversable
from typing import TypeVar

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
    names,
    needed,
    only,
    optional,
    optional_pair,
    pair,
    parsed,
    tables,
)
from setara.domain.law.validity import days, in_force, in_order


class FormKind(StrEnum):
    """What is written on a form; a government chooses its form of each kind but the last."""

    PATHWAY = "gap"
    DOCUMENT_PATHWAY = "gap_document"
    STATEMENT = "gbs"
    TERMS = "kak"
    OTHER = "other"

    @property
    def label(self) -> Text:
        """In both languages."""
        return KIND_LABELS[self]


KIND_LABELS = {
    FormKind.PATHWAY: Text("GAP kegiatan", "GAP of an activity"),
    FormKind.DOCUMENT_PATHWAY: Text(
        "GAP dokumen rencana (RPJMD dan Renstra)", "GAP of a plan document (RPJMD and Renstra)"
    ),
    FormKind.STATEMENT: Text("GBS", "GBS (gender budget statement)"),
    FormKind.TERMS: Text("KAK", "KAK (terms of reference)"),
    FormKind.OTHER: Text("lainnya", "other"),
}


class FormLevel(StrEnum):
    """How high the analysis on a form stands: over a plan, or over a part of the budget."""

    DOCUMENT = "document"
    PROGRAM = "program"
    ACTIVITY = "kegiatan"
    SUB_ACTIVITY = "sub_kegiatan"

    @property
    def label(self) -> Text:
        """In both languages."""
        return LEVEL_LABELS[self]


LEVEL_LABELS = {
    FormLevel.DOCUMENT: Text("dokumen rencana", "plan document"),
    FormLevel.PROGRAM: Text("program", "programme"),
    FormLevel.ACTIVITY: Text("kegiatan", "activity"),
    FormLevel.SUB_ACTIVITY: Text("sub kegiatan", "sub-activity"),
}


@dataclass(frozen=True, slots=True)
class FormField:
    """One field: its code for the program, its number and label for the reader.

    Not `seen` where the part of the form that holds it was not at hand.

    `holds` names what a form writes into the field beside its own content, as the target of the
    activity in the first column of a GAP.
    """

    code: str
    number: str
    label: Text
    group: Text | None
    guidance: Text | None
    seen: bool = True
    holds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """A form in one version; not `official` where its official annex was not at hand.

    `level` is None for a form that analyses nothing, `region` where no region's own use is known.
    """

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
    kind: FormKind = FormKind.OTHER
    level: FormLevel | None = None
    region: Text | None = None

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
    | {"kind", "level", "region", "region_en"}
)
_FIELD_KEYS = frozenset(
    {"code", "number", "label", "label_en", "group", "group_en", "guidance", "guidance_en"}
    | {"seen", "holds"}
)


M = TypeVar("M", bound=StrEnum)
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


def form_text(key: str, version: str) -> str | None:
    """The file in which a shipped form is written, to start one's own from; None for no such."""
    for file in (DATA / "forms").iterdir():
        if file.name.endswith(".toml"):
            table = parsed(file.name, file)
            if (table.get("key"), table.get("version")) == (key, version):
                return file.read_text("utf-8")
    return None


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
        kind=_member(where, table, "kind", FormKind) or FormKind.OTHER,
        level=_member(where, table, "level", FormLevel),
        region=optional_pair(where, table, "region"),
    )


def _member(where: str, table: Table, key: str, of: type[M]) -> M | None:
    word = optional(where, table, key, str)
    if word is not None and word not in {each.value for each in of}:
        raise MalformedLaw(where, f"“{key}” is one of {', '.join(of)}, not “{word}”")
    return None if word is None else of(word)


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
        holds=names(place, entry, "holds"),
    )
