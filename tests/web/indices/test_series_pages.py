"""The pages of all indices and of the series of one."""

from __future__ import annotations

import pytest

from setara.domain.indices.bps.measures import Vintage
from setara.domain.language.text import Language
from setara.store.models import IndexTargetRecord
from tests.usecases.indices.tables import IKG, IPG, IPM_BY_SEX, LONG_FORM, take_in
from tests.web.visitor import Visitor, words
from tests.world import World

TARGET = {"year": "2029", "value": "75,00", "document": "RPJMD 2025–2029, tabel 2.30"}


def test_the_overview_links_what_is_there_and_names_what_is_lacking(world: World) -> None:
    take_in(world.secretary, IKG)

    page = Visitor(world.colleague).opens("indices:overview")
    said = words(page)

    assert "71,19" in said
    assert "/indeks/ipg/64.01/2021/" in page.text
    assert "/indeks/deret/ikg/" in page.text
    assert "KS04-MTF" in said
    assert "tanpa elemen dalam register" in said
    # Who does not run the register is offered no upload.
    assert "/indeks/tabel-bps/" not in page.text
    assert "/indeks/tabel-bps/" in Visitor(world.secretary).opens("indices:overview").text


def test_the_series_page_tells_the_break_the_rank_and_the_distance(world: World) -> None:
    take_in(world.secretary, IPG, Vintage.OLD)
    planner = Visitor(world.planner)
    answer = planner.sends("indices:series", "ipg", **TARGET)
    assert answer.status_code == 302

    said = words(planner.opens("indices:series", "ipg"))
    assert "Naik 0,04 dari 2020." in said
    assert "Urutan kami: ke-3 di antara 3" in said
    assert "BPS tidak menerbitkan peringkat" in said
    assert "Peringkat" not in said
    assert "kabupaten/kota lain (tipis)" in said
    assert "target (belah ketupat)" in said
    assert "Kalimantan Timur 85,95 dan Indonesia 91,27" in said
    assert "masih kurang 3,81 dalam 8 tahun" in said
    assert "Deret terputus di sini" not in said

    take_in(world.secretary, LONG_FORM)
    said = words(planner.opens("indices:series", "ipg"))
    assert "Deret terputus di sini" in said
    assert "2021 (seri lama) dan 2021 (UHH hasil Long Form SP2020) bukan satu deret" in said
    assert "72,02" in said


def test_the_ikg_is_not_read_without_its_noise(world: World) -> None:
    take_in(world.secretary, IKG)

    said = words(Visitor(world.colleague, Language.ENGLISH).opens("indices:series", "ikg"))

    assert "Down by 0.010 from 2021." in said
    assert "0.025–0.035" in said
    assert "the least inequality" in said


def test_the_ipm_page_is_about_women_and_men(world: World) -> None:
    said = words(Visitor(world.colleague, Language.ENGLISH).opens("indices:series", "ipm"))

    assert "IPM of Kabupaten Paser 2021: women 55.76 and men 78.33 (old series)." in said
    assert "IPM of women: up by" in said
    assert "IPM of men: up by" in said


def test_no_sex_stands_for_the_place_where_only_both_are_known(world: World) -> None:
    take_in(world.secretary, IPM_BY_SEX, Vintage.OLD)
    page = Visitor(world.colleague).opens("indices:series", "ipm")
    said = words(page)

    assert "IPM Kabupaten Paser 2021: perempuan 55,76 dan laki-laki 78,33" in said
    assert "IPM perempuan pada 2021: Indonesia 69,59." in said
    assert "IPM laki-laki pada 2021: Indonesia 76,25." in said
    assert "Wilayah IPM perempuan IPM laki-laki" in said
    # Neither a rank nor a map is of one sex.
    assert "Urutan kami" not in said
    assert "peta.svg" not in page.text
    assert Visitor(world.colleague).opens("reports:index_map", "ipm").status_code == 404


def test_the_caption_names_only_lines_that_are_drawn(world: World) -> None:
    take_in(world.secretary, LONG_FORM)

    said = words(Visitor(world.colleague).opens("indices:series", "ipg"))

    assert "IPG: Kabupaten Paser (garis tebal) dan Indonesia (putus pendek)." in said


def test_the_old_address_of_the_ipg_leads_to_its_series(world: World) -> None:
    answer = Visitor(world.colleague).opens("indices:ipg_series")

    assert answer.status_code == 301
    assert answer["Location"] == "/indeks/deret/ipg/"


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"value": "750"}, "paling tinggi 120"),
        ({"document": ""}, "tidak boleh kosong"),
        ({"value": "banyak"}, "“banyak” bukan angka"),
        ({"value": ""}, "tidak boleh kosong"),
        ({"value": "1.234"}, "dengan 2 angka desimal"),
        ({"value": "72,505"}, "dengan 2 angka desimal"),
    ],
)
def test_a_target_that_cannot_be_is_shown_again_with_the_reason(world, typed, says) -> None:
    answer = Visitor(world.planner).sends("indices:series", "ipg", **(TARGET | typed))

    assert answer.status_code == 422
    assert says in words(answer).lower() or says in words(answer)
    assert not IndexTargetRecord.objects.exists()


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("typed", ["72,50", "72.50", "72,5", "72.500"])
def test_a_target_is_understood_in_either_way_of_writing(world, language, typed) -> None:
    sent = Visitor(world.planner, language).sends(
        "indices:series", "ipg", **TARGET | {"value": typed}
    )

    assert sent.status_code == 302
    assert str(IndexTargetRecord.objects.get().value).rstrip("0") == "72.5"


def test_a_target_of_the_ikg_may_have_three_decimals(world: World) -> None:
    take_in(world.secretary, IKG)
    sent = Visitor(world.planner).sends("indices:series", "ikg", **TARGET | {"value": "0,412"})

    assert sent.status_code == 302


def test_taking_a_target_back_is_asked_about_first(world: World) -> None:
    planner = Visitor(world.planner)
    planner.sends("indices:series", "ipg", **TARGET)

    said = words(planner.opens("indices:series", "ipg"))
    assert "Cabut target ini? Jejaknya tetap tersimpan. Ya, cabut" in said


def test_a_target_is_withdrawn_on_its_page(world: World) -> None:
    planner = Visitor(world.planner)
    planner.sends("indices:series", "ipg", **TARGET)
    target_id = IndexTargetRecord.objects.get().pk

    # Neither one without the seat nor another government takes it back.
    Visitor(world.colleague).sends("indices:withdraw_target", "ipg", target_id)
    Visitor(world.stranger).sends("indices:withdraw_target", "ipg", target_id)
    assert IndexTargetRecord.objects.exists()

    planner.sends("indices:withdraw_target", "ipg", target_id)
    assert not IndexTargetRecord.objects.exists()


def test_who_may_not_set_targets_meets_no_form_and_is_refused(world: World) -> None:
    reader = Visitor(world.colleague)

    assert "Catat target" not in words(reader.opens("indices:series", "ipg"))
    reader.sends("indices:series", "ipg", **TARGET)
    assert not IndexTargetRecord.objects.exists()


def test_the_figures_are_served_and_a_foreigner_finds_none(world: World) -> None:
    take_in(world.secretary, IPG, Vintage.OLD)
    for name in ("reports:index_figure", "reports:index_map"):
        drawn = Visitor(world.colleague).opens(name, "ipg")
        assert drawn.status_code == 200
        assert drawn["Content-Type"] == "image/svg+xml"
        assert Visitor(world.stranger).opens(name, "ipg").status_code == 404
        assert Visitor(world.colleague).opens(name, "hdi").status_code == 404
