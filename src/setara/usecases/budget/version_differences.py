"""The difference between any two versions of a budget, and what it does to the ARG."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

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
from setara.domain.budget.statement import APPROVED_STATES
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.money import Rupiah, total
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import require
from setara.domain.language.text import Language, Text
from setara.domain.law.nomenclature import activities
from setara.formats.difference_book import DifferenceRow, difference_book
from setara.store.models import AgencyRecord, BudgetLineRecord, StatementRecord
from setara.usecases.budget.queries import VERSION, VersionAnswer, listed
from setara.usecases.budget.tagged_versions import TaggedVersion, tagged_version
from setara.usecases.foundation.access import NotFound, visible

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class DifferingLine:
    """A line in both versions, with the agency as people call it."""

    difference: Difference
    agency_name: str
    has_statement: bool

    @property
    def before(self) -> VersionLine | None:
        """The line in the earlier version."""
        return self.difference.before

    @property
    def after(self) -> VersionLine | None:
        """The line in the later version."""
        return self.difference.after

    @property
    def kinds(self) -> tuple[Change, ...]:
        """What happened to it, in the order of the changes."""
        return tuple(each for each in Change if each in self.difference.changes)

    @property
    def shown(self) -> VersionLine:
        """The line as it is now, or as it was where it is gone."""
        return self.difference.shown


@dataclass(frozen=True, slots=True)
class NamedLevel:
    """The money under one code in the two versions; the name is empty where none is known."""

    change: LevelChange
    name: str


@dataclass(frozen=True, slots=True)
class ResponsiveChange:
    """The lines with an approved GBS in either version, and their money in both.

    A line counts once however many GBSs it bears; `gone` of them are not in the later version.
    """

    lines: int
    gone: int
    before: Rupiah
    after: Rupiah

    @property
    def amount(self) -> Rupiah:
        """How much more responsive money there is."""
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class DifferencesAnswer:
    """What two versions differ in: all of it, the choice of lines is the reader's."""

    before: VersionAnswer
    after: VersionAnswer
    lines: tuple[DifferingLine, ...]
    kinds: tuple[KindTotal, ...]
    levels: Mapping[ActivityLevel, tuple[NamedLevel, ...]]
    agencies: tuple[tuple[str, str], ...]
    responsive: ResponsiveChange
    tagged: tuple[TaggedVersion, TaggedVersion]

    @property
    def is_spent(self) -> bool:
        """Whether the money is what was realised, as between two realisations."""
        return not self.before.phase.is_plan and not self.after.phase.is_plan

    @property
    def amount(self) -> Rupiah:
        """How much more money the later version holds."""
        return self.after.amount - self.before.amount

    def chosen(self, change: Change | None, agency: str) -> tuple[DifferingLine, ...]:
        """The lines with one change, or with any at all, of one agency or of all.

        An agency's lines are those it has in either version.
        """
        return tuple(each for each in self.lines if _fits(each.difference, change, agency))


def budget_differences(
    *, by: Actor, before_id: int, after_id: int, today: date
) -> DifferencesAnswer:
    """What became of every line from one version to the other.

    Raises NotFound, also for a version of another government. Cost: fourteen queries whatever
    the size of the versions.
    """
    require(by.may(Permission.READ_RECORDS))
    answers = {each.version_id: each for each in listed(by=by)}
    if before_id not in answers or after_id not in answers:
        raise NotFound(VERSION)
    before, after = answers[before_id], answers[after_id]
    # Two realisations are told apart by what was spent, all else by what may be.
    is_spent = not before.phase.is_plan and not after.phase.is_plan
    left, right = (_lines_of(by, pk, is_spent=is_spent) for pk in (before_id, after_id))
    found = differences(left, right)
    if is_spent:
        before, after = (
            replace(version, amount=total(line.amount for line in lines))
            for version, lines in ((before, left), (after, right))
        )
    approved = _approved(by, before.year), _approved(by, after.year)
    names = _agency_names(by, today)
    lines = tuple(
        DifferingLine(each, _agency_name(each, names), _is_approved(each, *approved))
        for each in found
    )
    used = {line.agency for each in found for line in (each.before, each.after) if line}
    return DifferencesAnswer(
        before=before,
        after=after,
        lines=lines,
        kinds=by_kind(found),
        levels=_levels(found, before.year, after.year),
        agencies=tuple((code, names[code]) for code in sorted(used)),
        responsive=_responsive(lines),
        tagged=(tagged_version(by, before_id), tagged_version(by, after_id)),
    )


