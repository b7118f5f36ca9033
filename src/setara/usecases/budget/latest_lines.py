"""Where what is analysed stands in the latest budget that their agency is in."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.money import Rupiah, total
from setara.domain.language.text import Text
from setara.store.models import BudgetLineRecord
from setara.usecases.budget.activity_lines import ActivityOfYear, by_activity, lies_within
from setara.usecases.budget.recap_books import books_by_year, named


@dataclass(frozen=True, slots=True)
class LatestLine:
    """What is analysed in its agency's latest budget; `amount` is None where it is not in it.

    `line_id` is None also where it is more than one line, of which `amount` is the sum.
    """

    version_id: int
    book_name: Text
    amount: Rupiah | None = None
    line_id: int | None = None


def latest_lines(
    by: Actor, activities: Collection[ActivityOfYear]
) -> dict[ActivityOfYear, LatestLine]:
    """The latest lines of the activities; those of years without a budget are left out.

    Cost: three queries.
    """
    books = books_by_year(by)
    wanted = {key: books[key[0]].current_of(key[1]) for key in activities if key[0] in books}
    rows = BudgetLineRecord.objects.filter(
        lies_within(wanted), version__in={version.pk for version in wanted.values()}
    )
    lines = by_activity(rows.select_related("version").order_by("pk"), wanted)
    found = {}
    for key, version in wanted.items():
        own = [line for line in lines.get(key, ()) if line.version_id == version.pk]
        found[key] = LatestLine(
            version.pk,
            named(version),
            total(Rupiah(line.amount) for line in own) if own else None,
            own[0].pk if len(own) == 1 else None,
        )
    return found
