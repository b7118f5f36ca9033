"""Decisions are followed up by agencies, reported with evidence, and closed by somebody else."""

from __future__ import annotations

from datetime import timedelta

import pytest

from setara.domain.foundation.sex import Sex
from setara.domain.foundation.verdict import Refused
from setara.store.models import EvidenceRecord, FollowUpRecord, MeetingRecord, ReceivedFileRecord
from setara.usecases.coordination.follow_ups import (
    close_follow_up,
    reopen_follow_up,
    report_follow_up,
)
from setara.usecases.coordination.meetings import (
    close_meeting,
    plan_meeting,
    record_attendance,
)
from setara.usecases.foundation.access import NotFound
from tests.events import count_of_events, last_event
from tests.makers import AT
from tests.world import World


def test_a_report_needs_words_and_keeps_its_evidence(world: World) -> None:
    row = FollowUpRecord.objects.get()

    with pytest.raises(Refused):
        report_follow_up(by=world.author, at=AT, follow_up_id=row.pk, note="  ")
    report_follow_up(by=world.author, at=AT, follow_up_id=row.pk, note=" Jadwal terbit ")

    assert EvidenceRecord.objects.get(follow_up=row).note == "Jadwal terbit"
    row.refresh_from_db()
    assert row.state == "reported"
    assert last_event(world.author).name == "coordination.follow_up.reported"


def test_evidence_that_is_a_program_leaves_nothing_behind(world: World) -> None:
    row = FollowUpRecord.objects.get()
    before = (ReceivedFileRecord.objects.count(), count_of_events(world.author))

    with pytest.raises(Refused):
        report_follow_up(
            by=world.author,
            at=AT,
            follow_up_id=row.pk,
            note="Selesai",
            file_name="bukti.pdf",
            file_content=b"MZ program",
        )

    assert (ReceivedFileRecord.objects.count(), count_of_events(world.author)) == before
    assert not EvidenceRecord.objects.exists()


def test_who_does_the_work_does_not_close_it(world: World) -> None:
    row = FollowUpRecord.objects.get()
    report_follow_up(by=world.author, at=AT, follow_up_id=row.pk, note="Jadwal terbit")

    with pytest.raises(Refused):
        close_follow_up(by=world.author, at=AT, follow_up_id=row.pk)
    close_follow_up(by=world.chair, at=AT, follow_up_id=row.pk)

    row.refresh_from_db()
    assert row.state == "closed"


def test_nothing_is_closed_without_evidence(world: World) -> None:
    with pytest.raises(Refused):
        close_follow_up(by=world.chair, at=AT, follow_up_id=FollowUpRecord.objects.get().pk)


def test_a_report_is_sent_back_only_for_a_reason(world: World) -> None:
    row = FollowUpRecord.objects.get()
    report_follow_up(by=world.author, at=AT, follow_up_id=row.pk, note="Jadwal terbit")

    with pytest.raises(Refused):
        reopen_follow_up(by=world.chair, at=AT, follow_up_id=row.pk, because="")
    reopen_follow_up(by=world.chair, at=AT, follow_up_id=row.pk, because="Bukti tidak terbaca")

    row.refresh_from_db()
    assert row.state == "open"


def test_another_government_finds_neither_meeting_nor_follow_up(world: World) -> None:
    with pytest.raises(NotFound):
        report_follow_up(by=world.stranger, at=AT, follow_up_id=1, note="Bukan milik saya")
    with pytest.raises(NotFound):
        record_attendance(by=world.stranger, at=AT, meeting_id=1, name="Maya", sex=Sex.FEMALE)


def test_a_meeting_ends_after_it_starts(world: World) -> None:
    before = MeetingRecord.objects.count()

    with pytest.raises(Refused):
        plan_meeting(
            by=world.secretary,
            at=AT,
            title="Rakor",
            theme="",
            venue="Sadurengas",
            starts_at=AT,
            ends_at=AT - timedelta(hours=1),
        )

    assert MeetingRecord.objects.count() == before


def test_a_meeting_that_was_not_held_is_not_closed(world: World) -> None:
    planned = plan_meeting(
        by=world.secretary,
        at=AT,
        title="Rakor",
        theme="",
        venue="Sadurengas",
        starts_at=AT,
        ends_at=AT + timedelta(hours=1),
    )

    with pytest.raises(Refused):
        close_meeting(by=world.secretary, at=AT, meeting_id=planned)
