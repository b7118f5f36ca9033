"""Views on seats."""

from __future__ import annotations

from functools import partial

from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import Refused, require
from setara.domain.language.text import Text
from setara.usecases.foundation import queries, seat_queries
from setara.usecases.foundation import seats as verbs
from setara.usecases.foundation.seat_queries import SeatRoomAnswer
from setara.web.foundation.acting import done, status_of
from setara.web.foundation.pages import CreateSeatPage, SeatPage
from setara.web.foundation.seat_forms import (
    CreateSeatForm,
    EndHoldingForm,
    FillSeatForm,
    RepresentSeatForm,
)
from setara.web.foundation.seat_showing import SEATS, seat_page, seats_page
from setara.web.shell.pages import Crumb
from setara.web.shell.request import Request

CREATE = Text("Buat kedudukan", "Create a seat")
CREATED = Text("Kedudukan dibuat; isi dengan orang dan SK.", "The seat was created; fill it.")
FILLED = Text("Kedudukan diisi.", "The seat was filled.")
VACANT = Text("Kedudukan ini kosong.", "This seat is vacant.")
ENDED = Text("Akhir masa tugas dicatat.", "The end of the term was recorded.")
REPRESENTED = Text("Perwakilan dicatat.", "The representation was recorded.")


@require_safe
def seats(request: Request) -> HttpResponse:
    """The board of seats."""
    page = seats_page(seat_queries.board(by=request.actor, on=timezone.localdate()))
    return TemplateResponse(request, "foundation/seats.html", {"page": page})


@require_http_methods(["GET", "HEAD", "POST"])
def create(request: Request) -> HttpResponse:
    """Create a seat."""
    require(request.actor.may(Permission.MANAGE_SEATS))
    agencies = queries.agencies(by=request.actor, on=timezone.localdate())
    present = [each for each in agencies if each.exists]
    form = CreateSeatForm(request.POST or None, agencies=present)
    act = partial(verbs.create_seat, by=request.actor, at=timezone.now())
    if done(request, form, act, CREATED):
        return redirect("foundation:seats")
    crumbs = (Crumb(SEATS, reverse("foundation:seats")), Crumb(CREATE))
    page = CreateSeatPage(CREATE, crumbs, form)
    return TemplateResponse(
        request, "foundation/create_seat.html", {"page": page}, status=status_of(form)
    )


@require_safe
def seat(request: Request, seat_id: int) -> HttpResponse:
    """One seat with everyone who ever sat in it."""
    return _shown(request, seat_page(_room(request, seat_id)))


@require_POST
def fill(request: Request, seat_id: int) -> HttpResponse:
    """Put a person into it for a term."""
    room = _room(request, seat_id)
    form = FillSeatForm(request.POST, room=room)
    act = partial(verbs.fill_seat, by=request.actor, at=timezone.now(), seat_id=seat_id)
    if done(request, form, act, FILLED):
        return redirect("foundation:seat", seat_id)
    return _shown(request, seat_page(room, fill=form))


@require_POST
def end(request: Request, seat_id: int) -> HttpResponse:
    """End the term of whoever sits in it."""
    room = _room(request, seat_id)
    holding_id = room.seat.holding_id
    if holding_id is None:
        raise Refused(VACANT)
    form = EndHoldingForm(request.POST)
    act = partial(verbs.end_holding, by=request.actor, at=timezone.now(), holding_id=holding_id)
    if done(request, form, act, ENDED):
        return redirect("foundation:seat", seat_id)
    return _shown(request, seat_page(room, end=form))


@require_POST
def represent(request: Request, seat_id: int) -> HttpResponse:
    """Let a person speak for its holder on one occasion."""
    room = _room(request, seat_id)
    form = RepresentSeatForm(request.POST, room=room)
    act = partial(verbs.represent_seat, by=request.actor, at=timezone.now(), seat_id=seat_id)
    if done(request, form, act, REPRESENTED):
        return redirect("foundation:seat", seat_id)
    return _shown(request, seat_page(room, represent=form))


def _room(request: Request, seat_id: int) -> SeatRoomAnswer:
    return seat_queries.seat_room(by=request.actor, seat_id=seat_id, on=timezone.localdate())


def _shown(request: Request, page: SeatPage) -> HttpResponse:
    status = status_of(page.fill_form, page.end_form, page.represent_form)
    return TemplateResponse(request, "foundation/seat.html", {"page": page}, status=status)
