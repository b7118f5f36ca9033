"""What django-allauth asks of Setara.

No sign-up, each sign-in on the trail, the reader's language in mail.
"""

from __future__ import annotations

import logging
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.core.exceptions import ImmediateHttpResponse
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.utils import timezone, translation

from setara.domain.language.text import Text
from setara.usecases.foundation.actors import actor
from setara.usecases.foundation.commands import note_password_change, note_sign_in, note_sign_out
from setara.web.shell.errors import too_many
from setara.web.shell.words import lazy_text

logger = logging.getLogger(__name__)

# One sentence for a wrong address and a wrong password: it must not tell which addresses exist.
WRONG = Text(
    "Alamat surel atau sandi keliru.",
    "The e-mail address or the password is wrong.",
)


class AccountAdapter(DefaultAccountAdapter):
    """Overrides what happens at the doors of an account; everything else is allauth's."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": lazy_text(WRONG),
        "enter_current_password": lazy_text(
            Text("Sandi sekarang keliru.", "The present password is wrong.")
        ),
        "incorrect_password": lazy_text(Text("Sandi keliru.", "The password is wrong.")),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Accounts are opened by the operator, for persons who hold a seat."""
        return False

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Answer 429 where allauth would only colour the form."""
        try:
            super().pre_authenticate(request, **credentials)
        except ValidationError as throttled:
            raise ImmediateHttpResponse(too_many(request)) from throttled

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """Leave a line in the log.

        The address typed may be somebody's password, so it is not in it.
        """
        logger.warning("sign-in failed from %s", self.get_client_ip(request))

    def post_login(
        self, request: HttpRequest, user: AbstractBaseUser, **given: Any
    ) -> HttpResponse:
        """Record the sign-in on the trail of the person's government."""
        at = timezone.now()
        note_sign_in(by=actor(account_id=user.pk, at=at), at=at)
        response: HttpResponse = super().post_login(request, user, **given)
        return response

    def logout(self, request: HttpRequest) -> None:
        """Record the sign-out while it is still known who goes."""
        at = timezone.now()
        note_sign_out(by=actor(account_id=request.user.pk, at=at), at=at)
        super().logout(request)

    def set_password(self, user: AbstractBaseUser, password: str) -> None:
        """Record every new password, whether changed, reset, or set for the first time."""
        super().set_password(user, password)
        at = timezone.now()
        note_password_change(by=actor(account_id=user.pk, at=at), at=at)

    def reauthenticate(self, user: AbstractBaseUser, password: str) -> bool:
        """Check the password by the account's own address.

        Allauth's copy of it may not exist yet.
        """
        known = self.authenticate(context.request, email=user.get_username(), password=password)
        return known is not None and known.pk == user.pk

    def send_password_reset_mail(
        self, user: AbstractBaseUser, email: str, context: dict[str, Any]
    ) -> None:
        """Write in the language the account reads, whoever asked for the mail."""
        reader = actor(account_id=user.pk, at=timezone.now())
        with translation.override(reader.language):
            super().send_password_reset_mail(user, email, context)
