"""Views on figures the rules doubt."""

from __future__ import annotations

from functools import partial

from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from setara.domain.language.text import Text
from setara.domain.statistics.explaining import ExplanationState
from setara.usecases.statistics import explanations as verbs
from setara.usecases.statistics.doubt_queries import DoubtLine, DoubtsAnswer, doubted
from setara.web.foundation.acting import done, status_of
from setara.web.shell.request import Request
from setara.web.statistics.figure_forms import AnswerForm, ExplainForm
from setara.web.statistics.figure_pages import DoubtCard, DoubtsPage
from setara.web.statistics.periods import year_asked

AT_ONCE = 60
EXPLAINED = Text("Penjelasan dikirim.", "The explanation was sent.")
ACCEPTED = Text("Penjelasan diterima.", "The explanation was accepted.")
REFUSED = Text("Penjelasan ditolak.", "The explanation was turned down.")


@require_safe
def doubts(request: Request) -> HttpResponse:
    """The doubts of a year."""
    return _page(request, year_asked(request.GET))


@require_POST
def explain(request: Request, year: int) -> HttpResponse:
    """Say why doubted figures are right."""
    form = ExplainForm(request.POST)
    act = partial(verbs.explain_doubt, by=request.actor, at=timezone.now(), year=year)
    if done(request, form, act, EXPLAINED):
        return _back(year)
    return _page(request, year, explaining=form)


@require_POST
def accept(request: Request, year: int, explanation_id: int) -> HttpResponse:
    """Take an explanation."""
    form = AnswerForm(request.POST)

    def act(because: str = "") -> None:
        verbs.accept_explanation(by=request.actor, at=timezone.now(), explanation_id=explanation_id)

    if done(request, form, act, ACCEPTED):
        return _back(year)
    return _page(request, year, answering=(explanation_id, form))


@require_POST
def refuse(request: Request, year: int, explanation_id: int) -> HttpResponse:
    """Turn an explanation down."""
    form = AnswerForm(request.POST)
    act = partial(
        verbs.refuse_explanation,
        by=request.actor,
        at=timezone.now(),
        explanation_id=explanation_id,
    )
    if done(request, form, act, REFUSED):
        return _back(year)
    return _page(request, year, answering=(explanation_id, form))


def _back(year: int) -> HttpResponse:
    return redirect(f"{reverse('statistics:doubts')}?tahun={year}")


def _page(
    request: Request,
    year: int | None,
    *,
    explaining: ExplainForm | None = None,
    answering: tuple[int, AnswerForm] | None = None,
) -> TemplateResponse:
    answer = doubted(by=request.actor, year=year)
    page = DoubtsPage(
        title=Text("Angka yang perlu dilihat lagi", "Figures to look at again"),
        answer=answer,
        cards=tuple(_card(line, answer, explaining, answering) for line in answer.lines[:AT_ONCE]),
        left=max(0, len(answer.lines) - AT_ONCE),
    )
    shown = [form for form in (explaining, answering[1] if answering else None) if form]
    return TemplateResponse(
        request, "statistics/doubts.html", {"page": page}, status=status_of(*shown)
    )


def _card(
    line: DoubtLine,
    answer: DoubtsAnswer,
    explaining: ExplainForm | None,
    answering: tuple[int, AnswerForm] | None,
) -> DoubtCard:
    names = f"id_{line.fingerprint[:8]}_%s"
    is_open = line.state is not ExplanationState.ACCEPTED
    explain_form = answer_form = None
    if is_open and line.may_explain:
        asked = {"rule": line.doubt.rule.id, "fingerprint": line.fingerprint}
        is_this = explaining and explaining.data.get("fingerprint") == line.fingerprint
        explain_form = explaining if is_this else ExplainForm(initial=asked, auto_id=names)
    if line.state is ExplanationState.EXPLAINED and answer.may_accept:
        is_that = answering and answering[0] == line.explanation_id
        answer_form = answering[1] if answering and is_that else AnswerForm(auto_id=names)
    return DoubtCard(line, explain_form, answer_form)
