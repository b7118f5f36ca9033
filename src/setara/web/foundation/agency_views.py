"""Views on agencies."""

from __future__ import annotations

from functools import partial

from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import require
from setara.domain.language.text import Text
from setara.usecases.foundation import agencies as verbs
from setara.usecases.foundation import queries
from setara.usecases.foundation.queries import AgencyRoomAnswer
from setara.web.foundation.acting import done, status_of
from setara.web.foundation.agency_forms import (
    FoundAgencyForm,
    MergeAgencyForm,
    RenameAgencyForm,
    SplitAgencyForm,
)
from setara.web.foundation.agency_showing import AGENCIES, agencies_page, agency_page
from setara.web.foundation.pages import AgencyPage, FoundAgencyPage
from setara.web.shell.pages import Crumb
from setara.web.shell.request import Request

RENAMED = Text("Nama baru dicatat.", "The new name was recorded.")
MERGED = Text("Penggabungan dicatat.", "The merger was recorded.")
SPLIT = Text("Pemecahan dicatat.", "The split was recorded.")
FOUNDED = Text("Perangkat daerah dibentuk.", "The agency was founded.")
FOUND = Text("Bentuk perangkat daerah", "Found an agency")


@require_safe
def agencies(request: Request) -> HttpResponse:
    """The agencies there are, and those there were."""
    answers = queries.agencies(by=request.actor, on=timezone.localdate())
    page = agencies_page(answers, request.actor)
    return TemplateResponse(request, "foundation/agencies.html", {"page": page})


@require_http_methods(["GET", "HEAD", "POST"])
def found(request: Request) -> HttpResponse:
    """Found an agency."""
    require(request.actor.may(Permission.MANAGE_AGENCIES))
    form = FoundAgencyForm(request.POST or None)
    act = partial(verbs.found_agency, by=request.actor, at=timezone.now())
    if done(request, form, act, FOUNDED):
        return redirect("foundation:agencies")
    crumbs = (Crumb(AGENCIES, reverse("foundation:agencies")), Crumb(FOUND))
    return TemplateResponse(
        request,
        "foundation/found_agency.html",
        {"page": FoundAgencyPage(FOUND, crumbs, form)},
        status=status_of(form),
    )


@require_safe
def agency(request: Request, agency_id: int) -> HttpResponse:
    """One agency with its history."""
    return _shown(request, agency_page(_room(request, agency_id)))


@require_POST
def rename(request: Request, agency_id: int) -> HttpResponse:
    """Give it a new name from a day on."""
    form = RenameAgencyForm(request.POST)
    act = partial(verbs.rename_agency, by=request.actor, at=timezone.now(), agency_id=agency_id)
    if done(request, form, act, RENAMED):
        return redirect("foundation:agency", agency_id)
    return _shown(request, agency_page(_room(request, agency_id), rename=form))


@require_POST
def merge(request: Request, agency_id: int) -> HttpResponse:
    """Close it; another one takes over."""
    room = _room(request, agency_id)
    form = MergeAgencyForm(request.POST, others=room.others)
    act = partial(
        verbs.merge_agencies, by=request.actor, at=timezone.now(), predecessor_ids=[agency_id]
    )
    if done(request, form, act, MERGED):
        return redirect("foundation:agency", agency_id)
    return _shown(request, agency_page(room, merge=form))


@require_POST
def split(request: Request, agency_id: int) -> HttpResponse:
    """Close it; several others take over."""
    room = _room(request, agency_id)
    form = SplitAgencyForm(request.POST, others=room.others)
    act = partial(verbs.split_agency, by=request.actor, at=timezone.now(), predecessor_id=agency_id)
    if done(request, form, act, SPLIT):
        return redirect("foundation:agency", agency_id)
    return _shown(request, agency_page(room, split=form))


def _room(request: Request, agency_id: int) -> AgencyRoomAnswer:
    return queries.agency_room(by=request.actor, agency_id=agency_id, on=timezone.localdate())


def _shown(request: Request, page: AgencyPage) -> HttpResponse:
    status = status_of(page.rename_form, page.merge_form, page.split_form)
    return TemplateResponse(request, "foundation/agency.html", {"page": page}, status=status)
