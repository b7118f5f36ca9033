"""Views on data by sex."""

from __future__ import annotations

import re

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from setara.usecases.statistics.disparity_room import disparity_room
from setara.usecases.statistics.element_room import element_room
from setara.web.shell.request import Request
from setara.web.statistics.forms import IssueForm
from setara.web.statistics.showing import disparity_page
from setara.web.statistics.table_showing import table_page

YEAR = re.compile(r"[0-9]{4}")


@require_safe
def table(request: Request, element_code: str) -> HttpResponse:
    """One element: over time, by place, broken down."""
    year = request.GET.get("tahun", "")
    answer = element_room(
        by=request.actor,
        element_code=element_code,
        year=int(year) if YEAR.fullmatch(year) else None,
        cut=request.GET.get("rincian", ""),
    )
    return TemplateResponse(request, "statistics/table.html", {"page": table_page(answer)})


@require_safe
def disparity(request: Request, element_code: str, place_code: str, year: int) -> HttpResponse:
    """One disparity in numbers, words and a chart."""
    answer = disparity_room(
        by=request.actor,
        element_code=element_code,
        place_code=place_code,
        year=year,
        today=timezone.localdate(),
    )
    return TemplateResponse(
        request, "statistics/disparity.html", {"page": disparity_page(answer, IssueForm())}
    )
