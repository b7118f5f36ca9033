"""The view on what moves an index."""

from __future__ import annotations

from random import Random

from django.http import Http404, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from setara.domain.indices.definition import Index
from setara.domain.indices.registry import NoSuchIndex, index_named
from setara.usecases.indices.levers import levers_of
from setara.web.indices.lever_forms import LeversForm
from setara.web.indices.lever_pages import levers_page
from setara.web.shell.request import Request

SEED = 2026
"""The same errors give the same band, whoever asks and whenever."""


@require_safe
def levers(request: Request, index_key: str, place_code: str, year: int) -> HttpResponse:
    """What moves one index, and what the figures in the address would make of it."""
    form = LeversForm(request.GET, _index(index_key))
    answer = levers_of(
        by=request.actor,
        index_key=index_key,
        place_code=place_code,
        year=year,
        asked=form.asked(),
        # Draws a band and keeps no secret.
        chance=Random(SEED),  # noqa: S311
    )
    return TemplateResponse(request, "indices/levers.html", {"page": levers_page(answer, form)})


def _index(key: str) -> Index:
    try:
        return index_named(key)
    except NoSuchIndex as error:
        raise Http404 from error
