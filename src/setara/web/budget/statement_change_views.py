"""The view on which the GBS perubahan of a statement is drawn up."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from setara.domain.foundation.verdict import Refused
from setara.usecases.budget.statement_changes import draw_up_changed_statement
from setara.web.budget.statement_views import show
from setara.web.shell.request import Request


@require_POST
def change(request: Request, statement_id: int) -> HttpResponse:
    """Draw up the GBS perubahan on the latest budget."""
    try:
        drawn = draw_up_changed_statement(
            by=request.actor, at=timezone.now(), statement_id=statement_id
        )
    except Refused as refused:
        return show(request, statement_id, refused=refused)
    return redirect("budget:statement", drawn)
