"""What counts in each of the ways: approved statements, their actions, and tags."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from setara.domain.budget.allocation import AllocationCategory
from setara.domain.budget.numerators import NO_ACTION_MONEY, NO_TAGS, Numerator
from setara.domain.budget.reading.line import Amount
from setara.domain.budget.statement import APPROVED_STATES
from setara.domain.budget.tagging.tag import tagged_money
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.money import Rupiah
from setara.domain.language.text import Text
from setara.store.models import (
    BudgetLineRecord,
    BudgetTagRecord,
    DeclinedLineRecord,
    StatementRecord,
)
from setara.usecases.budget.columns import as_rule_sees_it
from setara.usecases.budget.tag_grounds import ActivityKey, tag_of
from setara.usecases.foundation.access import visible


@dataclass(frozen=True, slots=True)
class Counted:
    """A sub kegiatan that counts, on the line it was decided on.

    `actions` is the money of its actions, `tag` the tag that stands; None where not asked.
    """

    line: BudgetLineRecord
    category: AllocationCategory
    actions: Rupiah | None = None
    tag: BudgetTagRecord | None = None

    def money(
        self, whole: Rupiah, numerator: Numerator, parts: Mapping[str, Amount]
    ) -> tuple[Rupiah, Rupiah | None]:
        """Gross and weighted, out of the sub-activity's money and lines in the latest book."""
        if numerator is Numerator.ACTIONS and self.actions is not None:
            return min(self.actions, whole), None
        if numerator is Numerator.WEIGHTED and self.tag is not None:
            found = tagged_money(tag_of(self.tag), whole, parts)
            return found.gross, found.weighted
        return whole, None


ByYear = dict[int, dict[ActivityKey, Counted]]


def approved(by: Actor) -> ByYear:
    """The approved statements by year, agency and code; of several the one approved last.

    A sub-activity whose statement stands on an earlier book of the year counts too, and once.
    Cost: one query.
    """
    rows = visible(
        by,
        StatementRecord.objects.filter(state__in=APPROVED_STATES)
        .select_related("line__version", "pathway")
        .order_by("approved_at", "pk"),
    )
    found: ByYear = {}
    for row in rows:
        line = row.line
        found.setdefault(line.version.year, {})[line.agency_id, line.code] = Counted(
            line, AllocationCategory(row.category), as_rule_sees_it(row.pathway).action_money
        )
    return found


def tagged(by: Actor) -> ByYear:
    """The tags that stand by year, agency and code, as the latest stage with a decision has it.

    A tag withdrawn there, or a line declined there, ends what an earlier stage said; a bulk undone
    decided nothing. Cost: two queries.
    """
    decided: dict[int, dict[ActivityKey, list[BudgetTagRecord | None]]] = {}
    latest: dict[tuple[int, ActivityKey], tuple[int, int]] = {}
    for tag in _decisions(by):
        line = tag.line
        stage, key = line.version.stage, (line.agency_id, line.code)
        if not stage.phase.is_plan:
            continue
        of_year = decided.setdefault(line.version.year, {})
        if stage.order > latest.get((line.version.year, key), (-1, -1)):
            latest[line.version.year, key], of_year[key] = stage.order, []
        if stage.order == latest[line.version.year, key]:
            standing = isinstance(tag, BudgetTagRecord) and tag.withdrawn_at is None
            of_year[key].append(tag if standing else None)  # type: ignore[arg-type]
    return {
        year: {
            key: Counted(tag.line, AllocationCategory(tag.category), tag=tag)
            for key, found in of_year.items()
            for tag in found
            if tag is not None
        }
        for year, of_year in decided.items()
    }


def _decisions(by: Actor) -> Iterator[BudgetTagRecord | DeclinedLineRecord]:
    tags = BudgetTagRecord.objects.exclude(batch__undone_at__isnull=False)
    declined = DeclinedLineRecord.objects.filter(withdrawn_at__isnull=True)
    through, beside = "line__version__government", ("line__version", "line__agency")
    yield from visible(by, tags.defer("need", "answers").select_related(*beside), through=through)
    yield from visible(by, declined.select_related(*beside), through=through)


def missing(numerator: Numerator, counted: Mapping[ActivityKey, Counted]) -> Text | None:
    """Why the way gives nothing for the year; None where it does."""
    if numerator is Numerator.WEIGHTED and not counted:
        return NO_TAGS
    if numerator is Numerator.ACTIONS:
        without = _without_money(counted.values())
        if without:
            return NO_ACTION_MONEY.filled(missing=without, all=len(counted))
    return None


def _without_money(counted: Iterable[Counted]) -> int:
    return sum(each.actions is None for each in counted)
