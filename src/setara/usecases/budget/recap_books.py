"""The books of each year that a recapitulation stands on, with their totals and accounts."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from django.db.models import Sum

from setara.domain.budget.phase import BudgetPhase, Stage
from setara.domain.budget.recap import Book
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.money import Rupiah, total
from setara.domain.language.text import Text
from setara.store.lake.budget_sums import account_sums, rupiah_of
from setara.store.models import BudgetLineRecord, BudgetVersionRecord
from setara.usecases.budget.recap_agencies import AgencyFacts
from setara.usecases.budget.stored_versions import live_versions
from setara.usecases.foundation.access import visible

BEFORE_CHANGE = (BudgetPhase.RKA, BudgetPhase.DPA)
AFTER_CHANGE = (BudgetPhase.RKA_REVISED, BudgetPhase.DPPA)
_NAME = Text("{stage} {year}", "{stage} {year}")


@dataclass
class YearBooks:
    """The versions of one year by stage, and which agencies have lines in each.

    A stage comes in one book for each agency or some, so what is latest is asked by agency: whose
    changed budget was not handed in yet still has the one before.
    """

    year: int
    versions: dict[Stage, BudgetVersionRecord] = field(default_factory=dict)
    agencies: dict[int, set[int]] = field(default_factory=dict)

    @cached_property
    def plans(self) -> list[BudgetVersionRecord]:
        """The budgets of the year, without what was realised, in the order of their stages."""
        return self._in_order(lambda stage: stage.phase.is_plan)

    @property
    def current(self) -> BudgetVersionRecord:
        """The latest budget of the year."""
        return self.plans[-1]

    @cached_property
    def before(self) -> BudgetVersionRecord | None:
        """The last budget before the mid-year change."""
        return self._last_of(BEFORE_CHANGE)

    @cached_property
    def after(self) -> BudgetVersionRecord | None:
        """The last budget after it."""
        return self._last_of(AFTER_CHANGE)

    @cached_property
    def spent(self) -> BudgetVersionRecord | None:
        """The realisation up to the latest month."""
        return self._last_of((BudgetPhase.REALISATION,))

    def current_of(self, agency: int) -> BudgetVersionRecord:
        """The latest budget that an agency is in; the year's where it is in none."""
        return self._last_with(agency, self.plans) or self.current

    def before_of(self, agency: int) -> BudgetVersionRecord | None:
        """The last budget before the change that an agency is in; else the year's."""
        return self._last_with(agency, self._of(BEFORE_CHANGE)) or self.before

    def after_of(self, agency: int) -> BudgetVersionRecord | None:
        """The last changed budget of an agency: without one, its latest; None in a year without."""
        if self.after is None:
            return None
        return self._last_with(agency, self._of(AFTER_CHANGE)) or self.current_of(agency)

    @cached_property
    def latest(self) -> dict[int, BudgetVersionRecord]:
        """The latest budget of every agency that is in any, by its id."""
        there = {agency for row in self.plans for agency in self.agencies.get(row.pk, ())}
        return {agency: self.current_of(agency) for agency in there}

    @property
    def used(self) -> list[BudgetVersionRecord]:
        """The versions a recapitulation of the year reads."""
        found = [self.current, self.before, self.after, self.spent, *self.latest.values()]
        found += [self.before_of(agency) for agency in self.latest]
        return list({row.pk: row for row in found if row is not None}.values())

    def _last_with(
        self, agency: int, versions: Iterable[BudgetVersionRecord]
    ) -> BudgetVersionRecord | None:
        found = [row for row in versions if agency in self.agencies.get(row.pk, ())]
        return found[-1] if found else None

    def _last_of(self, phases: Container[BudgetPhase]) -> BudgetVersionRecord | None:
        found = self._of(phases)
        return found[-1] if found else None

    def _of(self, phases: Container[BudgetPhase]) -> list[BudgetVersionRecord]:
        return self._in_order(lambda stage: stage.phase in phases)

    def _in_order(self, wanted: Callable[[Stage], bool]) -> list[BudgetVersionRecord]:
        stages = sorted(filter(wanted, self.versions), key=lambda each: each.order)
        return [self.versions[each] for each in stages]


