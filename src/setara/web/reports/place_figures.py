"""Views on figures of places, ages and ratios."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from setara.usecases.reports import place_drawing
from setara.usecases.reports.ranking_drawing import ranking_figure
from setara.web.reports.figure_answers import drawn, look_of, year_of
from setara.web.shell.request import Request
from setara.web.statistics.ranking_forms import wanted_of


@require_safe
def map_of(request: Request, element_code: str) -> HttpResponse:
    """An element by sub-district: outlines where they are known, else tiles."""
    return _map(request, element_code, as_tiles=False)


@require_safe
def tiles_of(request: Request, element_code: str) -> HttpResponse:
    """An element by sub-district as tiles."""
    return _map(request, element_code, as_tiles=True)


def _map(request: Request, element_code: str, *, as_tiles: bool) -> HttpResponse:
    return drawn(
        place_drawing.map_figure(
            by=request.actor,
            element_code=element_code,
            look=look_of(request),
            year=year_of(request),
            as_tiles=as_tiles,
        )
    )


@require_safe
def multiples(request: Request, element_code: str) -> HttpResponse:
    """An element in every sub-district over the years."""
    return drawn(
        place_drawing.multiples_figure(
            by=request.actor, element_code=element_code, look=look_of(request)
        )
    )


@require_safe
def by_age(request: Request, element_code: str, place_code: str) -> HttpResponse:
    """An element by age."""
    return drawn(
        place_drawing.pyramid_figure(
            by=request.actor,
            element_code=element_code,
            place_code=place_code,
            look=look_of(request),
            year=year_of(request),
        )
    )


@require_safe
def ratio(request: Request, element_code: str, place_code: str, year: int) -> HttpResponse:
    """The ratio of women to men over the years."""
    return drawn(
        place_drawing.ratio_figure(
            by=request.actor,
            element_code=element_code,
            place_code=place_code,
            year=year,
            look=look_of(request),
            today=timezone.localdate(),
        )
    )


@require_safe
def ranking(request: Request) -> HttpResponse:
    """The most severe disparities of a year."""
    return drawn(
        ranking_figure(
            by=request.actor,
            look=look_of(request),
            today=timezone.localdate(),
            wanted=wanted_of(request.GET),
        )
    )
