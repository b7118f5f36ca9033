"""What a table is that holds no GAP, so that people hear what they handed in."""

from __future__ import annotations

from collections.abc import Sequence

from setara.domain.budget.paper.labels import label_of
from setara.domain.budget.paper.places import Sheet
from setara.domain.budget.reading.cells import folded, tidy
from setara.domain.language.text import Text

# What a table of another kind says of itself; the first that fits decides.
_KINDS: tuple[tuple[Text, frozenset[str]], ...] = (
    (
        Text("anggaran (RKA/DPA)", "a budget (RKA/DPA)"),
        frozenset({"kode rekening", "pagu", "belanja", "rincian belanja", "nilai rincian"}),
    ),
    (
        Text("rencana kerja (Renja/RKPD)", "a work plan (Renja/RKPD)"),
        frozenset({"prakiraan maju", "pagu indikatif", "kebutuhan dana pagu indikatif"}),
    ),
    (
        Text("kerangka acuan kegiatan (KAK)", "terms of reference (KAK)"),
        frozenset({"latar belakang", "maksud dan tujuan", "cara pelaksanaan kegiatan"}),
    ),
    (
        Text("tabel data terpilah", "a table of data by sex"),
        frozenset({"laki laki", "perempuan", "l", "p", "jenis kelamin"}),
    ),
)
_LOOKED_AT = 40
_FEWEST_MARKS = 2
_FORM = Text(
    "Yang dapat diperiksa: GAP sembilan kolom, GAP isian berurutan, atau GBS/PAG, dalam DOCX atau "
    "XLSX.",
    "What can be checked: a GAP of nine columns, a GAP field by field, or a GBS, as DOCX or XLSX.",
)


def what_it_is(sheets: Sequence[Sheet]) -> Text:
    """Why there is no GAP or GBS here: what the table seems to be, or what its headings are."""
    heads = [
        tidy(cell)
        for sheet in sheets
        for row in sheet.rows[:_LOOKED_AT]
        for cell in row
        if tidy(cell)
    ]
    words = {folded(head) for head in heads}
    known = [head for head in heads if label_of(head) is not None]
    for kind, marks in _KINDS:
        if len(words & marks) >= _FEWEST_MARKS:
            return Text(
                "Ini tampaknya {kind}, bukan GAP atau GBS. {form}",
                "This seems to be {kind}, not a GAP or GBS. {form}",
            ).filled(kind=kind, form=_FORM)
    if known:
        return Text(
            "Belum ada GAP atau GBS di sini; yang dikenali hanya: {known}. {form}",
            "There is no GAP or GBS here yet; all that is recognised is: {known}. {form}",
        ).filled(known=", ".join(dict.fromkeys(known[:5])), form=_FORM)
    return Text(
        "Tidak ada tabel GAP atau GBS di sini. Yang tertulis di awal: “{first}”. {form}",
        "There is no GAP or GBS here. It begins with: “{first}”. {form}",
    ).filled(first=heads[0][:60] if heads else "–", form=_FORM)
