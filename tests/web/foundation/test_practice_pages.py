"""The practice year in a browser: entered, played, left, and never met by a form from outside."""

import pytest
from django.test import Client

from setara.domain.language.text import Language
from setara.store.models import GovernmentRecord, PathwayRecord, SeatRecord
from setara.usecases.foundation.practice import open_practice_year
from tests.makers import AT
from tests.web.visitor import Visitor, words

CSRF = "csrfmiddlewaretoken"


@pytest.fixture
def copy_id(world):
    return open_practice_year(by=world.secretary, at=AT)


def test_the_secretary_opens_and_closes_it(world):
    visitor = Visitor(world.secretary)
    assert "Buka tahun latihan" in words(visitor.opens("foundation:practice"))
    visitor.sends("foundation:open_practice")
    page = words(visitor.opens("foundation:practice"))
    assert "Masuk ke tahun latihan" in page
    assert "Tutup tahun latihan" in page
    visitor.sends("foundation:close_practice")
    assert GovernmentRecord.objects.filter(copy_of__isnull=False, closed_at__isnull=False).exists()


def test_others_are_told_who_opens_it(world):
    visitor = Visitor(world.author, Language.ENGLISH)
    page = words(visitor.opens("foundation:practice"))
    assert "Your seat does not cover this action" in page
    assert visitor.sends("foundation:open_practice").status_code == 422
    assert visitor.sends("foundation:enter_practice").status_code == 422


def test_every_page_in_practice_says_so_and_shows_the_copy(world, copy_id):
    visitor = Visitor(world.author)
    visitor.sends("foundation:enter_practice")
    page = visitor.opens("budget:pathways")
    assert "TAHUN LATIHAN" in page.content.decode()
    real = PathwayRecord.objects.get(government=world.author.government_id)
    copied = PathwayRecord.objects.get(government=copy_id)
    assert visitor.opens("budget:pathway", real.pk).status_code == 404
    assert visitor.opens("budget:pathway", copied.pk).status_code == 200
    visitor.sends("foundation:leave_practice")
    assert visitor.opens("budget:pathway", real.pk).status_code == 200
    assert visitor.opens("budget:pathway", copied.pk).status_code == 404
    assert "TAHUN LATIHAN" not in visitor.opens("budget:pathways").content.decode()


def test_a_played_seat_is_in_force_until_another_is_chosen(world, copy_id):
    visitor = Visitor(world.author)
    visitor.sends("foundation:enter_practice")
    finance = SeatRecord.objects.get(government=copy_id, kind="driver_finance")
    visitor.sends("foundation:play_seat", seat_id=finance.pk)
    assert visitor.opens("budget:upload").status_code == 200
    assert visitor.opens("foundation:own_account").status_code == 200
    visitor.sends("foundation:play_seat", seat_id="")
    assert "Penggerak" not in words(visitor.opens("foundation:practice")).split("Pilih peran")[0]


def test_a_seat_that_may_not_be_played_is_refused(world, copy_id):
    visitor = Visitor(world.author)
    visitor.sends("foundation:enter_practice")
    for seat in SeatRecord.objects.filter(kind="secretary"):
        assert visitor.sends("foundation:play_seat", seat_id=seat.pk).status_code == 422
    assert visitor.sends("foundation:play_seat", seat_id="x").status_code == 422


def test_a_form_opened_outside_cannot_be_sent_in_practice(world, copy_id):
    client = Client(enforce_csrf_checks=True)
    visitor = Visitor(world.author, client=client)
    outside = _token(visitor.opens("foundation:practice"))
    entered = visitor.sends("foundation:enter_practice", **{CSRF: outside})
    assert entered.status_code == 302
    assert visitor.sends("foundation:leave_practice", **{CSRF: outside}).status_code == 403
    inside = _token(visitor.opens("foundation:practice"))
    assert visitor.sends("foundation:leave_practice", **{CSRF: inside}).status_code == 302


def test_who_is_in_a_closed_practice_year_is_back_among_the_real_records(world, copy_id):
    visitor, secretary = Visitor(world.author), Visitor(world.secretary)
    visitor.sends("foundation:enter_practice")
    secretary.sends("foundation:close_practice")
    page = visitor.opens("foundation:practice")
    assert page.status_code == 200
    assert "TAHUN LATIHAN" not in page.content.decode()


def test_a_guest_and_a_stranger_find_nothing(world, copy_id):
    assert Visitor(world.stranger).sends("foundation:enter_practice").status_code == 422
    assert Client().post("/latihan/masuk/").status_code in {302, 403}


def _token(page) -> str:
    text: str = page.content.decode()
    start = text.index(f'name="{CSRF}" value="') + len(f'name="{CSRF}" value="')
    return text[start : text.index('"', start)]
