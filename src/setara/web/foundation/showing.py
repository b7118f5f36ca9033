"""Puts places and the audit trail on their pages."""

from __future__ import annotations

from datetime import datetime
from itertools import groupby
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.timezone import localtime

from setara.domain.foundation.place import PlaceKind
from setara.domain.language.text import Language, Text, listed, same
from setara.usecases.foundation.persons import AccountAnswer
from setara.usecases.foundation.places import TerritoryAnswer
from setara.usecases.foundation.trail import EventAnswer, TrailRoomAnswer
from setara.web.foundation.pages import (
    AccountPage,
    DetailLine,
    EventDay,
    EventLine,
    LanguageChoice,
    PlacePage,
    TrailPage,
)
from setara.web.foundation.trail_words import gist_of, label_of, subject_of, words_of
from setara.web.shell.pages import Crumb

TRAIL = Text("Jejak audit", "Audit trail")
TRAIL_LEAD = Text(
    "Setiap perubahan tercatat dengan pelaku dan waktunya. Tiap catatan dirantai ke yang "
    "sebelumnya, sehingga yang diubah, dihapus, atau dipindah akan ketahuan.",
    "Every change is recorded with who did it and when. Each record is chained to the one before, "
    "so whatever is changed, removed or moved comes to light.",
)
PLURALS = {
    PlaceKind.COUNTRY: "countries",
    PlaceKind.PROVINCE: "provinces",
    PlaceKind.REGENCY: "regencies",
    PlaceKind.CITY: "cities",
    PlaceKind.SUBDISTRICT: "sub-districts",
    PlaceKind.WARD: "urban villages",
    PlaceKind.VILLAGE: "villages",
}
"""Indonesian has no plural after a number."""

OWN_NAMES = {Language.INDONESIAN: "Bahasa Indonesia", Language.ENGLISH: "English"}

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
    if not answer.counts:
        return NOTHING_BELOW
    counts = [_number_of(kind, number) for kind, number in answer.counts]
    return Text("Di dalamnya {counts}.", "It holds {counts}.").filled(counts=listed(counts))


def _number_of(kind: PlaceKind, number: int) -> Text:
    words = kind.label if number == 1 else Text(kind.label.id, PLURALS[kind])
    return Text("{number} {kind}", "{number} {kind}").filled(number=number, kind=words)


def account_page(account: AccountAnswer) -> AccountPage:
    """One's own account, with the languages to choose from by their own names."""
    return AccountPage(
        title=Text("Akun saya", "My account"),
        account=account,
        languages=tuple(
            LanguageChoice(each.value, OWN_NAMES[each], each is account.language)
            for each in Language
        ),
    )


def trail_page(room: TrailRoomAnswer) -> TrailPage:
    """A page of the trail; the way to the older ones, and to the check where it was not made."""
    address = reverse("foundation:trail")
    older = urlencode({"sebelum": room.older_than}) if room.older_than else ""
    return TrailPage(
        title=TRAIL,
        lead=TRAIL_LEAD,
        days=_days(room.events),
        state=room.state,
        older_url=f"{address}?{older}" if older else "",
        check_url=f"{address}?periksa=ya",
    )


def _days(events: tuple[EventAnswer, ...]) -> tuple[EventDay, ...]:
    by_day = groupby(events, key=lambda event: localtime(event.at).date())
    return tuple(
        EventDay(Text("{day}", "{day}").filled(day=day), tuple(_line(event) for event in those))
        for day, those in by_day
    )


def _time(at: datetime) -> Text:
    local = localtime(at)
    parts = {"hour": f"{local:%H}", "minute": f"{local:%M}"}
    return Text("{hour}.{minute}", "{hour}:{minute}").filled(**parts)


def _line(event: EventAnswer) -> EventLine:
    return EventLine(
        sequence=event.sequence,
        time=_time(event.at),
        label=event.label,
        actor_name=event.actor_name,
        gist=gist_of(event.detail),
        subject=subject_of(event.subject_kind, event.subject_id),
        details=tuple(
            DetailLine(label_of(key), words_of(key, value)) for key, value in event.detail
        ),
    )
