"""Indices as figures: the series with its surroundings and targets, and the map of the province."""

from __future__ import annotations

from decimal import Decimal

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.place import COUNTRY_CODE
from setara.domain.indices.series import Stretch
from setara.domain.language.text import Language, Text
from setara.domain.language.writing import number
from setara.domain.reports.index_lines import IndexLine, Look, index_lines
from setara.domain.reports.map_classes import LEVEL_CLASSES, MapClass, level_class, map_reading
from setara.domain.reports.maps import MapPlace, tile_map
from setara.domain.reports.tiles import tiles
from setara.domain.statistics.observation import Nothing
from setara.formats.charts import svg_of
from setara.usecases.foundation.access import NotFound
from setara.usecases.indices.series_queries import IndexSeriesAnswer, PlaceStrands, index_series
from setara.usecases.reports.drawing import FIGURE
from setara.usecases.reports.place_drawing import Look as Ground

_LOOKS = {"ipm_female": Look.WOMEN, "ipm_male": Look.MEN}
TARGET = Text("Target", "Target")
SEXES = {
    "ipm_female": Text("perempuan", "women"),
    "ipm_male": Text("laki-laki", "men"),
    "ipm": Text("semua", "everybody"),
}
SERIES = Text("{index} {place} menurut tahun.", "{index} of {place} by year.")


def index_figure(*, by: Actor, key: str, look: Ground) -> str:
    """The series of an index as SVG, beside its surroundings and targets. Raises NotFound."""
    answer = index_series(by=by, key=key)
    lines = _lines(answer, look.language)
    if not any(line.stretches for line in lines):
        raise NotFound(FIGURE)
    drawn = index_lines(
        lines,
        axis=Text(answer.index.symbol, answer.index.symbol),
        language=look.language,
        theme=look.theme,
        places=answer.decimals,
        parity=answer.index.parity,
    )
    words = SERIES.filled(index=answer.index.name, place=answer.home.name)
    return svg_of(drawn, look.language, alternative=words.say(look.language))


def _lines(answer: IndexSeriesAnswer, language: Language) -> list[IndexLine]:
    around = [
        IndexLine("", Look.NEIGHBOUR, _points(each.main.stretches)) for each in answer.neighbours
    ]
    above = [
        IndexLine(
            each.name,
            Look.COUNTRY if each.code == COUNTRY_CODE else Look.PROVINCE,
            _points(each.main.stretches),
        )
        for each in answer.above
    ]
    targets = tuple((one.target.year, one.target.value) for one in answer.targets)
    wanted = [IndexLine(TARGET.say(language), Look.TARGET, (targets,))] if targets else []
    if answer.index.key == "ipm":
        # Two lines of the own place are enough to read; the others stand in the table.
        around, above = [], []
    return [*around, *above, *wanted, *_own(answer.home, language)]


def _own(home: PlaceStrands, language: Language) -> list[IndexLine]:
    return [
        IndexLine(
            SEXES[strand.key].say(language) if strand.key in SEXES else home.name,
            _LOOKS.get(strand.key, Look.OWN),
            _points(strand.stretches),
        )
        for strand in home.strands
    ]


def _points(found: tuple[Stretch, ...]) -> tuple[tuple[tuple[int, Decimal], ...], ...]:
    return tuple(tuple((point.year, point.value) for point in each.points) for each in found)


def index_map(*, by: Actor, key: str, look: Ground) -> str:
    """The kabupaten and kota of the province by index, in the newest year of the own place.

    Raises NotFound where fewer than two have a figure of that year and series.
    """
    answer = index_series(by=by, key=key)
    values = answer.beside()
    every = [value for _, _, value in values if value is not None]
    if len(every) < 2:  # noqa: PLR2004 -- one place is no map
        raise NotFound(FIGURE)
    classes: dict[str, MapClass | None] = {
        code: None if value is None else level_class(value, every) for code, _, value in values
    }
    laid = tiles([code for code, _, _ in values], {})
    places = [
        MapPlace(
            name=_short(name),
            found=classes[code],
            label=_label(value, classes[code], answer.decimals, look.language),
            tile=laid[code],
        )
        for code, name, value in values
    ]
    drawn = tile_map(places, list(LEVEL_CLASSES), language=look.language, theme=look.theme)
    told = map_reading([(name, classes[code]) for code, name, _ in values])
    words = " ".join(sentence.say(look.language) for sentence in told)
    return svg_of(drawn, look.language, alternative=words)


def _short(name: str) -> str:
    """The name as it fits a tile; a kota keeps its kind, which tells it from a kabupaten."""
    return name.removeprefix("Kabupaten ").replace("Kota ", "Kt. ", 1)


def _label(value: Decimal | None, found: MapClass | None, decimals: int, language: Language) -> str:
    if value is None or found is None:
        return Nothing.NOT_REPORTED.label.say(language)
    written = number(value, indonesian=language is Language.INDONESIAN, places=decimals)
    return f"{found.sign} {written}"
