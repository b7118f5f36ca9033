"""A government is founded by the operator, with the places of its territory and a trail."""

import pytest

from setara.domain.foundation.verdict import Refused
from setara.domain.law.places import NoSuchPlace
from setara.store.models import EventRecord, GovernmentRecord, PlaceRecord, TrailHeadRecord
from setara.usecases.foundation.actors import OPERATOR
from setara.usecases.foundation.commands import found_government
from tests.makers import AT

pytestmark = pytest.mark.django_db


def found(code="64.01", name="Kabupaten Paser", *, by=OPERATOR, is_practice=True):
    return found_government(by=by, at=AT, place_code=code, name=name, is_practice=is_practice)


def test_a_government_comes_with_every_place_of_its_territory():
    government = GovernmentRecord.objects.get(pk=found())

    below = PlaceRecord.objects.filter(code__startswith="64.01.")
    assert government.place.code == "64.01"
    assert below.filter(kind="kecamatan").count() == 10
    assert below.filter(kind="desa").count() == 139
    assert below.filter(kind="kelurahan").count() == 5
    village = PlaceRecord.objects.get(code="64.01.01.2009")
    assert (village.name, village.parent.code) == ("Samurangau", "64.01.01")
    assert village.parent.parent.parent.parent.code == "ID"


def test_founding_starts_the_trail():
    government_id = found()

    (event,) = EventRecord.objects.filter(government_id=government_id)
    assert (event.sequence, event.name) == (1, "foundation.government.founded")
    assert event.detail == {"place_code": "64.01", "is_practice": True}
    assert TrailHeadRecord.objects.get(government_id=government_id).hash == event.hash


def test_neighbours_share_the_places_above_them():
    found()
    found("64.03", "Kabupaten Berau")

    assert PlaceRecord.objects.filter(code="64").count() == 1


def test_founding_asks_the_database_a_handful_of_times(django_assert_max_num_queries):
    with django_assert_max_num_queries(35):
        found()


def test_a_place_has_one_real_and_one_practice_government():
    found()
    found(is_practice=False)

    with pytest.raises(Refused, match="already registered as Kabupaten Paser"):
        found(name="Paser lagi")


@pytest.mark.parametrize(
    ("code", "name", "fault"),
    [("64.99", "Kabupaten Khayal", NoSuchPlace), ("64.01", "  ", Refused)],
)
def test_nothing_is_kept_of_a_government_that_could_not_be_founded(code, name, fault):
    with pytest.raises(fault):
        found(code, name)

    assert not GovernmentRecord.objects.exists()
    assert not EventRecord.objects.exists()


def test_only_the_operator_founds(cast):
    for who in (cast.dian, cast.tamu):
        with pytest.raises(Refused, match="for the operator only"):
            found("64.02", "Kutai Kartanegara", by=who)
