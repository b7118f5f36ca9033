"""How far an import is, for the page that waits for it."""

from __future__ import annotations

from django.http import HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from setara.usecases.budget.intake_steps import IntakeStep
from setara.web.budget.sending import reached
from setara.web.shell.request import Request


@never_cache
@require_safe
def progress(request: Request, token: str) -> HttpResponse:
    """The step in the reader's words, and its part done where that is known; else both empty."""
    known = reached(request.actor, token)
    if known is None:
        return JsonResponse({"step": "", "part": None})
    counted = known.step is IntakeStep.READ and known.part > 0
    return JsonResponse(
        {
            "step": known.step.label.say(request.language),
            "part": round(known.part, 3) if counted else None,
        }
    )
