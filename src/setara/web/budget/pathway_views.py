"""Views on pathways (GAP)."""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from setara.domain.foundation.station import Station, StationKind
from setara.domain.foundation.verdict import Refused
from setara.domain.language.text import Text
from setara.domain.law.own_forms import TARGET
from setara.usecases.budget import pathway_queries as queries
from setara.usecases.budget import pathways as verbs
from setara.web.budget.drafting import draft_of, initial
from setara.web.budget.forms import OpeningForm
from setara.web.budget.pages import OpeningPage, PathwaysPage
from setara.web.budget.review_list_views import beside
from setara.web.budget.showing import pathway_page, writing_page
from setara.web.budget.writing import PathwayForm
from setara.web.shell.request import Request

OPENING = Text("Analisis isu (GAP)", "Analyse the issue (GAP)")


@require_safe
def pathways(request: Request) -> HttpResponse:
    """The list of GAPs."""
    page = PathwaysPage(
        title=Text("GAP", "GAP (gender analysis pathways)"),
        pathways=queries.pathways(by=request.actor, today=timezone.localdate()),
    )
    return TemplateResponse(request, "budget/pathways.html", {"page": page})


@require_http_methods(["GET", "HEAD", "POST"])
def open_pathway(request: Request, issue_id: int) -> HttpResponse:
    """Open a GAP for an issue."""
    answer = queries.opening(by=request.actor, issue_id=issue_id, today=timezone.localdate())
    form = OpeningForm(
        request.POST or None, answer=answer, initial={"year": timezone.localdate().year + 1}
    )
    if form.is_valid():
        try:
            return redirect("budget:write_pathway", _opened(request, issue_id, answer, form))
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


@require_http_methods(["GET", "HEAD", "POST"])
def write(request: Request, pathway_id: int) -> HttpResponse:
    """Write the columns of a draft."""
    answer = queries.pathway(by=request.actor, pathway_id=pathway_id, today=timezone.localdate())
    form = PathwayForm(
        request.POST or None,
        pathway=answer.pathway,
        holds_target=TARGET in answer.form.field("activity").holds,
        initial=initial(answer.pathway, answer.edition),
    )
    if form.is_valid():
        try:
            _save(request, pathway_id, answer, form)
        except Refused as refused:
            form.add_error(None, refused.reason.say(request.language))
        else:
            return redirect("budget:pathway", pathway_id)
    page = replace(writing_page(answer, form), beside=beside(request, pathway_id))
    status = 422 if form.errors else 200
    return TemplateResponse(request, "budget/write.html", {"page": page}, status=status)


def _save(
    request: Request, pathway_id: int, answer: queries.PathwayAnswer, form: PathwayForm
) -> None:
    verbs.save_pathway(
        by=request.actor,
        at=timezone.now(),
        pathway_id=pathway_id,
        edition=form.cleaned_data["edition"],
        draft=draft_of(form.cleaned_data, answer.pathway),
    )


@require_POST
def sign(request: Request, pathway_id: int) -> HttpResponse:
    """Sign a GAP; its data are frozen."""
    try:
        verbs.sign_pathway(by=request.actor, at=timezone.now(), pathway_id=pathway_id)
    except Refused as refused:
        return show(request, pathway_id, refused=refused)
    return redirect("budget:pathway", pathway_id)


@require_POST
def revise(request: Request, pathway_id: int) -> HttpResponse:
    """Open a revision of a signed GAP."""
    try:
        revision = verbs.revise_pathway(by=request.actor, at=timezone.now(), pathway_id=pathway_id)
    except Refused as refused:
        return show(request, pathway_id, refused=refused)
    return redirect("budget:write_pathway", revision)
