"""Two budgets as carrying over sees them: what rests on the older, and what its lines became."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from setara.domain.budget.carrying import BudgetMoment, Carriage, carriages, may_go_on
from setara.domain.budget.differences import VersionLine
from setara.domain.budget.pathway import OVER, PathwayState
from setara.domain.budget.reading.line import Amount
from setara.domain.budget.tagging.carried import Confirmation, carried_reason
from setara.domain.budget.tagging.conditions import meets_conditions
from setara.domain.budget.tagging.tag import is_sound
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.agency import answers_today
from setara.domain.foundation.money import Rupiah
from setara.domain.foundation.verdict import Verdict, first_refusal, refused, require
from setara.store.models import (
    AgencyRecord,
    AgencySuccessionRecord,
    BudgetLineRecord,
    BudgetTagRecord,
    BudgetVersionRecord,
    PathwayRecord,
)
from setara.usecases.budget.queries import VERSION
from setara.usecases.budget.tag_grounds import ground_of, tag_of
from setara.usecases.foundation.access import one, visible

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Books:
    """The older and the newer budget; the newer one's lines by agency code and code."""

    before: BudgetVersionRecord
    after: BudgetVersionRecord
    lines: Mapping[Key, BudgetLineRecord]
    agencies: Mapping[int, str]
    heirs: Mapping[str, frozenset[str]]

    def became(self, old: Iterable[VersionLine]) -> tuple[Carriage, ...]:
        """What each old line may have become in the newer budget."""
        new = [_line(agency, row) for (agency, _), row in self.lines.items()]
        return carriages(old, new, self.heirs)

    def of_tag(self, tag: BudgetTagRecord) -> VersionLine:
        """The line a tag stands on."""
        return _line(self.agencies[tag.line.agency_id], tag.line)

    def of_pathway(self, pathway: PathwayRecord) -> VersionLine:
        """The sub kegiatan a GAP is about; its money is not asked for."""
        agency = self.agencies[pathway.agency_id]
        return VersionLine(agency, pathway.activity_code, pathway.activity_name, Rupiah(0))

    def new_line(self, row: BudgetLineRecord) -> VersionLine:
        """A line of the newer budget."""
        return _line(self.agencies[row.agency_id], row)


def two_books(by: Actor, before_id: int, after_id: int) -> Books:
    """Both budgets. Raises NotFound, Refused for an older one to carry to. Cost: five queries."""
    rows = BudgetVersionRecord.objects.all()
    before = one(by, rows, before_id, what=VERSION)
    after = one(by, rows, after_id, what=VERSION)
    require(first_refusal(_are_two(before, after), may_go_on(_moment(before), _moment(after))))
    agencies = dict(visible(by, AgencyRecord.objects.all()).values_list("pk", "code"))
    lines = {
        (agencies[row.agency_id], row.code): row
        for row in BudgetLineRecord.objects.filter(version=after).order_by("row", "pk")
    }
    return Books(before, after, lines, agencies, _heirs(by, agencies, lines, after.year))


def _moment(version: BudgetVersionRecord) -> BudgetMoment:
    return BudgetMoment(version.year, version.stage)


def _are_two(before: BudgetVersionRecord, after: BudgetVersionRecord) -> Verdict:
    if before.pk != after.pk:
        return Verdict(allowed=True)
    return refused(
        "Pilih dua anggaran yang berbeda.",
        "Choose two different budgets.",
    )


def _heirs(
    by: Actor, agencies: Mapping[int, str], lines: Mapping[Key, BudgetLineRecord], year: int
) -> dict[str, frozenset[str]]:
    """Who does the work of each agency by the end of the year; itself as long as it has lines."""
    rows = visible(by, AgencySuccessionRecord.objects.all(), through="predecessor__government")
    arrows = [row.as_rule_sees_it() for row in rows.select_related("predecessor", "successor")]
    budgeted = {agency for agency, _ in lines}
    last_day = date(year, 12, 31)
    return {
        code: answers_today(code, arrows, last_day) | ({code} & budgeted)
        for code in agencies.values()
    }


def _line(agency: str, row: BudgetLineRecord) -> VersionLine:
    return VersionLine(agency, row.code, row.name, Rupiah(row.amount))


def standing_tags(books: Books) -> QuerySet[BudgetTagRecord]:
    """The tags on the older budget that were not carried to the newer one yet."""
    carried = BudgetTagRecord.objects.filter(
        line__version=books.after, withdrawn_at__isnull=True, carried_from__isnull=False
    )
    return (
        BudgetTagRecord.objects.filter(line__version=books.before, withdrawn_at__isnull=True)
        .exclude(pk__in=carried.values("carried_from"))
        .select_related("line", "issue", "carried_from")
        .order_by("line__row", "pk")
    )


def live_pathways(by: Actor, books: Books) -> QuerySet[PathwayRecord]:
    """The GAPs of the older year, without revisions that are not signed and those carried.

    None where both budgets are of one year: its GAPs hold for all its books.
    """
    rows = visible(by, PathwayRecord.objects.exclude(state__in=OVER))
    if books.before.year == books.after.year:
        return rows.none()
    carried = PathwayRecord.objects.filter(year=books.after.year, follows__isnull=False)
    return (
        rows.filter(year=books.before.year)
        .exclude(state=PathwayState.DRAFT, replaces__isnull=False)
        .exclude(pk__in=carried.values("follows"))
        .select_related("issue")
        .order_by("agency__code", "activity_code", "pk")
    )


def carried_tag(
    by: Actor,
    books: Books,
    old: BudgetTagRecord,
    line: BudgetLineRecord,
    pathway: PathwayRecord | None,
) -> BudgetTagRecord:
    """The tag on its new line, not saved; it rests on this year's GAP or on none."""
    return BudgetTagRecord(
        line=line,
        category=old.category,
        scope=old.scope,
        parts=old.parts,
        weight=old.weight,
        grade=old.grade,
        reason=carried_reason(
            _first(old).reason,
            source=_moment(books.before).name,
            code=old.line.code,
            who=by.name,
        ).say(by.language),
        issue=old.issue or (pathway.issue if pathway else None),
        pathway=pathway,
        target=old.target,
        need=old.need,
        work=old.work,
        answers=old.answers,
        carried_from=old,
        confirmation=Confirmation.TOGETHER,
        set_by=by.name,
    )


def _first(tag: BudgetTagRecord) -> BudgetTagRecord:
    """The tag a person wrote, before it was carried from year to year. Cost: a query a year."""
    while tag.carried_from is not None:
        tag = tag.carried_from
    return tag


def holds(tag: BudgetTagRecord, parts: Mapping[str, Amount]) -> Verdict:
    """Whether a carried tag meets the conditions of its category in the new year.

    `parts` are the lines within its new line, where it takes in some of them.
    """
    return first_refusal(
        is_sound(tag_of(tag), parts), meets_conditions(tag_of(tag), ground_of(tag))
    )
