"""The form of the practice year."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from django import forms

from setara.domain.language.text import Text
from setara.usecases.foundation.practice_queries import PlayableSeat
from setara.web.shell.words import current_language, lazy_text

OWN = Text("Kedudukan saya sendiri", "My own seats")


class PlayForm(forms.Form):
    """Which seat to sit in while practising; the own ones where none is chosen."""

    seat_id = forms.TypedChoiceField(
        label=lazy_text(Text("Berlatih sebagai", "Practise as")),
        coerce=int,
        empty_value=None,
        required=False,
    )

    def __init__(self, *args: object, seats: Sequence[PlayableSeat], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        own = ("", OWN.say(current_language()))
        named = [
            (str(seat.seat_id), f"{seat.title} · {seat.agency}" if seat.agency else seat.title)
            for seat in seats
        ]
        field = cast(forms.TypedChoiceField, self.fields["seat_id"])
        field.choices = [own, *named]
        field.initial = next((str(seat.seat_id) for seat in seats if seat.is_mine), "")
