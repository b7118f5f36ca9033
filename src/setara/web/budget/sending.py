"""A file on its way in: what its page is told while it is sent, read, checked and kept."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.core import signing
from django.core.cache import caches
from django.urls import reverse

from setara.domain.foundation.actor import Actor
from setara.domain.language.text import Text
from setara.usecases.budget.intake_steps import IntakeStep, Told, nobody
from setara.usecases.budget.reading import MOST_CSV_BYTES
from setara.usecases.foundation.access import NotFound
from setara.web.shell.request import Request

IMPORT = Text("Impor ini", "This import")
FIELD = "progress"
_SALT = "setara.budget.sending"


@dataclass(frozen=True, slots=True)
class Sending:
    """What the page needs to show how far a file is: the token of the import, and where to ask.

    `most` is the largest file in bytes.
    """

    token: str
    url: str
    most: int = MOST_CSV_BYTES


@dataclass(frozen=True, slots=True)
class Reached:
    """The step an import is at and the part of it that is done, 0 to 1."""

    step: IntakeStep
    part: float


def sending_of(request: Request) -> Sending:
    """A fresh token, signed for the account that asks, so that no other can use it."""
    nonce = secrets.token_urlsafe(12)
    token = signing.dumps([request.actor.account_id, nonce], salt=_SALT)
    return Sending(token, reverse("budget:progress", args=[token]))


def reached(by: Actor, token: str) -> Reached | None:
    """Where an import of this account is; None before it began, after it ended, or elsewhere.

    Raises NotFound for a token that was not made for the account.
    """
    if not _is_of(by, token):
        raise NotFound(IMPORT)
    known: Reached | None = caches["progress"].get(token)
    return known


@contextmanager
def told_to(request: Request) -> Iterator[Told]:
    """Something to tell the steps to while the request runs; forgotten when it ends.

    Nobody is told where the page sent no token of its account, as it does without its script.
    """
    token = request.POST.get(FIELD, "")
    if not _is_of(request.actor, token):
        yield nobody
        return
    try:
        yield lambda step, part: caches["progress"].set(token, Reached(step, part))
    finally:
        caches["progress"].delete(token)


def _is_of(by: Actor, token: str) -> bool:
    try:
        account_id, _ = signing.loads(token, salt=_SALT)
    except signing.BadSignature:
        return False
    return account_id is not None and account_id == by.account_id
