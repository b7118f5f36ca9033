"""The hidden sheet of a form: of which round, producer and version it is, and what stood where."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from setara.domain.language.text import Language, Text
from setara.domain.statistics.form import FIXED, FormSheet
from setara.domain.statistics.form_slots import Slot
from setara.domain.statistics.form_tables import FormFacts
from setara.domain.statistics.form_words import GUIDE_SHEET
from setara.domain.statistics.observation import Nothing, Value

SEAL_SHEET = "_setara"
TEMPLATE_VERSION = "1"

Rows = Sequence[Sequence[object]]
"""The rows of one sheet of a neutral grid."""

_NAMES = (
    *("setara-form", "government", "round", "producer", "round_version"),
    *("answer_version", "structure", "checksum"),
)
_HEAD = len(_NAMES)


class NotThisForm(Exception):
    """The file is not the form it should be; `reason` says why and what to do."""

    def __init__(self, reason: Text) -> None:
        super().__init__(reason.say(Language.ENGLISH))
        self.reason = reason


NOT_OURS = Text(
    "Berkas ini bukan formulir dari Setara. Unduh formulir di halaman ini, isi, lalu unggah; "
    "untuk tabel bebas gunakan halaman “Unggah data terpilah”.",
    "This file is no form of Setara’s. Download the form on this page, fill it in and upload it; "
    "for free tables use the page “Upload data by sex”.",
)
NO_SEAL = Text(
    "Lembar pengenal formulir ini sudah dihapus, sehingga asalnya tidak dapat dipastikan. Unduh "
    "formulir yang baru dan salin angkanya ke sana.",
    "The sheet that identifies this form was removed, so where it comes from cannot be told. "
    "Download a new form and copy the figures into it.",
)
BROKEN_SEAL = Text(
    "Lembar pengenal formulir ini sudah diubah. Unduh formulir yang baru dan salin angkanya ke "
    "sana.",
    "The sheet that identifies this form was changed. Download a new form and copy the figures "
    "into it.",
)
OTHER_TEMPLATE = Text(
    "Formulir ini dari versi Setara yang lain (bentuk {theirs}, sekarang {ours}). Unduh formulir "
    "yang baru.",
    "This form was made by another version of Setara (template {theirs}, now {ours}). Download a "
    "new form.",
)
OTHER_ROUND = Text(
    "Formulir ini untuk permintaan lain: “{theirs}”. Halaman ini untuk “{ours}”.",
    "This form is for another call: “{theirs}”. This page is for “{ours}”.",
)
OTHER_PRODUCER = Text(
    "Formulir ini milik {theirs}, bukan {ours}.", "This form belongs to {theirs}, not to {ours}."
)
OLD_VERSION = Text(
    "Yang diminta sudah berubah sejak formulir ini diunduh (versi {theirs}, sekarang {ours}). "
    "Unduh formulir yang baru dan salin angkanya ke sana.",
    "What is asked has changed since this form was downloaded (version {theirs}, now {ours}). "
    "Download a new form and copy the figures into it.",
)
OLD_STRUCTURE = Text(
    "Daftar elemen atau wilayah sudah berubah sejak formulir ini diunduh. Unduh formulir yang baru "
    "dan salin angkanya ke sana.",
    "The elements or places have changed since this form was downloaded. Download a new form and "
    "copy the figures into it.",
)


@dataclass(frozen=True, slots=True)
class Seal:
    """What the hidden sheet says; `base` is what stood in each figure when the form was made."""

    answer_version: int
    base: Mapping[str, Value | None]


def seal_rows(
    facts: FormFacts, sheets: Iterable[FormSheet], slots: Iterable[Slot]
) -> tuple[tuple[str, ...], ...]:
    """The rows of the hidden sheet: who and what, a checksum, then every figure's key."""
    slots = tuple(slots)
    head = (
        (_NAMES[0], TEMPLATE_VERSION),
        ("government", facts.government_code, facts.government_name),
        ("round", str(facts.call_id), facts.call_title),
        ("producer", facts.agency_code, facts.agency_name),
        ("round_version", str(facts.call_version)),
        ("answer_version", str(facts.answer_version)),
        ("structure", structure_of(sheets, slots)),
    )
    figures = tuple((*slot.figure, slot.key, spelled(slot.asked.value)) for slot in slots)
    return (*head, ("checksum", _hash((*head, *figures))), *figures)


