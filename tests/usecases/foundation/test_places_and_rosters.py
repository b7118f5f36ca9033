"""Places from country to village, and the rosters from which seats are filled."""

from datetime import date

import pytest

from setara.domain.foundation.place import BadPlaceCode, PlaceKind
from setara.domain.foundation.sex import Sex
from setara.domain.foundation.verdict import Refused
from setara.domain.language.text import Language
from setara.usecases.foundation.access import NotFound
from setara.usecases.foundation.actors import OPERATOR
from setara.usecases.foundation.commands import issue_decree, register_person
from setara.usecases.foundation.persons import own_account, roster
from setara.usecases.foundation.places import territory
from setara.usecases.foundation.queries import government, places
from tests.makers import AT

pytestmark = pytest.mark.django_db
TODAY = date(2025, 6, 16)


def test_browsing_starts_at_the_own_government(cast, django_assert_max_num_queries):
    with django_assert_max_num_queries(5):
        answer = territory(by=cast.sari)

    assert answer.place.code == "64.01"
    assert [place.code for place in answer.above] == ["ID", "64"]
    assert len(answer.children) == answer.place.below == 10
    assert dict(answer.counts) == {
        PlaceKind.SUBDISTRICT: 10,
        PlaceKind.WARD: 5,
        PlaceKind.VILLAGE: 139,
    }
    assert sum(place.below for place in answer.children) == 144


def test_a_village_has_its_whole_line_and_nothing_below(cast):
    answer = territory(by=cast.sari, code="64.01.01.2009")

    assert [place.kind for place in answer.above] == [
        PlaceKind.COUNTRY,
        PlaceKind.PROVINCE,
        PlaceKind.REGENCY,
        PlaceKind.SUBDISTRICT,
    ]
    assert (answer.place.name, answer.children, answer.counts) == ("Samurangau", (), ())


def test_the_country_holds_everything_kept(cast):
    answer = territory(by=cast.sari, code="ID")

    assert answer.above == ()
    assert dict(answer.counts)[PlaceKind.REGENCY] == 2
    assert PlaceKind.COUNTRY not in dict(answer.counts)


@pytest.mark.parametrize(
    ("code", "fault"), [("11.01", NotFound), ("enam empat", BadPlaceCode), ("64.1", BadPlaceCode)]
)
def test_a_place_that_is_not_kept_is_not_found(cast, code, fault):
    with pytest.raises(fault):
        territory(by=cast.sari, code=code)


def test_places_are_for_those_signed_in(cast):
    for ask in (territory, places):
        with pytest.raises(Refused, match="sign in"):
            ask(by=cast.tamu)


def test_each_has_the_own_government(cast):
    assert government(by=cast.sari).name == "Kabupaten Paser"
    assert government(by=cast.maya).place_code == "64.03"
    assert government(by=cast.maya).is_practice
    with pytest.raises(NotFound):
        government(by=OPERATOR)


def test_the_roster_names_persons_with_their_seats_and_decrees(cast, django_assert_num_queries):
    register_person(by=cast.dian, at=AT, name="Lestari", sex=Sex.FEMALE, rank="Penata")
    issue_decree(
        by=cast.dian,
        at=AT,
        number="1/2020",
        title="Pokja 2020",
        decided_on=date(2020, 1, 2),
        expires_on=TODAY,
    )

    with django_assert_num_queries(3):
        answer = roster(by=cast.dian, on=TODAY)

    persons = {person.name: person for person in answer.persons}
    assert persons["Sari"].seats == ("FP Dinkes",)
    assert persons["Lestari"].seats == ()
    assert [person.name for person in answer.persons] == sorted(persons)
    assert "Maya" not in persons
    oldest = answer.decrees[-1]
    assert (oldest.number, oldest.terms, oldest.has_expired) == ("1/2020", 0, True)
    assert not answer.decrees[0].has_expired
    assert answer.may_add


def test_the_roster_is_for_those_who_fill_seats(cast):
    for who in (cast.sari, cast.hasan, cast.joko, cast.tamu):
        with pytest.raises(Refused):
            roster(by=who, on=TODAY)


def test_an_account_shows_its_owner_and_seats(cast, django_assert_num_queries):
    with django_assert_num_queries(2):
        answer = own_account(by=cast.sari)

    assert (answer.name, answer.government_name) == ("Sari", "Kabupaten Paser")
    assert answer.language is Language.INDONESIAN
    assert [seat.title for seat in answer.seats] == ["FP Dinkes"]
    with pytest.raises(NotFound):
        own_account(by=cast.tamu)
