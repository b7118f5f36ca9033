"""The pages of the nomenclature: loaded, searched, and a book held against it."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from setara.domain.language.text import Language
from setara.store.models import NomenclatureRecord
from tests.usecases.budget.books import HEALTH, book, take_in
from tests.usecases.budget.test_nomenclature import BEFORE, NUTRITION, csv, load
from tests.web.visitor import Visitor, words
from tests.world import World

TYPED = {"decree": "Kepmendagri 1", "first_year": "2027", "last_year": "2028"}


def sent(visitor: Visitor, content: bytes, **typed: str):
    file = SimpleUploadedFile("daftar.csv", content)
    return visitor.sends("budget:load_nomenclature", **TYPED, file=file, **typed)


def test_a_list_is_loaded_and_searched(world: World):
    visitor = Visitor(world.planner)
    answer = sent(visitor, csv(NUTRITION), is_official="on")
    assert answer.status_code == 302

    page = words(visitor.opens("budget:nomenclature", cari="gizi", tahun="2027"))
    assert "Kepmendagri 1" in page
    assert "1.02.02.2.02.0009 sub kegiatan Pelayanan gizi" in page
    assert "daftar resmi lengkap" in page
    assert "belum dicocokkan" in page


def test_what_is_wrong_with_a_list_is_told_by_row(world: World):
    answer = sent(Visitor(world.planner), csv(NUTRITION, ("dua", "Nama", "", "", "")))

    assert answer.status_code == 422
    assert "6 “dua” bukan kode nomenklatur" in words(answer)
    assert not NomenclatureRecord.objects.exists()


def test_overlapping_years_are_refused_on_the_form(world: World):
    load(world.planner)
    answer = sent(Visitor(world.planner, Language.ENGLISH), csv())

    assert answer.status_code == 422
    assert "overlap with" in words(answer)


def test_who_must_not_load_reads_why(world: World):
    answer = sent(Visitor(world.author), csv(NUTRITION))

    assert answer.status_code == 422
    assert "tidak mencakup tindakan ini" in words(answer)


def test_names_of_two_decrees_stand_together(world: World):
    load(world.planner, csv(("1.02.02.2.02.09", "Pelayanan gizi masyarakat", "", "", "")), BEFORE)
    load(world.planner)

    page = words(Visitor(world.colleague).opens("budget:nomenclature", cari="gizi"))
    assert "nama berbeda" in page
    assert page.index("Pelayanan gizi masyarakat") < page.index("900.1.15.5-3406 Tahun 2024, 2027")


def test_a_list_is_verified_and_withdrawn_from_the_page(world: World):
    pk = load(world.planner)
    visitor = Visitor(world.planner)

    assert visitor.sends("budget:verify_nomenclature", pk).status_code == 302
    assert "Dicocokkan dengan keputusannya" in words(visitor.opens("budget:nomenclature"))
    assert Visitor(world.author).sends("budget:withdraw_nomenclature", pk).status_code == 422
    assert Visitor(world.stranger).sends("budget:withdraw_nomenclature", pk).status_code in {
        404,
        422,
    }
    assert visitor.sends("budget:withdraw_nomenclature", pk).status_code == 302
    assert NomenclatureRecord.objects.get(pk=pk).withdrawn_at is not None


@pytest.mark.parametrize("odd", ["halaman", "tahun", "tingkat", "cari"])
@pytest.mark.parametrize("value", ["99999999999", "-1", "x", "²", "%_"])
def test_an_odd_parameter_breaks_nothing(world: World, odd: str, value: str):
    answer = Visitor(world.planner).opens("budget:nomenclature", **{odd: value})

    assert answer.status_code == 200


@pytest.mark.parametrize(
    ("language", "says"),
    [
        (Language.INDONESIAN, "tidak ada dalam Kepmendagri 900.1.15.5-3406 Tahun 2024"),
        (Language.ENGLISH, "is not in Kepmendagri 900.1.15.5-3406 Tahun 2024"),
    ],
)
def test_a_kept_book_is_held_against_its_year(world: World, language: Language, says: str):
    strange = [*HEALTH[:2], "1.02.02.2.02.0077", "Layanan lain"]
    version = take_in(world.planner, book([*HEALTH, "1", ""], [*strange, "2", ""]))
    visitor = Visitor(world.colleague, language)
    bare = visitor.opens("budget:version_nomenclature", version)
    assert bare.status_code == 200

    load(world.planner)
    assert says in words(visitor.opens("budget:version_nomenclature", version))
