"""Views that gather reviews: the queue, what changed between rounds, the accepted examples."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from setara.domain.budget.statement import StatementState
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import Refused, Verdict
from setara.domain.language.text import Text
from setara.usecases.budget import accepted_examples as library
from setara.usecases.budget import review_queries as queries
from setara.usecases.budget.accepted_examples import ExampleLine
from setara.usecases.budget.review_queries import RoundDifference
from setara.usecases.budget.review_queue import QueueAnswer, QueueFilter, review_queue
from setara.web.budget.pages import Beside
from setara.web.shell.request import Request

QUEUE = Text("Tinjauan GAP dan GBS", "Review of GAP and GBS")
EXAMPLES = Text("Contoh yang diterima", "Accepted examples")
_DIGITS = 9
DIFFERENCE = Text("Putaran {n}: {name}", "Round {n}: {name}")


@dataclass(frozen=True, slots=True)
class QueuePage:
    """The queue with what it is filtered by."""

    title: Text
    answer: QueueAnswer
    only: QueueFilter
    states: tuple[StatementState, ...]
    window_year: int


@dataclass(frozen=True, slots=True)
class ExamplesPage:
    """The library of accepted examples."""

    title: Text
    examples: tuple[ExampleLine, ...]
    may_withdraw: Verdict
    refusal: Text | None = None


@dataclass(frozen=True, slots=True)
class DifferencePage:
    """One round beside the one before it."""

    title: Text
    answer: RoundDifference


@require_safe
def queue(request: Request) -> HttpResponse:
    """What waits for whom in the review."""
    only, today = _asked(request), timezone.localdate()
    answer = review_queue(by=request.actor, today=today, only=only)
    page = QueuePage(
        title=QUEUE,
        answer=answer,
        only=only,
        states=tuple(each for each in StatementState if each is not StatementState.DRAFT),
        window_year=only.year or max(answer.years, default=today.year + 1),
    )
    return TemplateResponse(request, "budget/review_queue.html", {"page": page})


@require_safe
def difference(request: Request, statement_id: int, number: int) -> HttpResponse:
    """What changed in a round."""
    answer = queries.round_difference(
        by=request.actor, statement_id=statement_id, number=number, language=request.language
    )
    page = DifferencePage(DIFFERENCE.filled(n=number, name=answer.activity_name), answer)
    return TemplateResponse(request, "budget/round_difference.html", {"page": page})


@require_safe
def examples(request: Request) -> HttpResponse:
    """The accepted examples of the government."""
    return _library(request)


@require_POST
def withdraw_example(request: Request, example_id: int) -> HttpResponse:
    """Take an example out of the library."""
    try:
        library.withdraw_example(
            by=request.actor,
            at=timezone.now(),
            example_id=example_id,
            because=request.POST.get("because", ""),
        )
    except Refused as refused:
        return _library(request, refused)
    return redirect("budget:examples")


def beside(request: Request, pathway_id: int) -> Beside:
    """What stands beside the columns of a GAP that is written."""
    by = request.actor
    return Beside(
        comments=queries.comments_on_pathway(by=by, pathway_id=pathway_id),
        examples=library.accepted_examples(by=by),
        hints=queries.correction_hints(by=by, today=timezone.localdate()),
    )


def _library(request: Request, refused: Refused | None = None) -> TemplateResponse:
    page = ExamplesPage(
        title=EXAMPLES,
        examples=library.accepted_examples(by=request.actor),
        may_withdraw=request.actor.may(Permission.APPROVE_STATEMENT),
        refusal=refused.reason if refused else None,
    )
    status = 422 if refused else 200
    return TemplateResponse(request, "budget/examples.html", {"page": page}, status=status)


def _asked(request: Request) -> QueueFilter:
    state = request.GET.get("keadaan", "")
    return QueueFilter(
        agency_id=_number(request, "perangkat"),
        state=StatementState(state) if state in set(StatementState) else None,
        year=_number(request, "tahun"),
    )


def _number(request: Request, name: str) -> int | None:
    given = request.GET.get(name, "")
    return int(given) if given.isascii() and given.isdigit() and len(given) <= _DIGITS else None
