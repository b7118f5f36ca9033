"""Agencies are founded, renamed, merged and split, and keep their past."""

from datetime import date

import pytest

from setara.domain.foundation.agency import SuccessionKind
from setara.domain.foundation.verdict import Refused
from setara.store.models import AgencyRecord
from setara.usecases.foundation.access import NotFound
from setara.usecases.foundation.agencies import (
    found_agency,
    merge_agencies,
    rename_agency,
    split_agency,
)
from setara.usecases.foundation.queries import agencies, agency
from tests.events import count_of_events, last_event
from tests.makers import AT, agency_of, founder, make_agency

pytestmark = pytest.mark.django_db
TODAY = date(2025, 6, 16)


def found(by, **changes):
    facts = {
        "code": "2.11",
        "name": "Dinas Lingkungan Hidup",
        "short_name": "DLH",
        "valid_from": date(2017, 1, 3),
    }
    return found_agency(by=by, at=AT, **(facts | changes))


def test_an_agency_is_founded_with_its_first_name(cast):
    agency_id = found(cast.dian, name=" Dinas Lingkungan Hidup ")

    answer = agency(by=cast.sari, agency_id=agency_id, on=TODAY)
    assert (answer.code, answer.name, answer.short_name) == (
        "2.11",
        "Dinas Lingkungan Hidup",
        "DLH",
    )
    event = last_event(cast.dian)
    assert (event.name, event.subject_id) == ("foundation.agency.founded", str(agency_id))
    assert event.actor_name == "Dian"


def test_a_sub_district_office_has_its_place(cast):
    agency_id = found(cast.dian, code="7.01", name="Kecamatan Kuaro", place_code="64.01.05")

    assert AgencyRecord.objects.get(pk=agency_id).place.code == "64.01.05"


@pytest.mark.parametrize("place_code", ["64.03.01", "99.99"])
def test_a_place_outside_the_territory_is_not_found(cast, place_code):
    with pytest.raises(NotFound):
        found(cast.dian, place_code=place_code)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"code": " "}, "Code and name are required"),
        ({"name": " "}, "Code and name are required"),
        ({"code": "1.02"}, "Code 1.02 is already used"),
    ],
)
def test_a_refused_founding_leaves_nothing(cast, changes, reason):
    events, rows = count_of_events(cast.dian), AgencyRecord.objects.count()

    with pytest.raises(Refused, match=reason):
        found(cast.dian, **changes)

    assert (count_of_events(cast.dian), AgencyRecord.objects.count()) == (events, rows)


def test_the_same_code_serves_another_government(cast):
    assert found(cast.maya, code="1.02", name="Dinas Kesehatan")


def test_a_new_name_leaves_the_old_one_to_its_time(cast):
    health = agency_of(cast.sari)

    rename_agency(
        by=cast.dian,
        at=AT,
        agency_id=health,
        name="Dinas Kesehatan dan Keluarga Berencana",
        short_name="Dinkes KB",
        valid_from=date(2025, 3, 1),
    )

    before = agency(by=cast.sari, agency_id=health, on=date(2025, 2, 28))
    after = agency(by=cast.sari, agency_id=health, on=date(2025, 3, 1))
    assert (before.name, after.short_name) == ("Dinas Kesehatan", "Dinkes KB")
    assert [known.name for known in after.names] == [
        "Dinas Kesehatan",
        "Dinas Kesehatan dan Keluarga Berencana",
    ]
    assert last_event(cast.dian).detail == {
        "before": "Dinas Kesehatan",
        "after": "Dinas Kesehatan dan Keluarga Berencana",
        "valid_from": "2025-03-01",
    }


def test_a_merger_closes_the_agencies_that_end(cast):
    health, education = agency_of(cast.sari), agency_of(cast.budi)
    new = found(cast.dian, code="1.00", name="Dinas Layanan Dasar", valid_from=date(2025, 1, 2))

    merge_agencies(
        by=cast.dian,
        at=AT,
        predecessor_ids=[health, education, health],
        successor_id=new,
        happened_on=date(2025, 1, 2),
    )

    ended = agency(by=cast.sari, agency_id=health, on=TODAY)
    assert ended.closed_on == date(2025, 1, 2)
    assert [arrow.other_id for arrow in ended.passed_on_to] == [new]
    heir = agency(by=cast.sari, agency_id=new, on=TODAY)
    assert {arrow.other_name for arrow in heir.took_over_from} == {
        "Dinas Kesehatan",
        "Dinas Pendidikan dan Kebudayaan",
    }
    event = last_event(cast.dian)
    assert event.name == "foundation.agency.merged"
    assert event.detail["predecessors"] == ["1.02", "1.01"]


