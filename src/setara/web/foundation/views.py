"""Views on places, the audit trail, and one's own account."""

from __future__ import annotations

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from setara.domain.foundation.place import BadPlaceCode
from setara.usecases.foundation.persons import own_account as own_account_of
from setara.usecases.foundation.places import territory
from setara.usecases.foundation.trail import trail_room
from setara.web.foundation.showing import account_page, place_page, trail_page
from setara.web.shell.errors import not_found_page
from setara.web.shell.request import Request

LONGEST_NUMBER = 18
"""Digits of a sequence number that every database can hold."""


@require_safe
def places(request: Request) -> HttpResponse:
    """The territory of the own government."""
    page = place_page(territory(by=request.actor))
    return TemplateResponse(request, "foundation/place.html", {"page": page})


@require_safe
def place(request: Request, code: str) -> HttpResponse:
    """A place with what lies in it."""
    try:
        page = place_page(territory(by=request.actor, code=code))
    except BadPlaceCode as unknown:
        return not_found_page(request, unknown.reason)
    return TemplateResponse(request, "foundation/place.html", {"page": page})


@require_safe
def trail(request: Request) -> HttpResponse:
    """The trail, newest first, with the state of its chain."""
    before = request.GET.get("sebelum", "")
    room = trail_room(
        by=request.actor,
        before=int(before) if before.isdecimal() and len(before) <= LONGEST_NUMBER else None,
        recompute="periksa" in request.GET,
    )
    return TemplateResponse(request, "foundation/trail.html", {"page": trail_page(room)})


@require_safe
def own_account(request: Request) -> HttpResponse:
    """One's own account."""
    page = account_page(own_account_of(by=request.actor))
    return TemplateResponse(request, "foundation/own_account.html", {"page": page})
