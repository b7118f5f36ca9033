"""What happens around every page: who asks, in which language, and how a refusal is shown."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit, urlunsplit

from django.conf import settings
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.cache import patch_vary_headers
from django.utils.http import url_has_allowed_host_and_scheme

from setara.domain.foundation.actor import PUBLIC
from setara.domain.foundation.verdict import Refused
from setara.domain.language.text import Language
from setara.usecases.foundation.access import NotFound
from setara.usecases.foundation.actors import actor
from setara.usecases.foundation.practice_queries import practising
from setara.web.shell.errors import not_found_page, refused_page
from setara.web.shell.practising import kept_sitting, leave_practice
from setara.web.shell.request import Request
from setara.web.shell.theme import THEME_COOKIE, theme_named

Next = Callable[[Request], HttpResponse]

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
PERMISSIONS_POLICY = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"


class ActorMiddleware:
    """Puts `actor` on the request: the account with the seats of this moment, or the public.

    Who practises is put into the practice year, and out of it when it was closed meanwhile.
    """

    def __init__(self, get_response: Next) -> None:
        self._next = get_response

    def __call__(self, request: Request) -> HttpResponse:
        request.actor = PUBLIC
        if request.user.is_authenticated:
            at = timezone.now()
            request.actor = actor(account_id=request.user.pk, at=at)
            sitting = kept_sitting(request)
            if sitting is not None:
                there = practising(by=request.actor, sitting=sitting, on=timezone.localdate(at))
                if there is None:
                    leave_practice(request)
                request.actor = there or request.actor
        return self._next(request)


class LanguageMiddleware:
    """Puts `language` and `theme` on the request and speaks that language until it is answered.

    The account's language goes before the cookie's; without either it is Indonesian. What the
    browser asks for is ignored: many office computers are set to English and their readers are not.
    """

    def __init__(self, get_response: Next) -> None:
        self._next = get_response

    def __call__(self, request: Request) -> HttpResponse:
        request.language = chosen_language(request)
        request.theme = theme_named(request.COOKIES.get(THEME_COOKIE))
        with translation.override(request.language):
            response = self._next(request)
        response.headers.setdefault("Content-Language", request.language.value)
        patch_vary_headers(response, ["Cookie"])
        return response


def chosen_language(request: Request) -> Language:
    """The language the reader chose; Indonesian until one is chosen."""
    if not request.actor.is_public:
        return request.actor.language
    cookie = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)
    return Language(cookie) if cookie in list(Language) else Language.INDONESIAN


class PrivacyMiddleware:
    """Keeps pages of signed-in people out of caches, for many share one office computer."""

    def __init__(self, get_response: Next) -> None:
        self._next = get_response

    def __call__(self, request: Request) -> HttpResponse:
        response = self._next(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        if not request.actor.is_public:
            response.headers.setdefault("Cache-Control", "private, no-store")
        return response


class RefusalMiddleware:
    """Shows a reader the reason a use-case gave for saying no, instead of an error."""

    def __init__(self, get_response: Next) -> None:
        self._next = get_response

    def __call__(self, request: Request) -> HttpResponse:
        return self._next(request)

    def process_exception(self, request: Request, exception: Exception) -> HttpResponse | None:
        """403 for a page one may not read, 422 for an act that is not allowed.

        404 for nothing there.
        """
        if isinstance(exception, NotFound):
            return not_found_page(request, exception.reason)
        if isinstance(exception, Refused):
            return refused_page(request, exception.reason)
        return None


class SignInMiddleware(LoginRequiredMiddleware):
    """Sends a guest to the sign-in, and from there to a page that can be opened.

    Where a form was sent after the session ran out, its address often takes forms only; the page
    the form stood on is where its writer goes on.
    """

    def handle_no_permission(
        self, request: HttpRequest, view_func: Callable[..., HttpResponseBase]
    ) -> HttpResponseRedirect:
        """The way to the sign-in, as Django finds it, with a `next` that can be read."""
        if request.method in SAFE_METHODS:
            return super().handle_no_permission(request, view_func)
        came_from = request.headers.get("Referer", "")
        is_own = url_has_allowed_host_and_scheme(
            came_from, allowed_hosts={request.get_host()}, require_https=request.is_secure()
        )
        place = urlsplit(came_from) if is_own else urlsplit(reverse("shell:home"))
        back = urlunsplit(("", "", place.path or "/", place.query, ""))
        return redirect_to_login(back, self.get_login_url(view_func))
