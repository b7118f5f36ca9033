"""The request as a view of Setara receives it."""

from __future__ import annotations

from django.http import HttpRequest

from setara.domain.foundation.actor import PUBLIC, Actor
from setara.domain.language.text import Language
from setara.web.shell.theme import Theme


class Request(HttpRequest):
    """Who asks and in which language, put there by the middleware of the shell.

    The values here hold for a request that was refused before the middleware saw it.
    """

    actor: Actor = PUBLIC
    language: Language = Language.INDONESIAN
    theme: Theme = Theme.SYSTEM
