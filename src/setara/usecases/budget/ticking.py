"""The budget a GAP's actions are paid from: its latest version with lines, and who takes what."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from setara.domain.budget.pathway import Pathway, PathwayState
from setara.domain.budget.phase import Stage
from setara.domain.budget.reading.line import whole
from setara.domain.budget.tagging.parts import part_keys
from setara.domain.budget.ticked_lines import BudgetedLine, allocated
from setara.domain.foundation.money import Rupiah
from setara.domain.language.text import Language
from setara.store.lake.detail_queries import details_of
from setara.store.models import BudgetLineRecord, PathwayRecord
from setara.usecases.budget.columns import as_rule_sees_it
from setara.usecases.budget.details import detail_files

LIVE = (PathwayState.DRAFT, PathwayState.SIGNED)


@dataclass(frozen=True, slots=True)
class ActivityBudget:
    """The lines of one sub kegiatan in one version, by key in the order of the file."""

    stage: Stage
    year: int
    version_id: int
    file_name: str
    is_sample: bool
    amount: Rupiah
    lines: dict[str, BudgetedLine]

    @property
    def source(self) -> str:
        """Which document it is, as a printed reference: `DPA 2026 (dpa-2026.xlsx)`."""
        return f"{self.stage.name.say(Language.INDONESIAN)} {self.year} ({self.file_name})"


def budget_of(record: PathwayRecord) -> ActivityBudget | None:
    """The sub kegiatan in the latest stage of the year that has lines within it.

    None where no book has any. Cost: one query, and one more with a scan for each stage that has
    none.
    """
    rows = BudgetLineRecord.objects.filter(
        version__government=record.government_id,
        agency=record.agency_id,
        code=record.activity_code,
        version__year=record.year,
        book__withdrawn_at__isnull=True,
    ).select_related("version", "agency", "book__file")
    plans = [row for row in rows if row.version.stage.phase.is_plan]
    for row in sorted(plans, key=lambda row: row.version.stage.order, reverse=True):
        lines = _lines(row)
        if lines:
            return _budget(row, lines)
    return None


def _budget(row: BudgetLineRecord, lines: dict[str, BudgetedLine]) -> ActivityBudget:
    return ActivityBudget(
        stage=row.version.stage,
        year=row.version.year,
        version_id=row.version_id,
        file_name=row.book.file.name,
        is_sample=row.book.is_sample,
        amount=Rupiah(row.amount),
        lines=lines,
    )


def _lines(row: BudgetLineRecord) -> dict[str, BudgetedLine]:
    """Empty where the sub kegiatan is the lowest line of its book."""
    files = detail_files(row.version).values()
    details = details_of(files, [(row.agency.code, row.code)])
    if not any(detail.account for detail in details) and len(details) < 2:  # noqa: PLR2004
        return {}
    keys = part_keys((detail.account, detail.text) for detail in details)
    return {
        key: BudgetedLine(
            key=key,
            account=detail.account,
            account_name=detail.account_name,
            text=detail.text or detail.account_name or detail.account,
            amount=Rupiah(whole(detail.amount or 0)),
            row=detail.row,
        )
        for key, detail in zip(keys, details, strict=True)
    }


def taken_elsewhere(record: PathwayRecord) -> dict[str, Rupiah]:
    """What other GAPs on the same sub kegiatan and year take of each line, by its key.

    A GAP and the draft that revises it are one, which takes the more of both. Cost: one query.
    """
    others = PathwayRecord.objects.filter(
        government=record.government_id,
        agency=record.agency_id,
        year=record.year,
        activity_code=record.activity_code,
        state__in=LIVE,
    ).exclude(pk__in=[record.pk, record.replaces_id or 0])
    rows = [other for other in others if other.replaces_id != record.pk]
    known = {row.pk for row in rows}
    chains: dict[int, Counter[str]] = {}
    for row in rows:
        chain = row.replaces_id if row.replaces_id in known else row.pk
        # The union of counters takes the greater of each.
        chains[chain or row.pk] = chains.get(chain or row.pk, Counter()) | _taken(row)
    return {key: Rupiah(amount) for key, amount in sum(chains.values(), Counter()).items()}


def _taken(row: PathwayRecord) -> Counter[str]:
    found: Counter[str] = Counter()
    for action in as_rule_sees_it(row).actions:
        for line in action.lines:
            found[line.key] += line.taken.amount
    return found


def matched(record: PathwayRecord, pathway: Pathway) -> Pathway:
    """The actions paid by the budget of today: found again, none counted beyond its amount.

    Where no book of the year has lines any more, none is found.

    Cost: none where nothing is ticked, else those of `budget_of` and `taken_elsewhere`.
    """
    ticks = [action.lines for action in pathway.actions]
    if not any(ticks):
        return pathway
    budget = budget_of(record)
    lines, source = (budget.lines, budget.source) if budget else ({}, "")
    found = allocated(ticks, lines, source, taken_elsewhere(record))
    paid = (action.paid_by(lines) for action, lines in zip(pathway.actions, found, strict=True))
    return replace(pathway, actions=tuple(paid))
