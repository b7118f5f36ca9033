"""Pages that show figures: five kinds of nothing told apart, pictures that agree with tables."""

from __future__ import annotations

import json
import re
from html import unescape
from xml.etree import ElementTree

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from setara.domain.language.text import Language
from setara.domain.statistics.observation import Nothing
from setara.usecases.statistics.place_figures import places_of_element
from tests.documents.test_charts import texts_of
from tests.usecases.statistics.test_places_and_ranking import geojson
from tests.web.visitor import Visitor, words
from tests.world import World


def images(response) -> list[tuple[str, str]]:
    return re.findall(r'<img src="(/gambar/[^"]+)" alt="([^"]*)"', response.content.decode())


@pytest.mark.parametrize("code", ["EK01", "KS02", "SO08", "PL06-KADES", "SO04"])
@pytest.mark.parametrize("language", Language)
def test_the_page_of_an_element_tells_zero_from_every_kind_of_nothing(
    world: World, code: str, language: Language
) -> None:
    page = Visitor(world.author, language).opens("statistics:table", code)
    shown = words(page)

    assert page.status_code == 200
    for kind in Nothing:
        assert f"{kind.symbol} {kind.label.say(language)}" in shown
    assert "0 nol, sudah dihitung" in shown or "0 zero, counted" in shown


@pytest.mark.parametrize(
    "place", [("indices:levers", "ipg", "64.01", 2021), ("statistics:table", "KP04")]
)
@pytest.mark.parametrize("theme", ["system", "light", "dark"])
def test_a_figure_stands_on_the_ground_of_its_page(
    world: World, place: tuple[object, ...], theme: str
) -> None:
    visitor = Visitor(world.author)
    visitor.client.cookies["setara_theme"] = theme
    page = visitor.opens(*place)
    sources = dict(
        re.findall(r'<source media="([^"]+)" srcset="(/gambar/[^"]+)">', page.content.decode())
    )

    asked = {"system": ["screen and (prefers-color-scheme: dark)"], "dark": ["print"]}
    assert list(sources) == asked.get(theme, [])
    grounds = [_ground(visitor, address) for address in (*sources.values(), images(page)[0][0])]
    assert grounds == {"system": [DARK, LIGHT], "light": [LIGHT], "dark": [LIGHT, DARK]}[theme]


def _ground(visitor: Visitor, address: str) -> str:
    drawing = visitor.client.get(unescape(address)).content.decode().lower()
    return DARK if DARK in drawing else LIGHT


LIGHT, DARK = "#ffffff", "#14211e"


def test_the_signs_stand_in_their_cells(world: World) -> None:
    html = Visitor(world.author).opens("statistics:table", "EK01", tahun="2024").content.decode()

    rows = {
        name: html[html.index(f">{name}</a></th>") :] for name in ("Muara Komam", "Tanjung Harapan")
    }
    assert '<abbr title="ditolak diberikan">×</abbr>' in rows["Muara Komam"][:400]
    assert '<abbr title="belum dilaporkan">…</abbr>' in rows["Tanjung Harapan"][:400]
    one_sex = Visitor(world.author).opens("statistics:table", "KS02").content.decode()
    assert one_sex.count('<abbr title="tidak berlaku">NA</abbr>') == 10
    none = Visitor(world.author).opens("statistics:table", "SO08").content.decode()
    assert '<abbr title="tidak ada yang dapat dihitung">–</abbr>' in none


def test_every_picture_of_a_page_can_be_drawn_and_says_what_it_shows(world: World) -> None:
    visitor = Visitor(world.author)
    addresses = [
        ("statistics:table", "KP04"),
        ("statistics:table", "KP01"),
        ("statistics:table", "KS02"),
        ("statistics:disparity", "KP04", "64.01.05", 2024),
        ("statistics:disparity", "KS01", "64.01", 2021),
        ("statistics:disparities",),
    ]
    drawn = 0
    for name, *place in addresses:
        for src, alt in images(visitor.opens(name, *place)):
            answer = visitor.client.get(src.replace("&amp;", "&"))
            root = ElementTree.fromstring(answer.content)
            assert alt
            assert root.find("{http://www.w3.org/2000/svg}desc").text
            drawn += 1
    assert drawn >= 11


@pytest.mark.parametrize("code", ["KP04", "EK01", "PL06-KADES", "KS02"])
def test_a_map_agrees_with_its_table(world: World, code: str) -> None:
    visitor = Visitor(world.author)
    texts = " ".join(texts_of(visitor.opens("reports:map_figure", code).content.decode()))
    answer = places_of_element(by=world.author, element_code=code)

    for figure in answer.figures:
        for word in figure.place_name.split():
            assert word in texts
    table = words(visitor.opens("statistics:table", code))
    for ratio in re.findall(r"[<>=]+ (\d+,\d{3})", texts):
        assert ratio in table


