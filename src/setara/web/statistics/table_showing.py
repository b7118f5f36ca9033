"""One element's figures as its page shows them."""

from __future__ import annotations

from django.urls import reverse

from setara.domain.language.text import Text, same
from setara.usecases.statistics.element_room import ElementRoomAnswer
from setara.web.shell.pages import Crumb
from setara.web.statistics.element_showing import REGISTER
from setara.web.statistics.pages import Picture, TablePage
from setara.web.statistics.showing import address

OVER_TIME = Text(
    "{element} dari waktu ke waktu, seluruh daerah", "{element} over time, whole government"
)
BY_PLACE = Text("{element} menurut kecamatan, {period}", "{element} by sub-district, {period}")
MAP = Text(
    "{element}, {period}: angka perempuan dibanding laki-laki per kecamatan",
    "{element}, {period}: women's figure against men's by sub-district",
)
LEVELS = Text("{element}, {period}, per kecamatan", "{element}, {period}, by sub-district")
INDICATIVE = Text(
    "{caption}. Batas wilayah indikatif, bukan acuan resmi. Sumber batas: {source}.",
    "{caption}. Boundaries are indicative, not official. Source of boundaries: {source}.",
)
TILES = Text(
    "{caption}. Peta ubin: satu kotak satu kecamatan, bukan bentuk dan luasnya.",
    "{caption}. A tile map: one square a sub-district, neither its shape nor its size.",
)
MULTIPLES = Text(
    "{element} per kecamatan dari tahun ke tahun", "{element} by sub-district, by year"
)
PYRAMID = Text("{element} menurut umur, {place}, {period}", "{element} by age, {place}, {period}")
BROKEN_DOWN = Text(
    "{element} menurut {cut}, {place}, {period}", "{element} by {cut}, {place}, {period}"
)
NO_PICTURE = Picture("", Text("", ""), Text("", ""))


def table_page(room: ElementRoomAnswer) -> TablePage:
    """The page of an element."""
    element = room.table.element
    return TablePage(
        title=element.name,
        crumbs=(Crumb(REGISTER, reverse("statistics:elements")), Crumb(same(element.code))),
        room=room,
        over_time=_over_time(room),
        map=_map(room),
        multiples=_multiples(room),
        pyramid=_pyramid(room),
        places_caption=BY_PLACE.filled(element=element.name, period=room.places.period or ""),
        breakdown_caption=BROKEN_DOWN.filled(element=element.name, **_cut(room)),
    )


def _over_time(room: ElementRoomAnswer) -> Picture:
    pairs = room.table.over_time
    caption = OVER_TIME.filled(element=room.table.element.name)
    if not pairs:
        return NO_PICTURE
    place = [room.table.element.code, room.home_code, pairs[-1].year]
    url = address("reports:disparity_figure", *place)
    return Picture(url if len(pairs) > 1 else "", caption, caption)


def _map(room: ElementRoomAnswer) -> Picture:
    period = room.places.period
    if period is None:
        return NO_PICTURE
    says = LEVELS if room.table.element.only_sex else MAP
    caption = says.filled(element=room.table.element.name, period=period)
    sources = "; ".join(room.boundary_sources)
    said = INDICATIVE.filled(caption=caption, source=sources) if sources else None
    url = address("reports:map_figure", room.table.element.code)
    shown = said or TILES.filled(caption=caption)
    return Picture(f"{url}?tahun={period.valid_from.year}" if url else "", shown, caption)


def _multiples(room: ElementRoomAnswer) -> Picture:
    if not room.has_histories:
        return NO_PICTURE
    caption = MULTIPLES.filled(element=room.table.element.name)
    return Picture(address("reports:multiples_figure", room.table.element.code), caption, caption)


def _pyramid(room: ElementRoomAnswer) -> Picture:
    if not room.breakdown.is_by_age:
        return NO_PICTURE
    caption = PYRAMID.filled(element=room.table.element.name, **_cut(room))
    url = address("reports:pyramid_figure", room.table.element.code, room.home_code)
    return Picture(url, caption, caption)


def _cut(room: ElementRoomAnswer) -> dict[str, object]:
    found = room.breakdown
    return {
        "cut": found.chosen.name if found.chosen else "",
        "place": found.place_name,
        "period": found.period or "",
    }
