"""The request as the machines' door receives it."""

from __future__ import annotations

from django.http import HttpRequest

from setara.domain.foundation.actor import Actor


class Request(HttpRequest):
    """Who asks was put there by the middleware, for people and programs alike."""

    actor: Actor
