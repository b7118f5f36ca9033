"""Words as programs get them: always in both languages."""

from __future__ import annotations

from ninja import Schema

from setara.domain.language.text import Language, Text


class Words(Schema):
    """A sentence in Indonesian and in English."""

    id: str
    en: str


class Failure(Schema):
    """What is answered instead of what was asked for."""

    error: Words


def words(text: Text) -> Words:
    """Both languages of a text, its values filled in."""
    return Words(id=text.say(Language.INDONESIAN), en=text.say(Language.ENGLISH))