def test_a_year_is_chosen_for_table_and_map(world: World) -> None:
    visitor = Visitor(world.author)
    page = visitor.opens("statistics:table", "KP04", tahun="2022")
    shown = words(page)

    assert "Menurut kecamatan, 2022" in shown
    assert any("tahun=2022" in src for src, _ in images(page))
    svg = visitor.opens("reports:map_figure", "KP04", tahun="2022").content.decode()
    assert "ditolak" in " ".join(texts_of(svg))
    latest = visitor.opens("reports:map_figure", "KP04").content.decode()
    assert "ditolak" not in " ".join(texts_of(latest))


def test_several_breakdowns_are_selectable(world: World) -> None:
    visitor = Visitor(world.author)
    first = words(visitor.opens("statistics:table", "SO04"))
    both = words(visitor.opens("statistics:table", "SO04", rincian="age+disability"))

    assert "kelompok umur × ragam disabilitas" in first
    assert "0–17 tahun (anak), fisik" in both
    assert visitor.opens("statistics:table", "SO04", rincian="sport").status_code == 404


@pytest.mark.parametrize("language", Language)
def test_the_ranking_is_read_with_its_reasons(world: World, language: Language) -> None:
    page = Visitor(world.chair, language).opens("statistics:disparities", tahun="2024")
    shown = words(page)

    assert page.status_code == 200
    apart = {Language.INDONESIAN: "Belum dapat diurutkan", Language.ENGLISH: "Cannot be ranked"}
    assert apart[language] in shown
    assert "Kepala desa" in shown or "Village heads" in shown
    narrowed = Visitor(world.chair, language).opens(
        "statistics:disparities", tahun="2024", urusan="PL", arah="men"
    )
    assert "Tidak ada kesenjangan yang cocok" in words(narrowed) or "No disparity fits" in words(
        narrowed
    )


def test_odd_addresses_of_the_ranking_narrow_nothing(world: World) -> None:
    page = Visitor(world.chair).opens(
        "statistics:disparities", tahun="²²²²", urusan="", tingkat="x", arah="neither"
    )

    assert page.status_code == 200


def test_a_disparity_without_figures_says_which_nothing_it_is(world: World) -> None:
    page = Visitor(world.author).opens("statistics:disparity", "EK01", "64.01.07", 2024)
    shown = words(page)

    assert "perempuan ditolak diberikan, laki-laki ditolak diberikan" in shown
    assert "× ditolak diberikan" in shown


def test_loaded_boundaries_are_drawn_and_marked_indicative(world: World) -> None:
    visitor = Visitor(world.secretary)
    codes = [f"64.01.{number:02}" for number in range(1, 11)]
    file = SimpleUploadedFile("batas.geojson", geojson(*codes))
    answer = visitor.sends("statistics:boundaries", file=file, source="BIG 2023")

    assert answer.status_code == 302
    shown = words(visitor.opens("statistics:table", "KP04"))
    assert "Batas wilayah indikatif, bukan acuan resmi. Sumber batas: BIG 2023." in shown
    assert b"<path" in visitor.opens("reports:map_figure", "KP04").content
    tiles = visitor.opens("reports:tile_figure", "KP04").content
    assert tiles != visitor.opens("reports:map_figure", "KP04").content


def test_a_bad_boundary_file_is_refused_with_its_reason(world: World) -> None:
    visitor = Visitor(world.secretary)
    far = json.loads(geojson("64.01.05"))
    far["features"][0]["geometry"]["coordinates"] = [[[500000, 9800000]] * 4]
    file = SimpleUploadedFile("batas.geojson", json.dumps(far).encode())
    answer = visitor.sends("statistics:boundaries", file=file, source="BIG 2023")

    assert answer.status_code == 422
    assert "koordinat di luar bumi" in words(answer)
    assert Visitor(world.author).opens("statistics:boundaries").status_code == 200


def test_nothing_of_all_this_is_for_another_government(world: World) -> None:
    visitor = Visitor(world.stranger)

    for name, *place in (
        ("statistics:table", "KP04"),
        ("reports:map_figure", "KP04"),
        ("reports:multiples_figure", "KP04"),
        ("reports:pyramid_figure", "KP01", "64.01"),
        ("reports:ratio_figure", "KP04", "64.01.05", 2024),
        ("reports:ranking_figure",),
    ):
        assert visitor.opens(name, *place).status_code == 404
    assert "Tidak ada kesenjangan" in words(visitor.opens("statistics:disparities"))
