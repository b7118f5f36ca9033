"""The lines of a recapitulation: each counted sub kegiatan with its money in the year's books."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from setara.domain.budget.missions import MissionPlan
from setara.domain.budget.numerators import Numerator
from setara.domain.budget.reading.line import Amount, whole
from setara.domain.budget.recap import RecapLine
from setara.domain.budget.recap_year import Whereabouts, sliced
from setara.domain.budget.tagging.tag import TagScope
from setara.domain.budget.whereabouts import NOWHERE, PlaceNames, completed
from setara.domain.foundation.money import Rupiah
from setara.store.lake.budget_sums import place_sums, rupiah_of
from setara.store.models import BudgetLineRecord, BudgetVersionRecord
from setara.usecases.budget.recap_agencies import AgencyFacts
from setara.usecases.budget.recap_books import YearBooks
from setara.usecases.budget.recap_counting import Counted
from setara.usecases.budget.tag_grounds import ActivityKey
from setara.usecases.budget.tag_parts import amounts, parts_of

Amounts = tuple[int, int | None]
"""The budget of a sub kegiatan and what was realised of it, in rupiah."""
Where = dict[str, dict[str, Rupiah]]
"""Budget and realisation (`amount`, `realised`) by sub-district."""


@dataclass(frozen=True, slots=True)
class Money:
    """The money of counted sub kegiatan in the versions: in all, and where it goes."""

    amounts: Mapping[tuple[int, ActivityKey], Amounts]
    places: Mapping[tuple[int, str, str], Where]

    def amount(self, version: BudgetVersionRecord | None, at: ActivityKey) -> Rupiah | None:
        """The budget in a version, Rp0 where the sub-activity is not in it; None without one."""
        if version is None:
            return None
        return Rupiah(self.amounts.get((version.pk, at), (0, None))[0])

    def realised(self, version: BudgetVersionRecord, at: ActivityKey) -> Rupiah | None:
        """What was realised according to a version, None where it does not say."""
        found = self.amounts.get((version.pk, at), (0, None))[1]
        return None if found is None else Rupiah(found)


def money_of(
    versions: Collection[int],
    activities: Collection[tuple[str, ActivityKey]],
    files: Mapping[int, Sequence[Path]],
    names: PlaceNames,
) -> Money:
    """The money of the sub kegiatan (agency's code, and key) in the versions.

    Cost: one query, and one over the files.
    """
    codes = {key[1] for _, key in activities}
    rows = BudgetLineRecord.objects.filter(version__in=versions, code__in=codes)
    amounts = {
        (version, (agency, code)): (amount, realised)
        for version, agency, code, amount, realised in rows.values_list(
            "version_id", "agency_id", "code", "amount", "realised"
        )
    }
    return Money(amounts, _places(activities, files, names))


def _places(
    activities: Collection[tuple[str, ActivityKey]],
    files: Mapping[int, Sequence[Path]],
    names: PlaceNames,
) -> dict[tuple[int, str, str], Where]:
    owners: dict[str, list[int]] = defaultdict(list)
    for version, paths in files.items():
        for path in paths:
            owners[str(path)].append(version)
    sums: dict[tuple[int, str, str], dict[str, dict[str, int]]] = {}
    for row in place_sums(
        sorted({path for paths in files.values() for path in paths}),
        {(agency, key[1]) for agency, key in activities},
        names.district_of,
    ):
        for version in owners[row.file]:
            found = sums.setdefault(
                (version, row.agency, row.activity), {"amount": {}, "realised": {}}
            )
            for kind, sen in (("amount", row.sen), ("realised", row.realised_sen)):
                found[kind][row.district] = found[kind].get(row.district, 0) + sen
    return {
        key: {
            kind: {place: Rupiah(rupiah_of(sen)) for place, sen in by_place.items()}
            for kind, by_place in found.items()
        }
        for key, found in sums.items()
    }


@dataclass(frozen=True, slots=True)
class Ground:
    """What the lines of one year are made of; `agencies` are the government's by id."""

    books: YearBooks
    money: Money
    plan: MissionPlan | None
    agencies: Mapping[int, AgencyFacts]


def lines_of(
    counted: Mapping[ActivityKey, Counted], numerator: Numerator, ground: Ground
) -> list[RecapLine]:
    """A line for each sub kegiatan that counts.

    Cost: nothing; where tags took chosen lines in, a query and a scan for each version of theirs.
    """
    parts = _chosen(counted.values(), numerator, ground)
    found = (
        _line(key, each, numerator, ground, parts.get(each.line.pk, {}))
        for key, each in counted.items()
    )
    return sorted(found, key=lambda each: (each.category, each.agency, each.code))


def _chosen(
    counted: Iterable[Counted], numerator: Numerator, ground: Ground
) -> dict[int, Mapping[str, Amount]]:
    """The lines within the sub kegiatan of which a tag took some, in the latest book."""
    if numerator is not Numerator.WEIGHTED:
        return {}
    by_version: dict[BudgetVersionRecord, list[BudgetLineRecord]] = defaultdict(list)
    for each in counted:
        if each.tag and each.tag.scope == TagScope.LINES:
            by_version[ground.books.current_of(each.line.agency_id)].append(each.line)
    return {
        pk: amounts(parts)
        for version, lines in by_version.items()
        for pk, parts in parts_of(version, lines).items()
    }


def _line(
    key: ActivityKey,
    counted: Counted,
    numerator: Numerator,
    ground: Ground,
    parts: Mapping[str, Amount],
) -> RecapLine:
    books, money, row = ground.books, ground.money, counted.line
    agency = ground.agencies[key[0]]
    current = books.current_of(key[0])
    budget = money.amount(current, key) or Rupiah(0)
    gross, weighted = counted.money(budget, numerator, parts)
    part = _Part(lambda amount: counted.money(amount, numerator, parts)[0], gross, budget)
    line = RecapLine(
        category=counted.category,
        agency=agency.code,
        agency_name=agency.name,
        code=row.code,
        name=row.name,
        gross=gross,
        weighted=weighted,
        pagu=part(money.amount(books.before_of(key[0]), key)),
        revised=part(money.amount(books.after_of(key[0]), key)),
        realised=part(money.realised(books.spent or current, key)),
        mission=ground.plan.mission_of(row.code) if ground.plan else "",
    )
    return replace(line, slices=sliced(line, _whereabouts(key, agency, ground)))


@dataclass(frozen=True, slots=True)
class _Part:
    """The part of a sub-activity that counts, as its latest budget has it."""

    counts: Callable[[Rupiah], Rupiah]
    part: Rupiah
    of: Rupiah

    def __call__(self, amount: Rupiah | None) -> Rupiah | None:
        """The same part of another amount, to the rupiah."""
        if amount is None or (self.part == self.of and self.of.amount):
            return amount
        if not self.of.amount:
            return self.counts(amount)
        return Rupiah(whole(Decimal(amount.amount) * self.part.amount / self.of.amount))


def _whereabouts(key: ActivityKey, agency: AgencyFacts, ground: Ground) -> Whereabouts:
    books, money = ground.books, ground.money
    current = books.current_of(key[0])

    def known(version: BudgetVersionRecord | None, kind: str) -> dict[str, Rupiah]:
        if version is None:
            return {}
        amount = (
            money.amount(version, key) if kind == "amount" else money.realised(version, key)
        ) or Rupiah(0)
        places = money.places.get((version.pk, agency.code, key[1]), {}).get(kind, {})
        found = {place: each for place, each in places.items() if place != NOWHERE}
        return completed(amount, found, rest=agency.home)

    return Whereabouts(
        now=known(current, "amount"),
        before=known(books.before_of(key[0]), "amount"),
        after=known(books.after_of(key[0]), "amount"),
        spent=known(books.spent or current, "realised"),
        home=agency.home,
    )


def versions_of(books: Iterable[YearBooks]) -> set[int]:
    """The ids of all versions that recapitulations of the years read."""
    return {version.pk for each in books for version in each.used}
