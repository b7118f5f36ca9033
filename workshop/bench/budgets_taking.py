"""The government whose budget W4 takes in, and the taking in."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from time import perf_counter

from django.core.management import call_command

import setara.formats.flat_columns  # noqa: F401 -- loaded before the clock starts, as peers' are
from setara.domain.budget.phase import BudgetPhase
from setara.domain.foundation.actor import Actor, SeatTaken
from setara.domain.foundation.seat import Capacity, SeatKind
from setara.store.models import BudgetDetailRecord, GovernmentRecord
from setara.usecases.budget import intake
from setara.usecases.budget.reading import read_file
from setara.usecases.foundation.actors import OPERATOR
from setara.usecases.foundation.agencies import found_agency
from setara.usecases.foundation.commands import found_government
from workshop.bench.budget_ground import YEAR, agencies

AT = datetime(2025, 6, 16, 2, tzinfo=UTC)


@dataclass(frozen=True)
class Taken:
    """Seconds of the whole intake, and CPU of the reading in it."""

    cpu: float
    wall: float
    reading: float


def lay() -> None:
    """A government with the agencies the budget names."""
    call_command("migrate", verbosity=0)
    government = found_government(
        by=OPERATOR, at=AT, place_code="64.01", name="Paser", is_practice=True
    )
    secretary = _seated(government, SeatKind.SECRETARY)
    for code, name in agencies():
        found_agency(
            by=secretary,
            at=AT,
            code=code,
            name=name,
            short_name=name,
            valid_from=date(2017, 1, 1),
        )


def _seated(government: int, kind: SeatKind) -> Actor:
    seats = (SeatTaken(kind, Capacity.HOLDER),)
    return Actor("Dian", government_id=government, account_id=0, seats=seats)


def take(path: Path, lines: int) -> Taken:
    """Take the file in. Raises OSError where not every line was kept."""
    reading = 0.0

    def timed(**given: object) -> object:
        nonlocal reading
        started = _cpu()
        read = read_file(**given)  # type: ignore[arg-type]
        reading = _cpu() - started
        return read

    intake.read_file = timed  # type: ignore[assignment,attr-defined]
    cpu, wall = _cpu(), perf_counter()
    intake.import_budget(
        by=_seated(GovernmentRecord.objects.get().pk, SeatKind.DRIVER_FINANCE),
        at=AT,
        year=YEAR,
        phase=BudgetPhase.DPA,
        name=path.name,
        content=path.read_bytes(),
    )
    taken = Taken(_cpu() - cpu, perf_counter() - wall, reading)
    kept = BudgetDetailRecord.objects.get().lines
    if kept != lines:
        message = f"only {kept} lines were kept"
        raise OSError(message)
    return taken


def _cpu() -> float:
    """CPU of this process and of those it started."""
    return sum(os.times()[:4])
