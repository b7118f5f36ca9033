"""Views on indices."""

from __future__ import annotations

from django.http import HttpResponse, JsonResponse
from django.template.response import TemplateResponse
from django.urls import NoReverseMatch, reverse
from django.views.decorators.http import require_safe

from setara.domain.language.text import Text
from setara.usecases.indices import queries
from setara.usecases.indices.explaining import IndexAnswer, explained_index
from setara.web.indices.explained_pages import VINTAGE, explained_page, vintage_asked
from setara.web.indices.pages import SeriesPage
from setara.web.shell.request import Request

LEAD = Text(
    "IPM perempuan dibanding IPM laki-laki, kali 100. Nilai 100 berarti setara.",
    "The IPM of women over the IPM of men, times 100. A value of 100 means parity.",
)
SERIES = Text("IPG {place} menurut tahun", "IPG of {place} by year")


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
def ipg_series(request: Request) -> HttpResponse:
    """The IPG of the reader's government over the years."""
    answer = queries.ipg_series(by=request.actor)
    page = SeriesPage(
        title=SERIES.filled(place=answer.place_name),
        lead=LEAD,
        answer=answer,
        figure_url=_figure_url(answer),
        figure_caption=SERIES.filled(place=answer.place_name),
        figure_alt=_alternative(answer),
    )
    return TemplateResponse(request, "indices/series.html", {"page": page})


def _figure_url(answer: queries.SeriesAnswer) -> str:
    try:
        return reverse("reports:ipg_figure", args=[answer.place_code])
    except NoReverseMatch:
        return ""


def _alternative(answer: queries.SeriesAnswer) -> Text:
    known = [year for year in answer.years if year.published is not None]
    if not known:
        return Text("Belum ada angka.", "No figures yet.")
    first, last = known[0], known[-1]
    return Text(
        "Garis IPG dari {first} ({start}) sampai {last} ({end}); tahun tanpa angka memutus garis.",
        "A line of the IPG from {first} ({start}) to {last} ({end}); years without a figure break "
        "it.",
    ).filled(first=str(first.year), start=first.published, last=str(last.year), end=last.published)
