"""Places, the audit trail, one's own account, and who may open which page."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from setara.domain.language.text import Language
from setara.store.models import AccountRecord, EventRecord
from setara.usecases.foundation import trail
from setara.usecases.foundation.commands import choose_language, note_sign_in
from tests.events import count_of_events, last_event
from tests.makers import AT, agency_of
from tests.web.visitor import Visitor, words

pytestmark = pytest.mark.django_db
PAGES = [
    "foundation:agencies",
    "foundation:found_agency",
    "foundation:seats",
    "foundation:create_seat",
    "foundation:roster",
    "foundation:places",
    "foundation:trail",
    "foundation:own_account",
]


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("name", PAGES)
def test_every_page_speaks_both_languages(cast, name, language):
    page = Visitor(cast.dian, language).opens(name)

    assert page.status_code == 200
    assert f'<html lang="{language}"' in page.content.decode()
    assert page.context_data["page"].title.say(language) in words(page)
    assert "{" not in words(page)


@pytest.mark.parametrize("name", PAGES)
def test_a_guest_is_asked_to_sign_in(cast, name):
    answer = Visitor(cast.tamu).opens(name)

    assert answer.status_code == 302
    assert answer.url.startswith("/akun/")


def test_places_lead_from_the_country_to_a_village(cast):
    sari = Visitor(cast.sari)

    own = sari.opens("foundation:places")
    village = sari.opens("foundation:place", "64.01.01.2009")

    assert "10 kecamatan, 5 kelurahan, dan 139 desa" in words(own)
    assert 'href="/wilayah/64.01.01/"' in own.content.decode()
    assert "Indonesia Kalimantan Timur" in words(village)
    assert "Tidak ada wilayah di bawahnya" in words(village)


@pytest.mark.parametrize("code", ["11.01", "enam"])
def test_a_place_that_is_none_is_not_found(cast, code):
    assert Visitor(cast.sari).opens("foundation:place", code).status_code == 404


def test_the_trail_is_told_in_plain_words_newest_first(cast):
    choose_language(by=cast.sari, at=AT, language=Language.ENGLISH)

    seen = words(Visitor(cast.joko).opens("foundation:trail"))

    assert "bahasa Inggris" in seen
    assert "16 Juni 2025 10.00 Bahasa dipilih oleh Sari" in seen
    assert "Akun dibuka : Maya" not in seen
    assert "Akun dibuka : Sari oleh Operator" in seen
    assert seen.index("Bahasa dipilih") < seen.index("Akun dibuka")
    assert "foundation." not in seen


def test_the_trail_goes_on_by_pages_to_the_first_event(cast, monkeypatch):
    for _ in range(30):
        note_sign_in(by=cast.sari, at=AT)
    visit: Callable[[str], Any] = Visitor(cast.joko).client.get
    url, shown = "/jejak/", []

    while url:
        page = visit(url).context_data["page"]
        shown += [event.sequence for day in page.days for event in day.events]
        url = page.older_url

    assert shown == list(range(count_of_events(cast.joko), 0, -1))
    assert len(shown) > trail.PAGE


def test_a_whole_chain_is_said_to_be_whole_with_its_fingerprint(cast):
    seen = words(Visitor(cast.joko).opens("foundation:trail"))

    assert "Rantai utuh" in seen
    assert last_event(cast.joko).hash in seen


def test_a_broken_chain_is_said_to_be_broken(cast):
    EventRecord.objects.filter(government_id=cast.joko.government_id, sequence=5).update(
        actor_name="Orang lain"
    )

    seen = words(Visitor(cast.joko, Language.ENGLISH).opens("foundation:trail"))

    assert "The chain is not whole" in seen
    assert "Event number 5 was changed" in seen


def test_a_long_chain_is_recomputed_when_asked(cast, monkeypatch):
    monkeypatch.setattr(trail, "QUICK", 10)
    joko = Visitor(cast.joko)

    assert "Rantai utuh" not in words(joko.opens("foundation:trail"))
    assert "Rantai utuh" in words(joko.opens("foundation:trail", periksa="ya"))


@pytest.mark.parametrize("before", ["x", "-1", "9" * 30, "²"])
def test_a_page_of_the_trail_that_is_none_is_the_first(cast, before):
    page = Visitor(cast.joko).opens("foundation:trail", sebelum=before)

    assert page.context_data["page"].days[0].events[0].sequence == count_of_events(cast.joko)


def test_the_trail_is_closed_to_those_whose_seat_does_not_cover_it(cast):
    page = Visitor(cast.sari).opens("foundation:trail")

    assert page.status_code == 403
    assert "Kedudukan Anda tidak mencakup" in words(page)


def test_an_account_shows_its_seats_and_changes_its_language(cast):
    sari = Visitor(cast.sari)
    before = words(sari.opens("foundation:own_account"))

    sari.client.post("/bahasa/", {"language": "en", "next": "/saya/"})
    after = words(sari.opens("foundation:own_account"))

    assert "Kedudukan sekarang FP Dinkes" in before
    assert "Seats today FP Dinkes" in after


@pytest.mark.parametrize(("name", "place"), [("foundation:agencies", ()), ("foundation:seats", ())])
def test_pages_cost_the_same_whatever_their_length(
    cast, name, place, django_assert_max_num_queries
):
    sari = Visitor(cast.sari)
    sari.opens(name, *place)

    with django_assert_max_num_queries(18):
        sari.opens(name, *place)


def test_agency_page_of_the_own_agency_opens(cast):
    assert Visitor(cast.sari).opens("foundation:agency", agency_of(cast.sari)).status_code == 200


def test_the_menu_leads_to_the_own_account_and_operators_to_their_room(cast):
    AccountRecord.objects.filter(pk=cast.joko.account_id).update(is_staff=True)
    sari, joko = (
        Visitor(who).opens("foundation:agencies").content.decode() for who in (cast.sari, cast.joko)
    )

    assert 'href="/saya/"' in sari
    assert 'href="/operator/"' not in sari
    assert 'href="/operator/"' in joko


def test_no_two_controls_of_a_page_share_an_id(cast):
    dian = Visitor(cast.dian)
    pages = [
        dian.opens("foundation:agency", agency_of(cast.sari)),
        dian.opens("foundation:seat", cast.sari.seats[0].seat_id),
        dian.opens("foundation:roster"),
    ]

    for page in pages:
        ids = re.findall(r'\sid="([^"]+)"', page.content.decode())
        assert len(ids) > 5
        assert len(ids) == len(set(ids))
