"""Questions that end as a figure."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Language, Text
from setara.domain.reports.figures import (
    Point,
    Specification,
    Theme,
    dumbbell,
    lines_by_sex,
)
from setara.formats.charts import svg_of
from setara.usecases.foundation.access import NotFound
from setara.usecases.statistics.pairs import PairAnswer
from setara.usecases.statistics.queries import disparity_of, table

FIGURE = Text("Gambar", "The figure")
# From here on decimals say nothing on an axis.
_LARGE = 1000


def disparity_figure(
    *,
    by: Actor,
    element_code: str,
    place_code: str,
    year: int,
    language: Language,
    theme: Theme,
    today: date,
) -> str:
    """The history of a disparity as SVG: two lines over years. Raises NotFound."""
    answer = disparity_of(
        by=by, element_code=element_code, place_code=place_code, year=year, today=today
    )
    points = [point for pair in answer.history for point in points_of(str(pair.year), pair)]
    if not points:
        raise NotFound(FIGURE)
    draw = lines_by_sex if len(answer.history) > 1 else dumbbell
    drawn = draw(
        points, axis=answer.element.unit, language=language, theme=theme, places=decimals_of(points)
    )
    return _svg(drawn, language, answer.reading[0] if answer.reading else answer.element.name)


def places_figure(
    *, by: Actor, element_code: str, language: Language, theme: Theme, year: int | None = None
) -> str:
    """An element by place as SVG: women, men and the distance between them. Raises NotFound."""
    answer = table(by=by, element_code=element_code, year=year)
    points = [point for pair in answer.by_place for point in points_of(pair.place_name, pair)]
    if not points:
        raise NotFound(FIGURE)
    drawn = dumbbell(
        points, axis=answer.element.unit, language=language, theme=theme, places=decimals_of(points)
    )
    return _svg(drawn, language, answer.element.name)


def _svg(drawn: Specification, language: Language, alternative: Text) -> str:
    return svg_of(drawn, language, alternative=alternative.say(language))


def points_of(at: str, pair: PairAnswer) -> list[Point]:
    """The figures of a pair; a kind of nothing gives no point."""
    found = ((Sex.FEMALE, pair.women), (Sex.MALE, pair.men))
    return [Point(at, sex, value) for sex, value in found if isinstance(value, Decimal)]


def decimals_of(points: list[Point]) -> int:
    """How many decimals an axis needs for these figures."""
    if any(abs(point.value) >= _LARGE for point in points):
        return 0
    exponents = (point.value.as_tuple().exponent for point in points)
    return max((-exponent for exponent in exponents if isinstance(exponent, int)), default=0)
