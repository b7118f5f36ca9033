"""The difference between two versions within one sub kegiatan, out of their details."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from setara.domain.budget.differences import VersionLine
from setara.domain.budget.line_differences import (
    AccountDifference,
    PartDifference,
    by_account,
    part_differences,
)
from setara.domain.budget.tagging.parts import PartLine
from setara.domain.foundation.actor import Actor
from setara.domain.language.text import Text
from setara.store.models import BudgetLineRecord
from setara.usecases.budget.queries import VersionAnswer
from setara.usecases.budget.tag_parts import parts_of
from setara.usecases.budget.version_differences import DifferingLine, budget_differences
from setara.usecases.foundation.access import NotFound

ACTIVITY = Text("Sub kegiatan itu", "That sub-activity")


@dataclass(frozen=True, slots=True)
class ActivityDifference:
    """One sub kegiatan in two versions with its lines; nothing in `lines` where no book has any.

    `is_told` says of each version whether its book has lines within the sub kegiatan.
    """

    before: VersionAnswer
    after: VersionAnswer
    line: DifferingLine
    lines: tuple[PartDifference, ...]
    accounts: tuple[AccountDifference, ...]
    is_told: tuple[bool, bool]


def activity_difference(
    *, by: Actor, before_id: int, after_id: int, agency: str, code: str, today: date
) -> ActivityDifference:
    """What changed within a sub kegiatan, named by its agency's code and its own.

    It is looked for in the later version and then in the earlier one, under which it may have
    another code. Raises NotFound. Cost: that of `budget_differences`, and two scans of details.
    """
    answer = budget_differences(by=by, before_id=before_id, after_id=after_id, today=today)
    key = (agency, code)
    found = next((each for each in answer.lines if each.after and each.after.key == key), None)
    found = found or next(
        (each for each in answer.lines if each.before and each.before.key == key), None
    )
    if found is None:
        raise NotFound(ACTIVITY)
    before, after = _parts(before_id, found.before), _parts(after_id, found.after)
    lines = part_differences(before, after)
    return ActivityDifference(
        before=answer.before,
        after=answer.after,
        line=found,
        lines=lines,
        accounts=by_account(lines),
        is_told=(bool(before) or found.before is None, bool(after) or found.after is None),
    )


def _parts(version_id: int, line: VersionLine | None) -> tuple[PartLine, ...]:
    if line is None:
        return ()
    row = BudgetLineRecord.objects.select_related("agency", "version").get(
        version_id=version_id, agency__code=line.agency, code=line.code
    )
    return parts_of(row.version, [row]).get(row.pk, ())
