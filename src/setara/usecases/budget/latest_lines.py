"""Where sub kegiatan stand in the latest budget that their agency is in."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from setara.domain.budget.activity import normal_form
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.money import Rupiah
from setara.domain.language.text import Text
from setara.store.models import BudgetLineRecord
from setara.usecases.budget.activity_lines import ActivityOfYear, spellings
from setara.usecases.budget.recap_books import books_by_year, named


@dataclass(frozen=True, slots=True)
class LatestLine:
    """A sub kegiatan in its agency's latest budget; `amount` is None where it is not in it."""

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
        version__in={version.pk for version in wanted.values()},
        code__in=spellings(code for _, _, code in wanted),
    )
    lines = {
        (row.version_id, row.agency_id, normal_form(row.code)): row for row in rows.order_by("pk")
    }
    found = {}
    for key, version in wanted.items():
        line = lines.get((version.pk, key[1], key[2]))
        found[key] = LatestLine(
            version.pk,
            named(version),
            None if line is None else Rupiah(line.amount),
            None if line is None else line.pk,
        )
    return found
