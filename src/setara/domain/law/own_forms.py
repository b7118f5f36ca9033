"""A government's own form as it hands it in: read whole, with every fault by line and field."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from setara.domain.language.text import Language, Text, listed, same
from setara.domain.law import own_form_words as words
from setara.domain.law.citation import citations
from setara.domain.law.forms import Form, FormField, FormKind, FormLevel, all_forms
from setara.domain.law.source import MalformedLaw

MOST_BYTES = 200_000
TARGET = "target"
"""What the first column of a GAP may hold beside the activity and its objective."""
NUMBERED = frozenset({FormKind.PATHWAY, FormKind.DOCUMENT_PATHWAY})

_KEYS = frozenset(
    {"key", "version", "kind", "level", "title", "title_en", "official", "from", "sources"}
    | {"agency_label", "agency_label_en", "region", "region_en", "field", "regulation", "verified"}
)
_FIELD_KEYS = frozenset(
    {"code", "number", "label", "label_en", "group", "group_en", "guidance", "guidance_en"}
    | {"holds", "seen"}
)
_KEY = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_LONGEST = {"key": 60, "version": 40, "title": 200, "label": 200, "group": 200, "guidance": 1000}
_SINCE = date(2000, 1, 1)
_HEAD = re.compile(r"^\s*\[\[\s*field\s*\]\]")
_ENTRY = re.compile(r'^\s*"?(\w+)"?\s*=')
_AT_LINE = re.compile(r"\(at line (\d+), column (\d+)\)")

M = TypeVar("M", bound=StrEnum)
Table = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class FormFault:
    """One thing to mend; `line` is that of the file, None where something is not there at all."""

    line: int | None
    field: str
    message: Text

    @property
    def words(self) -> Text:
        """Place and message in one sentence."""
        if self.line is None:
            return words.OF_ALL.filled(message=self.message)
        return words.AT_LINE.filled(line=str(self.line), message=self.message)


class FormUnreadable(Exception):
    """The file is no form; `faults` say all that is wrong with it, in the order of its lines."""

    def __init__(self, faults: Sequence[FormFault]) -> None:
        self.faults = tuple(sorted(faults, key=lambda each: each.line or 0))
        super().__init__("; ".join(each.words.say(Language.ENGLISH) for each in self.faults))


def own_form(content: bytes) -> Form:
    """The form that a TOML file describes. Raises FormUnreadable with every fault at once."""
    text = _text(content)
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise FormUnreadable([_no_toml(error)]) from error
    reading = _Reading(table, _lines(text))
    form = reading.form()
    if reading.faults or form is None:
        raise FormUnreadable(reading.faults)
    return form


def known_codes(kind: FormKind) -> tuple[str, ...]:
    """The codes that a form of the kind may have: what the program can write into a field."""
    fields = (field.code for each in all_forms() if each.kind is kind for field in each.fields)
    return tuple(dict.fromkeys(fields))


def needed_codes(kind: FormKind) -> tuple[str, ...]:
    """The codes without which a form of the kind would hide part of it."""
    shipped = [{field.code for field in each.fields} for each in all_forms() if each.kind is kind]
    common = set.intersection(*shipped) if shipped else set()
    return tuple(code for code in known_codes(kind) if code in common)


def _text(content: bytes) -> str:
    if len(content) > MOST_BYTES:
        raise FormUnreadable([FormFault(None, "", words.TOO_LARGE)])
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise FormUnreadable([FormFault(line, "", words.NOT_UTF8)]) from error


def _no_toml(error: tomllib.TOMLDecodeError) -> FormFault:
    found = _AT_LINE.search(str(error))
    if found is None:
        return FormFault(None, "", words.NOT_CLOSED)
    return FormFault(int(found[1]), "", words.NOT_TOML.filled(column=found[2]))


def _lines(text: str) -> dict[tuple[int, str], int]:
    """The line of each key: by the number of its field, 0 for the form's own keys."""
    found: dict[tuple[int, str], int] = {}
    section = 0
    for number, line in enumerate(text.split("\n"), start=1):
        if _HEAD.match(line):
            section += 1
            found[section, ""] = number
        elif entry := _ENTRY.match(line):
            found.setdefault((section, entry[1]), number)
    return found


