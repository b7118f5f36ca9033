"""Questions about the review of a GBS: who said what, what is to be mended, whose turn it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import QuerySet
from django.utils.timezone import localdate

from setara.domain.budget.review.comments import CommentState, ReviewVerdict
from setara.domain.budget.review.content import PART_LABELS, PARTS
from setara.domain.budget.review.differences import Row, has_changed, rows_compared
from setara.domain.budget.review.hints import YEARS_BACK, Hint, hints_from
from setara.domain.budget.review.lateness import Waiting, waiting
from setara.domain.budget.statement import DECIDING, StatementState
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.seat import SeatKind
from setara.domain.foundation.verdict import require
from setara.domain.language.text import Language, Text
from setara.store.models import (
    PathwayRecord,
    ReviewCommentRecord,
    ReviewRecord,
    RoundRecord,
    StatementRecord,
)
from setara.usecases.budget.rounds import marks_now
from setara.usecases.foundation.access import NotFound, one, visible

STATEMENT = Text("GBS", "The GBS")
ROUND = Text("Putaran reviu", "The round of review")
PATHWAY = Text("GAP", "The GAP")
CHAIN = (*DECIDING, SeatKind.DRIVER_ASSURANCE)


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """What one driver said in one round."""

    round_number: int
    driver: SeatKind
    verdict: ReviewVerdict
    note: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class CommentLine:
    """A comment on a part, with the writer's answer."""

    comment_id: int
    statement_id: int
    part: str
    text: str
    rule: str
    state: CommentState
    round_number: int
    driver: SeatKind
    by: str
    at: datetime
    answer: str
    answered_by: str
    answered_at: datetime | None
    accepted_by: str
    accepted_at: datetime | None

    @property
    def label(self) -> Text:
        """Which part it is about."""
        return PART_LABELS[self.part]


@dataclass(frozen=True, slots=True)
class DriverStop:
    """A driver's place in the chain: its last word, and whether that still holds.

    `holds` is True where it said yes to what is still the same, False where what it judged has
    changed since; None where there is no yes.
    """

    driver: SeatKind
    last: ReviewLine | None
    holds: bool | None
    is_earlier: bool
    waiting: Waiting | None


@dataclass(frozen=True, slots=True)
class RoundLine:
    """One submission with what was said about it."""

    number: int
    submitted_at: datetime
    submitted_by: str
    reviews: tuple[ReviewLine, ...]


@dataclass(frozen=True, slots=True)
class ReviewAnswer:
    """The review of one statement, the latest round first."""

    stops: tuple[DriverStop, ...]
    rounds: tuple[RoundLine, ...]
    comments: tuple[CommentLine, ...]

    @property
    def unanswered(self) -> int:
        """How many comments wait for the writer."""
        return sum(each.state is CommentState.OPEN for each in self.comments)

    @property
    def unsettled(self) -> tuple[CommentLine, ...]:
        """The comments no driver has accepted yet."""
        return tuple(each for each in self.comments if each.state is not CommentState.ACCEPTED)


@dataclass(frozen=True, slots=True)
class PartDifference:
    """One part in both rounds, its words marked."""

    label: Text
    rows: tuple[Row, ...]
    has_changed: bool


@dataclass(frozen=True, slots=True)
class RoundDifference:
    """A round beside the one before it; the first has none."""

    statement_id: int
    activity_name: str
    number: int
    before: RoundLine | None
    after: RoundLine
    parts: tuple[PartDifference, ...]


def review_of(*, by: Actor, statement_id: int, today: date) -> ReviewAnswer:
    """The review of a statement. Raises NotFound. Cost: six queries."""
    require(by.may(Permission.READ_RECORDS))
    rows = StatementRecord.objects.select_related("pathway", "line__version")
    record = one(by, rows, statement_id, what=STATEMENT)
    rounds = list(record.rounds.order_by("-number").prefetch_related("reviews"))
    said = [_review(each, row) for row in rounds for each in row.reviews.all()]
    return ReviewAnswer(
        stops=_stops(record, rounds, today),
        rounds=tuple(
            RoundLine(
                number=row.number,
                submitted_at=row.submitted_at,
                submitted_by=row.submitted_by,
                reviews=tuple(each for each in said if each.round_number == row.number),
            )
            for row in rounds
        ),
        comments=_comments(_commented().filter(review__round__statement=record)),
    )


