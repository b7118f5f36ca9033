"""What a session keeps of practising."""

from __future__ import annotations

from django.middleware.csrf import rotate_token

from setara.usecases.foundation.practice_queries import Sitting
from setara.web.shell.request import Request

KEY = "practice"


def kept_sitting(request: Request) -> Sitting | None:
    """Where the session says its owner practises; None among the real records."""
    kept = request.session.get(KEY)
    return Sitting(*kept) if kept else None


def keep_sitting(request: Request, sitting: Sitting) -> None:
    """Go on in the practice year; forms opened among the real records cannot be sent any more."""
    request.session[KEY] = [sitting.copy_id, sitting.seat_id]
    rotate_token(request)


def leave_practice(request: Request) -> None:
    """Go on among the real records; forms opened in practice cannot be sent any more."""
    request.session.pop(KEY, None)
    rotate_token(request)
