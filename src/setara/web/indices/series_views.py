"""Views on all indices and on the series of one."""

from __future__ import annotations

from functools import partial

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from setara.domain.indices.registry import index_named
from setara.domain.language.text import Text
from setara.usecases.indices.overview import IndexStanding, OverviewAnswer, overview
from setara.usecases.indices.series_queries import STRANDS, IndexSeriesAnswer, index_series
from setara.usecases.indices.targets import set_index_target, withdraw_index_target
from setara.web.foundation.acting import done, status_of
from setara.web.indices.series_forms import TargetForm
from setara.web.indices.series_pages import IndexSeriesPage, OverviewPage, StandingRow
from setara.web.indices.series_showing import (
    HEADINGS,
    address,
    caption_of,
    explain_address,
    groups_of,
    map_words,
    place_rows,
    reading_of,
)
from setara.web.shell.pages import Crumb
from setara.web.shell.request import Request

OVERVIEW = Text("Indeks gender", "Gender indices")
OVERVIEW_LEAD = Text(
    "Indeks yang dapat dihitung dari angka yang tersimpan, dan apa yang kurang untuk yang lain.",
    "The indices that the kept figures allow, and what the others lack.",
)
SERIES = Text("{index} {place} menurut tahun", "{index} of {place} by year")
LEADS = {
    "ipm": Text(
        "Indeks pembangunan manusia perempuan dan laki-laki, 0 sampai 100.",
        "The human development index of women and of men, 0 to 100.",
    ),
    "ipg": Text(
        "IPM perempuan dibanding IPM laki-laki, kali 100. Nilai 100 berarti setara.",
        "The IPM of women over the IPM of men, times 100. A value of 100 means parity.",
    ),
    "idg": Text(
        "Peran perempuan di DPRD, pekerjaan profesional, dan pendapatan; 100 berarti setara.",
        "Women's part in the council, in professional work and in income; 100 means parity.",
    ),
    "ikg": Text(
        "Ketimpangan dalam kesehatan reproduksi, pemberdayaan, dan pasar kerja; 0 berarti setara.",
        "Inequality in reproductive health, empowerment and work; 0 means parity.",
    ),
}
CAPTION_BY_SEX = Text("{index} {place}: perempuan dan laki-laki", "{index} of {place} by sex")
BESIDE_BY_SEX = Text("{index} {year} menurut wilayah", "{index} {year} by place")
BESIDE = Text("{index} menurut wilayah dan tahun", "{index} by place and year")
MAP = Text(
    "{index} {year} menurut kabupaten/kota. Peta ubin: satu kotak satu wilayah.",
    "{index} {year} by regency and city. A tile map: one square a place.",
)
SET = Text("Target disimpan.", "The target was kept.")
WITHDRAWN = Text("Target dicabut.", "The target was withdrawn.")
IMPORT = Text("Unggah tabel BPS", "Upload a table of BPS")
VERIFICATION = Text("Cocokkan dengan terbitan", "Compare with what was published")


@require_safe
def all_indices(request: Request) -> HttpResponse:
    """Which indices there are for the reader's government, and what the others lack."""
    answer = overview(by=request.actor)
    rows = [_standing_row(each, answer) for each in answer.standings]
    links = [(VERIFICATION, address("indices:verification"))]
    if answer.may_import:
        links.insert(0, (IMPORT, address("indices:upload_table")))
    page = OverviewPage(
        title=OVERVIEW,
        lead=OVERVIEW_LEAD,
        answer=answer,
        known=tuple(each for each in rows if _has_figure(each.standing)),
        lacking=tuple(each for each in rows if _is_ours(each) and not _has_figure(each.standing)),
        elsewhere=tuple(
            each for each in rows if not _is_ours(each) and not _has_figure(each.standing)
        ),
        links=tuple(each for each in links if each[1]),
    )
    return TemplateResponse(request, "indices/overview.html", {"page": page})


def _is_ours(row: StandingRow) -> bool:
    return row.standing.has_register or row.series_url != ""


def _has_figure(standing: IndexStanding) -> bool:
    return standing.computed is not None or standing.printed is not None


def _standing_row(standing: IndexStanding, answer: OverviewAnswer) -> StandingRow:
    key = standing.index.key
    explained = ""
    if standing.computed is not None and standing.year is not None:
        explained = explain_address(key, answer.place_code, standing.year)
    return StandingRow(
        standing, reverse("indices:series", args=[key]) if key in STRANDS else "", explained
    )


@require_http_methods(["GET", "HEAD", "POST"])
def series(request: Request, key: str) -> HttpResponse:
    """An index over the years, and the form that keeps a target of it."""
    answer = index_series(by=request.actor, key=key)
    form = TargetForm(request.POST or None) if answer.may_set_targets else None
    if form is not None:
        act = partial(set_index_target, by=request.actor, at=timezone.now(), index=key)
        if done(request, form, act, SET):
            return redirect("indices:series", key)
    page = _page(answer, form)
    status = status_of(form) if form is not None else 200
    return TemplateResponse(request, "indices/index_series.html", {"page": page}, status=status)


@require_POST
def withdraw(request: Request, key: str, target_id: int) -> HttpResponse:
    """Take a target back."""
    act = partial(withdraw_index_target, by=request.actor, at=timezone.now(), target_id=target_id)
    done(request, forms.Form({}), act, WITHDRAWN)
    return redirect("indices:series", key)


def _page(answer: IndexSeriesAnswer, form: TargetForm | None) -> IndexSeriesPage:
    index, place = answer.index, answer.home.name
    title = SERIES.filled(index=index.symbol, place=place)
    called = HEADINGS[answer.home.main_key or index.key]
    reading, told = reading_of(answer), map_words(answer)
    rows, heads = place_rows(answer)
    newest = answer.newest
    year = str(newest.year) if newest else ""
    beside = BESIDE_BY_SEX if answer.is_by_sex else BESIDE
    return IndexSeriesPage(
        title=title,
        lead=LEADS[index.key],
        crumbs=(Crumb(OVERVIEW, reverse("indices:overview")), Crumb(title)),
        answer=answer,
        reading=reading,
        headings=tuple(HEADINGS[strand.key] for strand in answer.home.strands),
        groups=groups_of(answer),
        figure_url=address("reports:index_figure", index.key),
        figure_caption=CAPTION_BY_SEX.filled(index=index.symbol, place=place)
        if index.key == "ipm"
        else caption_of(answer),
        figure_alt=reading[0] if reading else title,
        places=rows,
        place_heads=heads,
        places_caption=beside.filled(index=called, year=year),
        map_url=address("reports:index_map", index.key) if told.id else "",
        map_caption=MAP.filled(index=called, year=year),
        map_alt=told,
        form=form,
        others=tuple(
            (index_named(key).name, reverse("indices:series", args=[key]))
            for key in STRANDS
            if key != index.key
        ),
    )
