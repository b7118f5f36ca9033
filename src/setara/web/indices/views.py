"""Views on indices."""

from __future__ import annotations

from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from setara.usecases.indices.explaining import IndexAnswer, explained_index
from setara.web.indices.explained_pages import VINTAGE, explained_page, vintage_asked
from setara.web.shell.request import Request


@require_safe
def explained(request: Request, index_key: str, place_code: str, year: int) -> HttpResponse:
    """One index with every step, figure and source."""
    page = explained_page(_answer(request, index_key, place_code, year), request.language)
    return TemplateResponse(request, "indices/explained.html", {"page": page})


@require_safe
def ipg(request: Request, place_code: str, year: int) -> HttpResponse:
    """The IPG at the address it had before there were other indices."""
    return explained(request, "ipg", place_code, year)


@require_safe
def explained_json(request: Request, index_key: str, place_code: str, year: int) -> HttpResponse:
    """The same explanation for programs, in the reader's language."""
    answer = _answer(request, index_key, place_code, year)
    place = {"code": answer.place_code, "name": answer.place_name}
    facts = answer.explained.as_facts(request.language)
    return JsonResponse({"place": place, "year": answer.year} | facts)


def _answer(request: Request, index_key: str, place_code: str, year: int) -> IndexAnswer:
    return explained_index(
        by=request.actor,
        index_key=index_key,
        place_code=place_code,
        year=year,
        vintage=vintage_asked(request.GET.get(VINTAGE, "")),
    )


@require_safe
def ipg_series(_request: Request) -> HttpResponse:
    """The years of the IPG at the address they had before there were other indices."""
    return redirect("indices:series", "ipg", permanent=True)
