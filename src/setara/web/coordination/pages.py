"""What each page of the coordination room is given."""

from __future__ import annotations

from dataclasses import dataclass

from setara.domain.foundation.station import Station
from setara.domain.foundation.verdict import Verdict
from setara.domain.language.text import Text
from setara.usecases.coordination.follow_up_queries import FollowUpAnswer, FollowUpLine
from setara.usecases.coordination.group_queries import GroupAnswer
from setara.usecases.coordination.queries import DecisionAnswer, MeetingAnswer, MeetingLine
from setara.web.coordination.forms import (
    AssignForm,
    AttendForm,
    DecideForm,
    HoldForm,
    PlanForm,
    ReopenForm,
    ReportForm,
)


@dataclass(frozen=True, slots=True)
class MeetingsPage:
    """The list of meetings."""

    title: Text
    meetings: tuple[MeetingLine, ...]
    plan_url: str
    may_plan: Verdict


@dataclass(frozen=True, slots=True)
class PlanPage:
    """The form that plans a meeting."""

    title: Text
    form: PlanForm


@dataclass(frozen=True, slots=True)
class MeetingPage:
    """One meeting: what was left open first, then who came and what was decided."""

    title: Text
    meeting: MeetingAnswer
    attend_form: AttendForm
    hold_form: HoldForm
    decide_form: DecideForm
    close_url: str
    refusal: Text | None


@dataclass(frozen=True, slots=True)
class DecisionPage:
    """One decision and the form that gives it to agencies."""

    title: Text
    decision: DecisionAnswer
    form: AssignForm
    station: Station | None


@dataclass(frozen=True, slots=True)
class FollowUpPage:
    """One follow-up and what can be done about it."""

    title: Text
    answer: FollowUpAnswer
    report_form: ReportForm
    reopen_form: ReopenForm
    finish_url: str
    station: Station | None
    refusal: Text | None


@dataclass(frozen=True, slots=True)
class MinePage:
    """What the reader's agencies have to do."""

    title: Text
    lines: tuple[FollowUpLine, ...]


@dataclass(frozen=True, slots=True)
class GroupPage:
    """The working group as it is seated."""

    title: Text
    answer: GroupAnswer
