"""How a form becomes a deed: checked, done, or shown again with the reason."""

from __future__ import annotations

from collections.abc import Callable

from django import forms
from django.contrib import messages

from setara.domain.foundation.verdict import Refused
from setara.domain.language.text import Text
from setara.usecases.foundation.access import NotFound
from setara.web.shell.request import Request


def done(request: Request, form: forms.Form, act: Callable[..., object], says: Text) -> bool:
    """Do `act` with what the form holds, and say so; False where form or rule says no.

    A no stands on the form, so that nothing typed is lost.
    """
    if not form.is_valid():
        return False
    try:
        act(**form.cleaned_data)
    except (Refused, NotFound) as no:
        form.add_error(None, no.reason.say(request.language))
        return False
    messages.success(request, says.say(request.language))
    return True


def status_of(*submitted: forms.Form) -> int:
    """422 for a page that shows a form again because of an error."""
    return 422 if any(form.is_bound and form.errors for form in submitted) else 200
