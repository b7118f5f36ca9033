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
