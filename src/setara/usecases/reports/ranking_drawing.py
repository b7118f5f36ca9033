"""The most severe disparities as small multiples, one small chart each."""

from __future__ import annotations

from datetime import date

from setara.domain.foundation.actor import Actor
from setara.domain.language.text import Text
from setara.domain.reports.multiples import Panel, small_multiples
from setara.formats.charts import svg_of
from setara.usecases.foundation.access import NotFound
from setara.usecases.reports.drawing import FIGURE, decimals_of, points_of
from setara.usecases.reports.place_drawing import Look
from setara.usecases.statistics.queries import disparity_of
from setara.usecases.statistics.ranking_queries import RankingWanted, disparities

SHOWN = 9
AXIS = Text("setiap gambar memakai skalanya sendiri", "each chart has its own scale")
TITLE = Text("{rank}. {place}\n{element}", "{rank}. {place}\n{element}")


def ranking_figure(*, by: Actor, look: Look, today: date, wanted: RankingWanted) -> str:
    """The first nine of the ranking with their years. Raises NotFound where there is none.

    Cost: five queries a chart.
    """
    answer = disparities(by=by, today=today, wanted=wanted)
    panels = []
    yearly = [line for line in answer.ranked if line.has_page]
    for line in yearly[:SHOWN]:
        history = disparity_of(
            by=by,
            element_code=line.element.code,
            place_code=line.pair.place_code,
            year=line.pair.year,
            today=today,
        ).history
        points = [point for pair in history for point in points_of(str(pair.year), pair)]
        says = TITLE.filled(
            rank=line.rank or "", element=line.element.name, place=line.pair.place_name
        )
        panels.append(Panel(says.say(look.language), tuple(points), decimals_of(points)))
    if not panels:
        raise NotFound(FIGURE)
    drawn = small_multiples(
        panels,
        axis=AXIS,
        language=look.language,
        theme=look.theme,
        has_one_scale=False,
    )
    words = "; ".join(panel.title.replace("\n", ": ") for panel in panels)
    return svg_of(drawn, look.language, alternative=words)
