"""Maps say in words and signs what they say in colour, and never lose a place."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Language, Text
from setara.domain.reports.figure_marks import PALETTES, Theme
from setara.domain.reports.figures import Point
from setara.domain.reports.map_classes import (
    LEVEL_CLASSES,
    RATIO_CLASSES,
    SHADES,
    level_class,
    map_reading,
)
from setara.domain.reports.maps import MapPlace, halves, outline_map, tile_map
from setara.domain.reports.multiples import Panel, small_multiples
from setara.domain.reports.pyramid import Step, pyramid
from setara.domain.reports.tiles import laid_out, tiles
from setara.domain.statistics.parity_class import ParityClass
from setara.formats.charts import svg_of
from tests.documents.test_charts import texts_of

ID, EN = Language.INDONESIAN, Language.ENGLISH
CLASSES = list(RATIO_CLASSES.values())
LOWER = RATIO_CLASSES[ParityClass.LOWER]
SQUARE = {
    "type": "MultiPolygon",
    "coordinates": [[[[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]]],
}
PLACES = [
    MapPlace("Kuaro", LOWER, "< 0,94", (0, 0), SQUARE, (0.5, 0.5)),
    MapPlace("Tanah Grogot", None, "belum dilaporkan", (1, 0), SQUARE, (0.2, 0.2)),
]
PEOPLE = Text("orang", "people")


def drawn(specification, language=ID):
    return svg_of(specification, language, alternative="a")


@pytest.mark.parametrize("draw", [tile_map, outline_map])
@pytest.mark.parametrize("theme", Theme)
def test_a_map_names_every_place_with_its_figure_and_its_classes(draw, theme):
    texts = texts_of(drawn(draw(PLACES, CLASSES, language=ID, theme=theme)))
    said = " ".join(texts)

    assert "Kuaro" in texts
    assert "< 0,94" in texts
    assert {"Tanah", "Grogot"} <= set(said.split())
    assert {"belum", "dilaporkan"} <= set(said.split())
    for each in CLASSES:
        assert each.said(ID).split() in [text.split() for text in texts]


@pytest.mark.parametrize("draw", [tile_map, outline_map])
def test_a_place_without_a_figure_is_striped(draw):
    svg = drawn(draw(PLACES, CLASSES, language=ID, theme=Theme.LIGHT))

    assert "linearGradient" in svg
    whole = drawn(draw(PLACES[:1], CLASSES, language=ID, theme=Theme.LIGHT))
    assert "linearGradient" not in whole


def test_classes_differ_by_sign_and_word_and_shade():
    for theme in Theme:
        assert len(set(SHADES[theme])) == len(CLASSES)
    for language in Language:
        assert len({each.said(language) for each in CLASSES}) == len(CLASSES)
        assert len({each.said(language) for each in LEVEL_CLASSES}) == len(LEVEL_CLASSES)
    assert len({each.sign for each in CLASSES}) == len(CLASSES)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("theme", Theme)
def test_words_can_be_read_on_every_shade(theme):
    ink = luminance(PALETTES[theme].ink)
    for shade in SHADES[theme]:
        light, dark = sorted((luminance(shade), ink), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5, shade


def test_what_a_map_shows_is_told_class_by_class():
    told = map_reading([("Kuaro", LOWER), ("Long Kali", LOWER), ("Tanah Grogot", None)])

    assert [each.say(ID) for each in told] == [
        "angka perempuan lebih rendah: Kuaro dan Long Kali.",
        "Tanpa angka yang dapat dibandingkan: Tanah Grogot.",
    ]
    assert told[0].say(EN) == "women's figure lower: Kuaro and Long Kali."


def test_figures_of_one_sex_are_told_by_thirds():
    every = [Decimal(value) for value in (0, 0, 1, 2, 5, 9)]

    assert [level_class(value, every).sign for value in every] == [
        "I",
        "I",
        "II",
        "II",
        "III",
        "III",
    ]
    assert level_class(Decimal(7), [Decimal(7)] * 4).sign == "I"


@given(st.sets(st.integers(1, 99), min_size=1, max_size=40), st.booleans())
def test_every_place_has_a_tile_of_its_own(numbers, has_centres):
    codes = [f"12.34.{number:02}" for number in numbers]
    centres = {
        code: (float(n * 7 % 11), float(n % 5)) for code, n in zip(codes, numbers, strict=True)
    }
    laid = tiles(codes, centres if has_centres else {})

    assert set(laid) == set(codes)
    assert len(set(laid.values())) == len(codes)
    columns = 1 + max(column for column, _ in laid.values())
    assert (columns - 1) ** 2 < len(codes)


def test_the_layout_made_by_hand_counts_where_it_knows_every_place():
    codes = [code for code in laid_out() if code.startswith("64.01.")]

    assert len(codes) == 10
    assert len({laid_out()[code] for code in codes}) == len(codes)
    regencies = [code for code in laid_out() if code not in codes]
    assert len({laid_out()[code] for code in regencies}) == len(regencies)
    assert tiles(codes, {}) == {code: laid_out()[code] for code in codes}
    # Long Kali lies in the north, Tanjung Harapan in the south-east.
    assert laid_out()["64.01.08"][1] < laid_out()["64.01.02"][1]


def test_tiles_follow_where_places_lie():
    laid = tiles(["a", "b", "c", "d"], {"a": (9, 9), "b": (1, 8), "c": (1, 1), "d": (9, 2)})

    assert laid == {"b": (0, 0), "a": (1, 0), "c": (0, 1), "d": (1, 1)}


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Kuaro", ("Kuaro", "")),
        ("Paser Belengkong", ("Paser", "Belengkong")),
        ("Penajam Paser Utara", ("Penajam", "Paser Utara")),
        ("Sangatlahpanjangnya", ("Sangatlahpanjangnya", "")),
        ("", ("", "")),
    ],
)
def test_a_long_name_is_cut_in_the_middle(name, lines):
    assert halves(name) == lines


def panel(name: str, *years: int) -> Panel:
    points = [Point(str(year), sex, Decimal(year - 2000)) for year in years for sex in Sex]
    return Panel(name, tuple(points))


@pytest.mark.parametrize("theme", Theme)
def test_small_multiples_name_each_panel_and_year_once(theme):
    panels = [panel("Kuaro", 2022, 2024), panel("Long Kali", 2024)]
    texts = texts_of(drawn(small_multiples(panels, axis=PEOPLE, language=ID, theme=theme)))

    assert texts.count("Kuaro") == texts.count("Long Kali") == 1
    assert {"perempuan", "laki-laki", "orang", "24"} <= set(texts)
    assert texts.count("2023") == texts.count("2022") == len(panels)


def test_room_below_the_lowest_mark_is_no_figure_below_zero():
    zero = Panel(
        "Kuaro", (Point("2024", Sex.FEMALE, Decimal(0)), Point("2024", Sex.MALE, Decimal(9)))
    )
    texts = texts_of(drawn(small_multiples([zero], axis=PEOPLE, language=ID, theme=Theme.LIGHT)))

    assert not [text for text in texts if text.startswith(("-", "−"))]


@pytest.mark.parametrize("theme", Theme)
def test_a_pyramid_writes_every_figure_and_leaves_nothing_empty(theme):
    steps = [Step("0–4 tahun", Decimal(12900), Decimal(14091)), Step("5–9 tahun", None, Decimal(7))]
    texts = texts_of(drawn(pyramid(steps, axis=PEOPLE, language=ID, theme=theme)))

    assert {"12.900", "14.091", "7", "0–4 tahun", "5–9 tahun"} <= set(texts)
    assert {"perempuan", "laki-laki"} <= set(texts)
    # The youngest stand at the bottom.
    assert texts.index("5–9 tahun") < texts.index("0–4 tahun")
    assert not [text for text in texts if text.startswith(("-", "−"))]


def test_a_pyramid_of_nothing_can_be_drawn():
    nothing = [Step("0–4 tahun", None, None)]

    assert "0–4 tahun" in texts_of(
        drawn(pyramid(nothing, axis=PEOPLE, language=EN, theme=Theme.PAPER))
    )
