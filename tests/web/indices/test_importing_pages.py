"""A table of BPS on its way in: uploaded, looked at, its series named, kept."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from setara.domain.foundation.actor import PUBLIC
from setara.domain.language.text import Language
from setara.store.models import ObservationRecord, ReceivedFileRecord
from tests.web.visitor import Visitor, words
from tests.world import World

ABOUT = {"publisher": "BPS Provinsi Kalimantan Timur", "document": "IKG menurut kabupaten/kota"}
IKG = (
    "Indeks Ketimpangan Gender\nkode;Wilayah;2021;2022\n6401;PASIR;0,500;0,48 r\n"
    "6402;Berau;0,3;0,4\n3200;JAWA BARAT;0,493;0,490\n6400;KALIMANTAN TIMUR;0,436;-\n"
)
IPG = "Wilayah;IPG 2021\nPaser;71,19\nBerau;88,00\n"


def uploads(visitor: Visitor, content: str = IKG) -> Any:
    file = SimpleUploadedFile("ikg.csv", content.encode())
    return visitor.sends("indices:upload_table", **ABOUT, file=file)


def review(visitor: Visitor, content: str = IKG) -> Any:
    answer = uploads(visitor, content)
    assert answer.status_code == 302
    return visitor.client.get(answer["Location"])


def keep(visitor: Visitor, page: Any, **typed: str) -> Any:
    file_id = page.context["page"].read.file_id
    sent = {**ABOUT, "series": "", "act": "keep", **typed}
    return visitor.sends("indices:review_table", file_id, **sent)


def test_what_was_read_mended_and_doubted_is_shown_before_anything_is_kept(world: World):
    visitor = Visitor(world.secretary)
    before = ObservationRecord.objects.count()
    shown = words(review(visitor))

    assert ObservationRecord.objects.count() == before
    assert "4 baru, 0 berubah, 0 sama" in shown
    assert "1 baris dari 1 wilayah dilewati" in shown
    assert "“2021” dibaca sebagai Indeks Ketimpangan Gender (IKG), 2021." in shown
    assert "“PASIR” dibaca sebagai Kabupaten Paser." in shown
    assert "Nama “Berau” dan kode 6402 bertentangan" in shown
    assert "Tanda catatan “r” pada “0,48 r” dilepas." in shown
    assert "Kabupaten Paser 2022 Indeks Ketimpangan Gender (IKG) 0,48 CSV!D3" in shown


def test_keeping_leads_to_the_indices_and_the_file_says_it_was_taken(world: World):
    visitor = Visitor(world.secretary)
    page = review(visitor)
    kept = keep(visitor, page)
    assert (kept.status_code, kept["Location"]) == (302, "/indeks/")
    assert ObservationRecord.objects.filter(element__code="IX04").count() == 4

    again = visitor.opens("indices:review_table", page.context["page"].read.file_id)
    assert "sudah disimpan" in words(again)
    refused = uploads(visitor)
    assert refused.status_code == 422
    assert "sudah pernah diterima" in words(refused)


def test_a_revised_table_shows_what_it_would_replace(world: World):
    visitor = Visitor(world.secretary)
    keep(visitor, review(visitor))
    shown = words(review(visitor, IKG.replace("0,436", "0,437")))
    assert "0 baru, 1 berubah, 3 sama" in shown
    assert "Tidak ada yang" not in shown
    assert "Kalimantan Timur 2021 Indeks Ketimpangan Gender (IKG) 0,436 0,437" in shown


@pytest.mark.parametrize(
    ("language", "why", "button"),
    [
        (Language.INDONESIAN, "tidak memuat angka wilayah Anda", "Simpan"),
        (Language.ENGLISH, "has no figure of your place", "Keep"),
    ],
)
def test_a_table_of_regions_elsewhere_says_that_nothing_is_there_to_keep(
    world: World, language: Language, why: str, button: str
):
    visitor = Visitor(world.secretary, language)
    page = review(visitor, "Wilayah;IKG 2021;IKG 2022\nPacitan;0,5;0,4\nPonorogo;0,3;0,35\n")
    assert why in words(page)
    assert 'value="keep"' not in page.text
    assert button not in words(page)
    refused = keep(visitor, page)
    assert refused.status_code == 422
    assert why in words(refused)


def test_a_table_that_is_on_record_as_it_stands_is_not_offered_to_be_kept_again(world: World):
    visitor = Visitor(world.secretary)
    assert 'value="keep"' in review(visitor).text
    keep(visitor, review(visitor, IKG + "\n"))
    again = review(visitor, IKG + "\n\n")
    assert "semua angka di berkas ini sudah tercatat sama" in words(again)
    assert 'value="keep"' not in again.text


def test_the_series_is_asked_and_keeping_without_it_is_refused(world: World):
    visitor = Visitor(world.secretary)
    kept = ObservationRecord.objects.filter(element__code__startswith="IX02")
    before = kept.count()
    page = review(visitor, IPG)
    assert "tidak menyebut seri" in words(page)

    refused = keep(visitor, page)
    assert refused.status_code == 422
    assert "Pilih serinya dahulu" in words(refused)
    assert kept.count() == before

    read_again = keep(visitor, page, act="read", series="lf")
    assert "UHH hasil Long Form SP2020" in words(read_again)
    assert keep(visitor, page, series="lf").status_code == 302
    assert ObservationRecord.objects.filter(element__code="IX02-LF").count() == 2


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("Kecamatan;Penduduk\nKuaro;10\nLong Ikis;12\n", "tidak ada angka indeks"),
        ("Wilayah;Penduduk\nPaser;10\nBerau;12\n", "Kolom “Penduduk” bukan komponen indeks"),
        ("Wilayah;IKG 2022\nPaserr;0,4\nPaserrr;0,5\n", "“Paserr” tidak dikenal"),
        ("%PDF", "PDF"),
    ],
)
def test_what_is_no_table_of_an_index_comes_back_with_the_reason(
    world: World, content: str, says: str
):
    before = ReceivedFileRecord.objects.count()
    answer = uploads(Visitor(world.secretary), content)
    assert answer.status_code == 422
    assert says in words(answer)
    assert "./setara" not in words(answer)
    assert ReceivedFileRecord.objects.count() == before


@pytest.mark.parametrize("language", list(Language))
def test_both_pages_read_in_both_languages(world: World, language: Language):
    visitor = Visitor(world.secretary, language)
    assert visitor.opens("indices:upload_table").status_code == 200
    shown = words(review(visitor))
    assert ("dibaca sebagai" in shown) == (language is Language.INDONESIAN)
    assert ("was read as" in shown) == (language is Language.ENGLISH)


def test_only_who_runs_the_register_gets_in(world: World):
    page = review(Visitor(world.secretary))
    file_id = page.context["page"].read.file_id
    for who in (world.inspector, world.colleague):
        visitor = Visitor(who)
        assert visitor.opens("indices:upload_table").status_code == 403
        assert visitor.opens("indices:review_table", file_id).status_code == 403
        assert keep(visitor, page).status_code == 422
    stranger = Visitor(world.stranger)
    assert stranger.opens("indices:review_table", file_id).status_code == 404
    assert keep(stranger, page).status_code == 404
    assert Visitor(PUBLIC).opens("indices:upload_table").status_code == 302


def test_the_way_in_stands_in_the_menu_of_who_may(world: World):
    there = "/indeks/tabel-bps/"
    assert there in Visitor(world.secretary).opens("indices:series", "ipg").text
    assert there not in Visitor(world.colleague).opens("indices:series", "ipg").text
