"""Every no as JSON: its status, and its reason in both languages."""

from __future__ import annotations

from http import HTTPStatus
from typing import cast

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from setara.api.request import Request
from setara.api.words import Failure, words
from setara.domain.foundation.place import BadPlaceCode
from setara.domain.foundation.verdict import Refused
from setara.domain.language.text import Text
from setara.domain.law.regulations import NoSuchRegulation
from setara.usecases.foundation.access import NotFound

NO_SUCH_ADDRESS = Text("Alamat ini tidak ada.", "There is no such address.")
UNREADABLE = Text("Isian {where} tidak dapat dibaca.", "The value of {where} cannot be read.")
NOT_DONE = Text("Permintaan tidak dapat dilayani.", "The request could not be served.")


def say_errors(api: NinjaAPI) -> None:
    """Let the API answer what use-cases raise."""

    @api.exception_handler(Refused)
    def refused(request: HttpRequest, error: Refused) -> HttpResponse:
        public = cast("Request", request).actor.is_public
        status = HTTPStatus.UNAUTHORIZED if public else HTTPStatus.FORBIDDEN
        return _failure(api, request, status, error.reason)

    @api.exception_handler(NotFound)
    @api.exception_handler(NoSuchRegulation)
    @api.exception_handler(BadPlaceCode)
    def not_found(
        request: HttpRequest, error: NotFound | NoSuchRegulation | BadPlaceCode
    ) -> HttpResponse:
        return _failure(api, request, HTTPStatus.NOT_FOUND, error.reason)

    @api.exception_handler(Http404)
    def no_address(request: HttpRequest, error: Http404) -> HttpResponse:
        return _failure(api, request, HTTPStatus.NOT_FOUND, NO_SUCH_ADDRESS)

    @api.exception_handler(ValidationError)
    def unreadable(request: HttpRequest, error: ValidationError) -> HttpResponse:
        where = ", ".join(str(each["loc"][-1]) for each in error.errors)
        reason = UNREADABLE.filled(where=where)
        return _failure(api, request, HTTPStatus.UNPROCESSABLE_ENTITY, reason)

    @api.exception_handler(HttpError)
    def not_done(request: HttpRequest, error: HttpError) -> HttpResponse:
        return _failure(api, request, error.status_code, NOT_DONE)


def no_such_address(request: HttpRequest) -> HttpResponse:
    """Any address below the door that is none."""
    return JsonResponse(Failure(error=words(NO_SUCH_ADDRESS)).dict(), status=HTTPStatus.NOT_FOUND)


def _failure(api: NinjaAPI, request: HttpRequest, status: int, reason: Text) -> HttpResponse:
    return api.create_response(request, Failure(error=words(reason)), status=status)
