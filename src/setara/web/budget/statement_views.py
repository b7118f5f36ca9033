"""Views on statements (GBS)."""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from setara.domain.budget.allocation import AllocationCategory
from setara.domain.foundation.verdict import Refused
from setara.domain.language.text import Text
from setara.usecases.budget import pathway_queries, review_queries, reviewing
from setara.usecases.budget import statement_queries as queries
from setara.usecases.budget import statements as verbs
from setara.usecases.budget.accepted_examples import may_accept
from setara.usecases.budget.statement_changes import statement_change, statement_changes
from setara.web.budget.forms import DrawUpForm
from setara.web.budget.pages import StatementReview, StatementsPage
from setara.web.budget.review_forms import ExampleForm
from setara.web.budget.showing import pathway_page, statement_columns, statement_page
from setara.web.shell.request import Request


@require_safe
def statements(request: Request) -> HttpResponse:
    """The list of GBSs."""
    page = StatementsPage(
        title=Text("GBS", "GBS (gender budget statements)"),
        statements=queries.statements(by=request.actor, today=timezone.localdate()),
    )
    changes = statement_changes(by=request.actor)
    rows = [(line, changes.get(line.statement_id)) for line in page.statements]
    return TemplateResponse(request, "budget/statements.html", {"page": page, "rows": rows})


@require_safe
def statement(request: Request, statement_id: int) -> HttpResponse:
    """One GBS."""
    return show(request, statement_id)


def show(
    request: Request,
    statement_id: int,
    *,
    refused: Refused | None = None,
    correct_form: DrawUpForm | None = None,
    example_form: ExampleForm | None = None,
) -> TemplateResponse:
    """The page of a GBS, with the reason on top where an act on it was refused."""
    answer = queries.statement(
        by=request.actor, statement_id=statement_id, today=timezone.localdate()
    )
    page = statement_page(
        answer,
        statement_columns(answer),
        _review(request, answer),
        correct_form=correct_form,
        refused=refused,
    )
    if example_form:
        page = replace(page, example_form=example_form)
    status = 422 if refused or correct_form or example_form else 200
    shown = {"page": page, "change": statement_change(by=request.actor, statement_id=statement_id)}
    return TemplateResponse(request, "budget/statement.html", shown, status=status)


def _review(request: Request, answer: queries.StatementAnswer) -> StatementReview:
    by, today = request.actor, timezone.localdate()
    return StatementReview(
        answer=review_queries.review_of(by=by, statement_id=answer.line.statement_id, today=today),
        hints=review_queries.correction_hints(by=by, today=today),
        may_accept=may_accept(by, answer.line.state),
    )


@require_POST
def draw_up(request: Request, pathway_id: int) -> HttpResponse:
    """Tie a signed GAP to a budget line."""
    answer = pathway_queries.pathway(
        by=request.actor, pathway_id=pathway_id, today=timezone.localdate()
    )
    form = DrawUpForm(request.POST, lines=answer.untied_lines)
    if form.is_valid():
        try:
            return redirect("budget:statement", _drawn_up(request, pathway_id, form))
        except Refused as refused:
            form.add_error(None, refused.reason.say(request.language))
    page = pathway_page(answer, form=form)
    return TemplateResponse(request, "budget/pathway.html", {"page": page}, status=422)


def _drawn_up(request: Request, pathway_id: int, form: DrawUpForm) -> int:
    return verbs.draw_up_statement(
        by=request.actor,
        at=timezone.now(),
        pathway_id=pathway_id,
        line_id=form.cleaned_data["line_id"],
        category=AllocationCategory(form.cleaned_data["category"]),
    )


@require_POST
def correct(request: Request, statement_id: int) -> HttpResponse:
    """Choose the budget line and the category of a GBS anew."""
    answer = queries.statement(
        by=request.actor, statement_id=statement_id, today=timezone.localdate()
    )
    form = DrawUpForm(request.POST, lines=answer.lines)
    if not form.is_valid():
        return show(request, statement_id, correct_form=form)
    try:
        _corrected(request, statement_id, form)
    except Refused as refused:
        return show(request, statement_id, refused=refused, correct_form=form)
    return redirect("budget:statement", statement_id)


def _corrected(request: Request, statement_id: int, form: DrawUpForm) -> None:
    verbs.correct_statement(
        by=request.actor,
        at=timezone.now(),
        statement_id=statement_id,
        line_id=form.cleaned_data["line_id"],
        category=AllocationCategory(form.cleaned_data["category"]),
    )


@require_POST
def submit(request: Request, statement_id: int) -> HttpResponse:
    """Hand a GBS to the drivers."""
    try:
        verbs.submit_statement(by=request.actor, at=timezone.now(), statement_id=statement_id)
    except Refused as refused:
        return show(request, statement_id, refused=refused)
    return redirect("budget:statement", statement_id)


@require_POST
def lock(request: Request, statement_id: int) -> HttpResponse:
    """Lock a GBS as the RKA is closed."""
    try:
        reviewing.lock_statement(by=request.actor, at=timezone.now(), statement_id=statement_id)
    except Refused as refused:
        return show(request, statement_id, refused=refused)
    return redirect("budget:statement", statement_id)
