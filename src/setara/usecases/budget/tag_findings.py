"""What is doubtful about stored tags, with everything the rules of over-tagging ask."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.db.models import QuerySet

from setara.domain.budget.tagging.overtagging import TagFinding, above_codes, overtagged
from setara.domain.budget.tagging.tag import TagScope
from setara.domain.foundation.actor import Actor
from setara.store.models import BudgetTagRecord, BudgetVersionRecord
from setara.usecases.budget.tag_grounds import ActivityKey, activity_of, behind_of
from setara.usecases.budget.tag_parts import money_of
from setara.usecases.foundation.access import visible


def findings_of(
    by: Actor, version: BudgetVersionRecord, tags: Sequence[BudgetTagRecord]
) -> dict[int, tuple[TagFinding, ...]]:
    """What is doubtful about standing tags of a version, by their line.

    Cost: four queries and one scan of the details however many tags; `with_grounds` must have
    loaded them.
    """
    if not tags:
        return {}
    # A kegiatan and its sub kegiatan may stand on different pages of the screen.
    judged = [*_above(version, tags), *tags]
    before = _before(by, judged, version.year)
    behind = behind_of({tag.issue for tag in judged if tag.issue})
    whole = [tag.line for tag in judged if tag.scope == TagScope.WHOLE]
    money = money_of(version, whole)
    found: dict[int, list[TagFinding]] = {}
    seen = [
        activity_of(
            tag,
            tag.carried_from or before.get(_key(tag)),
            behind=behind.get(tag.issue_id or 0),
            parts=money.get(tag.line_id, {}),
        )
        for tag in judged
    ]
    for finding in overtagged(seen):
        found.setdefault(judged[finding.place].line_id, []).append(finding)
    return {tag.line_id: tuple(found.get(tag.line_id, ())) for tag in tags}


def with_grounds(rows: QuerySet[BudgetTagRecord]) -> QuerySet[BudgetTagRecord]:
    """The tags with everything the rules ask of them."""
    carried = (f"carried_from__{each}" for each in ("line", "issue", "pathway"))
    return rows.select_related(
        "line__agency", "issue__element", "issue__place", "pathway", *carried
    )


def _key(tag: BudgetTagRecord) -> ActivityKey:
    return tag.line.agency_id, tag.line.code


def _above(version: BudgetVersionRecord, tags: Iterable[BudgetTagRecord]) -> list[BudgetTagRecord]:
    """Tags of what the tagged lines are part of, beside those given."""
    keys = {_key(tag) for tag in tags}
    codes = {(agency, above) for agency, code in keys for above in above_codes(code)} - keys
    rows = BudgetTagRecord.objects.filter(
        line__version=version,
        withdrawn_at__isnull=True,
        line__code__in={code for _, code in codes},
    )
    return [tag for tag in with_grounds(rows).order_by("pk") if _key(tag) in codes]


def _before(
    by: Actor, tagged: Sequence[BudgetTagRecord], year: int
) -> dict[ActivityKey, BudgetTagRecord]:
    """Last year's tag of the same sub kegiatan of the same agency, from the latest book."""
    rows = visible(by, BudgetTagRecord.objects.all(), through="line__version__government").filter(
        withdrawn_at__isnull=True,
        line__version__year=year - 1,
        line__code__in={tag.line.code for tag in tagged},
    )
    ordered = with_grounds(rows).order_by("line__book__imported_at", "pk")
    return {_key(tag): tag for tag in ordered}
