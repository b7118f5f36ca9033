"""Column 2 of a GAP at a browser: figures typed, taken and dropped."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from setara.domain.foundation.actor import Actor
from setara.domain.language.text import Language
from setara.store.models import ObservationRecord, PathwayRecord
from setara.usecases.budget import pathways as verbs
from setara.usecases.budget.columns import as_rule_sees_it
from tests.makers import AT
from tests.web.visitor import Visitor, words
from tests.world import World

SIGNED = 1
# Pug dossier §2.4, example 7 (Surabaya, farmers' groups).
MEMBERS = {
    "edition": 1,
    "label": "Anggota kelompok tani",
    "unit": "orang",
    "measure": "count",
    "polarity": "higher_is_better",
    "population_type": "beneficiaries",
    "female": "273",
    "male": "1.438",
    "year": "2024",
    "source": "Dinas Pertanian",
    "stated_total": "1.711",
    "stated_female_percent": "16,0",
    "stated_male_percent": "84,0",
}


@pytest.fixture
def draft(world: World) -> int:
    return verbs.revise_pathway(by=world.author, at=AT, pathway_id=SIGNED)


def kept(pathway_id: int):
    return as_rule_sees_it(PathwayRecord.objects.get(pk=pathway_id))


def types(by: Actor, draft: int, language: Language = Language.INDONESIAN, **changed: object):
    return Visitor(by, language).sends("budget:type_datum", draft, **(MEMBERS | changed))


def test_figures_are_read_as_people_write_them(world: World, draft: int):
    answer = types(world.author, draft)

    assert answer.status_code == 302
    datum = kept(draft).data[-1]
    assert (datum.female, datum.male, datum.total) == (Decimal(273), Decimal(1438), Decimal(1711))
    assert datum.stated_total == Decimal(1711)
    assert datum.stated_female_percent == Decimal("16.0")
    page = words(Visitor(world.author).opens("budget:pathway_data", draft))
    assert "1.438" in page


@pytest.mark.parametrize(
    ("typed", "value"),
    [("1.438", 1438), ("1,438", 1438), ("1 438", 1438), ("1438", 1438), ("1.438,0", 1438)],
)
def test_every_way_of_writing_a_count_is_the_same_count(world: World, draft: int, typed, value):
    assert types(world.author, draft, male=typed, stated_total="").status_code == 302

    assert kept(draft).data[-1].male == Decimal(value)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"female": "-3"}, "tidak dapat kurang dari nol"),
        ({"female": "12,5"}, "jumlah selalu bilangan bulat"),
        ({"female": "seribu"}, "“seribu” bukan angka"),
        ({"female": "9" * 30}, "Periksa jumlah angkanya"),
        ({"female": "9" * 41}, "40"),
        ({"female": "1.234.567,5", "male": "1,234.5"}, "dua cara penulisan angka"),
        ({"measure": "rate", "female": "4300", "male": "20"}, "persentase paling banyak 100"),
        ({"stated_female_percent": "4300"}, "persen berada di antara 0 dan 100"),
        ({"stated_male_percent": "-1"}, "persen berada di antara 0 dan 100"),
        ({"stated_total": "-1"}, "tidak dapat kurang dari nol"),
        ({"year": "2099"}, "Tahun 2099 belum berjalan"),
        ({"year": "1900"}, "Tahun 1900 terlalu lama"),
        ({"year": "99999999999"}, "9998"),
        ({"year": "dua ribu"}, "angka"),
        ({"measure": "berat"}, "berat"),
        ({"label": ""}, "Apa yang dihitung"),
    ],
)
def test_what_cannot_be_is_refused_with_its_reason(world: World, draft: int, changed, said):
    before = kept(draft)

    answer = types(world.author, draft, **changed)

    assert answer.status_code == 422
    assert said.lower() in words(answer).lower()
    assert kept(draft) == before


def test_the_reason_is_said_in_the_readers_language(world: World, draft: int):
    answer = types(world.author, draft, Language.ENGLISH, female="-3")

    assert "this figure cannot be below zero" in words(answer)


def test_what_was_typed_stays_in_the_form(world: World, draft: int):
    answer = types(world.author, draft, female="-3", source="Laporan <dinas>")

    page = answer.content.decode()
    assert 'value="-3"' in page
    assert "Laporan &lt;dinas&gt;" in page


def test_rows_typed_on_the_same_edition_are_put_together(world: World, draft: int):
    rows = len(kept(draft).data)
    types(world.author, draft)

    assert types(world.author, draft).status_code == 302
    assert len(kept(draft).data) > rows


def test_a_row_is_taken_and_dropped_again(world: World, draft: int):
    visitor, rows = Visitor(world.author), len(kept(draft).data)
    taken = visitor.sends("budget:take_datum", draft, edition=1, element_code="PD10-RLS")
    assert taken.status_code == 302
    key = kept(draft).data[-1].key

    dropped = visitor.sends("budget:drop_datum", draft, edition=2, key=key)

    assert dropped.status_code == 302
    assert len(kept(draft).data) == rows


@pytest.mark.parametrize("sent", [{"key": "satu"}, {"key": 99}, {}])
def test_a_row_that_is_not_there_is_not_dropped(world: World, draft: int, sent):
    before = kept(draft)

    answer = Visitor(world.author).sends("budget:drop_datum", draft, edition=1, **sent)

    assert answer.status_code == 422
    assert "tidak ada lagi di kolom 2" in words(answer)
    assert kept(draft) == before


@pytest.mark.parametrize("sent", [{"element_code": "TIDAK-ADA"}, {}, {"element_code": "TK07"}])
def test_what_is_not_offered_is_not_taken(world: World, draft: int, sent):
    before = kept(draft)

    answer = Visitor(world.author).sends("budget:take_datum", draft, edition=1, **sent)

    assert answer.status_code == 422
    assert kept(draft) == before


POSTS = {
    "budget:take_datum": {"edition": 1, "element_code": "PD10-RLS"},
    "budget:type_datum": MEMBERS,
    "budget:drop_datum": {"edition": 1, "key": 1},
}


@pytest.mark.parametrize("post", POSTS)
def test_nobody_elses_draft_is_changed(world: World, draft: int, post):
    before = kept(draft)
    for who in (world.colleague, world.planner, world.inspector, world.secretary):
        assert Visitor(who).sends(post, draft, **POSTS[post]).status_code == 422
    assert Visitor(world.stranger).sends(post, draft, **POSTS[post]).status_code == 404
    assert Visitor(world.author).sends(post, SIGNED, **POSTS[post]).status_code == 422
    assert kept(draft) == before


def test_the_year_that_runs_is_no_future(world: World, draft: int):
    assert types(world.author, draft, year=str(timezone.localdate().year)).status_code == 302


def test_the_page_is_searched_and_an_element_is_opened(world: World, draft: int):
    visitor = Visitor(world.author)

    found = visitor.opens("budget:pathway_data", draft, cari="sekolah rata-rata")
    assert "1 data untuk Kabupaten Paser" in words(found)
    opened = words(visitor.opens("budget:pathway_data", draft, elemen="EK01-LATIH"))
    assert "Menurut kecamatan" in opened
    assert "disembunyikan agar orang tidak dikenali" in opened
    own = words(visitor.opens("budget:pathway_data", draft, dari="sendiri"))
    assert "data kita sendiri" in own


@pytest.mark.parametrize(
    "asked",
    [
        {"halaman": "-1"},
        {"halaman": "9" * 40},
        {"halaman": "dua"},
        {"dari": "mana saja"},
        {"elemen": "TIDAK-ADA"},
        {"elemen": "EK01-LATIH", "wilayah": "99"},
        {"cari": "'; DROP TABLE" + "x" * 900},
        {"cari": "\x00\ud7ff"},
    ],
)
def test_an_address_that_makes_no_sense_shows_the_page(world: World, draft: int, asked):
    assert Visitor(world.author).opens("budget:pathway_data", draft, **asked).status_code == 200


def test_one_comes_back_to_the_page_as_it_was_searched(world: World, draft: int):
    visitor = Visitor(world.author)
    there = reverse("budget:take_datum", args=[draft])

    answer = visitor.client.post(
        f"{there}?cari=sekolah", {"edition": 1, "element_code": "PD10-RLS"}
    )

    assert answer["Location"].endswith("/data/?cari=sekolah")


def test_the_column_is_taught_by_two_examples(world: World, draft: int):
    page = words(Visitor(world.author).opens("budget:pathway_data", draft))

    assert "contoh baik" in page
    assert "contoh lemah" in page
    assert "GAP 589" in page
    beside = words(Visitor(world.author).opens("budget:write_pathway", draft))
    assert "GAP 958" in beside


def test_a_signed_one_says_when_it_was_frozen_and_offers_nothing(world: World):
    page = words(Visitor(world.author).opens("budget:pathway_data", SIGNED))

    assert "Dibekukan" in page
    assert "Ambil ke kolom 2" not in page


def test_what_the_register_says_today_is_told(world: World, draft: int):
    figures = ObservationRecord.objects.filter(element__code="TK07", place__code="64.01", sex="P")
    figures.filter(valid_from__year=2024).update(value=4100)

    assert "akan dibekukan saat tanda tangan" in words(
        Visitor(world.author).opens("budget:pathway_data", draft)
    )
    assert "Data terpilah hari ini berbeda" in words(
        Visitor(world.author).opens("budget:pathway_data", SIGNED)
    )


def test_a_row_without_a_later_period_is_not_renewed(world: World, draft: int):
    for sent in ({"key": 1}, {"key": "x"}, {}):
        answer = Visitor(world.author).sends("budget:renew_datum", draft, edition=1, **sent)
        assert answer.status_code == 422
