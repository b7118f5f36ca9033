"""Questions about carrying over: what rests on an older budget, and where it may go."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from setara.domain.budget.carry_over import LIKELY, Match
from setara.domain.budget.carrying import Carriage, Shift, Successor, Words, reworded
from setara.domain.budget.differences import VersionLine
from setara.domain.budget.pathway import PathwayState
from setara.domain.budget.tagging.parts import PartLine
from setara.domain.budget.tagging.tag import Tag, TagScope
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import Verdict, first_refusal, refused, require
from setara.store.models import (
    AgencyRecord,
    BudgetLineRecord,
    BudgetTagRecord,
    IssueRecord,
    PathwayRecord,
)
from setara.usecases.budget.carrying import is_free
from setara.usecases.budget.carrying_grounds import (
    Books,
    carried_tag,
    holds,
    live_pathways,
    standing_tags,
    two_books,
)
from setara.usecases.budget.queries import VersionAnswer, listed
from setara.usecases.budget.tag_grounds import signed_pathways, tag_of
from setara.usecases.budget.tag_parts import amounts, parts_of
from setara.usecases.budget.tagging_windows import window_state
from setara.usecases.foundation.access import visible


@dataclass(frozen=True, slots=True)
class Offer:
    """A line something may go to; `words` show how the name changed, `may_go` what is against."""

    line_id: int
    successor: Successor
    agency_name: str
    words: tuple[Words, ...]
    may_go: Verdict

    @property
    def may_be_other_work(self) -> bool:
        """Whether the code stayed and the name is not even like it: codes are reused."""
        return Shift.CODE not in self.successor.shifts and self.successor.likeness < LIKELY

    @property
    def percent(self) -> int:
        """How alike the names are in per cent, rounded down: 100 only where they are alike."""
        return int(self.successor.likeness * 100)


@dataclass(frozen=True, slots=True)
class Resting:
    """A tag or a GAP of the older budget with where it may go, the likeliest first.

    `tag` is None for a GAP, `state` for a tag.
    """

    resting_id: int
    old: VersionLine
    agency_name: str
    match: Match
    offers: tuple[Offer, ...]
    tag: Tag | None = None
    state: PathwayState | None = None
    issue_title: str = ""

    @property
    def may_go(self) -> bool:
        """Whether any of the offers is open."""
        return any(each.may_go for each in self.offers)

    @property
    def is_exact(self) -> bool:
        """Whether it may go on together with others."""
        return self.match is Match.EXACT


@dataclass(frozen=True, slots=True)
class CarryingAnswer:
    """Two budgets with what rests on the older and did not go on yet, exact ones first."""

    before: VersionAnswer
    after: VersionAnswer
    tags: tuple[Resting, ...]
    pathways: tuple[Resting, ...]
    may_tag: Verdict
    may_write: Verdict


def carrying(*, by: Actor, before_id: int, after_id: int, today: date) -> CarryingAnswer:
    """What may go on from one budget to another. Raises NotFound, Refused.

    Cost: some fifteen queries and one for each proposal of a GAP; names that are not exact are
    compared one by one.
    """
    require(by.may(Permission.READ_RECORDS))
    books = two_books(by, before_id, after_id)
    versions = {each.version_id: each for each in listed(by=by)}
    desk = _Desk(by, books, _names(by, today))
    return CarryingAnswer(
        before=versions[before_id],
        after=versions[after_id],
        tags=desk.tags(list(standing_tags(books))),
        pathways=desk.pathways(list(live_pathways(by, books))),
        may_tag=first_refusal(
            by.may(Permission.TAG_BUDGET), window_state(books.after, today).verdict
        ),
        may_write=by.may(Permission.WRITE_PATHWAY),
    )


def _names(by: Actor, today: date) -> dict[str, str]:
    rows = visible(by, AgencyRecord.objects.prefetch_related("names"))
    return {row.code: row.as_rule_sees_it().name_on(today).short_name for row in rows}


class _Desk:
    def __init__(self, by: Actor, books: Books, names: Mapping[str, str]) -> None:
        self._by, self._books, self._names = by, books, names
        self._parts: Mapping[int, Sequence[PartLine]] = {}

    def tags(self, tags: Sequence[BudgetTagRecord]) -> tuple[Resting, ...]:
        books = self._books
        became = books.became(books.of_tag(tag) for tag in tags)
        lines = [books.lines[each.line.key] for carriage in became for each in carriage.successors]
        signed = signed_pathways(lines, year=books.after.year)
        if any(tag.scope == TagScope.LINES for tag in tags):
            self._parts = parts_of(books.after, lines)
        tagged = set(
            BudgetTagRecord.objects.filter(
                line__version=books.after, withdrawn_at__isnull=True
            ).values_list("line_id", flat=True)
        )
        found = []
        for tag, carriage in zip(tags, became, strict=True):
            offers = (
                (each, self._may_tag(tag, each, signed, tagged)) for each in carriage.successors
            )
            found.append(self._resting(tag.pk, carriage, offers, tag=tag_of(tag), issue=tag.issue))
        return _ordered(found)

    def _may_tag(
        self,
        tag: BudgetTagRecord,
        to: Successor,
        signed: Mapping[tuple[int, str], PathwayRecord],
        tagged: set[int],
    ) -> Verdict:
        line = self._books.lines[to.line.key]
        if line.pk in tagged:
            return refused("Baris ini sudah bertanda.", "This line is tagged already.")
        record = carried_tag(
            self._by, self._books, tag, line, signed.get((line.agency_id, line.code))
        )
        parts = amounts(self._parts.get(line.pk, ()))
        return first_refusal(
            self._by.may(Permission.TAG_BUDGET, agency_id=line.agency_id), holds(record, parts)
        )

    def pathways(self, pathways: Sequence[PathwayRecord]) -> tuple[Resting, ...]:
        books = self._books
        became = books.became(books.of_pathway(each) for each in pathways)
        found = []
        for row, carriage in zip(pathways, became, strict=True):
            offers = ((each, self._may_draft(row, each)) for each in carriage.successors)
            state = PathwayState(row.state)
            found.append(self._resting(row.pk, carriage, offers, state=state, issue=row.issue))
        return _ordered(found)

    def _may_draft(self, old: PathwayRecord, to: Successor) -> Verdict:
        line = self._line(to)
        return first_refusal(
            self._by.may(Permission.WRITE_PATHWAY, agency_id=line.agency_id),
            is_free(old, line, self._books.after.year),
        )

    def _line(self, to: Successor) -> BudgetLineRecord:
        return self._books.lines[to.line.key]

    def _resting(
        self,
        pk: int,
        carriage: Carriage,
        offers: Iterable[tuple[Successor, Verdict]],
        *,
        issue: IssueRecord | None,
        tag: Tag | None = None,
        state: PathwayState | None = None,
    ) -> Resting:
        return Resting(
            resting_id=pk,
            old=carriage.old,
            agency_name=self._names[carriage.old.agency],
            match=carriage.match,
            offers=tuple(
                Offer(
                    line_id=self._line(each).pk,
                    successor=each,
                    agency_name=self._names[each.line.agency],
                    words=reworded(carriage.old.name, each.line.name),
                    may_go=may_go,
                )
                for each, may_go in offers
            ),
            tag=tag,
            state=state,
            issue_title=issue.title if issue else "",
        )


def _ordered(found: Iterable[Resting]) -> tuple[Resting, ...]:
    """Exact ones first, then the rest as sure as they are; what may go before what may not."""
    kinds = list(Match)
    return tuple(sorted(found, key=lambda each: (kinds.index(each.match), not each.may_go)))
