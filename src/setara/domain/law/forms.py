"""Forms of papers as data: which fields in which order, under which printed labels."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources.abc import Traversable

from setara.domain.language.text import Language, Text
from setara.domain.law.citation import Citation, citations
from setara.domain.law.regulations import register
from setara.domain.law.source import DATA, MalformedLaw, Table, UncitedLaw, needed, only, tables


@dataclass(frozen=True, slots=True)
class FormField:
    """One field: its code for the program, its number and label for the reader."""

    code: str
    number: str
    label: Text
    group: Text | None
    guidance: Text | None


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
        """The field under a code. Raises KeyError."""
        return next(field for field in self.fields if field.code == code)


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
)


@cache
def all_forms() -> tuple[Form, ...]:
    """Every form in every version."""
    return read_forms(DATA, frozenset(each.key for each in register()))


def form(key: str, *, on: date) -> Form:
    """The version in force on that day. Raises NoSuchForm."""
    for each in all_forms():
        begun = each.key == key and each.valid_from <= on
        if begun and (each.valid_to is None or on < each.valid_to):
            return each
    raise NoSuchForm(key, on)


def read_forms(root: Traversable, regulations: frozenset[str]) -> tuple[Form, ...]:
    """The forms below `root`. Raises MalformedLaw, UncitedLaw."""
    return tuple(_form(name, table, regulations) for name, table in tables(root, "forms"))


def _form(where: str, table: Table, regulations: frozenset[str]) -> Form:
    only(where, table, _KEYS)
    regulation = table.get("regulation")
    if regulation not in regulations:
        raise UncitedLaw(where, f"the register does not hold “{regulation}”")
    fields = tuple(_field(where, entry) for entry in needed(where, table, "field", list))
    codes = [field.code for field in fields]
    if len(set(codes)) != len(codes):
        raise MalformedLaw(where, "two fields have the same code")
    return Form(
        key=needed(where, table, "key", str),
        version=needed(where, table, "version", str),
        title=Text(needed(where, table, "title", str), needed(where, table, "title_en", str)),
        official=needed(where, table, "official", bool),
        verified=needed(where, table, "verified", bool),
        valid_from=needed(where, table, "from", date),
        valid_to=table.get("to"),
        regulation=str(regulation),
        agency_label=Text(
            needed(where, table, "agency_label", str), needed(where, table, "agency_label_en", str)
        ),
        sources=citations(where, table),
        fields=fields,
    )


def _field(where: str, entry: Table) -> FormField:
    code = needed(where, entry, "code", str)
    place = f"{where}: {code}"
    only(place, entry, _FIELD_KEYS)
    return FormField(
        code=code,
        number=str(entry.get("number", "")),
        label=Text(needed(place, entry, "label", str), needed(place, entry, "label_en", str)),
        group=_pair(place, entry, "group"),
        guidance=_pair(place, entry, "guidance"),
    )


def _pair(where: str, entry: Table, key: str) -> Text | None:
    if key not in entry:
        return None
    return Text(needed(where, entry, key, str), needed(where, entry, f"{key}_en", str))
