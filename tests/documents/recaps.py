"""A recapitulation made up for papers: two years, three ways, missions and places."""

from __future__ import annotations

from setara.domain.budget.allocation import AllocationCategory
from setara.domain.budget.denominators import denominators
from setara.domain.budget.numerators import NO_ACTION_MONEY, Numerator
from setara.domain.budget.recap import Book, Names, Recap, RecapLine, Slice, recap
from setara.domain.budget.recap_series import over_years
from setara.domain.budget.recap_year import Sources, Way, YearRecap
from setara.domain.foundation.money import Rupiah
from setara.domain.language.text import Text, same
from setara.domain.reports.outline import Outline
from setara.domain.reports.recap_paper import Drawn, recap_annex_outline
from tests.documents.papers import DRAWING, PRINTING, SIGNATORY

NAMES = Names(
    fields={"2.08": same("2.08 PEMBERDAYAAN PEREMPUAN"), "2.17": same("2.17 KOPERASI")},
    missions={"1": Text("Misi 1: Manusia unggul", "Mission 1: Manusia unggul")},
    districts={"64.01.04": same("Tanah Grogot"), "64.01.05": same("Kuaro")},
)
ACCOUNTS = {"5.1.01": Rupiah(500_000_000), "5.1.02": Rupiah(1_500_000_000)}


def book(year: int, phase: str) -> Book:
    """A book of two agencies with accounts."""
    agencies = {"2.08": Rupiah(800_000_000), "2.17": Rupiah(1_200_000_000)}
    name = same(f"{phase} {year}")
    return Book(year, phase, name, Rupiah(2_000_000_000), agencies, ACCOUNTS)


def lines(*, weighs: bool) -> tuple[RecapLine, ...]:
    """Two sub-activities; the first one in Kuaro and nowhere, in mission 1."""
    first = RecapLine(
        AllocationCategory.EQUALITY,
        "2.17",
        "Disperindagkop UKM",
        "2.17.07.2.01.0015",
        "Pelatihan UMKM",
        gross=Rupiah(600_000_000),
        weighted=Rupiah(300_000_000) if weighs else None,
        pagu=Rupiah(500_000_000),
        revised=Rupiah(600_000_000),
        realised=Rupiah(250_000_000),
        mission="1",
    )
    second = RecapLine(
        AllocationCategory.INSTITUTIONAL,
        "2.08",
        "DP2KBP3A",
        "2.08.02.2.01.0001",
        "Koordinasi PUG",
        gross=Rupiah(100_000_000),
        weighted=Rupiah(100_000_000) if weighs else None,
        pagu=Rupiah(120_000_000),
        revised=Rupiah(100_000_000),
    )
    return in_kuaro(first), second


def in_kuaro(line: RecapLine) -> RecapLine:
    """The line with half of everything in Kuaro."""

    def half(amount: Rupiah | None) -> Rupiah | None:
        return None if amount is None else Rupiah(amount.amount // 2)

    halves = [
        Slice(
            place,
            Rupiah(line.gross.amount // 2),
            half(line.weighted),
            half(line.pagu),
            half(line.revised),
            half(line.realised),
        )
        for place in ("64.01.05", "nowhere")
    ]
    return RecapLine(
        **{name: getattr(line, name) for name in RecapLine.__slots__ if name != "slices"},
        slices=tuple(halves),
    )


def made(year: int, phase: str, numerator: Numerator) -> Recap:
    """The recapitulation of one year in one way."""
    return recap(
        lines(weighs=numerator is Numerator.WEIGHTED),
        book=book(year, phase),
        numerator=numerator,
        wholes=denominators(),
        names=NAMES,
    )


def year_recap(chosen: Numerator = Numerator.WEIGHTED) -> YearRecap:
    """2026 in three ways, of which the second one cannot be computed, after a year of RKA."""
    counted = (Numerator.APPROVED_STATEMENTS, Numerator.WEIGHTED)
    now: dict[Numerator, Recap] = {way: made(2026, "DPPA", way) for way in counted}
    missing = NO_ACTION_MONEY.filled(missing=2, all=2)
    return YearRecap(
        year=2026,
        ways=tuple(Way(way, now.get(way), None if way in now else missing) for way in Numerator),
        chosen=chosen,
        series=over_years([made(2025, "RKA", chosen), now[chosen]], denominators()),
        sources=Sources(
            before=same("DPA 2026"),
            after=same("DPPA 2026"),
            spent=Text("Realisasi s.d. Juni 2026", "Realisation up to June 2026"),
            missions=same("Perda contoh 1/2021"),
        ),
        is_sample=False,
    )


def annex() -> Outline:
    """Its paper."""
    return recap_annex_outline(year_recap(), Drawn(DRAWING, "total"), PRINTING, SIGNATORY)
