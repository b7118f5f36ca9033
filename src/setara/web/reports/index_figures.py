"""Figures of indices."""

from __future__ import annotations

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from setara.usecases.reports import index_drawing
from setara.web.reports.figure_answers import drawn, look_of
from setara.web.shell.request import Request


@require_safe
def series(request: Request, key: str) -> HttpResponse:
    """An index over the years, with its surroundings and targets."""
    return drawn(index_drawing.index_figure(by=request.actor, key=key, look=look_of(request)))


@require_safe
def province(request: Request, key: str) -> HttpResponse:
    """The kabupaten and kota of the province by index."""
    return drawn(index_drawing.index_map(by=request.actor, key=key, look=look_of(request)))