def _fits(difference: Difference, change: Change | None, agency: str) -> bool:
    if change is None and Change.SAME in difference.changes:
        return False
    if change is not None and change not in difference.changes:
        return False
    sides = (difference.before, difference.after)
    return not agency or any(line and line.agency == agency for line in sides)


def _lines_of(by: Actor, version_id: int, *, is_spent: bool) -> list[VersionLine]:
    rows = visible(by, BudgetLineRecord.objects.all(), through="version__government")
    values = rows.filter(version_id=version_id).values_list(
        "agency__code", "code", "name", "realised" if is_spent else "amount"
    )
    return [
        VersionLine(agency, code, name, Rupiah(money or 0)) for agency, code, name, money in values
    ]


def _approved(by: Actor, year: int) -> frozenset[Key]:
    """A statement approved on any budget of the year bears its sub kegiatan in all of them."""
    rows = visible(by, StatementRecord.objects.all()).filter(
        line__version__year=year, state__in=APPROVED_STATES
    )
    return frozenset(rows.values_list("line__agency__code", "line__code"))


def _is_approved(found: Difference, before: frozenset[Key], after: frozenset[Key]) -> bool:
    pairs = ((found.before, before), (found.after, after))
    return any(line is not None and line.key in approved for line, approved in pairs)


def _responsive(lines: Iterable[DifferingLine]) -> ResponsiveChange:
    bearing = [each for each in lines if each.has_statement]
    return ResponsiveChange(
        lines=len(bearing),
        gone=sum(each.after is None for each in bearing),
        before=total(each.before.amount for each in bearing if each.before),
        after=total(each.after.amount for each in bearing if each.after),
    )


def _agency_names(by: Actor, today: date) -> dict[str, str]:
    rows = visible(by, AgencyRecord.objects.prefetch_related("names"))
    return {row.code: row.as_rule_sees_it().name_on(today).short_name for row in rows}


def _agency_name(found: Difference, names: Mapping[str, str]) -> str:
    """The agency, or both with an arrow where the line went to another."""
    sides = (line.agency for line in (found.before, found.after) if line)
    return " → ".join(names[code] for code in dict.fromkeys(sides))


def _levels(
    found: tuple[Difference, ...], *years: int
) -> dict[ActivityLevel, tuple[NamedLevel, ...]]:
    """Names come from the nomenclature of the years, of sub kegiatan from the books themselves."""
    names = {each.code: each.name for year in years for each in activities(year)}
    for each in found:
        names |= {line.code: line.name for line in (each.before, each.after) if line}
    return {
        level: tuple(NamedLevel(each, names.get(each.code, "")) for each in by_level(found, level))
        for level in ActivityLevel
    }


def budget_differences_file(
    *, by: Actor, before_id: int, after_id: int, today: date, language: Language
) -> tuple[str, bytes]:
    """The name and the content of the differences as XLSX whose sums are formulas.

    Raises NotFound.
    """
    answer = budget_differences(by=by, before_id=before_id, after_id=after_id, today=today)
    names = {each.change.code: each.name for level in answer.levels.values() for each in level}
    sides = [
        f"{each.stage.name.say(language)} {each.year}" for each in (answer.before, answer.after)
    ]
    is_sample = answer.before.is_sample or answer.after.is_sample
    content = difference_book(
        [
            DifferenceRow(each.difference, each.agency_name, each.has_statement)
            for each in answer.lines
        ],
        names,
        title=f"{TITLE.say(language)}: {sides[0]} → {sides[1]}",
        notes=[SAMPLE.say(language)] if is_sample else [],
        language=language,
    )
    return f"beda-anggaran-{before_id}-{after_id}.xlsx", content


TITLE = Text("Beda dua versi anggaran", "Difference between two budget versions")
SAMPLE = Text(
    "DATA CONTOH, jangan dikutip sebagai data resmi.", "SAMPLE DATA, do not quote as official."
)
