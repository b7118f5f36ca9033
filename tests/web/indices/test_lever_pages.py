"""The page of what moves an index: it recomputes, draws, and says beside a field what is wrong."""

from __future__ import annotations

from decimal import Decimal
from html import unescape

import pytest

from setara.domain.language.text import Language
from setara.usecases.indices.targets import set_index_target
from tests.documents.test_charts import texts_of
from tests.makers import AT
from tests.web.visitor import Visitor, words
from tests.world import World

PASER = ("indices:levers", "ipg", "64.01", 2021)


def shown(world: World, language: Language = Language.INDONESIAN, **typed: str) -> str:
    page = Visitor(world.colleague, language).opens(*PASER, **typed)
    assert page.status_code == 200
    return words(page)


def test_the_page_says_what_levelling_does_before_what_a_step_does(world: World) -> None:
    page = shown(world)

    level = page.index("bila perempuan setara dengan laki-laki dan komponen lain tetap")
    step = page.index("Untuk satu langkah seperti di tabel, perubahan terbesar")
    assert level < step
    assert "Setara dengan laki-laki (70,86) berarti 75,86 tahun, bukan 70,86" in page
    assert "1 persen umur harapan hidup, lebih dari setengah tahun, bukan langkah kecil" in page
    assert "Paling peka" not in page
    explained = words(Visitor(world.colleague).opens("indices:explained", "ipg", "64.01", 2021))
    assert "Setara dengan laki-laki (70,86) berarti 75,86 tahun, bukan 70,86" in explained
    assert "IPG naik 0,04 dari 2020 ke 2021." in page
    assert "Pembulatan 0,01" in page
    assert "Perubahan IPG 0,04" in page


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (Language.INDONESIAN, "IPG menjadi 75,00, naik 3,81 dari 71,19."),
        (Language.ENGLISH, "The IPG becomes 75.00, 3.81 up from 71.19."),
    ],
)
def test_other_figures_are_recomputed(world: World, language: Language, said: str) -> None:
    assert said in shown(world, language, expenditure_female="3559")


def test_a_target_gets_the_smallest_change_of_each_figure(world: World) -> None:
    page = shown(world, target="75")
    beyond = shown(world, target="95")

    assert "Pengeluaran per kapita disesuaikan perempuan 2.965 3.559 594" in page
    assert "95 tidak dapat dicapai oleh Rata-rata lama sekolah perempuan saja" in beyond


def test_what_lowers_a_figure_of_anybody_is_set_apart_as_arithmetic(world: World) -> None:
    said = shown(world, target="75")
    aims, reckoned = said[said.index("Menuju 75") :].split("Secara hitungan saja")

    assert "perempuan 2.965 3.559 594" in aims
    assert "laki-laki" not in aims
    assert "Umur harapan hidup laki-laki" in reckoned
    assert "jangan direncanakan" in reckoned


@pytest.mark.parametrize(("typed", "limit"), [("200", "paling tinggi 120"), ("75,123", "75,12")])
def test_a_target_is_held_to_the_limits_of_a_plan(world: World, typed: str, limit: str) -> None:
    page = shown(world, target=typed)

    assert limit in page
    assert "Menuju" not in page


def test_the_way_to_a_target_starts_from_what_was_tried(world: World) -> None:
    page = shown(world, target="75", expenditure_female="3500")

    assert "Dihitung dari angka yang dicoba di atas" in page
    assert "perempuan 3.500 3.559 59" in page
    assert "Dihitung dari angka yang dicoba" not in shown(world, target="75")


def test_trying_figures_never_speaks_of_saving(world: World) -> None:
    page = Visitor(world.colleague).opens(*PASER, target="tujuh")

    assert "tersimpan." not in words(page)
    assert "Belum tersimpan" not in words(page)
    assert "<script" not in page.content.decode()


def test_the_page_leads_back_to_the_explanation_and_all_indices(world: World) -> None:
    html = Visitor(world.colleague).opens(*PASER).content.decode()
    crumbs = html[html.index('class="crumbs"') :].split("</nav>")[0]

    assert "/indeks/ipg/64.01/2021/" in crumbs
    assert 'href="/indeks/"' in crumbs


def test_the_next_target_of_a_plan_is_taken_where_none_is_typed(world: World) -> None:
    for year, value in ((2020, "70"), (2026, "75")):
        set_index_target(
            by=world.secretary,
            at=AT,
            index="ipg",
            year=year,
            value=Decimal(value),
            document="RPJMD 2025–2029, tabel 4.2",
        )

    assert "Menuju 75,00, target 2026 menurut RPJMD 2025–2029, tabel 4.2" in shown(world)
    assert "Menuju 72" in shown(world, target="72")
    elsewhere = Visitor(world.colleague).opens("indices:levers", "ipg", "64", 2021)
    assert elsewhere.status_code == 404 or "RPJMD" not in words(elsewhere)


def test_errors_give_a_band_that_is_called_our_own(world: World) -> None:
    page = shown(world, **{"galat-life_expectancy_female": "0,5"})

    assert "perhitungan Setara sendiri, bukan angka Badan Pusat Statistik" in page
    assert "1.000 undian, 0 di antaranya tidak mungkin" in page
    assert page == shown(world, **{"galat-life_expectancy_female": "0,5"})


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("expenditure_female", "banyak", "“banyak” bukan angka."),
        ("expenditure_female", "50", "50 ribu rupiah/orang/tahun di luar batas yang mungkin"),
        ("mean_schooling_male", "99", "99 tahun di luar batas yang mungkin"),
        ("target", "tujuh", "“tujuh” bukan angka."),
        ("galat-mean_schooling_male", "-1", "Tidak boleh kurang dari 0."),
    ],
)
def test_bad_input_gets_a_message_beside_its_field(
    world: World, field: str, typed: str, said: str
) -> None:
    page = Visitor(world.colleague).opens(*PASER, **{field: typed})
    html = unescape(page.content.decode())
    beside = html[html.index(f'id="id_{field}_error"') :]

    assert page.status_code == 200
    assert said in beside[:300]


def test_the_parts_of_the_change_are_drawn_with_the_figures_of_the_table(world: World) -> None:
    drawing = Visitor(world.colleague).opens("reports:lever_figure", "ipg", "64.01", 2021)
    written = texts_of(drawing.content.decode())

    assert {"IPG 2020", "IPG 2021", "71,15", "71,19", "+0,48", "−0,30"} <= set(written)


def test_a_year_without_one_before_has_no_parts_and_no_drawing(world: World) -> None:
    visitor = Visitor(world.colleague)

    page = words(visitor.opens("indices:levers", "ipg", "64.01", 2010))
    assert "IPG tahun sebelumnya tidak dapat dihitung" in page
    assert visitor.opens("reports:lever_figure", "ipg", "64.01", 2010).status_code == 404


@pytest.mark.parametrize("key", ["tidakada", "idg"])
def test_an_index_that_is_not_there_is_not_found(world: World, key: str) -> None:
    assert Visitor(world.colleague).opens("indices:levers", key, "64.01", 2021).status_code == 404


def test_another_government_does_not_find_it(world: World) -> None:
    for name in ("indices:levers", "reports:lever_figure"):
        assert Visitor(world.stranger).opens(name, "ipg", "64.01", 2021).status_code == 404
