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
from setara.usecases.budget.stored_versions import live_versions
from setara.usecases.foundation.access import visible

BEFORE_CHANGE = (BudgetPhase.RKA, BudgetPhase.DPA)
AFTER_CHANGE = (BudgetPhase.RKA_REVISED, BudgetPhase.DPPA)
_NAME = Text("{stage} {year}", "{stage} {year}")


@dataclass
class YearBooks:
    """The versions of one year by stage."""

    year: int
    versions: dict[Stage, BudgetVersionRecord] = field(default_factory=dict)

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

    @property
    def used(self) -> list[BudgetVersionRecord]:
        """The versions a recapitulation of the year reads."""
        found = (self.current, self.before, self.after, self.spent)
        return list({row.pk: row for row in found if row is not None}.values())

    def _last_of(self, phases: Container[BudgetPhase]) -> BudgetVersionRecord | None:
        found = self._in_order(lambda stage: stage.phase in phases)
        return found[-1] if found else None

    def _in_order(self, wanted: Callable[[Stage], bool]) -> list[BudgetVersionRecord]:
        stages = sorted(filter(wanted, self.versions), key=lambda each: each.order)
        return [self.versions[each] for each in stages]


def books_by_year(by: Actor) -> dict[int, YearBooks]:
    """The years with a budget; realisations alone make no year. Cost: one query."""
    found: dict[int, YearBooks] = {}
    for row in visible(by, live_versions().order_by("year")):
        books = found.setdefault(row.year, YearBooks(row.year))
        books.versions[row.stage] = row
    return {year: books for year, books in found.items() if books.plans}


def named(version: BudgetVersionRecord) -> Text:
    """The version as it is called: `DPPA 2026`."""
    return _NAME.filled(stage=version.stage.name, year=str(version.year))


def domain_books(
    books: Iterable[YearBooks],
    files: Mapping[int, Sequence[Path]],
    names: Mapping[str, str],
) -> dict[int, Book]:
    """The latest book of each year, by year.

    `files` hold the details of each version, `names` what agencies are called by code. Cost: one
    query, and one over all the files.
    """
    current = {each.year: each.current for each in books}
    totals = _totals(current.values())
    accounts = _accounts(current.values(), files)
    return {
        year: _book(version, totals.get(version.pk, {}), accounts.get(version.pk, {}), names)
        for year, version in current.items()
    }


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
    version: BudgetVersionRecord,
    agencies: Mapping[str, Rupiah],
    accounts: AccountMoney,
    names: Mapping[str, str],
) -> Book:
    known = {agency: money for agency, money in accounts.items() if any(money.keys() - {""})}
    summed: dict[str, int] = {}
    for money in known.values():
        for account, sen in money.items():
            summed[account] = summed.get(account, 0) + sen
    bare = summed.pop("", 0)
    without = [code for code, money in agencies.items() if money.amount and code not in known]
    return Book(
        year=version.year,
        phase=version.phase,
        name=named(version),
        total=total(agencies.values()),
        agencies=agencies,
        accounts=_whole_sums(summed) if known else None,
        without_accounts=tuple(sorted(names.get(code, code) for code in without)),
        unplaced=Rupiah(rupiah_of(bare)),
    )


def _whole_sums(money: Mapping[str, int]) -> dict[str, Rupiah]:
    """Each account in whole rupiah, so that the running sum is never more than half a one off."""
    found, running, said = {}, 0, 0
    for account, sen in sorted(money.items()):
        running += sen
        found[account] = Rupiah(rupiah_of(running) - said)
        said = rupiah_of(running)
    return found
