"""Clears what sessions leave behind when nobody signs out."""

from __future__ import annotations

from datetime import datetime
from importlib import import_module

from django.conf import settings

from setara.domain.language.text import Text


def clear_expired(at: datetime) -> Text:
    """Delete sessions that have run out by Django's own clock."""
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()
    return Text("Sesi yang kedaluwarsa dihapus.", "Expired sessions were deleted.")
