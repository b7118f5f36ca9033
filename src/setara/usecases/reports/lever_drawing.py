"""What the change of an index is made of, drawn."""

from __future__ import annotations

from setara.domain.foundation.actor import Actor
from setara.domain.indices.computing import law_day
from setara.domain.language.text import Language, Text
from setara.domain.reports.figure_steps import Part, waterfall
from setara.domain.reports.figures import Theme
from setara.formats.charts import svg_of
from setara.usecases.indices.levers import contributions_of

LEVEL = Text("{index} {year}", "{index} {year}")
ALTERNATIVE = Text(
    "{index} dari {first} ke {last} menurut sumbangan tiap komponen",
    "{index} from {first} to {last} by the contribution of each component",
)


def lever_figure(
    *, by: Actor, index_key: str, place_code: str, year: int, language: Language, theme: Theme
) -> str:
    """The change of an index since the year before as SVG. Raises NotFound where there is none."""
    found = contributions_of(by=by, index_key=index_key, place_code=place_code, year=year)
    places = int(found.after.index.rounding(law_day(year)).value)
    lines = found.lines(places)
    symbol = found.after.index.symbol
    drawn = waterfall(
        (LEVEL.filled(index=symbol, year=str(year - 1)), found.before.published),
        [Part(line.name, line.size) for line in lines if line.size],
        (LEVEL.filled(index=symbol, year=str(year)), found.after.published),
        language=language,
        theme=theme,
        places=places,
    )
    words = ALTERNATIVE.filled(index=symbol, first=str(year - 1), last=str(year))
    return svg_of(drawn, language, alternative=words.say(language))
