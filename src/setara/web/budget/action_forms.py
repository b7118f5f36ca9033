"""The form on which lines of the budget are ticked for an action."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.http import QueryDict

from setara.domain.budget.reading.line import whole
from setara.domain.foundation.money import Rupiah
from setara.domain.language.numerals import NotANumber, decimal_style, typed_number
from setara.domain.language.text import Text
from setara.web.shell.words import lazy_text

PART = "bagian|"
"""Stands before the key of a line in the name of the field for the part that is used."""


class TickForm(forms.Form):
    """Which lines pay for the action, and how much of each; an empty part is the whole line."""

    edition = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, data: QueryDict | None = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.keys: Sequence[str] = data.getlist("lines") if data is not None else ()
        self.parts: dict[str, str] = {
            name.removeprefix(PART): value.strip()
            for name, value in (data.items() if data is not None else ())
            if name.startswith(PART) and isinstance(value, str)
        }

    def start_from(self, edition: int) -> None:
        """Send another edition the next time; what was ticked stays."""
        data = cast(QueryDict, self.data).copy()
        data["edition"] = str(edition)
        self.data = data

    def clean(self) -> dict[str, Any]:
        """The parts as money by the key of their line."""
        typed = super().clean() or {}
        wanted: dict[str, Rupiah | None] = {}
        for key in dict.fromkeys(self.keys):
            try:
                wanted[key] = _money(self.parts.get(key, ""))
            except NotANumber as no:
                self.add_error(None, lazy_text(no.reason))
        return typed | {"wanted": wanted}


def _money(words: str) -> Rupiah | None:
    number = typed_number(words[:40], decimal_style([words])) if words else None
    if number is None:
        return None
    if number != number.to_integral_value():
        raise NotANumber(NOT_WHOLE.filled(cell=words))
    return Rupiah(whole(number))


NOT_WHOLE = Text(
    "“{cell}” bukan rupiah bulat. Tulis misalnya 2.500.000.",
    "“{cell}” is no whole rupiah. Write for instance 2,500,000.",
)
