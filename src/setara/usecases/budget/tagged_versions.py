"""The tagged money (ARG) of a whole version, for the difference between two."""

from __future__ import annotations

from dataclasses import dataclass

from setara.domain.budget.tagging.tag import TaggedMoney, TagScope, tagged_money
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.money import Rupiah, total
from setara.store.models import BudgetTagRecord, BudgetVersionRecord
from setara.usecases.budget.queries import VERSION
from setara.usecases.budget.tag_grounds import tag_of
from setara.usecases.budget.tag_parts import amounts, parts_of
from setara.usecases.foundation.access import one


@dataclass(frozen=True, slots=True)
class TaggedVersion:
    """How many lines of a version bear a tag, and their money."""

    lines: int
    money: TaggedMoney


def tagged_version(by: Actor, version_id: int) -> TaggedVersion:
    """The tags that stand on a version. Raises NotFound.

    Cost: two queries, and a scan of the details where chosen lines are tagged.
    """
    version = one(by, BudgetVersionRecord.objects.all(), version_id, what=VERSION)
    tags = list(
        BudgetTagRecord.objects.filter(
            line__version=version, withdrawn_at__isnull=True
        ).select_related("line__agency")
    )
    parts = parts_of(version, [tag.line for tag in tags if tag.scope == TagScope.LINES])
    money = [
        tagged_money(tag_of(tag), Rupiah(tag.line.amount), amounts(parts.get(tag.line_id, ())))
        for tag in tags
    ]
    return TaggedVersion(
        len(tags),
        TaggedMoney(total(each.gross for each in money), total(each.weighted for each in money)),
    )
