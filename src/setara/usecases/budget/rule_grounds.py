"""What the rules of substance are given besides a GAP: switches, other GAPs, the budget."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Q

from setara.domain.budget.finding import Finding
from setara.domain.budget.pathway import OVER, Pathway
from setara.domain.budget.substance import findings
from setara.domain.budget.weak_words import OtherPathway
from setara.domain.foundation.money import Rupiah, total
from setara.store.models import PathwayRecord, RuleSwitchRecord
from setara.usecases.budget.activity_lines import activity_of, latest_plan_of, plan_lines


def judged(record: PathwayRecord, pathway: Pathway, today: date) -> tuple[Finding, ...]:
    """Every finding about a stored GAP, `pathway` being what the rules see of it.

    Cost: four queries, and about 0.1 ms for each other GAP of the government.
    """
    return findings(
        pathway,
        today=today,
        others=others_of(record),
        off=switched_off(record.government_id),
        budget=budget_of(record),
    )


def switched_off(government_id: int | None) -> frozenset[str]:
    """The rules a government has switched off. Cost: one query."""
    rows = RuleSwitchRecord.objects.filter(government_id=government_id, is_off=True)
    return frozenset(rows.values_list("rule", flat=True))


def others_of(record: PathwayRecord) -> Iterator[OtherPathway]:
    """The government's other GAPs that are not over; not those of the same revision.

    Only texts are read, not whole pathways. Cost: one query.
    """
    rows = PathwayRecord.objects.filter(government_id=record.government_id)
    rows = rows.exclude(Q(pk__in=[record.pk, record.replaces_id or 0]) | Q(replaces=record.pk))
    rows = rows.exclude(state__in=OVER)
    told = rows.values_list(
        "pk", "activity_code", "activity_name", "year", "columns", "reformulated_objective"
    )
    for pk, code, name, year, columns, objective in told.iterator():
        yield OtherPathway(
            name=f"GAP {pk}, {code} {name}, {year}",
            texts=tuple(_texts(columns, objective)),
            is_followed=pk == record.follows_id,
        )


def budget_of(record: PathwayRecord) -> Rupiah | None:
    """What is analysed has in the latest plan of its agency, None where it is not in that.

    Cost: two queries.
    """
    key = activity_of(record)
    stage = latest_plan_of(record.agency_id, record.year)
    lines = plan_lines([key]).get(key, {}).get(stage) if stage else None
    return total(Rupiah(line.amount) for line in lines) if lines else None


def _texts(columns: dict[str, list[dict[str, Any]]], objective: str) -> Iterator[str]:
    """What `texts_of` gives, straight from the stored columns."""
    yield from (row["text"] for row in columns.get("factors", []))
    yield from (row["text"] for row in columns.get("causes", []))
    yield objective
    yield from (row["text"] for row in columns.get("actions", []))
