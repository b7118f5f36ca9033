"""Which agencies answer for a follow-up today, after mergers and splits."""

from __future__ import annotations

from datetime import date

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.agency import answers_today
from setara.store.models import AgencyRecord, AgencySuccessionRecord, FollowUpRecord


def answering_codes(row: FollowUpRecord, today: date) -> frozenset[str]:
    """The codes of today's agencies behind the lead and the contributors. Cost: one query."""
    arrows = AgencySuccessionRecord.objects.filter(
        predecessor__government_id=row.lead.government_id
    ).select_related("predecessor", "successor")
    successions = [arrow.as_rule_sees_it() for arrow in arrows.order_by("pk")]
    found: frozenset[str] = frozenset()
    for code in row.as_rule_sees_it().agencies:
        found |= answers_today(code, successions, today)
    return found


def own_codes(by: Actor) -> frozenset[str]:
    """The codes of the agencies the actor has a seat in. Cost: one query."""
    rows = AgencyRecord.objects.filter(pk__in=by.agency_ids)
    return frozenset(rows.values_list("code", flat=True))
