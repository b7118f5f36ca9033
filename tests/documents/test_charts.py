"""Figures as SVG and PNG: well-formed, closed to the network, said in words, numbers as written."""

from __future__ import annotations

import re
from decimal import Decimal
from xml.etree import ElementTree

import pytest

from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Text
from setara.domain.reports.figures import (
    Point,
    Series,
    Theme,
    dumbbell,
    index_line,
    lines_by_sex,
)
from setara.formats.charts import png_of, svg_of
from tests.documents.papers import EN, HOSTILE, ID

SVG = "{http://www.w3.org/2000/svg}"
UNIT = Text("ribu rupiah", "thousand rupiah")
POINTS = [
    Point("2020", Sex.FEMALE, Decimal("2902.5")),
    Point("2020", Sex.MALE, Decimal("16973.5")),
    Point("2021", Sex.FEMALE, Decimal("2965.5")),
    Point("2021", Sex.MALE, Decimal("17502.5")),
]


def drawn(language=ID, theme=Theme.LIGHT, axis=UNIT, **words):
    specification = lines_by_sex(POINTS, axis=axis, language=language, theme=theme, places=1)
    return svg_of(specification, language, **({"alternative": "Apa yang tampak"} | words))


def texts_of(svg):
    return ["".join(text.itertext()) for text in ElementTree.fromstring(svg).iter(f"{SVG}text")]


def test_a_figure_is_an_image_with_title_and_description():
    root = ElementTree.fromstring(drawn(alternative="Apa & siapa", title="Judul <1>"))

    assert (root.get("role"), root.get("aria-label")) == ("img", "Judul <1>")
    assert [(part.tag, part.text) for part in list(root)[:2]] == [
        (f"{SVG}title", "Judul <1>"),
        (f"{SVG}desc", "Apa & siapa"),
    ]
    assert ElementTree.fromstring(drawn()).get("aria-label") == "Apa yang tampak"


@pytest.mark.parametrize("theme", Theme)
def test_a_figure_runs_nothing_and_fetches_nothing(theme):
    svg = drawn(theme=theme)
    addresses = set(re.findall(r"https?://[^\"'\s<)]+", svg))

    assert addresses == {"http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"}
    assert not re.search(r"<script|<foreignObject|<image|<a[ >]|href=|\son\w+=|@import|url\(h", svg)


def test_numbers_are_written_as_the_language_writes_them():
    assert {"laki-laki 17.502,5", "perempuan 2.965,5", "14.000,0"} <= set(texts_of(drawn(ID)))
    assert {"men 17,502.5", "women 2,965.5", "14,000.0"} <= set(texts_of(drawn(EN)))


def test_years_are_not_grouped():
    assert {"2020", "2021"} <= set(texts_of(drawn()))


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_words_are_drawn_as_words(words):
    points = [Point(words, Sex.FEMALE, Decimal(1)), Point(words, Sex.MALE, Decimal(2))]
    specification = dumbbell(
        points, axis=Text("{w}", "{w}").filled(w=words), language=ID, theme=Theme.PAPER, places=0
    )
    svg = svg_of(specification, ID, alternative=words, title=words)

    # The axis may cut a long name short; the title of the axis is whole.
    assert " ".join(words.split()) in [" ".join(text.split()) for text in texts_of(svg)]
    assert ElementTree.fromstring(svg).get("aria-label") == words


@pytest.mark.parametrize("theme", Theme)
def test_every_kind_of_figure_can_be_drawn_in_every_theme(theme):
    series = Series(((2019, Decimal("71.41")), (2021, Decimal("71.19"))))
    facts = {"axis": UNIT, "language": ID, "theme": theme}
    figures = [
        lines_by_sex(POINTS[:1], places=0, **facts),
        lines_by_sex([], places=0, **facts),
        dumbbell(POINTS, places=0, **facts),
        dumbbell([], places=0, **facts),
        index_line(series, parity=Decimal(100), **facts),
        index_line(Series(()), **facts),
    ]

    for figure in figures:
        assert ElementTree.fromstring(svg_of(figure, ID, alternative="a")).tag == f"{SVG}svg"


def test_a_figure_becomes_a_picture_for_formats_that_hold_no_svg():
    picture = png_of(drawn())

    assert picture.startswith(b"\x89PNG")
    assert int.from_bytes(picture[16:20]) > 1200


def test_the_same_figure_gives_the_same_bytes():
    assert drawn() == drawn()
