"""The headings of a list of the nomenclature: where its codes, names and indicators stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from setara.domain.budget.reading.cells import Cells, folded
from setara.domain.language.text import Language, Text

MOST_ABOVE = 40
"""How many rows may stand above the headings."""

_CODES = frozenset(
    {"kode", "kode nomenklatur", "kode sub kegiatan", "kode rekening", "kodefikasi", "code"}
)
_NAMES = frozenset({"nama", "nomenklatur", "uraian", "nama nomenklatur", "name", "nomenclature"})
_NAMES_BEGIN = ("nomenklatur urusan", "nama sub kegiatan", "uraian nomenklatur")
_PERFORMANCES = frozenset({"kinerja", "performance"})
_INDICATORS = frozenset({"indikator", "indikator kinerja", "indicator"})
_UNITS = frozenset({"satuan", "unit"})
_PARTS = frozenset({"urusan", "bidang urusan", "bidang", "program", "kegiatan", "sub kegiatan"})


class NotANomenclature(Exception):
    """The table is no list of the nomenclature; `reason` says what is missing."""

    def __init__(self, reason: Text) -> None:
        super().__init__(reason.say(Language.ENGLISH))
        self.reason = reason


@dataclass(frozen=True, slots=True)
class ListHeading:
    """The places of the columns, from 0; `row` is the row of the headings, from 1.

    A code may stand in several cells, one for each of its parts, as the decrees print it.
    """

    row: int
    codes: tuple[int, ...]
    name: int
    performance: int | None
    indicator: int | None
    unit: int | None


def list_heading(rows: Sequence[Cells]) -> ListHeading:
    """The headings of a list. Raises NotANomenclature where there is no code or no name."""
    for number, cells in enumerate(rows[:MOST_ABOVE], start=1):
        words = [folded(cell) for cell in cells]
        name = next((place for place, word in enumerate(words) if _is_name(word)), None)
        if name is None:
            continue
        codes = _codes(words, name)
        if codes:
            return ListHeading(
                number,
                codes,
                name,
                _place(words, _PERFORMANCES),
                _place(words, _INDICATORS),
                _place(words, _UNITS),
            )
    raise NotANomenclature(_NO_HEADINGS)


def is_heading(cell: object) -> bool:
    """Whether a code cell repeats the heading, as printed lists do on every page."""
    word = folded(cell)
    return word in _CODES or word in _PARTS


def _is_name(word: str) -> bool:
    return word in _NAMES or word.startswith(_NAMES_BEGIN)


def _codes(words: Sequence[str], name: int) -> tuple[int, ...]:
    """One column, or those its merged heading spans; else the columns named after the parts."""
    first = _place(words, _CODES)
    if first is None:
        parts = tuple(place for place, word in enumerate(words[:name]) if word in _PARTS)
        return parts if len(parts) > 1 else ()
    last = first
    while last + 1 < len(words) and last + 1 != name and not words[last + 1]:
        last += 1
    return tuple(range(first, last + 1))


def _place(words: Sequence[str], known: frozenset[str]) -> int | None:
    return next((place for place, word in enumerate(words) if word in known), None)


_NO_HEADINGS = Text(
    "Berkas ini bukan daftar nomenklatur: pada {count} baris pertama tidak ada judul kolom “Kode” "
    "dan “Nama” (atau “Nomenklatur”). Beri judul kolomnya, lalu muat lagi.",
    "This file is no list of the nomenclature: its first {count} rows hold no headings “Kode” and "
    "“Nama” (or “Nomenklatur”). Give the columns their headings and load it again.",
).filled(count=MOST_ABOVE)
