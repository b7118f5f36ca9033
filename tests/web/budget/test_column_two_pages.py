"""Column 2 of a GAP at a browser: figures typed, taken and dropped."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.utils import timezone

from setara.domain.foundation.actor import Actor
from setara.domain.language.text import Language
from setara.store.models import PathwayRecord
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


def test_an_old_edition_is_told_who_saved(world: World, draft: int):
    types(world.author, draft)

    answer = types(world.author, draft)

    assert answer.status_code == 422
    assert "menyimpan GAP ini pada" in words(answer)


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
