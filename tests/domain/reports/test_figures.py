"""Women and men are told apart without colour, the colours can be seen, and no year is made up."""

from __future__ import annotations

import colorsys
from decimal import Decimal

import pytest

from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Language, Text
from setara.domain.reports.figure_marks import DASHES, PALETTES, SHAPES
from setara.domain.reports.figures import (
    Point,
    Series,
    Theme,
    dumbbell,
    index_line,
    lines_by_sex,
)

UNIT = Text("orang", "people")
FACTS = {"axis": UNIT, "language": Language.INDONESIAN, "theme": Theme.LIGHT}


def luminance(colour: str) -> float:
    """Relative luminance by WCAG 2.2."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    """Contrast ratio by WCAG 2.2."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", Theme)
def test_marks_and_words_can_be_seen_on_their_ground(theme):
    ink = PALETTES[theme]

    assert min(contrast(ink.women, ink.ground), contrast(ink.men, ink.ground)) >= 3
    assert contrast(ink.ink, ink.ground) >= 7


@pytest.mark.parametrize("theme", Theme)
def test_women_are_not_pink_and_men_are_not_blue(theme):
    def hue(colour: str) -> float:
        red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
        return colorsys.rgb_to_hls(red, green, blue)[0] * 360

    assert not 300 <= hue(PALETTES[theme].women) <= 350
    assert not 190 <= hue(PALETTES[theme].men) <= 250


def test_women_and_men_differ_by_more_than_colour():
    assert SHAPES[Sex.FEMALE] != SHAPES[Sex.MALE]
    assert DASHES[Sex.FEMALE] != DASHES[Sex.MALE]


def rows_of(figure):
    return figure["data"]["values"]


def by_sex(women, men):
    return [
        Point(str(at), sex, Decimal(value))
        for sex, values in ((Sex.FEMALE, women), (Sex.MALE, men))
        for at, value in values.items()
    ]


def test_each_line_ends_in_its_name_and_last_figure():
    figure = lines_by_sex(by_sex({2020: 5, 2021: 6}, {2020: 7, 2021: 8}), places=0, **FACTS)
    ends = {row["label"]: row["end"] for row in rows_of(figure) if "end" in row}

    assert ends == {"perempuan 6": "low", "laki-laki 8": "high"}


def test_a_year_without_a_figure_is_bridged_and_not_made_up():
    figure = lines_by_sex(by_sex({2018: 5, 2021: 6}, {2020: 7, 2021: 8}), places=0, **FACTS)
    bridge = [row["at"] for row in rows_of(figure) if row["bridge"]]
    stretches = {row["at"]: row["stretch"] for row in rows_of(figure) if row["value"] in {5, 6}}

    assert bridge == [2018, 2021]
    assert {row["at"] for row in rows_of(figure)} == {2018, 2020, 2021}
    assert stretches[2018] != stretches[2021]


def test_years_are_drawn_in_their_order():
    figure = lines_by_sex(by_sex({2021: 6, 2020: 5}, {}), places=0, **FACTS)

    assert [row["at"] for row in rows_of(figure)] == [2020, 2021]


def test_places_keep_their_order_and_the_ends_know_which_is_higher():
    women, men = {"Kuaro": 3, "Long Ikis": 9}, {"Batu Engau": 2, "Kuaro": 4, "Long Ikis": 1}
    figure = dumbbell(by_sex(women, men), places=0, **FACTS)
    ends = {(row["at"], row["sex"]): row["end"] for row in rows_of(figure)}

    assert figure["layer"][0]["encoding"]["y"]["sort"] == ["Kuaro", "Long Ikis", "Batu Engau"]
    assert ends[("Kuaro", "laki-laki")] == ends[("Long Ikis", "perempuan")] == "high"
    assert ends[("Batu Engau", "laki-laki")] == "high"


def test_equal_figures_are_both_written():
    figure = dumbbell(by_sex({"Kuaro": 4}, {"Kuaro": 4}), places=0, **FACTS)

    assert {row["end"] for row in rows_of(figure)} == {"high", "low"}


def test_an_index_breaks_where_its_method_did():
    points = tuple((year, Decimal(year - 1950)) for year in (2013, 2014, 2015, 2017))
    rows = rows_of(index_line(Series(points, frozenset({2014, 2015})), **FACTS))

    assert [row["stretch"] for row in rows] == [0, 0, 1, 2]
    assert not any(row["bridge"] for row in rows)


def test_parity_is_a_level_of_its_own():
    series = Series(((2020, Decimal("71.15")),))
    with_parity = index_line(series, parity=Decimal(100), **FACTS)

    assert len(with_parity["layer"]) == len(index_line(series, **FACTS)["layer"]) + 1
    assert with_parity["layer"][-1]["encoding"]["y"] == {"datum": 100.0}
