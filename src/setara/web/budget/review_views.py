"""Views on the review of a GBS: each driver in its turn, and the writer's answers."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from setara.domain.foundation.verdict import Refused
from setara.usecases.budget import accepted_examples, review_queries, statement_queries
from setara.usecases.budget import reviewing as verbs
from setara.usecases.budget.review_queries import ReviewAnswer
from setara.usecases.budget.statement_queries import StatementAnswer
from setara.web.budget import statement_views
from setara.web.budget.review_forms import AnswerForm, ExampleForm, ReviewForm
from setara.web.budget.review_pages import answered_for, answers_page, review_page
from setara.web.shell.request import Request


@require_safe
def review(request: Request, statement_id: int) -> HttpResponse:
    """A submission part by part, for the driver whose turn it is."""
    answer, found = _asked(request, statement_id)
    return _shown(request, answer, found, ReviewForm(answered=answered_for(answer, found)))


@require_POST
def send_back(request: Request, statement_id: int) -> HttpResponse:
    """Send a GBS back with comments on its columns."""
    return _judged(
        request,
        statement_id,
        lambda form: verbs.return_statement(
            by=request.actor,
            at=timezone.now(),
            statement_id=statement_id,
            comments=form.comments(),
            note=form.cleaned_data["note"],
            accepted=form.accepted(),
        ),
    )


@require_POST
def approve(request: Request, statement_id: int) -> HttpResponse:
    """Say yes as the driver whose turn it is."""
    return _judged(
        request,
        statement_id,
        lambda form: verbs.approve_statement(
            by=request.actor,
            at=timezone.now(),
            statement_id=statement_id,
            note=form.cleaned_data["note"],
        ),
    )


@require_POST
def assure(request: Request, statement_id: int) -> HttpResponse:
    """Give the inspectorate's assurance."""
    return _judged(
        request,
        statement_id,
        lambda form: verbs.assure_statement(
            by=request.actor,
            at=timezone.now(),
            statement_id=statement_id,
            note=form.cleaned_data["note"],
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def answers(request: Request, statement_id: int) -> HttpResponse:
    """The comments, and what the writer says was changed."""
    answer, found = _asked(request, statement_id)
    form, refusal = AnswerForm(request.POST or None, comments=found.comments), None
    if form.is_valid():
        try:
            verbs.answer_comments(
                by=request.actor,
                at=timezone.now(),
                statement_id=statement_id,
                answers=form.answers(),
            )
            return redirect("budget:statement", statement_id)
        except Refused as refused:
            refusal = refused
    page = answers_page(answer, found, form, refusal)
    status = 422 if form.is_bound else 200
    return TemplateResponse(request, "budget/review_answers.html", {"page": page}, status=status)


@require_POST
def accept(request: Request, statement_id: int) -> HttpResponse:
    """Show a part of a complete GBS to all writers as an example."""
    form, refusal = ExampleForm(request.POST), None
    if form.is_valid():
        try:
            accepted_examples.accept_example(
                by=request.actor,
                at=timezone.now(),
                statement_id=statement_id,
                **form.cleaned_data,
            )
            return redirect("budget:examples")
        except Refused as refused:
            refusal = refused
    return statement_views.show(request, statement_id, refused=refusal, example_form=form)


def _judged(
    request: Request, statement_id: int, act: Callable[[ReviewForm], object]
) -> HttpResponse:
    answer, found = _asked(request, statement_id)
    form = ReviewForm(request.POST, answered=answered_for(answer, found))
    if not form.is_valid():
        return _shown(request, answer, found, form)
    try:
        act(form)
    except Refused as refused:
        return _shown(request, answer, found, form, refused)
    return redirect("budget:statement", statement_id)


def _asked(request: Request, statement_id: int) -> tuple[StatementAnswer, ReviewAnswer]:
    today = timezone.localdate()
    return (
        statement_queries.statement(by=request.actor, statement_id=statement_id, today=today),
        review_queries.review_of(by=request.actor, statement_id=statement_id, today=today),
    )


def _shown(
    request: Request,
    answer: StatementAnswer,
    found: ReviewAnswer,
    form: ReviewForm,
    refused: Refused | None = None,
) -> TemplateResponse:
    page = review_page(answer, found, form, refused)
    status = 422 if form.is_bound else 200
    return TemplateResponse(request, "budget/review.html", {"page": page}, status=status)
