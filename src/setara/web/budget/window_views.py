"""Views on the windows of tagging."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from setara.domain.foundation.verdict import Refused
from setara.domain.language.text import Text
from setara.usecases.budget import tagging_windows as verbs
from setara.usecases.budget.tagging_windows import WindowsAnswer
from setara.web.budget.tag_pages import WindowsPage
from setara.web.budget.window_forms import ChangeForm, OpenForm
from setara.web.shell.request import Request

WINDOWS = Text("Jendela penandaan {stage} {year}", "Tagging windows of the {stage} {year}")


@require_http_methods(["GET", "HEAD", "POST"])
def windows(request: Request, version_id: int) -> HttpResponse:
    """The windows that hold for a book; a new one is opened."""
    answer = _asked(request, version_id)
    form = OpenForm(request.POST or None, phase=answer.stage.phase)
    if not form.is_valid():
        return _shown(request, answer, form=form)
    try:
        verbs.open_tagging(by=request.actor, at=timezone.now(), year=answer.year, **form.window())
    except Refused as refused:
        return _shown(request, answer, form=form, refused=refused)
    return redirect("budget:tagging_windows", version_id)


@require_POST
def extend(request: Request, version_id: int, window_id: int) -> HttpResponse:
    """Let a window end on a later day."""
    form = ChangeForm(request.POST, window_id=window_id)
    if not form.is_valid():
        return _shown(request, _asked(request, version_id), changing=form)
    try:
        verbs.extend_tagging(
            by=request.actor, at=timezone.now(), window_id=window_id, **form.cleaned_data
        )
    except Refused as refused:
        answer = _asked(request, version_id)
        return _shown(request, answer, changing=form, refused=refused)
    return redirect("budget:tagging_windows", version_id)


@require_POST
def close(request: Request, version_id: int, window_id: int) -> HttpResponse:
    """Close a window from today on."""
    because = request.POST.get("because", "")
    try:
        verbs.close_tagging(
            by=request.actor, at=timezone.now(), window_id=window_id, because=because
        )
    except Refused as refused:
        form = ChangeForm(request.POST, window_id=window_id)
        answer = _asked(request, version_id)
        return _shown(request, answer, changing=form, refused=refused)
    return redirect("budget:tagging_windows", version_id)


def _asked(request: Request, version_id: int) -> WindowsAnswer:
    return verbs.tagging_windows(
        by=request.actor, version_id=version_id, today=timezone.localdate()
    )


def _shown(
    request: Request,
    answer: WindowsAnswer,
    *,
    form: OpenForm | None = None,
    changing: ChangeForm | None = None,
    refused: Refused | None = None,
) -> TemplateResponse:
    page = WindowsPage(
        title=WINDOWS.filled(stage=answer.stage.name, year=str(answer.year)),
        answer=answer,
        form=form or OpenForm(phase=answer.stage.phase),
        changing=changing,
        refusal=refused.reason if refused else None,
    )
    status = 422 if refused or changing or (form and form.is_bound) else 200
    return TemplateResponse(request, "budget/tag_windows.html", {"page": page}, status=status)
