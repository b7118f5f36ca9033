"""Views on persons and decrees."""

from __future__ import annotations

from functools import partial

from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from setara.domain.language.text import Text
from setara.usecases.foundation import commands, persons
from setara.web.foundation.acting import done, status_of
from setara.web.foundation.pages import RosterPage
from setara.web.foundation.roster_forms import DecreeForm, PersonForm
from setara.web.foundation.seat_showing import SEATS
from setara.web.shell.pages import Crumb
from setara.web.shell.request import Request

ROSTER = Text("Orang dan SK", "Persons and decrees")
LEAD = Text(
    "Kedudukan diisi dengan orang yang terdaftar, berdasarkan SK yang tercatat.",
    "Seats are filled with registered persons, on recorded decrees.",
)
REGISTERED = Text("Orang didaftarkan.", "The person was registered.")
ISSUED = Text("SK dicatat.", "The decree was recorded.")


@require_safe
def roster(request: Request) -> HttpResponse:
    """Persons and decrees."""
    return _shown(request)


@require_POST
def register(request: Request) -> HttpResponse:
    """Register a person."""
    form = PersonForm(request.POST)
    act = partial(commands.register_person, by=request.actor, at=timezone.now())
    if done(request, form, act, REGISTERED):
        return redirect("foundation:roster")
    return _shown(request, person_form=form)


@require_POST
def issue(request: Request) -> HttpResponse:
    """Record a decree."""
    form = DecreeForm(request.POST)
    act = partial(commands.issue_decree, by=request.actor, at=timezone.now())
    if done(request, form, act, ISSUED):
        return redirect("foundation:roster")
    return _shown(request, decree_form=form)


def _shown(
    request: Request,
    *,
    person_form: PersonForm | None = None,
    decree_form: DecreeForm | None = None,
) -> HttpResponse:
    page = RosterPage(
        title=ROSTER,
        lead=LEAD,
        crumbs=(Crumb(SEATS, reverse("foundation:seats")), Crumb(ROSTER)),
        roster=persons.roster(by=request.actor, on=timezone.localdate()),
        person_form=person_form or PersonForm(),
        decree_form=decree_form or DecreeForm(),
    )
    status = status_of(page.person_form, page.decree_form)
    return TemplateResponse(request, "foundation/roster.html", {"page": page}, status=status)