def structure_of(sheets: Iterable[FormSheet], slots: Iterable[Slot]) -> str:
    """A hash of what stands where: open cells, keys, and the words that tell them apart."""
    fixed = [
        (sheet.name, cell.address, folded(cell.content) if cell.role in FIXED else "")
        for sheet in sheets
        for cell in sheet.cells
        if cell.role in FIXED or cell.is_open
    ]
    return _hash((*fixed, *((*slot.figure, slot.key) for slot in slots)))


def read_seal(rows: Rows | None, names: Iterable[str], facts: FormFacts) -> Seal:
    """The seal of a file that is this producer's form of this round in its present version.

    `rows` are those of the hidden sheet, None where there is no such sheet; `names` are the names
    of the sheets there are. Raises NotThisForm.
    """
    if rows is None:
        raise NotThisForm(NO_SEAL if GUIDE_SHEET in set(names) else NOT_OURS)
    said = [tuple(folded(cell) for cell in row) for row in rows]
    said = [tuple(row[: _filled(row)]) for row in said]
    head = {row[0]: row[1:] for row in said[:_HEAD] if row}
    if tuple(head) != _NAMES or not all(head.values()):
        raise NotThisForm(BROKEN_SEAL)
    figures = [row for row in said[_HEAD:] if row]
    _refuse_other(head, facts)
    if head["checksum"][0] != _hash((*said[: _HEAD - 1], *figures)):
        raise NotThisForm(BROKEN_SEAL)
    base = {row[2]: _value(_padded(row)[3]) for row in figures}
    return Seal(int(head["answer_version"][0]), base)


def refuse_old_structure(rows: Rows, now: str) -> None:
    """Raises NotThisForm where the form was made from other elements, places or names."""
    theirs = next((folded(row[1]) for row in rows if row and row[0] == "structure"), "")
    if theirs != now:
        raise NotThisForm(OLD_STRUCTURE)


def _refuse_other(head: Mapping[str, tuple[str, ...]], facts: FormFacts) -> None:
    template = head[_NAMES[0]][0]
    if template != TEMPLATE_VERSION:
        raise NotThisForm(OTHER_TEMPLATE.filled(theirs=template, ours=TEMPLATE_VERSION))
    is_same = head["government"][0] == facts.government_code
    if head["round"][0] != str(facts.call_id) or not is_same:
        theirs = head["round"][-1]
        raise NotThisForm(OTHER_ROUND.filled(theirs=theirs, ours=facts.call_title))
    if head["producer"][0] != facts.agency_code:
        raise NotThisForm(
            OTHER_PRODUCER.filled(theirs=head["producer"][-1], ours=facts.agency_name)
        )
    if head["round_version"][0] != str(facts.call_version):
        theirs = head["round_version"][0]
        raise NotThisForm(OLD_VERSION.filled(theirs=theirs, ours=str(facts.call_version)))


def spelled(value: Value | None) -> str:
    """A figure with all its digits, the code of a kind of nothing, or nothing at all."""
    if value is None:
        return ""
    return value.value if isinstance(value, Nothing) else f"{value:f}"


def folded(cell: object) -> str:
    """Readable characters with one blank between words; a spreadsheet may break lines anew."""
    if cell is None:
        return ""
    shown = (char if char.isprintable() else " " for char in str(cell))
    return " ".join("".join(shown).split())


def _value(said: str) -> Value | None:
    if not said:
        return None
    return Nothing(said) if said in set(Nothing) else Decimal(said)


def _padded(row: tuple[str, ...]) -> tuple[str, ...]:
    """An empty base is no cell at all in a file."""
    return (*row, *("",) * (4 - len(row)))


def _filled(row: tuple[str, ...]) -> int:
    return max((place for place, cell in enumerate(row, start=1) if cell), default=0)


def _hash(rows: Iterable[Sequence[str]]) -> str:
    """Of the cells as they read, so that a spreadsheet may break lines and drop empty cells."""
    told = [[folded(cell) for cell in row] for row in rows]
    trimmed = [row[: _filled(tuple(row))] for row in told]
    return hashlib.sha256(json.dumps(trimmed, ensure_ascii=False).encode()).hexdigest()
