"""The page behind the code of a print, which anybody may open who holds the paper."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from setara.domain.language.text import Text
from setara.domain.reports.fingerprint import typed_code
from setara.usecases.reports.prints import PrintAnswer, PrintState, print_of
from setara.web.reports.pages import CheckPage
from setara.web.shell.request import Request

_TITLE = Text("Periksa cetakan", "Check a print")
_MOST = 40


@login_not_required
@require_safe
def ask(request: Request) -> HttpResponse:
    """A field for a code typed from paper."""
    # What no code holds, such as a slash, would make an address that leads nowhere.
    typed = request.GET.get("kode", "").strip()[:_MOST]
    code = typed_code(typed)
    if code:
        return redirect("reports:check", code)
    answer = print_of(by=request.actor, code="") if typed else None
    return _shown(request, answer)


@login_not_required
@require_safe
def check(request: Request, code: str) -> HttpResponse:
    """Whether a print is the approved version."""
    return _shown(request, print_of(by=request.actor, code=code[:_MOST]))


def _shown(request: Request, answer: PrintAnswer | None) -> TemplateResponse:
    status = 404 if answer is not None and answer.state is PrintState.NOT_KNOWN else 200
    page = CheckPage(title=_TITLE, answer=answer)
    return TemplateResponse(request, "reports/check.html", {"page": page}, status=status)
