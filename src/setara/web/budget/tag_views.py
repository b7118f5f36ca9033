"""Views on the tagging of a budget book."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from setara.domain.foundation.verdict import Refused
from setara.domain.language.text import Text
from setara.usecases.budget import tag_bulk
from setara.usecases.budget import tag_queries as queries
from setara.usecases.budget import tags as verbs
from setara.usecases.budget.tag_answers import LineTaggingAnswer, TaggingAnswer
from setara.web.budget.screening_forms import DeclineForm
from setara.web.budget.tag_forms import DecisionForm, LineForm, WithdrawForm, started
from setara.web.budget.tag_pages import LineTaggingPage, TaggingPage, asked_in
from setara.web.shell.numbers import numbers_of
from setara.web.shell.request import Request

TAGGING = Text("Penandaan {stage} {year}", "Tagging of the {stage} {year}")
LINE = Text("Penandaan: {name}", "Tagging: {name}")
LAST_DECISION = "last tagging decision"
# Not the reason: each decision has its own.
KEPT = ("category", "scope", "weight", "grade", "issue_id", "target", "need", "work")


@require_http_methods(["GET", "HEAD", "POST"])
def tagging(request: Request, version_id: int) -> HttpResponse:
    """A page of the lines of a book; those chosen are tagged by one decision."""
    if request.method != "POST":
        return _shown(request, version_id)
    form = DecisionForm(request.POST, issues=_asked(request, version_id).issues)
    if not form.is_valid():
        return _shown(request, version_id, form=form)
    try:
        tag_bulk.tag_many(
            by=request.actor,
            at=timezone.now(),
            version_id=version_id,
            line_ids=_meant(request, version_id, are_tagged=False),
            decision=form.decision(),
        )
    except Refused as refused:
        return _shown(request, version_id, form=form, refused=refused)
    request.session[LAST_DECISION] = {name: request.POST.get(name, "") for name in KEPT}
    return redirect(request.get_full_path())


@require_POST
def withdraw_many(request: Request, version_id: int) -> HttpResponse:
    """Withdraw the tags of the lines chosen, for one reason."""
    try:
        tag_bulk.withdraw_many(
            by=request.actor,
            at=timezone.now(),
            version_id=version_id,
            line_ids=_meant(request, version_id, are_tagged=True),
            because=request.POST.get("because", ""),
        )
    except Refused as refused:
        return _shown(request, version_id, refused=refused)
    return _back(request, version_id)


@require_POST
def undo(request: Request, version_id: int, batch_id: int) -> HttpResponse:
    """Take the last bulk back: its tags are withdrawn, or set again."""
    try:
        tag_bulk.undo_tags(by=request.actor, at=timezone.now(), batch_id=batch_id)
    except Refused as refused:
        return _shown(request, version_id, refused=refused)
    return _back(request, version_id)


@require_http_methods(["GET", "HEAD", "POST"])
def line(request: Request, line_id: int) -> HttpResponse:
    """One line: its tag, what it rests on, its checklist and its history."""
    answer = queries.line_tagging(by=request.actor, line_id=line_id, today=timezone.localdate())
    form = _line_form(answer, request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return line_shown(request, answer, form=form)
    try:
        verbs.set_tag(
            by=request.actor,
            at=timezone.now(),
            line_id=line_id,
            decision=form.decision(),
            replacing=form.cleaned_data["replacing"],
        )
    except Refused as refused:
        return line_shown(request, answer, form=form, refused=refused)
    return redirect("budget:tag_line", line_id)


@require_POST
def withdraw(request: Request, line_id: int, tag_id: int) -> HttpResponse:
    """Withdraw the tag of a line for a reason."""
    because = request.POST.get("because", "")
    try:
        verbs.withdraw_tag(by=request.actor, at=timezone.now(), tag_id=tag_id, because=because)
    except Refused as refused:
        answer = queries.line_tagging(by=request.actor, line_id=line_id, today=timezone.localdate())
        return line_shown(request, answer, refused=refused)
    return redirect("budget:tag_line", line_id)


def _asked(request: Request, version_id: int) -> TaggingAnswer:
    return queries.tagging(
        by=request.actor,
        version_id=version_id,
        today=timezone.localdate(),
        only=asked_in(request.GET).only,
    )


def _chosen(request: Request) -> frozenset[int]:
    return numbers_of(request.POST.getlist("line"))


def _meant(request: Request, version_id: int, *, are_tagged: bool) -> frozenset[int]:
    """The lines ticked, or all that were asked for on every page."""
    if not request.POST.get("everything"):
        return _chosen(request)
    return queries.asked_lines(
        by=request.actor,
        version_id=version_id,
        today=timezone.localdate(),
        only=asked_in(request.GET).only,
        are_tagged=are_tagged,
    )


def _back(request: Request, version_id: int) -> HttpResponse:
    query = request.GET.urlencode()
    address = reverse("budget:tagging", args=[version_id])
    return redirect(f"{address}?{query}" if query else address)


def _shown(
    request: Request,
    version_id: int,
    *,
    form: DecisionForm | None = None,
    refused: Refused | None = None,
) -> TemplateResponse:
    answer = _asked(request, version_id)
    fresh = DecisionForm(issues=answer.issues, initial=request.session.get(LAST_DECISION))
    page = TaggingPage(
        title=TAGGING.filled(stage=answer.book.stage.name, year=str(answer.book.year)),
        answer=answer,
        asked=asked_in(request.GET),
        chosen=_chosen(request),
        form=form or fresh,
        because=request.POST.get("because", ""),
        refusal=refused.reason if refused else None,
    )
    status = 422 if refused or form else 200
    return TemplateResponse(request, "budget/tagging.html", {"page": page}, status=status)


def _line_form(answer: LineTaggingAnswer, typed: object = None) -> LineForm:
    return LineForm(
        typed, issues=answer.issues, parts=answer.parts, initial=started(answer.line.tag)
    )


def line_shown(
    request: Request,
    answer: LineTaggingAnswer,
    *,
    form: LineForm | None = None,
    decline_form: DeclineForm | None = None,
    refused: Refused | None = None,
) -> TemplateResponse:
    """The page of one line, with what was typed on it where that was refused."""
    page = LineTaggingPage(
        title=LINE.filled(name=answer.line.name),
        answer=answer,
        form=form or _line_form(answer),
        withdraw_form=WithdrawForm(),
        decline_form=decline_form or DeclineForm(),
        refusal=refused.reason if refused else None,
    )
    is_refused = refused or decline_form or (form and form.is_bound)
    return TemplateResponse(
        request, "budget/tag_line.html", {"page": page}, status=422 if is_refused else 200
    )
