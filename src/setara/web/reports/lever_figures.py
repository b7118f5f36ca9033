"""The figure of what the change of an index is made of."""

from __future__ import annotations

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from setara.usecases.reports.lever_drawing import lever_figure
from setara.web.reports.figure_answers import drawn, ground_of
from setara.web.shell.request import Request


@require_safe
def contributions(request: Request, index_key: str, place_code: str, year: int) -> HttpResponse:
    """The change of an index since the year before, part by part."""
    return drawn(
        lever_figure(
            by=request.actor,
            index_key=index_key,
            place_code=place_code,
            year=year,
            language=request.language,
            theme=ground_of(request),
        )
    )
