"""Views on the missions of the medium-term plan (RPJMD)."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from setara.domain.foundation.verdict import Refused
from setara.domain.language.text import Text
from setara.usecases.budget import mission_queries as queries
from setara.usecases.budget import missions as verbs
from setara.usecases.budget.mission_queries import MissionsAnswer, PlanAnswer
from setara.web.budget.mission_forms import MissionsForm, ProgramsForm
from setara.web.shell.request import Request

TITLE = Text("Misi RPJMD dan programnya", "Missions of the RPJMD and their programmes")
LEAD = Text(
    "Rekap ARG menurut misi memakai peta ini: setiap program melayani satu misi.",
    "The ARG by mission follows this map: each programme serves one mission.",
)
PLAN = Text("RPJMD {first}–{last}", "RPJMD {first}–{last}")


@dataclass(frozen=True, slots=True)
class MissionsPage:
    """All plans, and the form that takes one in."""

    title: Text
    lead: Text
    answer: MissionsAnswer
    form: MissionsForm
    findings: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanPage:
    """One plan with its programmes, to be mapped."""

    title: Text
    answer: PlanAnswer
    form: ProgramsForm


@require_http_methods(["GET", "HEAD", "POST"])
def missions(request: Request) -> HttpResponse:
    """The plans; a file with missions is taken in, or it is said row by row why not."""
    answer = queries.missions(by=request.actor)
    form = MissionsForm(request.POST or None, request.FILES or None)
    findings: tuple[Text, ...] = ()
    if form.is_valid():
        try:
            return redirect("budget:mission_plan", _import(request, form))
        except verbs.MissionsRefused as refusal:
            findings = refusal.findings
        except Refused as refused:
            form.add_error(None, refused.reason.say(request.language))
    page = MissionsPage(TITLE, LEAD, answer, form, findings)
    status = 422 if form.errors or findings else 200
    return TemplateResponse(request, "budget/missions.html", {"page": page}, status=status)


def _import(request: Request, form: MissionsForm) -> int:
    asked = form.cleaned_data
    return verbs.import_missions(
        by=request.actor,
        at=timezone.now(),
        first_year=asked["first_year"],
        last_year=asked["last_year"],
        document=asked["document"],
        name=asked["file"].name,
        content=asked["file"].read(),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def plan(request: Request, plan_id: int) -> HttpResponse:
    """One plan; the map of its programmes is kept."""
    answer = queries.mission_plan(by=request.actor, plan_id=plan_id)
    form = ProgramsForm(request.POST or None, answer=answer)
    if form.is_valid():
        try:
            verbs.map_programs(
                by=request.actor, at=timezone.now(), plan_id=plan_id, programs=form.cleaned_data
            )
        except Refused as refused:
            form.add_error(None, refused.reason.say(request.language))
        else:
            return redirect("budget:mission_plan", plan_id)
    title = PLAN.filled(first=str(answer.plan.first_year), last=str(answer.plan.last_year))
    page = PlanPage(title, answer, form)
    status = 422 if form.errors else 200
    return TemplateResponse(request, "budget/mission_plan.html", {"page": page}, status=status)
