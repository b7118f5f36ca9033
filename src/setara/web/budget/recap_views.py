"""Views on the recapitulation of gender-responsive money (ARG)."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from setara.domain.budget.numerators import Numerator
from setara.usecases.budget import recap_queries as queries
from setara.web.budget.recap_pages import recap_page
from setara.web.shell.request import Request

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
def recap(request: Request) -> HttpResponse:
    """The recapitulation of the latest year, or of the one asked for, in the way asked for."""
    asked = request.GET.get("tahun", "")
    answer = queries.responsive_recap(
        by=request.actor,
        year=int(asked) if asked.isascii() and asked.isdecimal() and asked[:4] == asked else None,
        today=timezone.localdate(),
        numerator=numerator_of(request),
    )
    page = recap_page(answer, request.GET.get("penyebut", ""))
    return TemplateResponse(request, "budget/recap.html", {"page": page})


@require_safe
def recap_file(request: Request, year: int) -> HttpResponse:
    """The recapitulation as a workbook with its formulas."""
    file = queries.responsive_recap_file(
        by=request.actor,
        year=year,
        today=timezone.localdate(),
        language=request.language,
        numerator=numerator_of(request),
    )
    response = HttpResponse(file.content, content_type=MEDIA_TYPE)
    response["Content-Disposition"] = f'attachment; filename="{file.name}"'
    return response


def numerator_of(request: Request) -> Numerator:
    """The way of counting that the address asks for. Raises Http404 for one that is none."""
    asked = request.GET.get("cara", Numerator.APPROVED_STATEMENTS.value)
    if asked not in list(Numerator):
        raise Http404
    return Numerator(asked)
