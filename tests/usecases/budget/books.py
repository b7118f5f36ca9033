"""Budget books as offices hand them in, typed in the shapes in which they are met."""

from __future__ import annotations

from setara.domain.budget.phase import BudgetPhase
from setara.domain.foundation.actor import Actor
from setara.usecases.budget.intake import import_budget
from tests.makers import AT

HEADINGS = ["kode_skpd", "nama_skpd", "kode_sub_kegiatan", "nama_sub_kegiatan", "pagu", "realisasi"]
HEALTH = ["1.02", "DINAS KESEHATAN KABUPATEN PASER", "1.02.02.2.02.0009", "Pelayanan gizi"]
ANALYSED = [
    "2.17",
    "Dinas Perindustrian, Perdagangan, Koperasi dan UKM",
    "2.17.07.2.01.0015",
    "Pelatihan UMKM",
]
"""The sub kegiatan whose GAP the practice government has signed."""

OTHERS = [
    ["2.08", "DP2KBP3A", "2.08.02.2.01.0001", "Koordinasi PUG"],
    ["3.27", "Disbunnak", "3.27.07.2.01.0003", "Kelembagaan petani"],
    ["2.07", "Distransnaker ESDM", "2.07.03.2.01.0001", "Pelatihan kerja"],
]
"""A sub kegiatan of each other agency that the practice government's first book has."""


def book(*rows: list[str], separator: str = ",", before: str = "") -> bytes:
    """A CSV file with the usual headings; `before` stands above them."""
    lines = [separator.join(f'"{cell}"' for cell in row) for row in (HEADINGS, *rows)]
    return (before + "\r\n".join(lines) + "\r\n").encode("cp1252")


def take_in(by: Actor, content: bytes, **given: object) -> int:
    """Import a book of 2027 as RKA, or with what is given instead."""
    facts = {"year": 2027, "phase": BudgetPhase.RKA, "name": "rka.csv"} | given
    return import_budget(by=by, at=AT, content=content, **facts)
