"""The figures of the reports room as the pages of this one show them, with what they show."""

from __future__ import annotations

from decimal import Decimal

from django.urls import NoReverseMatch, reverse

from setara.domain.language.text import Language, Text
from setara.domain.statistics.element import Element
from setara.usecases.statistics.breakdowns import BreakdownAnswer
from setara.usecases.statistics.place_figures import PlacesAnswer
from setara.usecases.statistics.queries import DisparityAnswer
from setara.web.statistics.pages import Picture

HISTORY = Text(
    "{element}, {place}: perempuan dan laki-laki, {unit}",
    "{element}, {place}: women and men, {unit}",
)
RATIO = Text(
    "{element}, {place}: perempuan dibagi laki-laki; bidang kelabu ialah rentang setara",
    "{element}, {place}: women divided by men; the grey area is the parity band",
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


def address(route: str, *args: object) -> str:
    """The address of a page of another room; empty where the roof does not serve that room."""
    try:
        return reverse(route, args=args)
    except NoReverseMatch:
        return ""


def history_picture(answer: DisparityAnswer) -> Picture:
    """Both sexes over the years; nothing to draw where every figure is a kind of nothing."""
    values = [value for pair in answer.history for value in (pair.women, pair.men)]
    if not any(isinstance(value, Decimal) for value in values):
        return NO_PICTURE
    element, pair = answer.element, answer.pair
    caption = HISTORY.filled(element=element.name, place=pair.place_name, unit=element.unit)
    url = address("reports:disparity_figure", element.code, pair.place_code, pair.year)
    return Picture(url, caption, answer.reading[0] if answer.reading else caption)


def ratio_picture(answer: DisparityAnswer) -> Picture:
    """The ratio over the years, where at least two have one."""
    both = [
        pair
        for pair in answer.history
        if isinstance(pair.women, Decimal) and isinstance(pair.men, Decimal) and pair.men > 0
    ]
    if len(both) < 2:  # noqa: PLR2004 -- one point is no line
        return NO_PICTURE
    element, pair = answer.element, answer.pair
    caption = RATIO.filled(element=element.name, place=pair.place_name)
    url = address("reports:ratio_figure", element.code, pair.place_code, pair.year)
    return Picture(url, caption, caption)


def map_picture(places: PlacesAnswer, sources: tuple[str, ...]) -> Picture:
    """The map of sub-districts; its caption says that boundaries are indicative, or tiles none."""
    element, period = places.element, places.period
    if period is None:
        return NO_PICTURE
    says = LEVELS if element.only_sex else MAP
    caption = says.filled(element=element.name, period=period)
    said = INDICATIVE.filled(caption=caption, source="; ".join(sources)) if sources else None
    url = address("reports:map_figure", element.code)
    shown = said or TILES.filled(caption=caption)
    alt = caption if element.only_sex else _told(places)
    return Picture(f"{url}?tahun={period.valid_from.year}" if url else "", shown, alt)


def _told(places: PlacesAnswer) -> Text:
    return Text(
        " ".join(each.say(Language.INDONESIAN) for each in places.told),
        " ".join(each.say(Language.ENGLISH) for each in places.told),
    )


def multiples_picture(element: Element, places: PlacesAnswer) -> Picture:
    """A small chart a sub-district, where some have several years."""
    if not any(len(history) > 1 for _, history in places.histories):
        return NO_PICTURE
    caption = MULTIPLES.filled(element=element.name)
    return Picture(address("reports:multiples_figure", element.code), caption, caption)


def pyramid_picture(element: Element, found: BreakdownAnswer, place_code: str) -> Picture:
    """The pyramid, where figures are by age and by nothing else."""
    if not found.is_by_age:
        return NO_PICTURE
    caption = PYRAMID.filled(
        element=element.name, place=found.place_name, period=found.period or ""
    )
    return Picture(address("reports:pyramid_figure", element.code, place_code), caption, caption)


def broken_down_caption(element: Element, found: BreakdownAnswer) -> Text:
    """What a table by breakdown is called."""
    return BROKEN_DOWN.filled(
        element=element.name,
        cut=found.chosen.name if found.chosen else "",
        place=found.place_name,
        period=found.period or "",
    )
