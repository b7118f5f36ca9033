"""How a drawn figure is sent, and on which ground it stands."""

from __future__ import annotations

from django.http import HttpResponse

from setara.domain.reports.figures import Theme
from setara.usecases.reports.place_drawing import Look
from setara.web.shell.request import Request
from setara.web.shell.theme import GROUND
from setara.web.shell.theme import Theme as ChosenTheme


def drawn(svg: str) -> HttpResponse:
    """The figure as an image of its own."""
    return HttpResponse(svg, content_type="image/svg+xml")


def ground_of(request: Request) -> Theme:
    """The ground the address asks for, else the reader's choice; an image cannot ask the device."""
    asked = request.GET.get(GROUND, request.theme)
    return Theme.DARK if asked == ChosenTheme.DARK else Theme.LIGHT


def look_of(request: Request) -> Look:
    """The reader's language and ground."""
    return Look(request.language, ground_of(request))


def year_of(request: Request) -> int | None:
    """The year an address asks for, or None."""
    year = request.GET.get("tahun", "")
    return int(year) if len(year) == len("2025") and year.isascii() and year.isdecimal() else None
