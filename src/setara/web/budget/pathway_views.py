"""Views on pathways (GAP)."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from setara.domain.budget.pathway import PathwayState
from setara.domain.foundation.station import Station, StationKind
from setara.domain.foundation.verdict import Refused
from setara.domain.language.text import Text
from setara.usecases.budget import pathway_queries as queries
from setara.usecases.budget import pathways as verbs
from setara.usecases.budget.document_queries import document_pathways
from setara.usecases.budget.pathway_lists import PathwaysWanted, pathway_list
from setara.web.budget.forms import OpeningForm
from setara.web.budget.pages import OpeningPage, PathwaysPage
from setara.web.budget.showing import pathway_page
from setara.web.shell.numbers import number_of
from setara.web.shell.request import Request

LIST = Text("GAP", "GAP (gender analysis pathways)")
_LONGEST_SEARCH = 100
OPENING = Text("Analisis isu (GAP)", "Analyse the issue (GAP)")


@require_safe
def pathways(request: Request) -> HttpResponse:
    """The list of GAPs, narrowed by agency, year, state and words."""
    asked = request.GET
    state = asked.get("keadaan", "")
    wanted = PathwaysWanted(
        agency_id=number_of(asked.get("perangkat", "")),
        year=number_of(asked.get("tahun", "")),
        state=PathwayState(state) if state in list(PathwayState) else None,
        words=asked.get("cari", "")[:_LONGEST_SEARCH],
        page=number_of(asked.get("halaman", "")) or 1,
    )
    found = pathway_list(by=request.actor, today=timezone.localdate(), wanted=wanted)
    kept = asked.copy()
    kept.pop("halaman", None)
    plans = document_pathways(by=request.actor, today=timezone.localdate())
    page = PathwaysPage(LIST, found, wanted, tuple(PathwayState), kept.urlencode(), plans)
    return TemplateResponse(request, "budget/pathways.html", {"page": page})


@require_http_methods(["GET", "HEAD", "POST"])
def open_pathway(request: Request, issue_id: int) -> HttpResponse:
    """Open a GAP for an issue."""
    answer = queries.opening(by=request.actor, issue_id=issue_id, today=timezone.localdate())
    form = OpeningForm(request.POST or None, answer=answer, initial={"year": answer.year})
    if form.is_valid():
        try:
            return redirect("budget:write_pathway", _opened(request, issue_id, answer, form))
        except verbs.AlreadyOpen as open_already:
            messages.info(request, open_already.reason.say(request.language))
            return redirect("budget:pathway", open_already.pathway_id)
        except Refused as refused:
            form.add_error(None, refused.reason.say(request.language))
    station = Station(StationKind.ISSUE, issue_id)
    page = OpeningPage(title=OPENING, answer=answer, station=station, form=form)
    status = 422 if form.errors else 200
    return TemplateResponse(request, "budget/opening.html", {"page": page}, status=status)


def _opened(
    request: Request, issue_id: int, answer: queries.OpeningAnswer, form: OpeningForm
) -> int:
    names = {each.code: each.name for each in answer.activities}
    code = form.cleaned_data["activity_code"]
    return verbs.open_pathway(
        by=request.actor,
        at=timezone.now(),
        issue_id=issue_id,
        activity_name=names[code],
        **form.cleaned_data,
    )


@require_safe
def pathway(request: Request, pathway_id: int) -> HttpResponse:
    """One GAP."""
    return show(request, pathway_id)


def show(request: Request, pathway_id: int, *, refused: Refused | None = None) -> TemplateResponse:
    """The page of a GAP, with the reason on top where an act on it was refused."""
    answer = queries.pathway(by=request.actor, pathway_id=pathway_id, today=timezone.localdate())
    page = pathway_page(answer, refused=refused)
    status = 422 if refused else 200
    return TemplateResponse(request, "budget/pathway.html", {"page": page}, status=status)


@require_POST
def revise(request: Request, pathway_id: int) -> HttpResponse:
    """Open a revision of a signed GAP."""
    try:
        revision = verbs.revise_pathway(by=request.actor, at=timezone.now(), pathway_id=pathway_id)
    except Refused as refused:
        return show(request, pathway_id, refused=refused)
    return redirect("budget:write_pathway", revision)
