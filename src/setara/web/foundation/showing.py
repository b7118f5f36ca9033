"""Puts places and the audit trail on their pages."""

from __future__ import annotations

from urllib.parse import urlencode

from django.urls import reverse

from setara.domain.language.text import Text, listed, same
from setara.usecases.foundation.places import TerritoryAnswer
from setara.usecases.foundation.trail import EventAnswer, TrailRoomAnswer
from setara.web.foundation.pages import DetailLine, EventLine, PlacePage, TrailPage
from setara.web.foundation.trail_words import label_of, subject_of, words_of
from setara.web.shell.pages import Crumb

TRAIL = Text("Jejak audit", "Audit trail")
TRAIL_LEAD = Text(
    "Setiap perubahan tercatat dengan pelaku dan waktunya. Tiap catatan dirantai ke yang "
    "sebelumnya, sehingga yang diubah, dihapus, atau dipindah akan ketahuan.",
    "Every change is recorded with who did it and when. Each record is chained to the one before, "
    "so whatever is changed, removed or moved comes to light.",
)
NOTHING_BELOW = Text("Tidak ada wilayah di bawahnya.", "No places lie below it.")


def place_page(answer: TerritoryAnswer) -> PlacePage:
    """One place, its line from the country down, and what lies in it."""
    line = tuple(
        Crumb(same(place.name), reverse("foundation:place", args=[place.code]))
        for place in answer.above
    )
    return PlacePage(
        title=same(answer.place.name),
        lead=_counted(answer),
        crumbs=(*line, Crumb(same(answer.place.name))),
        territory=answer,
    )


def _counted(answer: TerritoryAnswer) -> Text:
    """`Kabupaten dengan 10 kecamatan, 5 kelurahan, dan 139 desa.`"""
    if not answer.counts:
        return NOTHING_BELOW
    counts = [
        Text("{number} {kind}", "{number} × {kind}").filled(number=number, kind=kind.label)
        for kind, number in answer.counts
    ]
    return Text("Di dalamnya {counts}.", "It holds {counts}.").filled(counts=listed(counts))


def trail_page(room: TrailRoomAnswer) -> TrailPage:
    """A page of the trail; the way to the older ones, and to the check where it was not made."""
    address = reverse("foundation:trail")
    older = urlencode({"sebelum": room.older_than}) if room.older_than else ""
    return TrailPage(
        title=TRAIL,
        lead=TRAIL_LEAD,
        events=tuple(_line(event) for event in room.events),
        state=room.state,
        older_url=f"{address}?{older}" if older else "",
        check_url=f"{address}?periksa=ya",
    )


def _line(event: EventAnswer) -> EventLine:
    return EventLine(
        sequence=event.sequence,
        at=event.at,
        label=event.label,
        actor_name=event.actor_name,
        subject=subject_of(event.subject_kind, event.subject_id),
        details=tuple(
            DetailLine(label_of(key), words_of(key, value)) for key, value in event.detail
        ),
    )
