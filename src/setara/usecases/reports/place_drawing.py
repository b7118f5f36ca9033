"""Figures of places and breakdowns: maps, small multiples, the pyramid, a ratio over years."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Language, Text
from setara.domain.language.writing import number
from setara.domain.reports.figures import Series, Theme, index_line
from setara.domain.reports.map_classes import (
    LEVEL_CLASSES,
    RATIO_CLASSES,
    MapClass,
    level_class,
    map_reading,
)
from setara.domain.reports.maps import MapPlace, outline_map, tile_map
from setara.domain.reports.multiples import Panel, small_multiples
from setara.domain.reports.pyramid import Step, pyramid
from setara.domain.reports.tiles import tiles
from setara.domain.statistics.boundary import (
    Outline,
    as_geometry,
    centre_of,
    span_of,
    thinned,
)
from setara.domain.statistics.element import Measure
from setara.domain.statistics.observation import Nothing
from setara.domain.statistics.parity_class import parity_class
from setara.formats.charts import svg_of
from setara.usecases.foundation.access import NotFound
from setara.usecases.reports.drawing import FIGURE, decimals_of, points_of
from setara.usecases.statistics.breakdowns import broken_down, side_by_side
from setara.usecases.statistics.place_figures import (
    PlaceFigure,
    PlacesAnswer,
    outlines,
    places_of_element,
)
from setara.usecases.statistics.queries import disparity_of

RATIO = Text("perempuan ÷ laki-laki", "women ÷ men")
NO_RATIO = Text("tanpa rasio", "no ratio")
# A step shorter than this part of the drawing cannot be seen.
_FINENESS = 1_400


@dataclass(frozen=True, slots=True)
class Look:
    """In which language and on which ground a figure is drawn."""

    language: Language
    theme: Theme


def map_figure(
    *, by: Actor, element_code: str, look: Look, year: int | None = None, as_tiles: bool = False
) -> str:
    """An element by sub-district as SVG: outlines where they are known, else tiles.

    Raises NotFound where there is no figure at all. Cost: six queries.
    """
    answer = places_of_element(by=by, element_code=element_code, year=year)
    if answer.period is None:
        raise NotFound(FIGURE)
    known = outlines(by=by).outlines
    classes = _classes(answer)
    codes = [figure.place_code for figure in answer.figures]
    laid = tiles(codes, {code: centre_of(outline) for code, outline in known.items()})
    tolerance = span_of(list(known.values())) / _FINENESS
    places = [
        MapPlace(
            name=figure.place_name,
            found=classes[figure.place_code],
            label=_label(figure, classes[figure.place_code], answer, look.language),
            tile=laid[figure.place_code],
            outline=_drawable(known.get(figure.place_code), tolerance),
            centre=centre_of(known[figure.place_code]) if figure.place_code in known else None,
        )
        for figure in answer.figures
    ]
    draw = outline_map if set(codes) <= set(known) and not as_tiles else tile_map
    legend = list(RATIO_CLASSES.values()) if _has_both(answer) else list(LEVEL_CLASSES)
    drawn = draw(places, legend, language=look.language, theme=look.theme)
    told = map_reading([(f.place_name, classes[f.place_code]) for f in answer.figures])
    words = " ".join(sentence.say(look.language) for sentence in told)
    return svg_of(drawn, look.language, alternative=words)


def multiples_figure(*, by: Actor, element_code: str, look: Look) -> str:
    """An element in every sub-district over the years, one small chart each. Raises NotFound."""
    answer = places_of_element(by=by, element_code=element_code)
    found = [
        (name, [point for pair in history for point in points_of(str(pair.year), pair)])
        for name, history in answer.histories
    ]
    places = decimals_of([point for _, points in found for point in points])
    panels = [Panel(name, tuple(points), places) for name, points in found if points]
    if not panels:
        raise NotFound(FIGURE)
    drawn = small_multiples(
        panels,
        axis=answer.element.unit,
        language=look.language,
        theme=look.theme,
        has_one_scale=answer.element.measure is not Measure.COUNT,
    )
    return svg_of(drawn, look.language, alternative=answer.element.name.say(look.language))


def pyramid_figure(
    *, by: Actor, element_code: str, place_code: str, look: Look, year: int | None = None
) -> str:
    """An element by age as a pyramid. Raises NotFound where it is not broken down by age."""
    answer = broken_down(
        by=by, element_code=element_code, place_code=place_code, year=year, cut="age"
    )
    steps = [
        Step(
            row.name.say(look.language),
            row.women if isinstance(row.women, Decimal) else None,
            row.men if isinstance(row.men, Decimal) else None,
        )
        for row in side_by_side(answer.rows)
    ]
    if not steps:
        raise NotFound(FIGURE)
    axis = Text("{place}, {period}", "{place}, {period}")
    axis = axis.filled(place=answer.place_name, period=answer.period or "")
    drawn = pyramid(steps, axis=axis, language=look.language, theme=look.theme)
    return svg_of(drawn, look.language, alternative=axis.say(look.language))


def ratio_figure(
    *, by: Actor, element_code: str, place_code: str, year: int, look: Look, today: date
) -> str:
    """The ratio of women to men over years, with the parity band. Raises NotFound."""
    answer = disparity_of(
        by=by, element_code=element_code, place_code=place_code, year=year, today=today
    )
    ratios = [
        (pair.year, pair.women / pair.men)
        for pair in answer.history
        if isinstance(pair.women, Decimal) and isinstance(pair.men, Decimal) and pair.men > 0
    ]
    if not ratios:
        raise NotFound(FIGURE)
    band = answer.disparity.band
    drawn = index_line(
        Series(tuple(ratios)),
        axis=RATIO,
        language=look.language,
        theme=look.theme,
        parity=Decimal(1),
        band=(band.lower, band.upper),
        places=3,
    )
    return svg_of(drawn, look.language, alternative=RATIO.say(look.language))


def _has_both(answer: PlacesAnswer) -> bool:
    return answer.element.only_sex is None


def _classes(answer: PlacesAnswer) -> dict[str, MapClass | None]:
    if _has_both(answer):
        found = {figure.place_code: parity_class(figure.disparity) for figure in answer.figures}
        return {code: RATIO_CLASSES[one] if one else None for code, one in found.items()}
    values = {figure.place_code: _own(figure, answer) for figure in answer.figures}
    every = [value for value in values.values() if isinstance(value, Decimal)]
    return {
        code: level_class(value, every) if isinstance(value, Decimal) else None
        for code, value in values.items()
    }


def _own(figure: PlaceFigure, answer: PlacesAnswer) -> Decimal | Nothing:
    return figure.women if answer.element.only_sex is Sex.FEMALE else figure.men


def _label(
    figure: PlaceFigure, found: MapClass | None, answer: PlacesAnswer, language: Language
) -> str:
    """The ratio or the figure with the sign of its class, or why there is none."""
    value = figure.disparity.ratio if _has_both(answer) else _own(figure, answer)
    if found is not None and isinstance(value, Decimal):
        places = 3 if _has_both(answer) else None
        written = number(value, indonesian=language is Language.INDONESIAN, places=places)
        return f"{found.sign} {written}"
    kinds = [each for each in (figure.women, figure.men) if isinstance(each, Nothing)]
    if isinstance(value, Nothing):
        kinds = [value]
    return (kinds[0].label if kinds else NO_RATIO).say(language)


def _drawable(outline: Outline | None, tolerance: float) -> dict[str, object] | None:
    return None if outline is None else as_geometry(thinned(outline, tolerance))
