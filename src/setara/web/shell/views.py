"""The front page, and the choices of language and theme."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import BadRequest
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from setara.domain.language.text import Language
from setara.usecases.foundation import commands
from setara.web.shell.guide import guide_page
from setara.web.shell.navigation import room_is_open
from setara.web.shell.request import Request
from setara.web.shell.theme import THEME_COOKIE, Theme

A_YEAR = 60 * 60 * 24 * 365
FIRST_PAGE = "reports:today"


@login_not_required
@require_safe
def home(request: Request) -> HttpResponse:
    """What Setara is, for a guest; today's page for whoever is signed in."""
    if not request.actor.is_public and room_is_open(FIRST_PAGE):
        return redirect(FIRST_PAGE)
    return TemplateResponse(request, "shell/home.html", {})


@login_not_required
@require_POST
def choose_language(request: Request) -> HttpResponse:
    """Keep the language in the cookie, and with the account where there is one."""
    wanted = request.POST.get("language")
    if wanted not in list(Language):
        raise BadRequest(wanted)
    language = Language(wanted)
    if not request.actor.is_public:
        commands.choose_language(by=request.actor, at=timezone.now(), language=language)
    return _back_with_cookie(request, settings.LANGUAGE_COOKIE_NAME, language)


@login_not_required
@require_POST
def choose_theme(request: Request) -> HttpResponse:
    """Keep light, dark or the device's choice in the cookie."""
    wanted = request.POST.get("theme")
    if wanted not in list(Theme):
        raise BadRequest(wanted)
    return _back_with_cookie(request, THEME_COOKIE, Theme(wanted))


@login_not_required
@require_safe
def style_guide(request: Request) -> HttpResponse:
    """Every component with its states, where the operator opened the guide."""
    if not settings.STYLE_GUIDE:
        raise Http404
    return TemplateResponse(request, "shell/guide.html", guide_page())


def _back_with_cookie(request: Request, name: str, value: str) -> HttpResponse:
    response = HttpResponseRedirect(_own_path(request, request.POST.get("next", "")))
    response.set_cookie(
        name, value, max_age=A_YEAR, secure=settings.HTTPS, httponly=True, samesite="Lax"
    )
    return response


def _own_path(request: Request, url: str) -> str:
    """`url` where it leads to this site, the front page otherwise."""
    own = url_has_allowed_host_and_scheme(
        url, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return url if own else reverse("shell:home")
