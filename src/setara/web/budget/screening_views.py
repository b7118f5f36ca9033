"""Views on the screening of a budget book."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from setara.domain.foundation.verdict import Refused
from setara.domain.language.text import Text
from setara.usecases.budget import declining as verbs
from setara.usecases.budget.learning_again import learn_now
from setara.usecases.budget.screening_queries import ScreeningAnswer
from setara.usecases.budget.screening_queries import screening as screened
from setara.usecases.budget.tag_queries import line_tagging
from setara.web.budget.screening_forms import DeclineForm
from setara.web.budget.screening_pages import ScreeningPage, filter_of
from setara.web.budget.tag_views import line_shown
from setara.web.shell.numbers import number_of, numbers_of
from setara.web.shell.request import Request

SCREENING = Text("Penyaringan {stage} {year}", "Screening of the {stage} {year}")


@require_http_methods(["GET", "HEAD", "POST"])
def screening(request: Request, version_id: int) -> HttpResponse:
    """A page of the lines that deserve a look; those chosen are found not gender-responsive."""
    if request.method != "POST":
        return _shown(request, version_id)
    chosen = numbers_of(request.POST.getlist("line"))
    form = DeclineForm(request.POST)
    if not form.is_valid():
        return _shown(request, version_id, form=form, chosen=chosen)
    try:
        _decline(request, version_id, chosen, form)
    except Refused as refused:
        return _shown(request, version_id, form=form, chosen=chosen, refused=refused)
    return redirect(request.get_full_path())


@require_POST
def take_back(request: Request, version_id: int) -> HttpResponse:
    """Open lines again that were found not gender-responsive, and go back to where it was asked."""
    try:
        verbs.take_back_declines(
            by=request.actor,
            at=timezone.now(),
            version_id=version_id,
            decline_ids=numbers_of(request.POST.getlist("decline")),
        )
    except Refused as refused:
        return _shown(request, version_id, refused=refused)
    line = number_of(request.POST.get("back", ""))
    if line is not None:
        return redirect("budget:tag_line", line)
    return redirect("budget:screening", version_id)


@require_POST
def learn(request: Request, version_id: int) -> HttpResponse:
    """The model is learned now, and the page comes back with it."""
    try:
        learn_now(by=request.actor, at=timezone.now(), version_id=version_id)
    except Refused as refused:
        return _shown(request, version_id, refused=refused)
    page = reverse("budget:screening", args=[version_id])
    return redirect(f"{page}?{request.GET.urlencode()}")


@require_POST
def decline_line(request: Request, line_id: int) -> HttpResponse:
    """One line is found not gender-responsive, from its own page."""
    answer = line_tagging(by=request.actor, line_id=line_id, today=timezone.localdate())
    form = DeclineForm(request.POST)
    if not form.is_valid():
        return line_shown(request, answer, decline_form=form)
    try:
        _decline(request, answer.book.version_id, frozenset([line_id]), form)
    except Refused as refused:
        return line_shown(request, answer, decline_form=form, refused=refused)
    return redirect("budget:tag_line", line_id)


def _decline(request: Request, version_id: int, lines: frozenset[int], form: DeclineForm) -> None:
    verbs.decline_lines(
        by=request.actor,
        at=timezone.now(),
        version_id=version_id,
        line_ids=lines,
        because=form.cleaned_data["because"],
    )


def _shown(
    request: Request,
    version_id: int,
    *,
    form: DeclineForm | None = None,
    chosen: frozenset[int] = frozenset(),
    refused: Refused | None = None,
) -> TemplateResponse:
    only = filter_of(request.GET)
    answer: ScreeningAnswer = screened(
        by=request.actor, version_id=version_id, today=timezone.localdate(), only=only
    )
    page = ScreeningPage(
        title=SCREENING.filled(stage=answer.book.stage.name, year=str(answer.book.year)),
        answer=answer,
        only=only,
        chosen=chosen,
        form=form or DeclineForm(),
        refusal=refused.reason if refused else None,
    )
    status = 422 if refused or form else 200
    return TemplateResponse(request, "budget/screening.html", {"page": page}, status=status)