class _Reading:
    """One file being judged; what is wrong is noted, and reading goes on."""

    def __init__(self, table: Table, lines: Mapping[tuple[int, str], int]) -> None:
        self.table, self.lines = table, lines
        self.faults: list[FormFault] = []

    def form(self) -> Form | None:
        """The form, where nothing is wrong with it."""
        table = self.table
        self._only(table, _KEYS, 0)
        key, kind = self._key(), self._member(FormKind, "kind")
        level = self._level(kind)
        version = self._word(table, "version", 0)
        title, sources = self._pair(table, "title", 0), self._sources()
        fields = self._fields(kind)
        official, since = self._flag("official"), self._since()
        agency = self._pair(table, "agency_label", 0, is_needed=False)
        region = self._pair(table, "region", 0, is_needed=False)
        if self.faults or kind is None or title is None:
            return None
        return Form(
            key=key,
            version=version,
            title=title,
            official=official,
            verified=False,
            valid_from=since,
            valid_to=None,
            regulation="",
            agency_label=agency or words.AGENCY,
            sources=sources,
            fields=fields,
            kind=kind,
            level=level,
            region=region,
        )

    def _note(self, section: int, key: str, message: Text) -> None:
        line = self.lines.get((section, key)) or self.lines.get((section, ""))
        self.faults.append(FormFault(line, key, message))

    def _only(self, table: Table, allowed: frozenset[str], section: int) -> None:
        for key in table:
            if key not in allowed:
                known = ", ".join(sorted(allowed - {"field", "regulation", "verified"}))
                self._note(section, key, words.UNKNOWN_KEY.filled(key=key, known=known))

    def _word(self, table: Table, key: str, section: int, *, is_needed: bool = True) -> str:
        value = table.get(key)
        if value is None or value == "":
            if is_needed:
                self._note(section, key, words.MISSING.filled(key=key))
            return ""
        if not isinstance(value, str) or not value.strip():
            self._note(section, key, words.NO_WORDS.filled(key=key))
            return ""
        longest = _LONGEST.get(key.removesuffix("_en"), 200)
        if len(value) > longest:
            self._note(section, key, words.TOO_LONG.filled(key=key, longest=longest))
        return " ".join(value.split())

    def _pair(self, table: Table, key: str, section: int, *, is_needed: bool = True) -> Text | None:
        said = self._word(table, key, section, is_needed=is_needed)
        in_english = self._word(table, f"{key}_en", section, is_needed=False)
        if not said:
            return None
        return Text(said, in_english or said)

    def _member(self, of: type[M], key: str) -> M | None:
        word = self.table.get(key)
        choices = [each.value for each in of if each is not FormKind.OTHER]
        if word not in choices:
            message = words.ONE_OF.filled(key=key, choices=", ".join(choices))
            self._note(0, key, message)
            return None
        return of(word)

    def _key(self) -> str:
        key = self._word(self.table, "key", 0)
        if key and not _KEY.fullmatch(key):
            self._note(0, "key", words.BAD_KEY)
        if any(key == each.key for each in all_forms()):
            self._note(0, "key", words.SHIPPED_KEY.filled(key=key))
        return key

    def _level(self, kind: FormKind | None) -> FormLevel | None:
        level = self._member(FormLevel, "level")
        if level and kind:
            is_document = kind is FormKind.DOCUMENT_PATHWAY
            if is_document is not (level is FormLevel.DOCUMENT):
                self._note(0, "level", words.OTHER_LEVEL.filled(level=level.value, kind=kind.value))
        return level

    def _flag(self, key: str) -> bool:
        value = self.table.get(key, False)
        if not isinstance(value, bool):
            self._note(0, key, words.NO_FLAG.filled(key=key))
        return value is True

    def _since(self) -> date:
        value = self.table.get("from", _SINCE)
        if type(value) is not date:
            self._note(0, "from", words.NO_DAY)
            return _SINCE
        return value

    def _sources(self) -> tuple[Any, ...]:
        try:
            return citations("form", self.table)
        except MalformedLaw:
            self._note(0, "sources", words.NO_SOURCES)
            return ()

    def _fields(self, kind: FormKind | None) -> tuple[FormField, ...]:
        entries = self.table.get("field")
        if not isinstance(entries, list) or not entries:
            self._note(0, "field", words.NO_FIELDS)
            return ()
        if not all(isinstance(entry, dict) for entry in entries):
            self._note(0, "field", words.NO_FIELDS)
            return ()
        fields = tuple(self._field(n, entry, kind) for n, entry in enumerate(entries, start=1))
        if kind is not None:
            self._judge_codes(fields, kind)
        return fields

    def _field(self, number: int, entry: Table, kind: FormKind | None) -> FormField:
        self._only(entry, _FIELD_KEYS, number)
        code = self._word(entry, "code", number)
        label = self._pair(entry, "label", number)
        shown = entry.get("number", "")
        if kind in NUMBERED and shown != str(number):
            self._note(number, "number", words.BAD_NUMBER.filled(code=code, number=str(number)))
        return FormField(
            code=code,
            number=shown if isinstance(shown, str) else "",
            label=label or same(code),
            group=self._pair(entry, "group", number, is_needed=False),
            guidance=self._pair(entry, "guidance", number, is_needed=False),
            holds=self._holds(number, entry, code),
            seen=entry.get("seen") is not False,
        )

    def _holds(self, number: int, entry: Table, code: str) -> tuple[str, ...]:
        holds = entry.get("holds", [])
        if holds not in ([], [TARGET]) or (holds and code != "activity"):
            self._note(number, "holds", words.BAD_HOLDS)
            return ()
        return tuple(holds)

    def _judge_codes(self, fields: tuple[FormField, ...], kind: FormKind) -> None:
        known = known_codes(kind)
        seen: set[str] = set()
        for number, field in enumerate(fields, start=1):
            if field.code and field.code not in known:
                values = {"code": field.code, "kind": kind.label, "known": ", ".join(known)}
                self._note(number, "code", words.UNKNOWN_CODE.filled(**values))
            elif field.code in seen:
                self._note(number, "code", words.TWICE.filled(code=field.code))
            seen.add(field.code)
        missing = [code for code in needed_codes(kind) if code not in seen]
        if missing:
            names = listed([same(code) for code in missing])
            self.faults.append(FormFault(None, "code", words.LACKING.filled(codes=names)))
