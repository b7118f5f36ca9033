"""Pairs of words where Django wants one string: form labels, choices, messages."""

from __future__ import annotations

from django.utils.functional import lazy
from django.utils.translation import get_language

from setara.domain.language.text import Language, Text


def current_language() -> Language:
    """The language of the running request; Indonesian outside one."""
    return Language.ENGLISH if (get_language() or "id").startswith("en") else Language.INDONESIAN


def _say(text: Text) -> str:
    return text.say(current_language())


_lazy = lazy(_say, str)


def lazy_text(text: Text) -> str:
    """The text, said in the reader's language at the moment it is printed."""
    # Django's lazy strings stand in for str everywhere a label is taken.
    return _lazy(text)
