"""Views on indices."""

from __future__ import annotations

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.urls import NoReverseMatch, reverse
from django.views.decorators.http import require_safe

from setara.domain.indices.terms import shown
from setara.domain.language.text import Language, Text
from setara.usecases.indices import queries
from setara.web.indices.pages import IpgPage, SeriesPage, WorkedStep
from setara.web.shell.request import Request

LEAD = Text(
    "IPM perempuan dibanding IPM laki-laki, kali 100. Nilai 100 berarti setara.",
    "The IPM of women over the IPM of men, times 100. A value of 100 means parity.",
)
SERIES = Text("IPG {place} menurut tahun", "IPG of {place} by year")


@require_safe
def ipg(request: Request, place_code: str, year: int) -> HttpResponse:
    """One IPG with every step and source."""
    answer = queries.ipg_of(by=request.actor, place_code=place_code, year=year)
    page = IpgPage(
        title=Text("IPG {place} {year} = {value}", "IPG of {place} {year} = {value}").filled(
            place=answer.place_name, year=str(year), value=answer.explained.published
        ),
        lead=LEAD,
        answer=answer,
        steps=_steps(answer, request.language),
        unrounded=shown(answer.explained.unrounded),
        series_url=reverse("indices:ipg_series"),
    )
    return TemplateResponse(request, "indices/ipg.html", {"page": page})


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


def _steps(answer: queries.IpgAnswer, language: Language) -> tuple[WorkedStep, ...]:
    return tuple(
        WorkedStep(
            name=step.name,
            symbol=step.symbol,
            formula=step.formula,
            worked=step.worked(language),
            value=shown(step.value),
            published=step.published,
            note=step.note,
        )
        for step in answer.explained.steps
    )


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