def books_by_year(by: Actor) -> dict[int, YearBooks]:
    """The years with a budget; realisations alone make no year. Cost: two queries."""
    found: dict[int, YearBooks] = {}
    for row in visible(by, live_versions().order_by("year")):
        books = found.setdefault(row.year, YearBooks(row.year))
        books.versions[row.stage] = row
    lines = visible(by, BudgetLineRecord.objects.all(), through="version__government")
    there: dict[int, set[int]] = {}
    for version, agency in lines.values_list("version_id", "agency_id").distinct():
        there.setdefault(version, set()).add(agency)
    for books in found.values():
        books.agencies = there
    return {year: books for year, books in found.items() if books.plans}


def named(version: BudgetVersionRecord) -> Text:
    """The version as it is called: `DPPA 2026`."""
    return _NAME.filled(stage=version.stage.name, year=str(version.year))


def domain_books(
    books: Iterable[YearBooks],
    files: Mapping[int, Sequence[Path]],
    agencies: Mapping[int, AgencyFacts],
) -> dict[int, Book]:
    """The latest book of each year, by year, of every agency its own latest.

    `files` hold the details of each version, `agencies` are the government's by id. Cost: one
    query, and one over all the files.
    """
    every = list(books)
    versions = {row.pk: row for each in every for row in each.latest.values()}
    totals = _totals(versions.values())
    accounts = _accounts(versions.values(), files)
    return {each.year: _book(each, totals, accounts, agencies) for each in every}


def _totals(versions: Iterable[BudgetVersionRecord]) -> dict[int, dict[str, Rupiah]]:
    """The money of every agency in every version."""
    found: dict[int, dict[str, Rupiah]] = {}
    rows = BudgetLineRecord.objects.filter(version__in=[version.pk for version in versions])
    sums = rows.values_list("version_id", "agency__code").annotate(total=Sum("amount"))
    for version, agency, amount in sums.order_by("version_id", "agency__code"):
        found.setdefault(version, {})[agency] = Rupiah(amount)
    return found


AccountMoney = dict[str, dict[str, int]]
"""Money by agency and account, in sen."""


def _accounts(
    versions: Iterable[BudgetVersionRecord], files: Mapping[int, Sequence[Path]]
) -> dict[int, AccountMoney]:
    wanted = {version.pk: files.get(version.pk, ()) for version in versions}
    by_file: dict[str, AccountMoney] = {}
    for row in account_sums(sorted({file for paths in wanted.values() for file in paths})):
        by_file.setdefault(row.file, {}).setdefault(row.agency, {})[row.account] = row.sen
    found: dict[int, AccountMoney] = {}
    for version, paths in wanted.items():
        for path in paths:
            for agency, money in by_file.get(str(path), {}).items():
                into = found.setdefault(version, {}).setdefault(agency, {})
                for account, sen in money.items():
                    into[account] = into.get(account, 0) + sen
    return found


def _book(
    books: YearBooks,
    totals: Mapping[int, Mapping[str, Rupiah]],
    accounts: Mapping[int, AccountMoney],
    facts: Mapping[int, AgencyFacts],
) -> Book:
    agencies, known, earlier = {}, {}, []
    for agency, version in books.latest.items():
        code = facts[agency].code
        agencies[code] = totals.get(version.pk, {}).get(code, Rupiah(0))
        money = accounts.get(version.pk, {}).get(code, {})
        if any(money.keys() - {""}):
            known[code] = money
        if version.pk != books.current.pk:
            earlier.append(f"{facts[agency].name} ({version.stage.phase.short})")
    summed: dict[str, int] = {}
    for money in known.values():
        for account, sen in money.items():
            summed[account] = summed.get(account, 0) + sen
    bare = summed.pop("", 0)
    names = {each.code: each.name for each in facts.values()}
    without = [code for code, money in agencies.items() if money.amount and code not in known]
    return Book(
        year=books.year,
        phase=books.current.phase,
        name=named(books.current),
        total=total(agencies.values()),
        agencies=dict(sorted(agencies.items())),
        accounts=_whole_sums(summed) if known else None,
        without_accounts=tuple(sorted(names[code] for code in without)),
        unplaced=Rupiah(rupiah_of(bare)),
        earlier=tuple(sorted(earlier)),
    )


def _whole_sums(money: Mapping[str, int]) -> dict[str, Rupiah]:
    """Each account in whole rupiah, so that the running sum is never more than half a one off."""
    found, running, said = {}, 0, 0
    for account, sen in sorted(money.items()):
        running += sen
        found[account] = Rupiah(rupiah_of(running) - said)
        said = rupiah_of(running)
    return found
