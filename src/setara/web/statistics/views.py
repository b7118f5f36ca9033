"""Views on data by sex."""

from __future__ import annotations

import re

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from setara.domain.language.text import Text
from setara.usecases.statistics import queries
from setara.web.shell.request import Request
from setara.web.statistics.forms import IssueForm
from setara.web.statistics.pages import TablePage
from setara.web.statistics.showing import disparity_page

YEAR = re.compile(r"[0-9]{4}")
OVER_TIME = Text("{element} dari waktu ke waktu", "{element} over time")
BY_PLACE = Text("{element} menurut kecamatan, {period}", "{element} by sub-district, {period}")


@require_safe
def table(request: Request, element_code: str) -> HttpResponse:
    """The table of one element, for the year asked for."""
    year = request.GET.get("tahun", "")
    answer = queries.table(
        by=request.actor,
        element_code=element_code,
        year=int(year) if YEAR.fullmatch(year) else None,
    )
    page = TablePage(
        title=answer.element.name,
        table=answer,
        over_time_caption=OVER_TIME.filled(element=answer.element.name),
        by_place_caption=BY_PLACE.filled(element=answer.element.name, period=answer.period or ""),
    )
    return TemplateResponse(request, "statistics/table.html", {"page": page})


@require_safe
def disparity(request: Request, element_code: str, place_code: str, year: int) -> HttpResponse:
    """One disparity in numbers, words and a chart."""
    answer = queries.disparity_of(
        by=request.actor,
        element_code=element_code,
        place_code=place_code,
        year=year,
        today=timezone.localdate(),
    )
    return TemplateResponse(
        request, "statistics/disparity.html", {"page": disparity_page(answer, IssueForm())}
    )
