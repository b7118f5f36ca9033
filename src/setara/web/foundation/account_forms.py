"""The forms of signing in and of passwords: allauth's, in our words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from allauth.account.forms import (
    ChangePasswordForm as AllauthChangePasswordForm,
)
from allauth.account.forms import (
    LoginForm,
    ReauthenticateForm,
    ResetPasswordForm,
    ResetPasswordKeyForm,
    SetPasswordForm,
)
from django import forms

from setara.domain.language.text import Text
from setara.web.shell.words import lazy_text

EMAIL = Text("Alamat surel", "E-mail address")
PASSWORD = Text("Sandi", "Password")
NEW_PASSWORD = Text("Sandi baru", "New password")
NEW_PASSWORD_AGAIN = Text("Sandi baru sekali lagi", "New password once more")
GOOD_PASSWORD = Text(
    "Paling sedikit 10 huruf, bukan angka saja, bukan kata yang umum. Beberapa kata yang dirangkai "
    "mudah diingat dan sukar ditebak.",
    "At least 10 characters, not only digits, not a common word. A few words strung together are "
    "easy to remember and hard to guess.",
)
DIFFERENT = Text("Kedua isian sandi tidak sama.", "The two passwords are not the same.")


class Worded(forms.Form):
    """Puts our labels and help on the fields of a form, and takes its placeholders away."""

    labels: ClassVar[Mapping[str, Text]] = {}
    helps: ClassVar[Mapping[str, Text]] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.label = lazy_text(self.labels[name])
            field.help_text = lazy_text(self.helps[name]) if name in self.helps else ""
            field.widget.attrs.pop("placeholder", None)

    def clean(self) -> dict[str, Any]:
        """Say in our words that the two passwords differ, before allauth says it in its own."""
        first, second = self.cleaned_data.get("password1"), self.cleaned_data.get("password2")
        if first and second and first != second:
            self.add_error("password2", lazy_text(DIFFERENT))
        return super().clean() or self.cleaned_data


class SignInForm(Worded, LoginForm):
    """E-mail address and password."""

    labels = {
        "login": EMAIL,
        "password": PASSWORD,
        "remember": Text(
            "Tetap masuk di perangkat ini selama 14 hari",
            "Keep me signed in on this device for 14 days",
        ),
    }
    helps = {
        "remember": Text(
            "Jangan dicentang pada komputer yang dipakai bersama.",
            "Do not tick this on a shared computer.",
        )
    }


class ResetForm(Worded, ResetPasswordForm):
    """The address the reset link is sent to."""

    labels = {"email": EMAIL}


class NewPasswordForm(Worded, ResetPasswordKeyForm):
    """A new password in place of a forgotten one."""

    labels = {"password1": NEW_PASSWORD, "password2": NEW_PASSWORD_AGAIN}
    helps = {"password1": GOOD_PASSWORD}


class FirstPasswordForm(Worded, SetPasswordForm):
    """The first password of an account that has none."""

    labels = {"password1": NEW_PASSWORD, "password2": NEW_PASSWORD_AGAIN}
    helps = {"password1": GOOD_PASSWORD}


class ChangePasswordForm(Worded, AllauthChangePasswordForm):
    """The present password and the new one."""

    labels = {
        "oldpassword": Text("Sandi sekarang", "Present password"),
        "password1": NEW_PASSWORD,
        "password2": NEW_PASSWORD_AGAIN,
    }
    helps = {"password1": GOOD_PASSWORD}


class ConfirmForm(Worded, ReauthenticateForm):
    """The password once more, before something that cannot be undone."""

    labels = {"password": PASSWORD}
