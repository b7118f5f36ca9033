"""Views on column 2 of a GAP."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from setara.domain.budget.datum import Datum
from setara.domain.budget.pathway import PathwayDraft
from setara.domain.foundation.verdict import ALLOWED, Refused, refused, require
from setara.usecases.budget import pathway_queries as queries
from setara.usecases.budget import pathways as verbs
from setara.web.budget.data_forms import ColumnForm, RowForm, TakeForm, TypeForm, wanted_in
from setara.web.budget.data_pages import PathwayDataPage, data_page
from setara.web.budget.review_list_views import beside
from setara.web.shell.request import Request


@require_safe
def data(request: Request, pathway_id: int) -> HttpResponse:
    """Column 2, with the ways to add to it."""
    return _shown(request, data_page(_answer(request, pathway_id), _today()))


@require_POST
def take(request: Request, pathway_id: int) -> HttpResponse:
    """Take figures from the register."""
    answer, form = _answer(request, pathway_id), TakeForm(request.POST)
    try:
        require(ALLOWED if form.is_valid() else _NOT_SAID)
        verbs.take_datum(
            by=request.actor, at=timezone.now(), pathway_id=pathway_id, **form.cleaned_data
        )
    except Refused as no:
        return _shown(request, data_page(answer, _today(), refused=no), status=422)
    return _back(request, pathway_id)


@require_POST
def renew(request: Request, pathway_id: int) -> HttpResponse:
    """Put the latest period in the place of a row."""
    answer, form = _answer(request, pathway_id), RowForm(request.POST)
    try:
        require(ALLOWED if form.is_valid() else _NOT_SAID)
        verbs.renew_datum(
            by=request.actor, at=timezone.now(), pathway_id=pathway_id, **form.cleaned_data
        )
    except Refused as no:
        return _shown(request, data_page(answer, _today(), refused=no), status=422)
    return _back(request, pathway_id)


@require_POST
def type_in(request: Request, pathway_id: int) -> HttpResponse:
    """Add figures that are typed."""
    answer = _answer(request, pathway_id)
    pathway, form = answer.pathway.pathway, TypeForm(request.POST, today=_today())
    if form.is_valid():
        try:
            _save(request, answer, form, (*pathway.data, form.datum(pathway)))
        except Refused as no:
            form.add_error(None, no.reason.say(request.language))
        else:
            return _back(request, pathway_id)
    return _shown(request, data_page(answer, _today(), type_form=form), status=422)


@require_POST
def drop(request: Request, pathway_id: int) -> HttpResponse:
    """Drop a row of column 2, and what refers to it."""
    answer = _answer(request, pathway_id)
    form, data = RowForm(request.POST), answer.pathway.pathway.data
    try:
        kept = tuple(each for each in data if not form.drops(each))
        require(ALLOWED if len(kept) < len(data) else _NO_SUCH_ROW)
        _save(request, answer, form, kept)
    except Refused as no:
        return _shown(request, data_page(answer, _today(), refused=no), status=422)
    return _back(request, pathway_id)


_NOT_SAID = refused(
    "Pilihan itu tidak lengkap. Pilih lagi dari daftar.",
    "That choice is not complete. Choose from the list again.",
)
_NO_SUCH_ROW = refused(
    "Baris itu tidak ada lagi di kolom 2. Lihat isi terbarunya di bawah.",
    "That row is no longer in column 2. See below what is there now.",
)


def _today() -> date:
    return timezone.localdate()


def _answer(request: Request, pathway_id: int) -> queries.PathwayDataAnswer:
    return queries.pathway_data(
        by=request.actor,
        pathway_id=pathway_id,
        today=_today(),
        wanted=wanted_in(request.GET.dict()),
    )


def _back(request: Request, pathway_id: int) -> HttpResponse:
    """To the page as it was searched, so that the next row is one press away."""
    asked = request.GET.urlencode()
    there = reverse("budget:pathway_data", args=[pathway_id])
    return redirect(f"{there}?{asked}" if asked else there)


def _save(
    request: Request,
    answer: queries.PathwayDataAnswer,
    form: ColumnForm,
    data: tuple[Datum, ...],
) -> None:
    verbs.save_pathway(
        by=request.actor,
        at=timezone.now(),
        pathway_id=answer.pathway.pathway_id,
        edition=form.cleaned_data["edition"],
        draft=PathwayDraft(data=data),
    )


def _shown(request: Request, page: PathwayDataPage, status: int = 200) -> HttpResponse:
    told = replace(page, beside=beside(request, page.answer.pathway.pathway_id))
    return TemplateResponse(request, "budget/data.html", {"page": told}, status=status)
