"""The pages a reader sees when something cannot be done: what happened, and what to do now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import wraps
from typing import cast

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import translation

from setara.domain.language.text import Language, Text
from setara.web.shell.request import Request

LONGEST_WAIT = timedelta(minutes=5)
"""The longest window of ACCOUNT_RATE_LIMITS: after it, whoever was stopped may try again."""


@dataclass(frozen=True, slots=True)
class ErrorPage:
    """What happened and what to do; `reason` is the particular one a rule gave."""

    status: int
    title: Text
    happened: Text
    advice: Text
    reason: Text | None = None


BAD_REQUEST = ErrorPage(
    400,
    Text("Permintaan tidak dapat dibaca", "The request could not be read"),
    Text(
        "Alamat atau isian yang dikirim peramban tidak lengkap atau tidak dikenali.",
        "The address or the form that the browser sent is incomplete or not recognised.",
    ),
    Text(
        "Kembali ke halaman sebelumnya, muat ulang, lalu coba lagi.",
        "Go back to the page before, reload it, and try again.",
    ),
)
FORBIDDEN = ErrorPage(
    403,
    Text("Halaman ini bukan untuk Anda", "This page is not for you"),
    Text(
        "Kedudukan Anda tidak mencakup halaman ini.",
        "Your seat does not cover this page.",
    ),
    Text(
        "Bila menurut Anda keliru, hubungi Sekretariat Pokja PUG: hak akses mengikuti SK.",
        "If you think this is wrong, ask the secretariat of the working group: access follows"
        " the decree.",
    ),
)
FORM_EXPIRED = ErrorPage(
    403,
    Text("Formulir sudah kedaluwarsa", "The form has expired"),
    Text(
        "Formulir dikirim dari halaman yang dibuka sebelum Anda masuk atau keluar, atau kuki "
        "dimatikan. "
        "Tidak ada yang disimpan.",
        "The form was sent from a page opened before you signed in or out, or cookies are off. "
        "Nothing was saved.",
    ),
    Text(
        "Kembali, muat ulang halamannya, lalu kirim sekali lagi.",
        "Go back, reload the page, and send it once more.",
    ),
)
NOT_FOUND = ErrorPage(
    404,
    Text("Halaman tidak ditemukan", "Page not found"),
    Text(
        "Tautannya mungkin keliru, atau isinya bukan untuk Anda.",
        "The link may be wrong, or the content is not for you.",
    ),
    Text(
        "Periksa alamatnya, atau mulai dari halaman depan.",
        "Check the address, or start from the front page.",
    ),
)
NOT_ALLOWED = ErrorPage(
    422,
    Text("Belum dapat dilakukan", "This cannot be done yet"),
    Text("Tidak ada yang diubah.", "Nothing was changed."),
    Text(
        "Kembali ke halaman sebelumnya dan perbaiki hal di atas.",
        "Go back to the page before and put the above right.",
    ),
)
TOO_MANY = ErrorPage(
    429,
    Text("Terlalu banyak percobaan", "Too many attempts"),
    Text(
        "Demi keamanan akun, percobaan berikutnya ditahan sementara.",
        "To keep accounts safe, further attempts are held back for a while.",
    ),
    Text(
        "Coba lagi paling lama {minutes} menit lagi. Lupa sandi? Sesudah itu, minta tautan "
        "atur ulang.",
        "Try again in at most {minutes} minutes. Forgot the password? Then ask for a reset link.",
    ).filled(minutes=int(LONGEST_WAIT.total_seconds() // 60)),
)
BROKEN = ErrorPage(
    500,
    Text("Terjadi kesalahan di pihak kami", "Something went wrong on our side"),
    Text(
        "Halaman ini gagal disusun dan kesalahannya tercatat di log. Perubahan selalu disimpan "
        "seluruhnya atau tidak sama sekali.",
        "This page could not be made, and the error is in the log. Changes are always saved "
        "wholly or not at all.",
    ),
    Text(
        "Periksa apakah perubahan terakhir Anda sudah ada, lalu coba lagi. Bila berulang, "
        "beri tahu "
        "operator pukul berapa hal ini terjadi.",
        "See whether your last change is there, then try again. If it happens again, tell the "
        "operator at what time.",
    ),
)


def refused_page(request: HttpRequest, reason: Text) -> HttpResponse:
    """A rule's no, with its reason; a guest is asked to sign in first."""
    if cast("Request", request).actor.is_public:
        return redirect_to_login(request.get_full_path())
    page = FORBIDDEN if request.method in {"GET", "HEAD"} else NOT_ALLOWED
    return _framed(request, page, reason)


def not_found_page(request: HttpRequest, reason: Text) -> HttpResponse:
    """What is not there for this reader, named."""
    return _framed(request, NOT_FOUND, reason)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Django's 403."""
    return _framed(request, FORBIDDEN)


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form without a valid token; Django's `reason` is for developers and stays in the log."""
    return _framed(request, FORM_EXPIRED)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Django's 404."""
    return _framed(request, NOT_FOUND)


def too_many(request: HttpRequest) -> HttpResponse:
    """The throttle's 429; `Retry-After` says the same as the page."""
    response = _framed(request, TOO_MANY)
    response.headers["Retry-After"] = str(int(LONGEST_WAIT.total_seconds()))
    return response


Handler = Callable[..., HttpResponse]


def _in_readers_language(handler: Handler) -> Handler:
    """Speak the cookie's language where the request failed before its language was known."""

    @wraps(handler)
    def speaking(request: HttpRequest, *rest: object, **named: object) -> HttpResponse:
        if hasattr(request, "language"):
            return handler(request, *rest, **named)
        cookie = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)
        language = Language(cookie) if cookie in list(Language) else Language.INDONESIAN
        with translation.override(language):
            return handler(request, *rest, **named)

    return speaking


@_in_readers_language
def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Django's 400."""
    return _bare(BAD_REQUEST)


@_in_readers_language
def broken(request: HttpRequest) -> HttpResponse:
    """Django's 500; asks the database nothing, for that may be what broke."""
    return _bare(BROKEN)


def _framed(request: HttpRequest, page: ErrorPage, reason: Text | None = None) -> HttpResponse:
    words = {"page": page, "reason": reason or page.reason}
    return render(request, "shell/error.html", words, status=page.status)


def _bare(page: ErrorPage) -> HttpResponse:
    return HttpResponse(
        render_to_string("shell/error_bare.html", {"page": page}), status=page.status
    )
