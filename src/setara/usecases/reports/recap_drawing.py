"""The recapitulation of ARG over the years as a figure."""

from __future__ import annotations

from datetime import date

from setara.domain.budget.numerators import Numerator
from setara.domain.budget.recap_series import followed_name
from setara.domain.budget.recap_year import YearRecap
from setara.domain.foundation.actor import Actor
from setara.domain.language.text import Text
from setara.domain.reports.recap_figure import recap_figure
from setara.formats.charts import svg_of
from setara.usecases.budget.recap_queries import responsive_recap
from setara.usecases.foundation.access import NotFound
from setara.usecases.reports.drawing import FIGURE
from setara.usecases.reports.place_drawing import Look

WORDS = Text(
    "ARG {first} sampai {last}: rupiah di atas, persentase dari {whole} di bawah.",
    "ARG from {first} to {last}: rupiah above, per cent of {whole} below.",
)


def responsive_recap_figure(
    *, by: Actor, today: date, numerator: Numerator, whole: str, look: Look
) -> str:
    """The years as SVG, by the denominator of that key. Raises NotFound where there are none."""
    answer = responsive_recap(by=by, year=None, today=today, numerator=numerator)
    if answer.year is None:
        raise NotFound(FIGURE)
    return recap_svg(answer.year, whole, look)


def recap_svg(made: YearRecap, whole: str, look: Look) -> str:
    """The years of a recapitulation as SVG. Raises NotFound for a denominator that is none."""
    shares = {each.key: each for line in made.series for each in line.shares}
    if whole not in shares:
        raise NotFound(FIGURE)
    of = shares[whole]
    drawn = recap_figure(made.series, of=of, language=look.language, theme=look.theme)
    said = WORDS.filled(
        first=str(made.series[0].year), last=str(made.series[-1].year), whole=followed_name(of)
    )
    return svg_of(drawn, look.language, alternative=said.say(look.language))
