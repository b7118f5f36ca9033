"""What is reported in tests on results: quarters, later figures, realisations."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

from setara.domain.budget.phase import BudgetPhase
from setara.domain.budget.quarter import Quarter
from setara.domain.budget.quarter_report import IndicatorReported, QuarterReport
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.period import Period
from setara.domain.foundation.sex import Sex
from setara.domain.statistics.observation import Nothing, Value
from setara.usecases.budget.quarter_reports import report_quarter
from setara.usecases.statistics.commands import (
    NewObservation,
    cite_source,
    record_observations,
)
from tests.usecases.budget.books import ANALYSED, book, take_in

SIGNED = 1
YEAR = 2026
APRIL = datetime(2026, 4, 10, 2, 0, tzinfo=UTC)
MAY = datetime(2026, 5, 20, 2, 0, tzinfo=UTC)
NEXT_YEAR = datetime(2027, 2, 1, 2, 0, tzinfo=UTC)
NONE = Nothing.NOT_REPORTED


def trained(women: Value, men: Value, *, source: str = "Daftar hadir") -> IndicatorReported:
    """The output of the practice GAP: people who got a business number in their own name."""
    return IndicatorReported(1, women, men, NONE, source)


def report(
    by: Actor,
    quarter: Quarter,
    *indicators: IndicatorReported,
    at: datetime = APRIL,
    edition: int = 0,
    reason: str = "",
    **more: object,
) -> int:
    """Report a quarter of the practice GAP."""
    told = QuarterReport(quarter, indicators=indicators, **more)
    return report_quarter(
        by=by, at=at, pathway_id=SIGNED, report=told, edition=edition, reason=reason
    )


def realised(by: Actor, month: int, spent: str, planned: str = "685.250.000") -> int:
    """A realisation of the practice GAP's sub kegiatan up to a month."""
    content = book([*ANALYSED, planned, spent])
    return take_in(
        by, content, year=YEAR, phase=BudgetPhase.REALISATION, sequence=month, name="realisasi.csv"
    )


def record_later(by: Actor, year: int, women: str, men: str, element: str = "TK07") -> None:
    """Figures of the register for a later year."""
    source_id = cite_source(by=by, at=APRIL, publisher="BPS", document=f"Angka {year}")
    record_observations(
        by=by,
        at=APRIL,
        element_code=element,
        source_id=source_id,
        figures=[
            NewObservation("64.01", Period.year(year), sex, Decimal(value))
            for sex, value in ((Sex.FEMALE, women), (Sex.MALE, men))
        ],
    )
