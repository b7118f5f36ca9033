"""Views on the recapitulation of gender-responsive money (ARG)."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from setara.domain.budget.recap import Part
from setara.domain.language.text import Text
from setara.usecases.budget import recap_queries as queries
from setara.usecases.budget.recap_queries import RecapAnswer
from setara.web.shell.request import Request

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TITLE = Text("Anggaran responsif gender (ARG)", "Gender-responsive budget (ARG)")
LEAD = Text(
    "Rupiah dahulu, lalu persentasenya menurut setiap penyebut. Persentase tanpa penyebutnya tidak "
    "berarti apa-apa.",
    "Rupiah first, then the share under every denominator. A share without its denominator means "
    "nothing.",
)
BY_CATEGORY = Text("Menurut kategori", "By category")
BY_AGENCY = Text("Menurut perangkat daerah", "By agency")
BY_FIELD = Text("Menurut bidang urusan", "By field of affairs")


@dataclass(frozen=True, slots=True)
class PartTable:
    """One way of taking the money apart; `has_whole` where parts have a budget of their own."""

    title: Text
    parts: tuple[Part, ...]
    has_whole: bool = False


@dataclass(frozen=True, slots=True)
class RecapPage:
    """The recapitulation of one year."""

    title: Text
    lead: Text
    answer: RecapAnswer
    tables: tuple[PartTable, ...]


@require_safe
def recap(request: Request) -> HttpResponse:
    """The recapitulation of the latest year, or of the one asked for."""
    asked = request.GET.get("tahun", "")
    answer = queries.responsive_recap(
        by=request.actor,
        year=int(asked) if asked.isascii() and asked.isdecimal() and asked[:4] == asked else None,
        today=timezone.localdate(),
    )
    page = RecapPage(title=TITLE, lead=LEAD, answer=answer, tables=_tables(answer))
    return TemplateResponse(request, "budget/recap.html", {"page": page})


@require_safe
def recap_file(request: Request, year: int) -> HttpResponse:
    """The recapitulation as a workbook with its formulas."""
    file = queries.responsive_recap_file(
        by=request.actor, year=year, today=timezone.localdate(), language=request.language
    )
    response = HttpResponse(file.content, content_type=MEDIA_TYPE)
    response["Content-Disposition"] = f'attachment; filename="{file.name}"'
    return response


def _tables(answer: RecapAnswer) -> tuple[PartTable, ...]:
    if answer.recap is None or not answer.recap.lines:
        return ()
    return (
        PartTable(BY_CATEGORY, answer.recap.by_category),
        PartTable(BY_AGENCY, answer.recap.by_agency, has_whole=True),
        PartTable(BY_FIELD, answer.recap.by_field),
    )
