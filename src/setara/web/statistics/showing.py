"""A disparity as its page shows it."""

from __future__ import annotations

from decimal import Decimal

from django.urls import reverse

from setara.domain.foundation.station import Station, StationKind
from setara.domain.language.text import Text, same
from setara.domain.statistics.disparity import Result, Undefined
from setara.usecases.statistics.disparity_room import DisparityRoomAnswer
from setara.usecases.statistics.queries import DisparityAnswer
from setara.web.shell.pages import Crumb
from setara.web.statistics.element_showing import REGISTER
from setara.web.statistics.forms import IssueForm
from setara.web.statistics.pages import DisparityPage, MeasureLine
from setara.web.statistics.pictures import (
    BY_PLACE,
    address,
    broken_down_caption,
    history_picture,
    map_picture,
    multiples_picture,
    ratio_picture,
)

__all__ = ["address", "disparity_page", "measures_of", "pace_of"]

TITLE = Text("{element}: {place}, {period}", "{element}: {place}, {period}")
PACE = Text("Perubahan selisih per tahun", "Change of the difference a year")
YEARS = Text("Tahun sampai setara dengan laju ini", "Years to parity at this pace")
PACE_FORMULA = "P − L = a + b × t"
LABELS = {
    "difference": Text("Selisih", "Difference"),
    "ratio": Text("Rasio (indeks paritas)", "Ratio (parity index)"),
    "adjusted": Text("Indeks paritas disesuaikan", "Adjusted parity index"),
    "relative": Text("Kesenjangan relatif", "Relative disparity"),
    "normalised": Text("Selisih ternormalkan", "Normalised difference"),
}


def disparity_page(room: DisparityRoomAnswer, form: IssueForm) -> DisparityPage:
    """The page of a disparity, with a form on which an issue may be raised."""
    answer = room.disparity
    element, pair = answer.element, answer.pair
    place = [element.code, pair.place_code, pair.year]
    issue_id = answer.issue_id
    return DisparityPage(
        title=TITLE.filled(element=element.name, place=pair.place_name, period=pair.period),
        crumbs=_crumbs(answer),
        answer=answer,
        room=room,
        measures=measures_of(answer),
        pace=pace_of(room),
        station=Station(StationKind.DISPARITY, issue_id) if issue_id else None,
        form=form,
        history=history_picture(answer),
        ratio=ratio_picture(answer),
        map=map_picture(room.neighbours, room.boundary_sources),
        multiples=multiples_picture(element, room.neighbours),
        places_caption=BY_PLACE.filled(
            element=element.name, period=room.neighbours.period or pair.period
        ),
        breakdown_caption=broken_down_caption(element, room.breakdown),
        raise_url=reverse("statistics:raise_issue", args=place),
        issue_url=reverse("statistics:issue", args=[issue_id]) if issue_id else "",
    )


def _crumbs(answer: DisparityAnswer) -> tuple[Crumb, ...]:
    code = answer.element.code
    return (
        Crumb(REGISTER, reverse("statistics:elements")),
        Crumb(same(code), reverse("statistics:table", args=[code])),
        Crumb(same(answer.pair.place_name)),
    )


def measures_of(answer: DisparityAnswer) -> tuple[MeasureLine, ...]:
    """The measures below the two figures, each with its formula."""
    found = answer.disparity
    places = max(_places(answer.pair.women), _places(answer.pair.men))
    return (
        _line("difference", "P − L", found.difference, places),
        _line("ratio", "P ÷ L", found.ratio, 3),
        _line("adjusted", "P ÷ L ≤ 1: P ÷ L; > 1: 2 − L ÷ P", found.adjusted_parity, 3),
        _line("relative", "(L − P) ÷ L", found.relative, 3),
        _line("normalised", "(P − L) ÷ (P + L)", found.normalised, 3),
    )


def pace_of(room: DisparityRoomAnswer) -> tuple[MeasureLine, ...]:
    """The change a year and the years to parity, or why there are none."""
    pace = room.pace
    if isinstance(pace, Undefined):
        return (MeasureLine(PACE, "", None, 0, pace.reason),)
    exponent = pace.per_year.as_tuple().exponent
    places = max(0, -exponent) if isinstance(exponent, int) else 0
    years = pace.years_to_parity
    return (
        MeasureLine(PACE, PACE_FORMULA, pace.per_year, places),
        MeasureLine(
            YEARS,
            "|P − L| ÷ |b|",
            years if isinstance(years, Decimal) else None,
            0,
            years.reason if isinstance(years, Undefined) else None,
        ),
    )


def _line(name: str, formula: str, result: Result, places: int) -> MeasureLine:
    if isinstance(result, Undefined):
        return MeasureLine(LABELS[name], formula, None, places, result.reason)
    return MeasureLine(LABELS[name], formula, result, places)


def _places(value: object) -> int:
    exponent = getattr(value, "as_tuple", lambda: None)()
    return max(0, -exponent.exponent) if exponent is not None else 0
