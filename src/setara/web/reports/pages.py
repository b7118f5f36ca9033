"""What each page of the reports room is given."""

from __future__ import annotations

from dataclasses import dataclass

from setara.domain.language.text import Text
from setara.domain.reports.thread import Thread
from setara.usecases.reports.today import TodayAnswer
from setara.web.reports.stops import LinkedStop


@dataclass(frozen=True, slots=True)
class ThreadPage:
    """The whole thread of one issue."""

    title: Text
    lead: Text
    thread: Thread
    stops: tuple[LinkedStop, ...]


@dataclass(frozen=True, slots=True)
class TodayPage:
    """What is the reader's today."""

    title: Text
    lead: Text
    answer: TodayAnswer