def test_a_split_has_several_heirs(cast):
    health = agency_of(cast.sari)
    heirs = [make_agency(cast.dian, code, f"Dinas {code}", code) for code in ("1.21", "1.22")]

    split_agency(by=cast.dian, at=AT, predecessor_id=health, successor_ids=heirs, happened_on=TODAY)

    ended = agency(by=cast.sari, agency_id=health, on=TODAY)
    assert [arrow.other_id for arrow in ended.passed_on_to] == heirs
    assert {arrow.kind for arrow in ended.passed_on_to} == {SuccessionKind.SPLIT}
    assert last_event(cast.dian).detail["successors"] == ["1.21", "1.22"]


def test_an_agency_ends_only_once(cast):
    health, education = agency_of(cast.sari), agency_of(cast.budi)
    merge = {"by": cast.dian, "at": AT, "happened_on": TODAY}
    merge_agencies(predecessor_ids=[health], successor_id=education, **merge)

    with pytest.raises(Refused, match="already closed"):
        merge_agencies(predecessor_ids=[health], successor_id=agency_of(cast.wati), **merge)


def test_a_split_in_one_part_is_refused(cast):
    with pytest.raises(Refused, match="at least two successors"):
        split_agency(
            by=cast.dian,
            at=AT,
            predecessor_id=agency_of(cast.sari),
            successor_ids=[agency_of(cast.budi)],
            happened_on=TODAY,
        )


def test_agencies_belong_to_their_government(cast):
    theirs = found(cast.maya)
    rename = {"at": AT, "name": "X", "short_name": "X", "valid_from": TODAY}

    with pytest.raises(NotFound):
        agency(by=cast.dian, agency_id=theirs, on=TODAY)
    with pytest.raises(NotFound):
        rename_agency(by=cast.dian, agency_id=theirs, **rename)
    with pytest.raises(NotFound):
        merge_agencies(
            by=cast.dian,
            at=AT,
            predecessor_ids=[theirs],
            successor_id=agency_of(cast.sari),
            happened_on=TODAY,
        )
    with pytest.raises(NotFound):
        split_agency(
            by=cast.dian,
            at=AT,
            predecessor_id=agency_of(cast.sari),
            successor_ids=[theirs, agency_of(cast.budi)],
            happened_on=TODAY,
        )
    assert theirs not in {each.agency_id for each in agencies(by=cast.dian, on=TODAY)}


@pytest.mark.parametrize("who", ["sari", "wati", "hasan", "joko"])
def test_only_the_secretariat_changes_agencies(cast, who):
    person, health = getattr(cast, who), agency_of(cast.sari)
    same = {"by": person, "at": AT}

    with pytest.raises(Refused, match="does not cover"):
        found(person)
    with pytest.raises(Refused, match="does not cover"):
        rename_agency(agency_id=health, name="X", short_name="X", valid_from=TODAY, **same)
    with pytest.raises(Refused, match="does not cover"):
        merge_agencies(predecessor_ids=[health], successor_id=health, happened_on=TODAY, **same)
    with pytest.raises(Refused, match="does not cover"):
        split_agency(predecessor_id=health, successor_ids=[health], happened_on=TODAY, **same)
    assert not agency(by=person, agency_id=health, on=TODAY).may_change


def test_nobody_signed_in_sees_no_agency(cast):
    with pytest.raises(Refused, match="sign in"):
        agencies(by=cast.tamu, on=TODAY)


def test_the_list_costs_the_same_for_one_agency_and_for_many(cast, django_assert_max_num_queries):
    other = founder(cast.maya.government_id)
    for number in range(12):
        make_agency(other, f"9.{number:02}", f"Dinas {number}", str(number))

    with django_assert_max_num_queries(6):
        assert len(agencies(by=cast.maya, on=TODAY)) == 12
