"""Views on the windows of the review."""

from __future__ import annotations

from dataclasses import dataclass

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from setara.domain.budget.review.windows import WindowKind
from setara.domain.foundation.verdict import Refused
from setara.domain.language.text import Text
from setara.usecases.budget import review_windows as verbs
from setara.usecases.budget.review_windows import ReviewWindowsAnswer, WindowLine
from setara.web.budget.review_forms import LengthenForm, ReviewWindowForm
from setara.web.shell.request import Request

WINDOWS = Text("Jendela reviu {year}", "Review windows of {year}")


@dataclass(frozen=True, slots=True)
class WindowsPage:
    """The windows of a budget year with the forms that set and extend them."""

    title: Text
    answer: ReviewWindowsAnswer
    rows: tuple[tuple[WindowLine, forms.Form], ...]
    form: forms.Form
    refusal: Text | None


@require_http_methods(["GET", "HEAD", "POST"])
def windows(request: Request, year: int) -> HttpResponse:
    """The windows of a budget year; a new one is set."""
    form, refusal = ReviewWindowForm(request.POST or None, initial=_initial(request)), None
    if form.is_valid():
        try:
            given = form.cleaned_data | {"kind": WindowKind(form.cleaned_data["kind"])}
            verbs.set_review_window(by=request.actor, at=timezone.now(), year=year, **given)
            return redirect("budget:review_windows", year)
        except Refused as refused:
            refusal = refused
    return _shown(request, year, form=form, refused=refusal)


@require_POST
def extend(request: Request, year: int, window_id: int) -> HttpResponse:
    """Let a window end on a later day."""
    form, refusal = LengthenForm(request.POST, window_id=window_id), None
    if form.is_valid():
        try:
            verbs.extend_review_window(
                by=request.actor, at=timezone.now(), window_id=window_id, **form.cleaned_data
            )
            return redirect("budget:review_windows", year)
        except Refused as refused:
            refusal = refused
    return _shown(request, year, changing=form, refused=refusal)


def _initial(request: Request) -> dict[str, str]:
    """A proposal of the calendar that was chosen by its link."""
    return {name: request.GET.get(name, "") for name in ("kind", "opens_on", "last_day")}


def _shown(
    request: Request,
    year: int,
    *,
    form: ReviewWindowForm | None = None,
    changing: LengthenForm | None = None,
    refused: Refused | None = None,
) -> TemplateResponse:
    answer = verbs.review_windows(by=request.actor, year=year, today=timezone.localdate())
    page = WindowsPage(
        title=WINDOWS.filled(year=str(year)),
        answer=answer,
        rows=tuple((line, _form(line, changing)) for line in answer.windows),
        form=form or ReviewWindowForm(),
        refusal=refused.reason if refused else None,
    )
    is_wrong = bool(refused or changing or (form and form.is_bound))
    status = 422 if is_wrong else 200
    return TemplateResponse(request, "budget/review_windows.html", {"page": page}, status=status)


def _form(line: WindowLine, changing: LengthenForm | None) -> LengthenForm:
    if changing is not None and changing.window_id == line.window_id:
        return changing
    return LengthenForm(window_id=line.window_id)
