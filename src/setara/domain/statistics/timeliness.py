"""Whether an answer to a data call came in time, and whom a reminder goes to when it did not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from setara.domain.foundation.verdict import ALLOWED, Verdict, refused
from setara.domain.language.text import Text
from setara.domain.statistics.submission import CallState, SubmissionState


class Timing(StrEnum):
    """How an answer stands to its day."""

    ON_TIME = "on_time"
    LATE = "late"
    WAITING = "waiting"
    MISSING = "missing"

    @property
    def label(self) -> Text:
        """In both languages."""
        return TIMING_LABELS[self]


TIMING_LABELS = {
    Timing.ON_TIME: Text("tepat waktu", "on time"),
    Timing.LATE: Text("terlambat", "late"),
    Timing.WAITING: Text("ditunggu", "awaited"),
    Timing.MISSING: Text("belum masuk", "missing"),
}


@dataclass(frozen=True, slots=True)
class Timeliness:
    """`days` counts days past the due day for LATE and MISSING, days left for WAITING."""

    timing: Timing
    days: int = 0

    @property
    def days_late(self) -> int:
        """Days past the due day so far, 0 where there are none."""
        return self.days if self.timing in {Timing.LATE, Timing.MISSING} else 0

    @property
    def sentence(self) -> Text:
        """The timing with its days in words."""
        said = SENTENCES[self.timing].filled(days=days_in_words(self.days))
        return said if self.days else self._without_days

    @property
    def _without_days(self) -> Text:
        if self.timing is Timing.WAITING:
            return Text("batas waktunya hari ini", "due today")
        return self.timing.label


SENTENCES = {
    Timing.ON_TIME: TIMING_LABELS[Timing.ON_TIME],
    Timing.LATE: Text("terlambat {days}", "{days} late"),
    Timing.WAITING: Text("{days} lagi", "{days} left"),
    Timing.MISSING: Text("belum masuk, lewat {days}", "missing, {days} overdue"),
}


def days_in_words(days: int) -> Text:
    """`1 hari`, `1 day`; `9 hari`, `9 days`."""
    return Text("{n} hari", "{n} day" if days == 1 else "{n} days").filled(n=days)


def timeliness(due_on: date, submitted_on: date | None, today: date) -> Timeliness:
    """How an answer stands on `today`; it is in time on the due day itself.

    The first submission counts: an answer that went back for comments was still there in time.
    """
    past = ((submitted_on or today) - due_on).days
    if submitted_on is not None:
        return Timeliness(Timing.LATE, past) if past > 0 else Timeliness(Timing.ON_TIME)
    return Timeliness(Timing.MISSING, past) if past > 0 else Timeliness(Timing.WAITING, -past)


class ReminderLevel(StrEnum):
    """Whom a reminder is written to."""

    FOCAL_POINT = "focal_point"
    AGENCY_HEAD = "agency_head"
    CHAIR = "chair"
    REGIONAL_SECRETARY = "regional_secretary"

    @property
    def label(self) -> Text:
        """Who is reminded, in both languages."""
        return LEVEL_LABELS[self]


LEVEL_LABELS = {
    ReminderLevel.FOCAL_POINT: Text("ingatkan focal point", "remind the focal point"),
    ReminderLevel.AGENCY_HEAD: Text("ingatkan kepala PD", "remind the head of the agency"),
    ReminderLevel.CHAIR: Text(
        "ingatkan kepala PD, tembusan Ketua Pokja PUG",
        "remind the head of the agency, copy to the chair",
    ),
    ReminderLevel.REGIONAL_SECRETARY: Text(
        "ingatkan kepala PD, laporkan kepada Sekretaris Daerah",
        "remind the head of the agency, report to the regional secretary",
    ),
}

# Ours: no regulation at hand sets these days.
REMIND_BEFORE = 7
CHAIR_AFTER = 7
REGIONAL_SECRETARY_AFTER = 14


def reminder_level(due_on: date, today: date) -> ReminderLevel | None:
    """The level of a reminder written on `today`; None while it is too early for one.

    From seven days before: the focal point. Overdue 1 to 7 days: the head of the agency,
    8 to 14: with a copy to the working group's chair, then with one to the regional secretary.
    """
    past = (today - due_on).days
    if past < -REMIND_BEFORE:
        return None
    if past <= 0:
        return ReminderLevel.FOCAL_POINT
    if past <= CHAIR_AFTER:
        return ReminderLevel.AGENCY_HEAD
    if past <= REGIONAL_SECRETARY_AFTER:
        return ReminderLevel.CHAIR
    return ReminderLevel.REGIONAL_SECRETARY


AWAITED = frozenset({SubmissionState.DRAFT, SubmissionState.RETURNED})


def may_remind(
    call: CallState, state: SubmissionState, due_on: date, today: date, last: date | None
) -> Verdict:
    """Remind a producer whose answer is awaited, from a week before the day, once a day."""
    if call is not CallState.OPEN or state not in AWAITED:
        return refused(
            "Tidak ada yang perlu diingatkan: isian {state}, permintaan data {call}.",
            "There is nothing to remind of: the answer is {state}, the call is {call}.",
            state=state.label,
            call=call.label,
        )
    if reminder_level(due_on, today) is None:
        return refused(
            "Pengingat dapat ditulis mulai {days} hari sebelum batas waktu {due}.",
            "A reminder can be written from {days} days before the due day, {due}.",
            days=REMIND_BEFORE,
            due=due_on,
        )
    if last == today:
        return refused(
            "Pengingat hari ini sudah ditulis.", "Today's reminder has been written already."
        )
    return ALLOWED
