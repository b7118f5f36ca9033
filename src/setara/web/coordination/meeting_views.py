"""Views on meetings and the working group."""

from __future__ import annotations

from collections.abc import Callable

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from setara.domain.foundation.permission import Permission
from setara.domain.foundation.sex import Sex
from setara.domain.foundation.verdict import Refused
from setara.domain.language.text import Text, same
from setara.usecases.coordination import group_queries, queries
from setara.usecases.coordination import meetings as verbs
from setara.web.coordination.forms import AttendForm, DecideForm, HoldForm, PlanForm
from setara.web.coordination.pages import GroupPage, MeetingPage, MeetingsPage, PlanPage
from setara.web.shell.request import Request


@require_safe
def meetings(request: Request) -> HttpResponse:
    """The list of meetings."""
    page = MeetingsPage(
        title=Text("Rapat koordinasi", "Coordination meetings"),
        meetings=queries.meetings(by=request.actor),
        plan_url=reverse("coordination:plan"),
        may_plan=request.actor.may(Permission.HOLD_MEETING),
    )
    return TemplateResponse(request, "coordination/meetings.html", {"page": page})


@require_http_methods(["GET", "HEAD", "POST"])
def plan(request: Request) -> HttpResponse:
    """Plan a meeting."""
    form = PlanForm(request.POST or None)
    if form.is_valid():
        try:
            meeting_id = verbs.plan_meeting(
                by=request.actor, at=timezone.now(), **form.cleaned_data
            )
        except Refused as refused:
            form.add_error(None, refused.reason.say(request.language))
        else:
            return redirect("coordination:meeting", meeting_id)
    page = PlanPage(title=Text("Rencanakan rapat", "Plan a meeting"), form=form)
    status = 422 if form.errors else 200
    return TemplateResponse(request, "coordination/plan.html", {"page": page}, status=status)


@require_safe
def meeting(request: Request, meeting_id: int) -> HttpResponse:
    """One meeting."""
    return show(request, meeting_id)


def show(
    request: Request,
    meeting_id: int,
    *,
    typed: forms.Form | None = None,
    refused: Refused | None = None,
) -> TemplateResponse:
    """The page of a meeting; a form that was refused keeps what was typed."""
    answer = queries.meeting(
        by=request.actor,
        meeting_id=meeting_id,
        now=timezone.now(),
        today=timezone.localdate(),
    )
    attend, hold_form, decide_form = _forms(request)
    page = MeetingPage(
        title=same(answer.title),
        meeting=answer,
        attend_form=typed if isinstance(typed, AttendForm) else attend,
        hold_form=typed if isinstance(typed, HoldForm) else hold_form,
        decide_form=typed if isinstance(typed, DecideForm) else decide_form,
        close_url=reverse("coordination:close", args=[meeting_id]),
        refusal=refused.reason if refused else None,
    )
    status = 422 if refused or (typed is not None and typed.errors) else 200
    return TemplateResponse(request, "coordination/meeting.html", {"page": page}, status=status)


def _forms(request: Request) -> tuple[AttendForm, HoldForm, DecideForm]:
    agencies = queries.agency_choices(by=request.actor, today=timezone.localdate())
    issues = queries.issue_choices(by=request.actor)
    return AttendForm(agencies=agencies), HoldForm(), DecideForm(issues=issues)


@require_POST
def attend(request: Request, meeting_id: int) -> HttpResponse:
    """Put one who came on the list."""
    agencies = queries.agency_choices(by=request.actor, today=timezone.localdate())
    form = AttendForm(request.POST, agencies=agencies)

    def act() -> None:
        asked = dict(form.cleaned_data)
        sex = Sex(asked.pop("sex"))
        verbs.record_attendance(
            by=request.actor, at=timezone.now(), meeting_id=meeting_id, sex=sex, **asked
        )

    return _acted(request, meeting_id, form, act)


@require_POST
def hold(request: Request, meeting_id: int) -> HttpResponse:
    """Open the meeting."""
    form = HoldForm(request.POST)

    def act() -> None:
        verbs.hold_meeting(
            by=request.actor, at=timezone.now(), meeting_id=meeting_id, **form.cleaned_data
        )

    return _acted(request, meeting_id, form, act)


@require_POST
def decide(request: Request, meeting_id: int) -> HttpResponse:
    """Record a decision."""
    form = DecideForm(request.POST, issues=queries.issue_choices(by=request.actor))

    def act() -> None:
        verbs.decide(
            by=request.actor, at=timezone.now(), meeting_id=meeting_id, **form.cleaned_data
        )

    return _acted(request, meeting_id, form, act)


def _acted(
    request: Request, meeting_id: int, form: forms.Form, act: Callable[[], None]
) -> HttpResponse:
    if not form.is_valid():
        return show(request, meeting_id, typed=form)
    try:
        act()
    except Refused as refused:
        return show(request, meeting_id, typed=form, refused=refused)
    return redirect("coordination:meeting", meeting_id)


@require_POST
def close(request: Request, meeting_id: int) -> HttpResponse:
    """Close the meeting."""
    try:
        verbs.close_meeting(by=request.actor, at=timezone.now(), meeting_id=meeting_id)
    except Refused as refused:
        return show(request, meeting_id, refused=refused)
    return redirect("coordination:meeting", meeting_id)


@require_safe
def working_group(request: Request) -> HttpResponse:
    """The working group as it is seated today."""
    page = GroupPage(
        title=Text("Pokja PUG", "Working group"),
        answer=group_queries.group_on(by=request.actor, day=timezone.localdate()),
    )
    return TemplateResponse(request, "coordination/group.html", {"page": page})
