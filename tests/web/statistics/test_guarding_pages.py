"""Figures, doubts and publications through their pages, in both languages."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse

from setara.domain.language.text import Language
from setara.store.models import (
    CorrectionRecord,
    ElementRecord,
    ExplanationRecord,
    ObservationRecord,
    PublicationRecord,
)
from tests.web.visitor import Visitor, words
from tests.world import World


def a_figure() -> ObservationRecord:
    return ObservationRecord.objects.get(
        element__code="EK01-LATIH", place__code="64.01.05", valid_from__year=2025, sex="P"
    )


def test_a_cell_leads_to_where_its_figure_comes_from(world: World) -> None:
    visitor = Visitor(world.planner)
    answer = visitor.opens("statistics:find_figure", "EK01-LATIH", "64.01.05", 2025, "P")
    page = visitor.client.get(answer.url)
    assert "peserta-pelatihan-2025.xlsx" in words(page)
    assert "Koreksi angka ini" not in words(page)
    assert (
        visitor.opens("statistics:find_figure", "EK01-LATIH", "64.01.05", 1999, "P").status_code
        == 404
    )
    assert (
        visitor.opens("statistics:find_figure", "EK01-LATIH", "64.01.05", 2025, "X").status_code
        == 404
    )


@pytest.mark.parametrize("language", Language)
def test_a_figure_is_corrected_and_taken_back(world: World, language: Language) -> None:
    visitor = Visitor(world.secretary, language)
    row = a_figure()
    typed = {"value": "1.250", "reason": "Salah ketik", "provider": "Bidang UMKM", "version": 1}
    assert visitor.sends("statistics:correct_figure", row.pk, **typed).status_code == 302
    page = words(visitor.opens("statistics:figure", row.pk))
    assert {Language.INDONESIAN: "1.250", Language.ENGLISH: "1,250"}[language] in page
    assert "Salah ketik" in page
    assert visitor.sends("statistics:undo_change", row.pk, version=2).status_code == 302
    assert a_figure().figure() == row.figure()


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"value": "banyak"}, "bukan angka"),
        ({"value": "12", "version": 7}, "Orang lain"),
        ({"value": "12", "reason": ""}, "tidak boleh kosong"),
    ],
)
def test_a_correction_that_cannot_be_taken_says_why_and_keeps_what_was_typed(
    world: World, typed: dict[str, object], says: str
) -> None:
    whole = {"value": "12", "reason": "Sebab", "provider": "Bidang UMKM", "version": 1}
    answer = Visitor(world.secretary).sends(
        "statistics:correct_figure", a_figure().pk, **(whole | typed)
    )
    assert answer.status_code == 422
    assert says in words(answer)
    assert "Bidang UMKM" in answer.content.decode()
    assert not CorrectionRecord.objects.exists()


def test_a_doubt_is_explained_by_one_and_accepted_by_another(world: World) -> None:
    agency_id = next(iter(world.author.agency_ids))
    ElementRecord.objects.filter(code="EK01-LATIH").update(producer_id=agency_id, most=500)
    ObservationRecord.objects.filter(pk=a_figure().pk).update(value=501)
    author, secretary = Visitor(world.author), Visitor(world.secretary)
    page = author.opens("statistics:doubts", tahun="2025")
    line = next(c.line for c in page.context["page"].cards if c.line.doubt.rule.id == "DATA-06")
    typed = {"rule": "DATA-06", "fingerprint": line.fingerprint, "words": "Dua angkatan digabung."}
    assert author.sends("statistics:explain_doubt", 2025, **typed).status_code == 302
    told = ExplanationRecord.objects.get()
    assert "Dua angkatan digabung." in words(secretary.opens("statistics:doubts", tahun="2025"))
    refused = secretary.sends("statistics:refuse_explanation", 2025, told.pk, because="")
    assert refused.status_code == 422
    assert secretary.sends("statistics:accept_explanation", 2025, told.pk).status_code == 302
    assert "penjelasan diterima" in words(secretary.opens("statistics:doubts", tahun="2025"))
    empty = author.sends("statistics:explain_doubt", 2025, **(typed | {"words": " "}))
    assert empty.status_code == 422


@pytest.mark.parametrize("language", Language)
def test_a_year_is_published_and_its_files_are_handed_out(world: World, language: Language) -> None:
    visitor = Visitor(world.secretary, language)
    assert visitor.sends("statistics:publish_year", 2025).status_code == 302
    assert PublicationRecord.objects.exists()
    page = visitor.opens("statistics:published", tahun="2025")
    assert page.status_code == 200
    reader = Visitor(world.planner, language)
    for form in ("csv", "xlsx", "json"):
        answer = reader.opens("statistics:release_file", "EK01-LATIH", form)
        assert answer.status_code == 200
        assert "attachment" in answer["Content-Disposition"]
    assert reader.opens("statistics:package").content.startswith(b"PK")
    assert reader.opens("reports:data_book", 2025, "pdf").content.startswith(b"%PDF")
    again = visitor.sends("statistics:publish_year", 2025)
    assert again.status_code == 422


def test_readers_see_no_button_and_strangers_nothing(world: World) -> None:
    reader = Visitor(world.planner)
    assert "Terbitkan semua" not in words(reader.opens("statistics:published"))
    assert reader.sends("statistics:publish_year", 2025).status_code == 422
    assert not PublicationRecord.objects.exists()
    stranger = Visitor(world.stranger)
    assert stranger.opens("statistics:figure", a_figure().pk).status_code == 404
    assert stranger.opens("statistics:package").status_code == 404
    assert stranger.opens("statistics:release_file", "EK01-LATIH", "csv").status_code == 404
    assert stranger.opens("reports:data_book", 2025, "pdf").status_code == 404
    assert reader.opens("statistics:release_file", "EK01-LATIH", "exe").status_code == 404


def test_limits_are_set_for_a_reason(world: World) -> None:
    visitor = Visitor(world.secretary)
    wrong = visitor.sends("statistics:set_limits", 2025, general=2, careful=10, reason="x")
    assert wrong.status_code == 422
    assert "Batas terendah" in words(wrong)
    right = visitor.sends("statistics:set_limits", 2025, general=6, careful=12, reason="SK 1")
    assert right.status_code == 302
    assert "kurang dari 6 orang" in words(visitor.opens("statistics:published", tahun="2025"))


def test_a_long_table_is_taken_in_or_told_row_by_row(world: World) -> None:
    visitor = Visitor(world.secretary)
    assert "element" in words(visitor.opens("statistics:long_table"))
    rows = "element,place,year,sex,value\nEK01-LATIH,64.01.05,2019,P,{}\n"

    def sent(value: str) -> HttpResponse:
        file = SimpleUploadedFile("panjang.csv", rows.format(value).encode())
        typed = {"publisher": "Disperindagkop", "document": "Peserta 2019", "file": file}
        answer: HttpResponse = visitor.sends("statistics:long_table", **typed)
        return answer

    wrong = sent("banyak")
    assert wrong.status_code == 422
    assert "“banyak” bukan angka" in words(wrong)
    kept = ObservationRecord.objects.filter(valid_from__year=2019, element__code="EK01-LATIH")
    assert not kept.exists()
    assert sent("12").status_code == 302
    assert sent("12").status_code == 422


@pytest.mark.parametrize(
    "address",
    [
        "/data/EK01/64.01.05/9999/",
        "/data/EK01/64.01.05/99999999999999999999/",
        "/cetak/buku-data/99999999999999999999.pdf",
        "/periksa/?tahun=99999999999999999999",
    ],
)
def test_a_year_that_cannot_be_is_no_mistake_of_ours(world: World, address: str) -> None:
    answer = Visitor(world.secretary).client.get(address)
    assert answer.status_code == (200 if "?" in address else 404)


@pytest.mark.parametrize("name", ["statistics:upload", "statistics:long_table"])
def test_who_may_not_hand_data_in_is_told_before_typing(world: World, name: str) -> None:
    answer = Visitor(world.planner).opens(name)
    assert answer.status_code == 403
    assert "tidak mencakup tindakan ini" in words(answer)
    assert Visitor(world.author).opens(name).status_code == 200