def comments_on_pathway(*, by: Actor, pathway_id: int) -> tuple[CommentLine, ...]:
    """The comments that are to be mended in a GAP, the settled ones left out.

    They are those on the statements of the GAP and of the one it revises. Raises NotFound. Cost:
    two queries.
    """
    require(by.may(Permission.READ_RECORDS))
    record = one(by, PathwayRecord.objects.all(), pathway_id, what=PATHWAY)
    pathways = [record.pk, *([record.replaces_id] if record.replaces_id else [])]
    rows = _commented().filter(review__round__statement__pathway__in=pathways)
    return _comments(rows.exclude(state=CommentState.ACCEPTED))


def round_difference(
    *, by: Actor, statement_id: int, number: int, language: Language
) -> RoundDifference:
    """A round beside the one before it, in one language. Raises NotFound. Cost: three queries."""
    require(by.may(Permission.READ_RECORDS))
    record = one(by, StatementRecord.objects.select_related("line"), statement_id, what=STATEMENT)
    kept = {row.number: row for row in record.rounds.filter(number__in=[number - 1, number])}
    if number not in kept:
        raise NotFound(ROUND)
    after, before = kept[number], kept.get(number - 1)
    return RoundDifference(
        statement_id=record.pk,
        activity_name=record.line.name,
        number=number,
        before=_dated(before) if before else None,
        after=_dated(after),
        parts=tuple(_part(part, before, after, language) for part in PARTS),
    )


def correction_hints(*, by: Actor, today: date) -> tuple[Hint, ...]:
    """What the government's returns of the last two years were most often about. One query."""
    require(by.may(Permission.READ_RECORDS))
    rows = visible(
        by,
        ReviewCommentRecord.objects.filter(
            review__reviewed_at__date__gt=today - timedelta(days=365 * YEARS_BACK)
        ),
        through="review__round__statement__government",
    )
    returns: dict[int, set[tuple[str, str]]] = {}
    for review, part, rule in rows.values_list("review", "part", "rule"):
        returns.setdefault(review, set()).add((part, rule))
    return hints_from(list(returns.values()))


def _part(
    part: str, before: RoundRecord | None, after: RoundRecord, language: Language
) -> PartDifference:
    now = _rows(after, part, language)
    rows = rows_compared(_rows(before, part, language) if before else now, now)
    return PartDifference(PART_LABELS[part], rows, has_changed(rows))


def _rows(row: RoundRecord, part: str, language: Language) -> list[str]:
    kept: list[list[str]] = row.content.get(part, [])
    return [Text(indonesian, english).say(language) for indonesian, english in kept]


def _dated(row: RoundRecord) -> RoundLine:
    return RoundLine(row.number, row.submitted_at, row.submitted_by, ())


def _commented() -> QuerySet[ReviewCommentRecord]:
    return ReviewCommentRecord.objects.select_related("review__round").order_by("pk")


def _comments(rows: Iterable[ReviewCommentRecord]) -> tuple[CommentLine, ...]:
    return tuple(
        CommentLine(
            comment_id=row.pk,
            statement_id=row.review.round.statement_id,
            part=row.part,
            text=row.text,
            rule=row.rule,
            state=CommentState(row.state),
            round_number=row.review.round.number,
            driver=SeatKind(row.review.driver),
            by=row.review.reviewed_by,
            at=row.review.reviewed_at,
            answer=row.answer,
            answered_by=row.answered_by,
            answered_at=row.answered_at,
            accepted_by=row.accepted_by,
            accepted_at=row.accepted_at,
        )
        for row in rows
    )


def _review(row: ReviewRecord, of: RoundRecord) -> ReviewLine:
    return ReviewLine(
        round_number=of.number,
        driver=SeatKind(row.driver),
        verdict=ReviewVerdict(row.verdict),
        note=row.note,
        by=row.reviewed_by,
        at=row.reviewed_at,
    )


def _stops(
    record: StatementRecord, rounds: list[RoundRecord], today: date
) -> tuple[DriverStop, ...]:
    turn, marks = StatementState(record.state).waits_for, marks_now(record)
    return tuple(_stop(driver, rounds, marks, turn, today) for driver in CHAIN)


def _stop(
    driver: SeatKind,
    rounds: list[RoundRecord],
    marks: dict[str, str],
    turn: SeatKind | None,
    today: date,
) -> DriverStop:
    said = [(of, each) for of in rounds for each in of.reviews.all() if each.driver == driver.value]
    of, last = said[0] if said else (None, None)
    is_yes = last is not None and last.verdict == ReviewVerdict.YES
    return DriverStop(
        driver=driver,
        last=_review(last, of) if last and of else None,
        holds=last.mark == marks.get(driver.value) if last and is_yes else None,
        is_earlier=of is not None and of.number < rounds[0].number,
        waiting=waiting(localdate(rounds[0].waits_since), today)
        if turn is driver and rounds
        else None,
    )
