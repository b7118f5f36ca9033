"""Pathways to judge: one in which nothing is weak, and those of the case file."""

from __future__ import annotations

import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from setara.domain.budget.datum import Aspect, Datum
from setara.domain.budget.pathway import (
    Action,
    Baseline,
    Cause,
    CauseSide,
    Factor,
    FactorNote,
    Indicator,
    IndicatorLevel,
    Pathway,
)
from setara.domain.foundation.actor import Actor, SeatTaken
from setara.domain.foundation.period import Period
from setara.domain.foundation.seat import AGENCY_SEATS, Capacity, SeatKind
from setara.domain.foundation.sex import Sex
from setara.domain.language.text import same
from setara.domain.statistics.element import Polarity, PopulationType

TODAY = date(2025, 6, 16)
AGENCY = 7
CASES_FILE = Path(__file__).parents[2] / "cases/budget/pathways.toml"
CASES: dict[str, Any] = tomllib.loads(CASES_FILE.read_text(encoding="utf-8"), parse_float=Decimal)


def datum(key: int, label: str, **given: Any) -> Datum:
    """A datum of counts of the year before, with a source."""
    given = {name: Decimal(v) if isinstance(v, int) else v for name, v in given.items()}
    return Datum(
        key=key,
        label=same(label),
        unit=given.pop("unit", same("orang")),
        period=given.pop("period", Period.year(2024)),
        source=given.pop("source", "Dinas Pertanian"),
        population_type=PopulationType.PARTICIPANTS,
        polarity=given.pop("polarity", Polarity.HIGHER_IS_BETTER),
        **given,
    )


def exemplar() -> Pathway:
    """The farmers' groups of the case file, all nine columns filled."""
    case = CASES["exemplar"]
    return Pathway(
        agency_id=AGENCY,
        year=2026,
        activity_code=case["code"],
        activity_name=case["name"],
        objective=case["objective"],
        data=tuple(
            datum(number, row["label"], female=row["P"], male=row["L"])
            for number, row in enumerate(case["data"], start=1)
        ),
        factors=tuple(
            FactorNote(Factor(row["factor"]), row["text"], row.get("datum"))
            for row in case["factors"]
        ),
        causes=tuple(
            Cause(number, CauseSide(row["side"]), row["text"])
            for number, row in enumerate(case["causes"], start=1)
        ),
        reformulated_objective=case["reformulated"],
        actions=tuple(
            Action(number, row["text"], tuple(row["answers"]))
            for number, row in enumerate(case["actions"], start=1)
        ),
        baselines=tuple(
            Baseline(number, row["datum"], Sex(row["sex"]), Aspect.SHARE)
            for number, row in enumerate(case["baselines"], start=1)
        ),
        indicators=tuple(
            Indicator(
                number,
                IndicatorLevel(row["level"]),
                row["text"],
                "%",
                Decimal(row["target"]),
                number,
            )
            for number, row in enumerate(case["indicators"], start=1)
        ),
    )


def sitting(kind: SeatKind, agency_id: int = AGENCY, account_id: int = 1) -> Actor:
    """Somebody in that seat, of that agency where the seat has one."""
    agency = agency_id if kind in AGENCY_SEATS else None
    seat = SeatTaken(kind, Capacity.HOLDER, agency, 1)
    return Actor(name="Sari", government_id=1, account_id=account_id, seats=(seat,))
