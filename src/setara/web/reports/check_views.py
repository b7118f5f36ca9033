"""The page behind the code of a print, which anybody may open who holds the paper."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from setara.domain.language.text import Text
from setara.usecases.reports.prints import PrintState, print_of
from setara.web.reports.pages import CheckPage
from setara.web.shell.request import Request

_TITLE = Text("Periksa cetakan", "Check a print")
_MOST = 40


@login_not_required
@require_safe
def ask(request: Request) -> HttpResponse:
    """A field for a code typed from paper."""
    code = request.GET.get("kode", "").strip()[:_MOST]
    if code:
        return redirect("reports:check", code)
    return TemplateResponse(request, "reports/check.html", {"page": CheckPage(title=_TITLE)})


@login_not_required
@require_safe
def check(request: Request, code: str) -> HttpResponse:
    """Whether a print is the approved version."""
    answer = print_of(by=request.actor, code=code[:_MOST])
    status = 404 if answer.state is PrintState.NOT_KNOWN else 200
    page = CheckPage(title=_TITLE, answer=answer)
    return TemplateResponse(request, "reports/check.html", {"page": page}, status=status)
