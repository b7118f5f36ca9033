"""Two budget files side by side, without any table of ours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from setara.domain.budget.activity import ActivityLevel
from setara.domain.budget.differences import (
    Change,
    Difference,
    KindTotal,
    LevelChange,
    VersionLine,
    by_kind,
    by_level,
    differences,
)
from setara.domain.budget.reading.cells import folded
from setara.domain.budget.reading.leaves import lowest
from setara.domain.budget.reading.line import AgencyRef, Amount, whole
from setara.domain.budget.reading.reading import BudgetReading
from setara.domain.foundation.money import Rupiah
from setara.domain.law.nomenclature import activities


@dataclass(frozen=True, slots=True)
class FilesCompared:
    """What became of every sub kegiatan, and the money at every level and account.

    `names` are those of upper codes and of accounts, as far as either is known.
    """

    lines: tuple[Difference, ...]
    kinds: tuple[KindTotal, ...]
    levels: Mapping[ActivityLevel, tuple[LevelChange, ...]]
    accounts: tuple[LevelChange, ...]
    names: Mapping[str, str]

    @property
    def is_same(self) -> bool:
        """Whether nothing differs, neither a sub kegiatan nor an account."""
        return all(each.before == each.after for each in self.accounts) and all(
            Change.SAME in each.changes for each in self.lines
        )


def compared_files(before: BudgetReading, after: BudgetReading) -> FilesCompared:
    """What two files differ in. Agencies are told by their code, else by their name.

    Where each file is of one agency alone it is taken for the same one. Sen are rounded.
    """
    is_one = len(before.agencies) <= 1 and len(after.agencies) <= 1
    found = differences(_lines(before, is_one=is_one), _lines(after, is_one=is_one))
    return FilesCompared(
        lines=found,
        kinds=by_kind(found),
        levels={level: by_level(found, level) for level in ActivityLevel},
        accounts=_accounts(before, after),
        names=_names(before, after),
    )


def _lines(reading: BudgetReading, *, is_one: bool) -> Iterable[VersionLine]:
    """Units of one agency that share a sub kegiatan are added up, as when a book is taken in."""
    kept: dict[tuple[str, str], tuple[str, Amount]] = {}
    for line in reading.activities:
        key = ("" if is_one else _agency(line.agency), line.activity)
        name, amount = kept.get(key, (line.name, 0))
        kept[key] = name, amount + (line.amount or 0)
    for (agency, code), (name, amount) in kept.items():
        yield VersionLine(agency, code, name, Rupiah(whole(amount)))


def _agency(agency: AgencyRef) -> str:
    return agency.code or folded(agency.name)


def _accounts(before: BudgetReading, after: BudgetReading) -> tuple[LevelChange, ...]:
    """The money of each account among the lowest lines."""
    money: dict[str, list[Amount]] = {}
    for place, reading in enumerate((before, after)):
        for line in lowest(reading.lines):
            if line.account:
                money.setdefault(line.account, [0, 0])[place] += line.amount or 0
    return tuple(
        LevelChange(account, Rupiah(whole(was)), Rupiah(whole(now)))
        for account, (was, now) in sorted(money.items())
    )


def _names(*readings: BudgetReading) -> dict[str, str]:
    years = {int(year) for each in readings for year in each.years if year.isdecimal()}
    names = {each.code: each.name for year in years for each in activities(year)}
    for reading in readings:
        names |= {code: name for (_, code), name in reading.names.items() if name}
        names |= {line.activity: line.name for line in reading.activities}
    return names
