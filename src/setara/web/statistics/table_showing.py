"""One element's figures as its page shows them."""

from __future__ import annotations

from django.urls import reverse

from setara.domain.language.text import Text, same
from setara.usecases.statistics.element_room import ElementRoomAnswer
from setara.web.shell.pages import Crumb
from setara.web.statistics.element_showing import REGISTER
from setara.web.statistics.pages import Picture, TablePage
from setara.web.statistics.pictures import (
    BY_PLACE,
    NO_PICTURE,
    address,
    broken_down_caption,
    map_picture,
    multiples_picture,
    pyramid_picture,
)

OVER_TIME = Text(
    "{element} dari waktu ke waktu, seluruh daerah", "{element} over time, whole government"
)


def table_page(room: ElementRoomAnswer) -> TablePage:
    """The page of an element."""
    element = room.table.element
    return TablePage(
        title=element.name,
        crumbs=(Crumb(REGISTER, reverse("statistics:elements")), Crumb(same(element.code))),
        room=room,
        over_time=_over_time(room),
        map=map_picture(room.places, room.boundary_sources),
        multiples=multiples_picture(element, room.places),
        pyramid=pyramid_picture(element, room.breakdown, room.home_code),
        places_caption=BY_PLACE.filled(element=element.name, period=room.places.period or ""),
        breakdown_caption=broken_down_caption(element, room.breakdown),
    )


def _over_time(room: ElementRoomAnswer) -> Picture:
    pairs = room.table.over_time
    caption = OVER_TIME.filled(element=room.table.element.name)
    if not pairs:
        return NO_PICTURE
    place = [room.table.element.code, room.home_code, pairs[-1].year]
    url = address("reports:disparity_figure", *place)
    return Picture(url if len(pairs) > 1 else "", caption, caption)
