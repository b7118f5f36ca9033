"""Views on the lines of the budget that pay for an action of a GAP."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from setara.domain.foundation.verdict import Refused
from setara.domain.language.text import Text
from setara.usecases.budget import action_lines as deeds
from setara.web.budget.action_forms import TickForm
from setara.web.budget.action_pages import action_page
from setara.web.shell.request import Request


@require_http_methods(["GET", "HEAD", "POST"])
def action_lines(request: Request, pathway_id: int, action_key: int) -> HttpResponse:
    """Tick the lines of the sub kegiatan that pay for an action."""
    form, refusal = TickForm(request.POST) if request.method == "POST" else None, None
    if form is not None:
        refusal = _tick(request, pathway_id, action_key, form)
        if refusal is None:
            return redirect("budget:action_lines", pathway_id, action_key)
    answer = deeds.action_lines(
        by=request.actor,
        pathway_id=pathway_id,
        action_key=action_key,
        today=timezone.localdate(),
    )
    if form is not None and form.is_valid():
        # The refusal said who saved meanwhile; the next attempt starts from what is there now.
        form.start_from(answer.pathway.edition)
    page = action_page(answer, form, refusal)
    status = 422 if refusal else 200
    return TemplateResponse(request, "budget/action_lines.html", {"page": page}, status=status)


def _tick(request: Request, pathway_id: int, key: int, form: TickForm) -> Text | None:
    """Why it was refused; None where it is kept."""
    if not form.is_valid():
        return NOT_UNDERSTOOD
    try:
        deeds.tick_lines(
            by=request.actor,
            at=timezone.now(),
            pathway_id=pathway_id,
            action_key=key,
            **form.cleaned_data,
        )
    except Refused as no:
        return no.reason
    return None


NOT_UNDERSTOOD = Text(
    "Ada isian yang belum dapat dibaca; lihat di bawah.",
    "Something filled in cannot be read; see below.",
)
