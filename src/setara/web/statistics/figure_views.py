"""Views on one figure: where it comes from, its correction, and taking a change back."""

from __future__ import annotations

from functools import partial

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Text
from setara.usecases.statistics import corrections as verbs
from setara.usecases.statistics.figure_history import figure_history, observation_at
from setara.web.foundation.acting import done, status_of
from setara.web.shell.pages import Crumb
from setara.web.shell.request import Request
from setara.web.statistics.figure_forms import CorrectionForm, UndoForm
from setara.web.statistics.figure_pages import HistoryPage

TITLE = Text("{element}: {sex}, {place}, {period}", "{element}: {sex}, {place}, {period}")
CORRECTED = Text("Angka dikoreksi.", "The figure was corrected.")
UNDONE = Text("Perubahan dibatalkan.", "The change was taken back.")


@require_safe
def find(
    request: Request, element_code: str, place_code: str, year: int, sex: str
) -> HttpResponseRedirect:
    """From a cell of a table to the page of its figure."""
    if sex not in list(Sex):
        raise Http404
    found = observation_at(
        by=request.actor,
        element_code=element_code,
        place_code=place_code,
        year=year,
        sex=Sex(sex),
        breakdown=request.GET.get("rincian", ""),
    )
    return redirect("statistics:figure", found)


@require_safe
def figure(request: Request, observation_id: int) -> HttpResponse:
    """The history of one figure."""
    return _page(request, observation_id)


@require_POST
def correct(request: Request, observation_id: int) -> HttpResponse:
    """Correct the figure."""
    form = CorrectionForm(request.POST)
    act = partial(
        verbs.correct_figure,
        by=request.actor,
        at=timezone.now(),
        observation_id=observation_id,
    )
    if done(request, form, act, CORRECTED):
        return redirect("statistics:figure", observation_id)
    return _page(request, observation_id, form=form)


@require_POST
def undo(request: Request, observation_id: int) -> HttpResponse:
    """Take the last change back."""
    form = UndoForm(request.POST)
    act = partial(
        verbs.undo_change, by=request.actor, at=timezone.now(), observation_id=observation_id
    )
    if done(request, form, act, UNDONE):
        return redirect("statistics:figure", observation_id)
    return _page(request, observation_id, undo_form=form)


def _page(
    request: Request,
    observation_id: int,
    *,
    form: CorrectionForm | None = None,
    undo_form: UndoForm | None = None,
) -> TemplateResponse:
    answer = figure_history(by=request.actor, observation_id=observation_id)
    now = {"version": answer.version}
    form, undo_form = form or CorrectionForm(initial=now), undo_form or UndoForm(initial=now)
    element = answer.element
    year = answer.period.valid_from.year
    page = HistoryPage(
        title=TITLE.filled(
            element=element.name,
            sex=answer.sex.label,
            place=answer.place_name,
            period=answer.period,
        ),
        answer=answer,
        form=form,
        undo_form=undo_form,
        crumbs=(
            Crumb(Text("Data terpilah", "Data by sex"), reverse("statistics:elements")),
            Crumb(element.name, reverse("statistics:table", args=[element.code])),
            Crumb(
                Text("{place}, {period}", "{place}, {period}").filled(
                    place=answer.place_name, period=answer.period
                ),
                reverse("statistics:disparity", args=[element.code, answer.place_code, year]),
            ),
        ),
    )
    status = status_of(form, undo_form)
    return TemplateResponse(request, "statistics/figure.html", {"page": page}, status=status)
