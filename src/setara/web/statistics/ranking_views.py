"""The view on all disparities of a year."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from setara.domain.language.text import Text
from setara.usecases.statistics import ranking_queries as queries
from setara.usecases.statistics.ranking_queries import RankingAnswer
from setara.web.shell.request import Request
from setara.web.statistics.pages import Picture
from setara.web.statistics.ranking_forms import RankingForm, wanted_of
from setara.web.statistics.showing import address

LEAD = Text(
    "Semua kesenjangan satu tahun, dari yang paling jauh dari kesetaraan. Yang tertinggal dapat "
    "perempuan, dapat laki-laki; arahnya dari angka.",
    "Every disparity of a year, the farthest from parity first. Women or men may be behind; the "
    "figures say which.",
)
CAPTION = Text(
    "Sembilan kesenjangan teratas dari tahun ke tahun", "The first nine disparities over the years"
)


@dataclass(frozen=True, slots=True)
class DisparitiesPage:
    """The ranking of a year, narrowed by a form."""

    title: Text
    lead: Text
    answer: RankingAnswer
    form: RankingForm
    picture: Picture


@require_safe
def disparities(request: Request) -> HttpResponse:
    """Every disparity of a year in order."""
    answer = queries.disparities(
        by=request.actor, today=timezone.localdate(), wanted=wanted_of(request.GET)
    )
    form = RankingForm(request.GET.dict() | {"tahun": str(answer.year or "")})
    form.offer(answer)
    url = address("reports:ranking_figure")
    shown = f"{url}?{request.GET.urlencode()}" if url and answer.ranked else ""
    page = DisparitiesPage(
        title=Text("Kesenjangan", "Disparities"),
        lead=LEAD,
        answer=answer,
        form=form,
        picture=Picture(shown, CAPTION, CAPTION),
    )
    return TemplateResponse(request, "statistics/disparities.html", {"page": page})
