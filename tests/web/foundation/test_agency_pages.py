"""Agencies on their pages: listed with their past, renamed, merged, split, founded."""

from datetime import date

import pytest

from setara.domain.language.text import Language
from setara.store.models import AgencyRecord
from setara.usecases.foundation.agencies import rename_agency
from tests.events import last_event
from tests.makers import AT, agency_of, make_agency
from tests.web.visitor import Visitor, words

pytestmark = pytest.mark.django_db
RENAME = {"name": "Dinas Kesehatan dan KB", "short_name": "Dinkes KB", "valid_from": "2025-03-01"}


@pytest.fixture
def dian(cast):
    return Visitor(cast.dian)


def test_the_list_tells_each_agency_and_what_it_was_called(cast, dian):
    rename_agency(
        by=cast.dian, at=AT, agency_id=agency_of(cast.sari), **RENAME | {"valid_from": AT.date()}
    )

    seen = words(dian.opens("foundation:agencies"))

    assert "6 perangkat daerah" in seen
    assert "Dinas Kesehatan dan KB" in seen
    assert "dahulu Dinas Kesehatan" in seen


def test_those_who_may_not_change_agencies_see_why(cast):
    page = Visitor(cast.sari, Language.ENGLISH).opens("foundation:agencies")

    assert "Your seat does not cover this action." in words(page)
    assert "aria-disabled" in page.content.decode()


def test_founding_adds_an_agency(cast, dian):
    answer = dian.sends(
        "foundation:found_agency",
        code="7.05",
        name="Kecamatan Kuaro",
        short_name="Kuaro",
        valid_from="2017-01-03",
        place_code="64.01.05",
    )

    assert answer.status_code == 302
    agency = AgencyRecord.objects.get(code="7.05")
    assert agency.place.code == "64.01.05"
    assert "Perangkat daerah dibentuk." in words(dian.opens("foundation:agencies"))


def test_a_refused_founding_keeps_what_was_typed(dian):
    answer = dian.sends(
        "foundation:found_agency",
        code="1.02",
        name="Dinas Kembar",
        short_name="Kembar",
        valid_from="2017-01-03",
    )

    assert answer.status_code == 422
    assert "Kode 1.02 sudah dipakai." in words(answer)
    assert 'value="Dinas Kembar"' in answer.content.decode()


def test_an_unknown_place_is_told(dian):
    answer = dian.sends(
        "foundation:found_agency",
        code="7.99",
        name="X",
        short_name="X",
        valid_from="2017-01-03",
        place_code="64.03.01",
    )

    assert answer.status_code == 422
    assert "Wilayah 64.03.01 tidak ditemukan" in words(answer)


def test_a_new_name_stands_in_the_history(cast, dian):
    health = agency_of(cast.sari)

    assert dian.sends("foundation:rename_agency", health, **RENAME).status_code == 302

    seen = words(dian.opens("foundation:agency", health))
    assert "3 Januari 2017 Tercatat dengan nama Dinas Kesehatan" in seen
    assert "1 Maret 2025 Berganti nama menjadi Dinas Kesehatan dan KB" in seen
    assert last_event(cast.dian).name == "foundation.agency.renamed"


def test_a_refused_name_opens_its_form_again(cast, dian):
    early = RENAME | {"valid_from": "2016-01-01"}

    answer = dian.sends("foundation:rename_agency", agency_of(cast.sari), **early)

    assert answer.status_code == 422
    assert "harus berlaku setelah 3 Januari 2017" in words(answer)
    html = answer.content.decode()
    assert html.count('<details class="explain" open') == 1
    assert 'value="Dinkes KB"' in html


def test_a_merger_closes_one_and_tells_it_on_both(cast, dian):
    health, education = agency_of(cast.sari), agency_of(cast.budi)

    answer = dian.sends(
        "foundation:merge_agency", health, successor_id=education, happened_on="2025-03-01"
    )

    assert answer.status_code == 302
    ended, heir = (dian.opens("foundation:agency", each) for each in (health, education))
    assert "1 Maret 2025 Digabung ke dalam Dinas Pendidikan dan Kebudayaan" in words(ended)
    assert "Ditutup pada 1 Maret 2025" in words(ended)
    assert '<form method="post" action="/perangkat-daerah/' not in ended.content.decode()
    assert "Mengambil alih tugas dari Dinas Kesehatan" in words(heir)


def test_a_split_needs_several_and_keeps_those_ticked(cast, dian):
    health = agency_of(cast.sari)
    heirs = [make_agency(cast.dian, code, f"Dinas {code}", code) for code in ("1.21", "1.22")]
    split = ("foundation:split_agency", health)

    one = dian.sends(*split, successor_ids=heirs[:1], happened_on="2025-03-01")
    two = dian.sends(*split, successor_ids=heirs, happened_on="2025-03-01")

    assert one.status_code == 422
    assert "sedikitnya dua penerus" in words(one)
    assert f'value="{heirs[0]}" ' in one.content.decode()
    assert two.status_code == 302


def test_a_choice_that_is_none_of_the_own_agencies_is_refused(cast, dian):
    theirs = make_agency(cast.maya, "1.02", "Dinas Kesehatan Berau", "Dinkes")

    answer = dian.sends(
        "foundation:merge_agency",
        agency_of(cast.sari),
        successor_id=theirs,
        happened_on="2025-03-01",
    )

    assert answer.status_code == 422
    assert "Dinas Kesehatan Berau" not in words(answer)


def test_another_governments_agency_is_not_found(cast):
    maya = Visitor(cast.maya)

    assert maya.opens("foundation:agency", agency_of(cast.sari)).status_code == 404
    for name in ("rename", "merge", "split"):
        answer = maya.sends(f"foundation:{name}_agency", agency_of(cast.sari), **RENAME)
        assert answer.status_code == 404


def test_a_form_sent_without_the_right_is_refused(cast):
    sari = Visitor(cast.sari)

    answer = sari.sends("foundation:rename_agency", agency_of(cast.sari), **RENAME)

    assert answer.status_code == 422
    assert AgencyRecord.objects.get(pk=agency_of(cast.sari)).names.count() == 1
    assert sari.opens("foundation:found_agency").status_code == 403


def test_history_days_are_those_of_a_year_long_past(cast, dian):
    page = dian.opens("foundation:agency", agency_of(cast.wati)).context_data["page"]

    assert page.agency.names[0].validity.valid_from == date(2017, 1, 3)
