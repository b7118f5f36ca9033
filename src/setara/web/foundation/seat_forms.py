"""Forms on seats: created, filled, given up, spoken for."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django import forms

from setara.domain.foundation.seat import Capacity, SeatKind
from setara.domain.language.text import Text
from setara.usecases.foundation.queries import AgencyAnswer
from setara.usecases.foundation.seat_queries import SeatRoomAnswer
from setara.web.foundation.fields import DeedForm, day, line, offer, one_of
from setara.web.shell.words import lazy_text

PERSON = Text("Orang", "Person")
LAST_DAY = Text("Sampai dengan", "Up to and including")


class CreateSeatForm(DeedForm):
    """A new seat, in an agency where its kind needs one."""

    kind = forms.TypedChoiceField(
        label=lazy_text(Text("Jenis kedudukan", "Kind of seat")),
        choices=[(kind.value, lazy_text(kind.label)) for kind in SeatKind],
        coerce=SeatKind,
    )
    title = line(
        Text("Sebutan", "Title"),
        longest=200,
        help_text=Text(
            "Seperti dalam SK, misalnya Focal Point PUG Dinas Kesehatan.",
            "As in the decree, such as Focal Point PUG Dinas Kesehatan.",
        ),
    )
    agency_id = forms.TypedChoiceField(
        label=lazy_text(Text("Perangkat daerah", "Agency")),
        coerce=int,
        required=False,
        empty_value=None,
    )

    def __init__(self, *args: Any, agencies: Iterable[AgencyAnswer], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self.fields["agency_id"], [(each.agency_id, each.name) for each in agencies])


class FillSeatForm(DeedForm):
    """Who sits, on which decree, from when on."""

    person_id = one_of(PERSON)
    capacity = forms.TypedChoiceField(
        label=lazy_text(Text("Sebagai", "As")),
        choices=[
            (each.value, lazy_text(each.label))
            for each in Capacity
            if each is not Capacity.REPRESENTING
        ],
        coerce=Capacity,
    )
    decree_id = one_of(Text("Berdasarkan SK", "On the decree"))
    valid_from = day(Text("Mulai tanggal", "From"))
    valid_to = day(
        LAST_DAY,
        required=False,
        help_text=Text("Kosongkan bila belum ditentukan.", "Leave empty where it is not known."),
    )

    def __init__(self, *args: Any, room: SeatRoomAnswer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self.fields["person_id"], [(each.pk, each.words) for each in room.persons])
        offer(self.fields["decree_id"], [(each.pk, each.words) for each in room.decrees])

    def clean_valid_to(self) -> date | None:
        """People name the last day; a term ends with the day after."""
        return day_after(self.cleaned_data["valid_to"])


class EndHoldingForm(DeedForm):
    """The last day of the term."""

    valid_to = day(Text("Hari terakhir menjabat", "Last day in the seat"))

    def clean_valid_to(self) -> date | None:
        """People name the last day; a term ends with the day after."""
        return day_after(self.cleaned_data["valid_to"])


class RepresentSeatForm(DeedForm):
    """Who speaks for the holder, on which occasion."""

    person_id = one_of(Text("Yang mewakili", "Who represents"))
    occasion = line(
        Text("Acara", "Occasion"),
        longest=300,
        help_text=Text(
            "Misalnya Rakor Pokja PUG 16 Juni 2025.", "Such as a meeting, with its date."
        ),
    )
    valid_from = day(Text("Mulai tanggal", "From"))
    valid_to = day(LAST_DAY)

    def __init__(self, *args: Any, room: SeatRoomAnswer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self.fields["person_id"], [(each.pk, each.words) for each in room.persons])

    def clean_valid_to(self) -> date | None:
        """People name the last day; a term ends with the day after."""
        return day_after(self.cleaned_data["valid_to"])


def day_after(last: date | None) -> date | None:
    """The exclusive end that belongs to a last day."""
    return None if last is None else last + timedelta(days=1)
