"""The columns of a budget book, found by any of the headings that exports give them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from setara.domain.language.text import Language, Text

Cells = Sequence[object]
"""One row of a neutral grid: texts, numbers, None."""

_SEARCHED_ROWS = 40
_FEWEST_HEADINGS = 2


class Column(StrEnum):
    """What a column of a budget book holds."""

    CODE = "code"
    NAME = "name"
    AMOUNT = "amount"
    REALISED = "realised"
    AGENCY_CODE = "agency_code"
    AGENCY_NAME = "agency_name"
    ACCOUNT = "account"
    YEAR = "year"

    @property
    def label(self) -> Text:
        """What the column is called in our own sentences."""
        return LABELS[self]


LABELS = {
    Column.CODE: Text("kode sub kegiatan", "sub-activity code"),
    Column.NAME: Text("nama sub kegiatan", "sub-activity name"),
    Column.AMOUNT: Text("pagu", "budget amount"),
    Column.REALISED: Text("realisasi", "realisation"),
    Column.AGENCY_CODE: Text("kode SKPD", "agency code"),
    Column.AGENCY_NAME: Text("nama SKPD", "agency name"),
    Column.ACCOUNT: Text("kode rekening", "account code"),
    Column.YEAR: Text("tahun", "year"),
}

# Folded headings of the exports met so far (SIPD by standard price, RAK belanja, the field
# names of its interface, printed DPA); earlier ones win where a sheet has several.
HEADINGS: Mapping[Column, tuple[str, ...]] = {
    Column.CODE: (
        "kode sub kegiatan",
        "kode subkegiatan",
        "kode sub giat",
        "kode sub keg",
    ),
    Column.NAME: (
        "nama sub kegiatan",
        "nama subkegiatan",
        "nama sub giat",
        "uraian sub kegiatan",
        "sub kegiatan",
    ),
    Column.AMOUNT: (
        "pagu",
        "pagu rp",
        "pagu anggaran",
        "pagu anggaran rp",
        "nilai rincian",
        "rincian",
        "jumlah",
        "jumlah rp",
        "jumlah anggaran",
        "anggaran",
        "anggaran rp",
        "nilai anggaran",
    ),
    Column.REALISED: ("realisasi", "realisasi rp", "realisasi anggaran", "nilai realisasi"),
    Column.AGENCY_CODE: ("kode skpd", "kode opd", "kode perangkat daerah", "kode organisasi"),
    Column.AGENCY_NAME: (
        "nama skpd",
        "nama opd",
        "nama perangkat daerah",
        "perangkat daerah",
        "skpd",
        "opd",
        "nama organisasi",
    ),
    Column.ACCOUNT: ("kode rekening", "kode akun", "no rekening"),
    Column.YEAR: ("tahun", "tahun anggaran"),
}
_NEEDED = (Column.CODE, Column.NAME, Column.AMOUNT)
_NOT_WORD = re.compile(r"[^0-9a-z]+")


class NotABook(Exception):
    """The grid is no budget book by sub kegiatan; `reason` names the place and the remedy."""

    def __init__(self, reason: Text) -> None:
        super().__init__(reason.say(Language.ENGLISH))
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading row (from 0) and where each known column stands in it (from 0)."""

    row: int
    places: Mapping[Column, int]

    def cell(self, cells: Cells, column: Column) -> object:
        """The cell of `column` in a row; None where the row or the book has no such cell."""
        place = self.places.get(column)
        return cells[place] if place is not None and place < len(cells) else None

    def words(self, cells: Cells, column: Column) -> str:
        """The cell as text without blanks around or repeated inside it; empty for none."""
        return tidy(self.cell(cells, column))


def tidy(cell: object) -> str:
    """A cell as text, blanks and line breaks reduced to one space."""
    return "" if cell is None else " ".join(str(cell).split())


def folded(cell: object) -> str:
    """A heading reduced to its words: `Kode Sub Kegiatan`, `kode_sub_kegiatan` are one."""
    return _NOT_WORD.sub(" ", tidy(cell).lower()).strip()


def letter(place: int) -> str:
    """The column letter a spreadsheet shows for a position from 0: 0 is A, 26 is AA."""
    name = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def heading_of(grid: Sequence[Cells]) -> Heading:
    """The heading row: the one among the first forty that names most of the known columns.

    Raises NotABook where none names the code, the name and the amount of a sub kegiatan.
    """
    candidates = [
        Heading(number, _places(cells)) for number, cells in enumerate(grid[:_SEARCHED_ROWS])
    ]
    best = max(candidates, key=lambda heading: len(heading.places), default=None)
    if best is None or len(best.places) < _FEWEST_HEADINGS:
        raise NotABook(_NO_HEADING.filled(rows=min(len(grid), _SEARCHED_ROWS)))
    missing = [column for column in _NEEDED if column not in best.places]
    if Column.CODE in missing and Column.ACCOUNT in best.places:
        raise NotABook(_OLD_MODEL.filled(row=best.row + 1))
    if missing:
        raise NotABook(
            _MISSING_COLUMN.filled(
                row=best.row + 1,
                column=missing[0].label,
                headings=", ".join(HEADINGS[missing[0]][:4]),
            )
        )
    return best


def _places(cells: Cells) -> dict[Column, int]:
    words = [folded(cell) for cell in cells]
    places: dict[Column, int] = {}
    for column, headings in HEADINGS.items():
        found = next((heading for heading in headings if heading in words), None)
        if found is not None:
            places[column] = words.index(found)
    return places


_NO_HEADING = Text(
    "Baris judul tidak ditemukan pada {rows} baris pertama. Berkas anggaran memerlukan kolom kode "
    "sub kegiatan, nama sub kegiatan, dan pagu. Periksa apakah berkas dan lembarnya benar.",
    "No heading row was found in the first {rows} rows. A budget file needs the columns "
    "sub-activity code (kode sub kegiatan), name and amount (pagu). Check that it is the right "
    "file and sheet.",
)
_OLD_MODEL = Text(
    "Baris {row}: berkas ini disusun menurut kode rekening tanpa kolom kode sub kegiatan, seperti "
    "APBD model lama (Permendagri 13/2006). Unggah ekspor SIPD yang memuat kolom kode sub "
    "kegiatan.",
    "Row {row}: this file is arranged by account code without a sub-activity code column, like "
    "the old budget model (Permendagri 13/2006). Upload a SIPD export that has the column kode "
    "sub kegiatan.",
)
_MISSING_COLUMN = Text(
    "Baris {row}: kolom {column} tidak ditemukan. Beri judul kolom itu salah satu dari: "
    "{headings}.",
    "Row {row}: the column {column} was not found. Give it one of these headings: {headings}.",
)
