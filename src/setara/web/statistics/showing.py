"""A disparity as its page shows it."""

from __future__ import annotations

from django.urls import NoReverseMatch, reverse

from setara.domain.foundation.station import Station, StationKind
from setara.domain.language.text import Text
from setara.domain.statistics.disparity import Result, Undefined
from setara.usecases.statistics.queries import DisparityAnswer
from setara.web.statistics.forms import IssueForm
from setara.web.statistics.pages import DisparityPage, MeasureLine

TITLE = Text("{element}: {place}, {period}", "{element}: {place}, {period}")
CAPTION = Text(
    "{element}, {place}: perempuan dan laki-laki, {unit}",
    "{element}, {place}: women and men, {unit}",
)
LABELS = {
    "difference": Text("Selisih", "Difference"),
    "ratio": Text("Rasio (indeks paritas)", "Ratio (parity index)"),
    "adjusted": Text("Indeks paritas disesuaikan", "Adjusted parity index"),
    "relative": Text("Kesenjangan relatif", "Relative disparity"),
    "normalised": Text("Selisih ternormalkan", "Normalised difference"),
}


def disparity_page(answer: DisparityAnswer, form: IssueForm) -> DisparityPage:
    """The page of a disparity, with a form on which an issue may be raised."""
    place = [answer.element.code, answer.pair.place_code, answer.pair.year]
    issue_id = answer.issue_id
    caption = CAPTION.filled(
        element=answer.element.name, place=answer.pair.place_name, unit=answer.element.unit
    )
    return DisparityPage(
        title=TITLE.filled(
            element=answer.element.name, place=answer.pair.place_name, period=answer.pair.period
        ),
        answer=answer,
        measures=measures_of(answer),
        station=Station(StationKind.DISPARITY, issue_id) if issue_id else None,
        form=form,
        figure_url=address("reports:disparity_figure", *place),
        figure_caption=caption,
        figure_alt=answer.reading[0] if answer.reading else caption,
        raise_url=reverse("statistics:raise_issue", args=place),
        issue_url=reverse("statistics:issue", args=[issue_id]) if issue_id else "",
    )


def address(route: str, *args: object) -> str:
    """The address of a page of another room; empty where the roof does not serve that room."""
    try:
        return reverse(route, args=args)
    except NoReverseMatch:
        return ""


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


def _line(name: str, formula: str, result: Result, places: int) -> MeasureLine:
    if isinstance(result, Undefined):
        return MeasureLine(LABELS[name], formula, None, places, result.reason)
    return MeasureLine(LABELS[name], formula, result, places)


def _places(value: object) -> int:
    exponent = getattr(value, "as_tuple", lambda: None)()
    return max(0, -exponent.exponent) if exponent is not None else 0
