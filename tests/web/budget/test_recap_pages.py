"""The page of the ARG recapitulation: rupiah first, then every share with its name."""

from __future__ import annotations

import pytest

from setara.domain.language.text import Language
from tests.usecases.budget.books import HEALTH, book, take_in
from tests.web.visitor import Visitor, words
from tests.world import World


@pytest.mark.parametrize(
    ("language", "says"),
    [
        (
            Language.INDONESIAN,
            [
                "(i) seluruh pagu sub kegiatan yang GBS-nya disetujui",
                "tidak dapat dihitung: buku tanpa kode rekening",
                "A. belanja langsung",
                "E. belanja operasi dan belanja modal",
                "seluruh pagu sub kegiatan dalam RKA 2026",
                "Menurut bidang urusan",
            ],
        ),
        (
            Language.ENGLISH,
            [
                "(i) the full budget of each sub-activity with an approved GBS",
                "cannot be computed: the book has no account codes",
                "E. operating and capital expenditure",
                "By field of affairs",
            ],
        ),
    ],
)
def test_rupiah_come_first_then_shares_with_their_denominators(
    world: World, language: Language, says: list[str]
):
    said = words(Visitor(world.colleague, language).opens("budget:recap"))

    assert all(each in said for each in says)
    assert said.index("Rp") < said.index("%")


def test_a_year_can_be_asked_for_and_a_wrong_one_is_not_there(world: World):
    take_in(world.planner, book([*HEALTH, "1.400.000.000", ""]))
    visitor = Visitor(world.chair)

    assert "RKA 2027; 0 sub kegiatan" in words(visitor.opens("budget:recap"))
    assert "RKA 2026; 1 sub kegiatan" in words(visitor.opens("budget:recap", tahun="2026"))
    assert visitor.opens("budget:recap", tahun="1999").status_code == 404
    assert visitor.opens("budget:recap", tahun="x").status_code == 200


def test_the_workbook_is_handed_out(world: World):
    answer = Visitor(world.chair).opens("budget:recap_file", 2026)

    assert answer["Content-Disposition"] == 'attachment; filename="arg-2026.xlsx"'
    assert answer.content[:2] == b"PK"
    assert Visitor(world.chair).opens("budget:recap_file", 1999).status_code == 404


def test_the_way_of_counting_is_chosen_and_one_that_is_none_is_not_there(world: World):
    visitor = Visitor(world.chair)

    assert "diuraikan di bawah" in words(visitor.opens("budget:recap", cara="ii"))
    said = words(visitor.opens("budget:recap", cara="iii"))
    assert "(iii) pagu yang ditandai, dikalikan bobotnya: belum ada sub kegiatan" in said
    assert "Belum ada tahun yang dapat dihitung dengan cara ini." in said
    for name, place in (
        ("budget:recap", ()),
        ("budget:recap_file", (2026,)),
        ("reports:recap_figure", ()),
        ("reports:recap_paper", (2026, "pdf")),
    ):
        assert visitor.opens(name, *place, cara="iv").status_code == 404


def test_the_years_follow_one_denominator_in_table_and_figure(world: World):
    take_in(world.planner, book([*HEALTH, "1.400.000.000", ""]))
    visitor = Visitor(world.chair)

    page = visitor.opens("budget:recap", penyebut="total")
    assert "D. total belanja APBD" in words(page)
    assert "penyebut=total" in page.content.decode()
    figure = visitor.opens("reports:recap_figure", penyebut="book")
    assert figure["Content-Type"] == "image/svg+xml"
    assert visitor.opens("reports:recap_figure", penyebut="x").status_code == 404


@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_the_annex_is_handed_out(world: World, form: str):
    visitor = Visitor(world.chair)
    answer = visitor.opens("reports:recap_paper", 2026, form)

    assert answer["Content-Disposition"] == (
        f'inline; filename="lampiran-rekap-arg-2026-id.{form}"'
    )
    assert answer.content[:2] in {b"%P", b"PK"}
    assert visitor.opens("reports:recap_paper", 1999, form).status_code == 404
    assert visitor.opens("reports:recap_paper", 2026, "odt").status_code == 404


def test_nothing_stands_in_the_year_of_a_government_without_books(world: World):
    visitor = Visitor(world.stranger)

    assert "Belum ada anggaran" in words(visitor.opens("budget:recap"))
    assert visitor.opens("reports:recap_figure").status_code == 404
