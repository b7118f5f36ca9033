"""The recapitulation of ARG as a figure and as the annex of the report."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from setara.domain.budget.numerators import Numerator
from setara.usecases.reports.papers import PaperFormat
from setara.usecases.reports.recap_drawing import responsive_recap_figure
from setara.usecases.reports.recap_papers import recap_annex
from setara.web.reports.figure_answers import drawn, look_of
from setara.web.shell.request import Request


@require_safe
def over_years(request: Request) -> HttpResponse:
    """Rupiah and share over the years, by one denominator."""
    return drawn(
        responsive_recap_figure(
            by=request.actor,
            today=timezone.localdate(),
            numerator=_numerator_of(request),
            whole=request.GET.get("penyebut", "book"),
            look=look_of(request),
        )
    )


@require_safe
def annex(request: Request, year: int, form: str) -> HttpResponse:
    """The recapitulation of a year as a file, in the reader's language."""
    if form not in list(PaperFormat):
        raise Http404
    page = f"{reverse('budget:recap')}?tahun={year}"
    answer = recap_annex(
        by=request.actor,
        year=year,
        numerator=_numerator_of(request),
        form=PaperFormat(form),
        language=request.language,
        today=timezone.localdate(),
        check_url=request.build_absolute_uri(page),
    )
    response = HttpResponse(answer.content, content_type=answer.media_type)
    response["Content-Disposition"] = f'inline; filename="{answer.file_name}"'
    return response


def _numerator_of(request: Request) -> Numerator:
    asked = request.GET.get("cara", Numerator.APPROVED_STATEMENTS.value)
    if asked not in list(Numerator):
        raise Http404
    return Numerator(asked)
