"""Views on decisions and follow-ups."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from setara.domain.foundation.station import Station, StationKind
from setara.domain.foundation.verdict import Refused
from setara.domain.language.text import Text
from setara.usecases.coordination import follow_up_queries, queries
from setara.usecases.coordination import follow_ups as verbs
from setara.web.coordination.forms import AssignForm, ReopenForm, ReportForm
from setara.web.coordination.pages import DecisionPage, FollowUpPage, MinePage
from setara.web.shell.request import Request

DECISION = Text("Keputusan {n}: {meeting}", "Decision {n}: {meeting}")
FOLLOW_UP = Text("Tindak lanjut: {task}", "Follow-up: {task}")


@require_http_methods(["GET", "HEAD", "POST"])
def decision(request: Request, decision_id: int) -> HttpResponse:
    """One decision, and its assignment to agencies."""
    today = timezone.localdate()
    answer = queries.decision(by=request.actor, decision_id=decision_id, today=today)
    agencies = queries.agency_choices(by=request.actor, today=today)
    form = AssignForm(request.POST or None, agencies=agencies)
    if form.is_valid():
        try:
            _assign(request, decision_id, form)
        except Refused as refused:
            form.add_error(None, refused.reason.say(request.language))
        else:
            return redirect("coordination:decision", decision_id)
    return _decision_page(request, answer, form)


def _assign(request: Request, decision_id: int, form: AssignForm) -> None:
    asked = form.cleaned_data
    verbs.assign_follow_up(
        by=request.actor,
        at=timezone.now(),
        decision_id=decision_id,
        task=asked["task"],
        lead_id=asked["lead_id"],
        due_on=asked["due_on"],
        indicator=asked["indicator"],
        parts=form.parts(),
    )


def _decision_page(
    request: Request, answer: queries.DecisionAnswer, form: AssignForm
) -> TemplateResponse:
    page = DecisionPage(
        title=DECISION.filled(n=answer.number, meeting=answer.meeting_title),
        decision=answer,
        form=form,
        station=_station(StationKind.DECISION, answer.decision_id, answer.issue_id),
    )
    status = 422 if form.errors else 200
    return TemplateResponse(request, "coordination/decision.html", {"page": page}, status=status)


def _station(kind: StationKind, pk: int, issue_id: int | None) -> Station | None:
    """A decision about no issue lies on no thread."""
    return Station(kind, pk) if issue_id is not None else None


@require_safe
def mine(request: Request) -> HttpResponse:
    """What the reader's agencies have to do."""
    page = MinePage(
        title=Text("Tindak lanjut Anda", "Your follow-ups"),
        lines=follow_up_queries.my_follow_ups(by=request.actor, today=timezone.localdate()),
    )
    return TemplateResponse(request, "coordination/mine.html", {"page": page})


@require_safe
def follow_up(request: Request, follow_up_id: int) -> HttpResponse:
    """One follow-up."""
    return show(request, follow_up_id)


def show(
    request: Request,
    follow_up_id: int,
    *,
    report_form: ReportForm | None = None,
    reopen_form: ReopenForm | None = None,
    refused: Refused | None = None,
) -> TemplateResponse:
    """The page of a follow-up; a form that was refused keeps what was typed."""
    answer = follow_up_queries.follow_up(
        by=request.actor, follow_up_id=follow_up_id, today=timezone.localdate()
    )
    page = FollowUpPage(
        title=FOLLOW_UP.filled(task=answer.line.task),
        answer=answer,
        report_form=report_form or ReportForm(),
        reopen_form=reopen_form or ReopenForm(),
        finish_url=reverse("coordination:finish", args=[follow_up_id]),
        station=_station(StationKind.FOLLOW_UP, follow_up_id, answer.issue_id),
        refusal=refused.reason if refused else None,
    )
    status = 422 if refused or report_form or reopen_form else 200
    return TemplateResponse(request, "coordination/follow_up.html", {"page": page}, status=status)


@require_POST
def report(request: Request, follow_up_id: int) -> HttpResponse:
    """Report what was done, with evidence."""
    form = ReportForm(request.POST, request.FILES)
    if not form.is_valid():
        return show(request, follow_up_id, report_form=form)
    try:
        _report(request, follow_up_id, form)
    except Refused as refused:
        return show(request, follow_up_id, report_form=form, refused=refused)
    return redirect("coordination:follow_up", follow_up_id)


def _report(request: Request, follow_up_id: int, form: ReportForm) -> None:
    asked = form.cleaned_data
    file = asked["file"]
    verbs.report_follow_up(
        by=request.actor,
        at=timezone.now(),
        follow_up_id=follow_up_id,
        note=asked["note"],
        url=asked["url"],
        file_name=file.name if file else "",
        file_content=file.read() if file else None,
    )


@require_POST
def finish(request: Request, follow_up_id: int) -> HttpResponse:
    """Say yes to a report."""
    try:
        verbs.close_follow_up(by=request.actor, at=timezone.now(), follow_up_id=follow_up_id)
    except Refused as refused:
        return show(request, follow_up_id, refused=refused)
    return redirect("coordination:follow_up", follow_up_id)


@require_POST
def reopen(request: Request, follow_up_id: int) -> HttpResponse:
    """Send a report back."""
    form = ReopenForm(request.POST)
    if not form.is_valid():
        return show(request, follow_up_id, reopen_form=form)
    because = form.cleaned_data["because"]
    try:
        verbs.reopen_follow_up(
            by=request.actor, at=timezone.now(), follow_up_id=follow_up_id, because=because
        )
    except Refused as refused:
        return show(request, follow_up_id, reopen_form=form, refused=refused)
    return redirect("coordination:follow_up", follow_up_id)
