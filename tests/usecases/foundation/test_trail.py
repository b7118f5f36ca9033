"""The trail is whole until somebody reaches around the use-cases, and then says where."""

import json

import pytest
from django.db import connection

from setara.domain.foundation.trail import FaultKind
from setara.domain.foundation.verdict import Refused
from setara.domain.language.text import Language
from setara.usecases.foundation.actors import OPERATOR
from setara.usecases.foundation.command import leave_event
from setara.usecases.foundation.commands import note_sign_in
from setara.usecases.foundation.trail import events, trails
from tests.events import last_event
from tests.makers import AT

pytestmark = pytest.mark.django_db


def sql(statement, *values):
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.rowcount


def faults_of(who):
    (answer,) = trails(by=who)
    return [(fault.kind, fault.sequence) for fault in answer.faults]


def test_what_the_use_cases_wrote_is_whole(cast):
    (answer,) = trails(by=cast.joko)

    assert answer.faults == ()
    assert answer.government_name == "Kabupaten Paser"
    assert answer.events == last_event(cast.joko).sequence
    assert answer.head == last_event(cast.joko).hash


def test_the_operator_sees_the_chain_of_every_government(cast):
    names = [answer.government_name for answer in trails(by=OPERATOR)]

    assert names == ["Kabupaten Paser", "Kabupaten Berau"]
    assert not any(answer.faults for answer in trails(by=OPERATOR))


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("actor_name", "Orang lain"),
        ("name", "foundation.account.signed_out"),
        ("subject_id", "7"),
        ("at", "2020-01-01 00:00:00+00:00"),
        ("detail", json.dumps({"person": "Orang lain"})),
        ("hash", "0" * 64),
        ("previous_hash", "0" * 64),
    ],
)
def test_a_changed_event_is_named(cast, column, value):
    statement = (
        f"update store_eventrecord set {column} = %s where government_id = %s and sequence = 5"
    )
    assert sql(statement, value, cast.joko.government_id) == 1

    found = faults_of(cast.joko)
    assert found[0] == (FaultKind.CHANGED, 5)
    (answer,) = trails(by=cast.joko)
    assert "nomor 5" in answer.faults[0].message.say(Language.INDONESIAN)
    assert not trails(by=cast.maya)[0].faults


def test_a_removed_event_is_named(cast):
    sql(
        "delete from store_eventrecord where government_id = %s and sequence = 7",
        cast.joko.government_id,
    )

    assert faults_of(cast.joko) == [(FaultKind.REMOVED, 7)]


def test_a_cut_tail_is_named(cast):
    last = last_event(cast.joko).sequence
    sql(
        "delete from store_eventrecord where government_id = %s and sequence > %s",
        cast.joko.government_id,
        last - 2,
    )

    assert faults_of(cast.joko) == [(FaultKind.REMOVED, last - 1)]


def test_an_event_put_behind_the_end_is_named(cast):
    event = last_event(cast.joko)
    event.pk, event.sequence = None, event.sequence + 1
    event.save()

    # Its hash fits the sequence number it was copied from.
    assert (FaultKind.MOVED, event.sequence) in faults_of(cast.joko)


def test_a_lost_head_is_a_fault(cast):
    sql("delete from store_trailheadrecord where government_id = %s", cast.joko.government_id)

    assert faults_of(cast.joko)


def test_two_events_that_changed_places_are_named(cast):
    where = "where government_id = %s and sequence = %s"
    own = cast.joko.government_id
    for old, new in ((4, 9_000_000), (6, 4), (9_000_000, 6)):
        assert sql(f"update store_eventrecord set sequence = %s {where}", new, own, old) == 1

    kinds = {sequence: kind for kind, sequence in faults_of(cast.joko)}
    assert kinds[4] is FaultKind.MOVED
    assert kinds[6] is FaultKind.MOVED


def test_events_come_newest_first_and_by_pages(cast, django_assert_num_queries):
    note_sign_in(by=cast.sari, at=AT)
    newest = last_event(cast.sari).sequence

    with django_assert_num_queries(1):
        first = events(by=cast.joko, limit=3)
    second = events(by=cast.joko, before=first[-1].sequence, limit=3)

    assert [event.sequence for event in first] == [newest, newest - 1, newest - 2]
    assert [event.sequence for event in second] == [newest - 3, newest - 4, newest - 5]
    assert first[0].label.say(Language.ENGLISH) == "Signed in"
    assert first[0].actor_name == "Sari"


def test_the_trail_is_read_by_those_who_watch_over_the_work(cast):
    for who in (cast.dian, cast.hasan, cast.joko):
        assert events(by=who)
    for who in (cast.sari, cast.wati, cast.tamu):
        with pytest.raises(Refused):
            events(by=who)
        with pytest.raises(Refused):
            trails(by=who)


def test_each_reads_the_trail_of_the_own_government_only(cast):
    note_sign_in(by=cast.sari, at=AT)

    assert {answer.government_name for answer in trails(by=cast.maya)} == {"Kabupaten Berau"}
    assert "Sari" not in {event.actor_name for event in events(by=cast.maya, limit=500)}


def test_an_event_needs_a_government(cast):
    with pytest.raises(ValueError, match="belongs to no government"):
        leave_event("x.y.z", by=OPERATOR, at=AT, subject=last_event(cast.sari))
