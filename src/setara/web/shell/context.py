"""What every template may ask of the frame around it."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.http import url_has_allowed_host_and_scheme

from setara.domain.foundation.actor import PUBLIC, Actor
from setara.domain.language.text import Language, Text, listed
from setara.usecases.foundation.queries import GovernmentAnswer, government
from setara.web.shell.navigation import WayGroup, navigation
from setara.web.shell.theme import Theme


@dataclass(frozen=True, slots=True)
class Frame:
    """The page around the page; `here` is where the language and theme switches return to."""

    actor: Actor
    language: Language
    theme: Theme
    here: str
    groups: tuple[WayGroup, ...]
    government: GovernmentAnswer | None
    has_style_guide: bool

    @property
    def languages(self) -> tuple[Language, ...]:
        """Those one can switch between."""
        return tuple(Language)

    @property
    def themes(self) -> tuple[Theme, ...]:
        """Those one can choose from."""
        return tuple(Theme)

    @property
    def seats(self) -> Text:
        """The actor's seats in words."""
        return listed([seat.kind.label for seat in self.actor.seats])


def frame(request: HttpRequest) -> dict[str, object]:
    """`frame` for templates, made when first asked for. Cost: one query for a signed-in reader."""
    return {"frame": SimpleLazyObject(lambda: frame_of(request))}


def frame_of(request: HttpRequest) -> Frame:
    """The frame of this request; that of a guest where the middleware was not reached."""
    actor: Actor = getattr(request, "actor", PUBLIC)
    return Frame(
        actor=actor,
        language=getattr(request, "language", Language.INDONESIAN),
        theme=getattr(request, "theme", Theme.SYSTEM),
        here=_readable(request),
        groups=navigation(actor, request.path),
        government=government(by=actor) if actor.government_id is not None else None,
        has_style_guide=settings.STYLE_GUIDE,
    )


def _readable(request: HttpRequest) -> str:
    """A path that can be opened: this one, or the one a form was sent from."""
    if request.method in {"GET", "HEAD"}:
        return request.get_full_path()
    sent_from = request.headers.get("Referer", "")
    if url_has_allowed_host_and_scheme(sent_from, {request.get_host()}):
        parts = urlsplit(sent_from)
        return f"{parts.path}?{parts.query}" if parts.query else parts.path
    return request.path
