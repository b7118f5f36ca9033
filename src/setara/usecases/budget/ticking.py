"""The budget a GAP's actions are paid from: its latest version with lines, and who takes what."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from setara.domain.budget.activity import is_above_sub_activity, is_within, normal_form
from setara.domain.budget.pathway import Pathway, PathwayState
from setara.domain.budget.phase import Stage
from setara.domain.budget.reading.line import whole
from setara.domain.budget.tagging.parts import part_keys
from setara.domain.budget.ticked_lines import BudgetedLine, allocated
from setara.domain.foundation.money import Rupiah, total
from setara.domain.language.text import Language
from setara.store.lake.detail_queries import details_of
from setara.store.models import BudgetLineRecord, PathwayRecord
from setara.usecases.budget.activity_lines import activity_of, plan_lines
from setara.usecases.budget.columns import as_rule_sees_it
from setara.usecases.budget.details import detail_files

_MARK = "|"
LIVE = (PathwayState.DRAFT, PathwayState.SIGNED)


@dataclass(frozen=True, slots=True)
class ActivityBudget:
    """The lines of what is analysed in one version, by key in the order of the file."""

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
    """What is analysed in the latest stage of the year that has lines within it.

    None where no book has any. Cost: two queries, and one more with a scan for each stage that has
    none.
    """
    key = activity_of(record)
    for rows in reversed(plan_lines([key]).get(key, {}).values()):
        lines = _lines(record, rows)
        if lines:
            return _budget(rows, lines)
    return None


def _budget(rows: list[BudgetLineRecord], lines: dict[str, BudgetedLine]) -> ActivityBudget:
    version = rows[0].version
    return ActivityBudget(
        stage=version.stage,
        year=version.year,
        version_id=version.pk,
        file_name=", ".join(dict.fromkeys(row.book.file.name for row in rows)),
        is_sample=any(row.book.is_sample for row in rows),
        amount=total(Rupiah(row.amount) for row in rows),
        lines=lines,
    )


def _lines(record: PathwayRecord, rows: list[BudgetLineRecord]) -> dict[str, BudgetedLine]:
    """Empty where the sub kegiatan are the lowest lines of their book."""
    files = detail_files(rows[0].version).values()
    details = details_of(files, [(row.agency.code, row.code) for row in rows])
    if not any(detail.account for detail in details) and len(details) <= len(rows):
        return {}
    is_wide = is_above_sub_activity(normal_form(record.activity_code))
    found = {}
    for row in rows:
        own = [detail for detail in details if detail.activity == row.code]
        keys = part_keys((detail.account, detail.text) for detail in own)
        for part, detail in zip(keys, own, strict=True):
            text = detail.text or detail.account_name or detail.account
            key = _whole_key(row.code, part) if is_wide else part
            found[key] = BudgetedLine(
                key=key,
                account=detail.account,
                account_name=detail.account_name,
                text=f"{text} ({row.code})" if is_wide else text,
                amount=Rupiah(whole(detail.amount or 0)),
                row=detail.row,
            )
    return found


def taken_elsewhere(record: PathwayRecord) -> dict[str, Rupiah]:
    """What other GAPs on the same sub kegiatan and year take of each line, by its key.

    A GAP on the kegiatan around it, or on one within, counts as well. A GAP and the draft that
    revises it are one, which takes the more of both. Cost: one query.
    """
    code = normal_form(record.activity_code)
    others = PathwayRecord.objects.filter(
        government=record.government_id,
        agency=record.agency_id,
        year=record.year,
        state__in=LIVE,
    ).exclude(pk__in=[record.pk, record.replaces_id or 0])
    rows = [other for other in others if other.replaces_id != record.pk]
    known = {row.pk for row in rows}
    chains: dict[int, Counter[str]] = {}
    for row in rows:
        chain = row.replaces_id if row.replaces_id in known else row.pk
        # The union of counters takes the greater of each.
        chains[chain or row.pk] = chains.get(chain or row.pk, Counter()) | _taken(row)
    before = "" if is_above_sub_activity(code) else _whole_key(code, "")
    return {
        key.removeprefix(before): Rupiah(amount)
        for key, amount in sum(chains.values(), Counter()).items()
        if key.startswith(before) and is_within(key.partition(_MARK)[0], code)
    }


def _whole_key(code: str, part: str) -> str:
    """A line's key within a kegiatan, whose sub kegiatan may have lines alike."""
    return f"{normal_form(code)}{_MARK}{part}"


def _taken(row: PathwayRecord) -> Counter[str]:
    code = normal_form(row.activity_code)
    found: Counter[str] = Counter()
    for action in as_rule_sees_it(row).actions:
        for line in action.lines:
            key = line.key if is_above_sub_activity(code) else _whole_key(code, line.key)
            found[key] += line.taken.amount
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
