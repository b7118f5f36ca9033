"""Statements in different places of the review: late, sent back, come again, taken as example."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from setara.cli.demo.thread import Cast, nine_columns
from setara.domain.budget.allocation import AllocationCategory
from setara.domain.budget.pathway import PathwayDraft
from setara.domain.budget.review.comments import NewComment
from setara.domain.budget.review.windows import WindowKind
from setara.usecases.budget.accepted_examples import accept_example
from setara.usecases.budget.pathway_queries import pathway
from setara.usecases.budget.pathways import (
    open_pathway,
    revise_pathway,
    save_pathway,
    sign_pathway,
)
from setara.usecases.budget.review_queries import review_of
from setara.usecases.budget.review_windows import set_review_window
from setara.usecases.budget.reviewing import (
    answer_comments,
    approve_statement,
    return_statement,
)
from setara.usecases.budget.statement_queries import statement, statements
from setara.usecases.budget.statements import draw_up_statement, submit_statement

Table = dict[str, Any]
FIRST = 1
LATE, RECENT, SENT_BACK = timedelta(days=13), timedelta(days=2), timedelta(days=4)
WINDOW = timedelta(days=30)


def play_reviews(cast: Cast, data: Table) -> None:
    """Draw up four statements on the thread's issue, and leave each somewhere else."""
    _choose_examples(cast, data)
    _wait_for_planning(cast, data["waits_for_planning"])
    _submitted(cast, data["waits_for_substance"], cast.now - RECENT)
    _sent_back(cast, data["returned"], cast.now - SENT_BACK)
    _come_again(cast, data["second_round"])
    _set_windows(cast, data["window"])


def _choose_examples(cast: Cast, data: Table) -> None:
    for each in (data["example"], *data["example_more"]):
        accept_example(
            by=cast.actors["driver_substance"],
            at=cast.now,
            statement_id=FIRST,
            part=each["part"],
            reason=each["reason"],
        )


def _set_windows(cast: Cast, given: Table) -> None:
    """Of next year, so that this year's statements stay free."""
    today = cast.now.date()
    for kind in (WindowKind.SUBMISSION, WindowKind.REVIEW):
        set_review_window(
            by=cast.secretary,
            at=cast.now,
            year=today.year + 1,
            kind=kind,
            opens_on=today - RECENT,
            last_day=today + WINDOW,
            reason=given["reason"],
        )


def _wait_for_planning(cast: Cast, given: Table) -> None:
    statement_id = _submitted(cast, given, cast.now - LATE)
    approve_statement(
        by=cast.actors["driver_substance"],
        at=cast.now - LATE + RECENT,
        statement_id=statement_id,
    )


def _sent_back(cast: Cast, given: Table, at: datetime) -> int:
    statement_id = _submitted(cast, given, at - RECENT)
    return_statement(
        by=cast.actors["driver_substance"],
        at=at,
        statement_id=statement_id,
        comments=[
            NewComment(each["part"], each["text"], each.get("rule", ""))
            for each in given["comment"]
        ],
    )
    return statement_id


def _come_again(cast: Cast, given: Table) -> None:
    """Sent back, mended by a revision of the GAP, and agreed by two drivers."""
    author = cast.actors[f"focal-{given['agency']}"]
    at, today = cast.now - RECENT, cast.now.date()
    statement_id = _sent_back(cast, given, cast.now - LATE)
    found = statement(by=author, statement_id=statement_id, today=today)
    revision = revise_pathway(by=author, at=at, pathway_id=found.line.pathway_id)
    mended = PathwayDraft(reformulated_objective=given["mended_objective"])
    save_pathway(by=author, at=at, pathway_id=revision, edition=1, draft=mended)
    sign_pathway(by=author, at=at, pathway_id=revision)
    comments = review_of(by=author, statement_id=statement_id, today=today).comments
    answer_comments(
        by=author,
        at=at,
        statement_id=statement_id,
        answers={
            each.comment_id: "Tujuan dirumuskan kembali bagi keduanya (contoh)."
            for each in comments
        },
    )
    submit_statement(by=author, at=at, statement_id=statement_id)
    for driver in ("driver_substance", "driver_planning"):
        approve_statement(by=cast.actors[driver], at=at, statement_id=statement_id)


def _submitted(cast: Cast, given: Table, at: datetime) -> int:
    """A GAP of the agency, signed, with its GBS submitted."""
    author, today = cast.actors[f"focal-{given['agency']}"], at.date()
    first = next(each for each in statements(by=author, today=today) if each.statement_id == FIRST)
    pathway_id = open_pathway(
        by=author,
        at=at,
        issue_id=first.issue_id,
        agency_id=cast.agencies[given["agency"]],
        year=first.year,
        activity_code=given["activity_code"],
        activity_name=given["activity_name"],
        objective=given["objective"],
    )
    save_pathway(by=author, at=at, pathway_id=pathway_id, edition=1, draft=nine_columns(given))
    sign_pathway(by=author, at=at, pathway_id=pathway_id)
    line = pathway(by=author, pathway_id=pathway_id, today=today).lines[0]
    statement_id = draw_up_statement(
        by=author,
        at=at,
        pathway_id=pathway_id,
        line_id=line.line_id,
        category=AllocationCategory.EQUALITY,
    )
    submit_statement(by=author, at=at, statement_id=statement_id)
    return statement_id
