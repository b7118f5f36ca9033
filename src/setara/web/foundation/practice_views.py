"""Views on the practice year: opening, entering, playing a seat, leaving, closing."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from setara.domain.foundation.verdict import require
from setara.domain.language.text import Text
from setara.usecases.foundation import practice as verbs
from setara.usecases.foundation import practice_queries as queries
from setara.web.foundation.practice_forms import PlayForm
from setara.web.foundation.practice_showing import practice_page
from setara.web.shell.practising import keep_sitting, leave_practice
from setara.web.shell.request import Request

OPENED = Text(
    "Tahun latihan dibuka. Masuklah untuk mulai berlatih.",
    "The practice year is open. Enter it to begin.",
)
CLOSED = Text(
    "Tahun latihan ditutup dan isinya dihapus.",
    "The practice year is closed and its records are gone.",
)
LEFT = Text("Anda kembali ke catatan sebenarnya.", "You are back among the real records.")


@require_safe
def practice(request: Request) -> HttpResponse:
    """The practice year, from outside or from within."""
    answer = queries.practice_year(by=request.actor, today=timezone.localdate())
    page = practice_page(answer)
    return TemplateResponse(request, "foundation/practice.html", {"page": page})


@require_POST
def open_year(request: Request) -> HttpResponse:
    """Copy the records into a practice year."""
    verbs.open_practice_year(by=request.actor, at=timezone.now())
    messages.success(request, OPENED.say(request.language))
    return redirect("foundation:practice")


@require_POST
def close_year(request: Request) -> HttpResponse:
    """Take the practice year away."""
    verbs.close_practice_year(by=request.actor, at=timezone.now())
    messages.success(request, CLOSED.say(request.language))
    return redirect("foundation:practice")


@require_POST
def enter(request: Request) -> HttpResponse:
    """Go on in the practice year."""
    answer = queries.practice_year(by=request.actor, today=timezone.localdate())
    require(answer.may_enter)
    sitting = queries.way_in(by=request.actor)
    if sitting is not None:
        keep_sitting(request, sitting)
    return redirect("foundation:practice")


@require_POST
def leave(request: Request) -> HttpResponse:
    """Go on among the real records."""
    leave_practice(request)
    messages.success(request, LEFT.say(request.language))
    return redirect("foundation:practice")


@require_POST
def play(request: Request) -> HttpResponse:
    """Sit in another seat of the practice year, or in the own ones again."""
    answer = queries.practice_year(by=request.actor, today=timezone.localdate())
    form = PlayForm(request.POST, seats=answer.seats)
    if not form.is_valid():
        page = practice_page(answer, form)
        return TemplateResponse(request, "foundation/practice.html", {"page": page}, status=422)
    seat_id = form.cleaned_data["seat_id"]
    keep_sitting(request, queries.seat_to_play(by=request.actor, seat_id=seat_id))
    return redirect("shell:home")
