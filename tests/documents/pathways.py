"""The exemplar of the case file as a GAP and a GBS to be printed, with money and a Plt."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from setara.domain.budget.allocation import AllocationCategory
from setara.domain.budget.pathway import Pathway, PathwayState
from setara.domain.foundation.money import Rupiah
from setara.domain.foundation.seat import Capacity
from setara.domain.foundation.share import Share
from setara.domain.language.text import Text
from setara.domain.reports.paper_parts import Printing, Signatory
from setara.domain.reports.statement_fields import StatementFacts
from tests.domain.budget.examples import exemplar

SIGNED_ON = date(2025, 7, 1)
PRINTING = Printing(
    government="Kabupaten Paser",
    agency="Dinas Tanaman Pangan, Hortikultura dan Peternakan",
    place="Kabupaten Paser",
    on=date(2025, 7, 10),
    is_practice=False,
    trail="#31 4f1c2a9b7d10",
    number="000.7/121/DTPHP/2025",
    signed_on=SIGNED_ON,
    fingerprint="9f2c41d07b3a",
    code="7Q2M-K4XZ-9D3H-TB6P",
)
SIGNATORY = Signatory(
    "Kepala Dinas Tanaman Pangan, Hortikultura dan Peternakan",
    "Ir. Siti Contoh, M.P.",
    "Pembina Tingkat I",
    "19700101 199503 2 001",
    Capacity.ACTING,
)


def pathway() -> Pathway:
    """The exemplar, signed; two of its actions have money, its output belongs to the first."""
    made = exemplar()
    first, second, *others = made.actions
    return replace(
        made,
        state=PathwayState.SIGNED,
        actions=(
            replace(first, amount=Rupiah(25_000_000)),
            replace(second, amount=Rupiah(15_500_000)),
            *others,
        ),
        indicators=(replace(made.indicators[0], action_key=first.key), *made.indicators[1:]),
    )


def facts() -> StatementFacts:
    """Its line of the DPA, in a book whose later version does not hold it any more."""
    return StatementFacts(
        year=2026,
        phase=Text("DPA (Dokumen Pelaksanaan Anggaran)", "DPA (budget implementation document)"),
        program="Program Penyuluhan Pertanian",
        program_code="3.27.07",
        activity="Peningkatan Kapasitas Kelembagaan Petani di Kecamatan dan Desa",
        activity_code="3.27.07.2.01.0001",
        amount=Rupiah(150_000_000),
        category=AllocationCategory.EQUALITY,
        shares=(Share(150, 12_000, Text("pagu Dinas Pertanian", "the budget of the agency")),),
        above="Pelaksanaan Penyuluhan Pertanian",
        above_code="3.27.07.2.01",
        above_amount=Rupiah(420_000_000),
        not_in_force=Text("DPPA {year}", "DPPA {year}").filled(year="2026"),
    )
