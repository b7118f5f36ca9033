"""Form fields the rooms of agencies and seats share."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms

from setara.domain.language.text import Text
from setara.web.shell.words import lazy_text

CHOOSE = Text("– pilih –", "– choose –")


class DeedForm(forms.Form):
    """A form that may stand beside others on one page: its controls have ids of their own."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("auto_id", f"{type(self).__name__}-%s")
        super().__init__(*args, **kwargs)


def day(label: Text, *, help_text: Text | None = None, required: bool = True) -> forms.DateField:
    """A day, picked from the browser's own calendar."""
    return forms.DateField(
        label=lazy_text(label),
        help_text=lazy_text(help_text) if help_text else "",
        required=required,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )


def line(
    label: Text, *, longest: int, help_text: Text | None = None, required: bool = True
) -> forms.CharField:
    """One line of text."""
    return forms.CharField(
        label=lazy_text(label),
        help_text=lazy_text(help_text) if help_text else "",
        max_length=longest,
        required=required,
    )


def one_of(label: Text, *, help_text: Text | None = None) -> forms.TypedChoiceField:
    """One row by its id; the choices are given when the form is made."""
    return forms.TypedChoiceField(
        label=lazy_text(label), help_text=lazy_text(help_text) if help_text else "", coerce=int
    )


def some_of(label: Text, *, help_text: Text | None = None) -> forms.TypedMultipleChoiceField:
    """Several rows by their ids."""
    return forms.TypedMultipleChoiceField(
        label=lazy_text(label),
        help_text=lazy_text(help_text) if help_text else "",
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
    )


def offer(field: forms.Field, choices: Iterable[tuple[int, str]]) -> None:
    """Give a field of `one_of` or `some_of` its choices."""
    if not isinstance(field, forms.ChoiceField):
        raise TypeError(field)
    several = isinstance(field, forms.MultipleChoiceField)
    field.choices = list(choices) if several else [("", lazy_text(CHOOSE)), *choices]
