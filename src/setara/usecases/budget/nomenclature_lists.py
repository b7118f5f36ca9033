"""The lists of a government as a budget is held against them: its own, and what is shipped."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from setara.domain.budget.carry_over import Entry
from setara.domain.budget.nomenclature.checking import Written, YearList, by_key, unlisted
from setara.domain.budget.nomenclature.entry import territory_of
from setara.domain.budget.nomenclature.shipped import shipped_lists
from setara.domain.budget.reading.findings import ReadingFinding
from setara.domain.budget.reading.reading import BudgetReading
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import require
from setara.store.models import (
    BudgetLineRecord,
    BudgetVersionRecord,
    GovernmentRecord,
    NomenclatureEntryRecord,
    NomenclatureRecord,
)
from setara.usecases.budget.nomenclature_reading import written_in
from setara.usecases.budget.queries import VERSION, VersionAnswer, listed
from setara.usecases.foundation.access import NotFound, government_of, one, visible


@dataclass(frozen=True, slots=True)
class CheckedAnswer:
    """A kept book held against the nomenclature of its year, as it is known today.

    `decrees` are the lists it was held against, none where the year has none.
    """

    version: VersionAnswer
    decrees: tuple[YearList, ...]
    findings: tuple[ReadingFinding, ...]


def checked_version(*, by: Actor, version_id: int) -> CheckedAnswer:
    """What the nomenclature says of a kept book. Raises NotFound. Cost: six queries."""
    require(by.may(Permission.READ_RECORDS))
    row = one(by, BudgetVersionRecord.objects.all(), version_id, what=VERSION)
    version = next((each for each in listed(by=by) if each.version_id == row.pk), None)
    if version is None:
        raise NotFound(VERSION)
    lines = BudgetLineRecord.objects.filter(version=row).order_by("row")
    written = [Written(*each) for each in lines.values_list("row", "code", "name")]
    lists = year_lists(by, row.year)
    here = tuple(each for each in lists if each.holds_in(row.year))
    return CheckedAnswer(version, here, unlisted(written, lists, year=row.year))


def doubts_of(by: Actor, book: BudgetReading, year: int) -> tuple[ReadingFinding, ...]:
    """What the nomenclature of the year says of a book that is being taken in.

    Cost: three queries, and each distinct code once.
    """
    return unlisted(written_in(book), year_lists(by, year), year=year)


def year_lists(by: Actor, year: int) -> tuple[YearList, ...]:
    """Every list to hold a book against; a loaded one takes the place of the shipped part.

    Cost: three queries; loading all entries of three decrees takes about a tenth of a second.
    """
    place = GovernmentRecord.objects.values_list("place__code", flat=True).get(pk=government_of(by))
    rows = visible(by, NomenclatureRecord.objects.filter(withdrawn_at__isnull=True))
    records = list(rows.filter(territory=territory_of(place)).order_by("first_year"))
    entries: dict[int, list[Entry]] = defaultdict(list)
    found = NomenclatureEntryRecord.objects.filter(nomenclature__in=records)
    for pk, code, name in found.values_list("nomenclature_id", "code", "name"):
        entries[pk].append(Entry(code, name))
    own = tuple(
        YearList(
            decree=row.decree,
            first_year=row.first_year,
            last_year=row.last_year,
            entries=by_key(entries[row.pk]),
            is_sure=row.is_sure,
        )
        for row in records
    )
    if any(each.holds_in(year) for each in own):
        return own
    return (*own, *shipped_lists())
