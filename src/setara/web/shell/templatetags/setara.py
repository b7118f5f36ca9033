"""Words in templates: every sentence in both languages, every value as its language writes it."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from django import template
from django.utils.timezone import is_aware, localtime

from setara.domain.language.text import Language, Text, spoken
from setara.domain.language.writing import number
from setara.web.shell.words import current_language

register = template.Library()

MOMENT = Text("{day} pukul {hour}.{minute} {zone}", "{day}, {hour}:{minute} {zone}")
YES, NO = Text("ya", "yes"), Text("tidak", "no")


@register.simple_tag
def t(indonesian: str, english: str, **values: object) -> str:
    """A sentence in both languages.

    `{% t "Ada {n} isu." "There are {n} issues." n=page.count %}`.
    """
    local = {name: _sayable(value) for name, value in values.items()}
    return Text(indonesian, english).filled(**local).say(current_language())


@register.simple_tag(name="say")
def say_tag(value: object, *, places: int | None = None) -> str:
    """A value in the reader's language; `places` fixes the decimals of a number."""
    return said(value, places=places)


@register.filter(name="say")
def say_filter(value: object) -> str:
    """The same inside another tag: `{{ page.total|say }}`."""
    return said(value)


@register.filter
def en(indonesian: str, english: str) -> Text:
    """A pair of words for a tag that takes one: `{% card title="Isu"|en:"Issue" %}`."""
    return Text(indonesian, english)


def said(value: object, *, places: int | None = None) -> str:
    """`value` in words, nothing for None.

    Whole numbers are grouped, so a year is passed as text or as a Period. Instants are told in
    the time zone of the installation, with its name.
    """
    if value is None:
        return ""
    language = current_language()
    if places is not None and isinstance(value, int | float | Decimal):
        return number(value, indonesian=language is Language.INDONESIAN, places=places)
    return spoken(_sayable(value), language)


def _sayable(value: object) -> object:
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, datetime) and is_aware(value):
        at = localtime(value)
        return MOMENT.filled(
            day=at.date(), hour=f"{at:%H}", minute=f"{at:%M}", zone=at.tzname() or ""
        )
    return value
