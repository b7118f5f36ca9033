"""What each page of the statistics room is given."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from setara.domain.foundation.station import Station
from setara.domain.language.text import Text
from setara.usecases.statistics.disparity_room import DisparityRoomAnswer
from setara.usecases.statistics.element_room import ElementRoomAnswer
from setara.usecases.statistics.issue_queries import IssueAnswer, IssueLine
from setara.usecases.statistics.queries import DisparityAnswer
from setara.web.shell.pages import Crumb
from setara.web.statistics.forms import CloseForm, IssueForm, TakeUpForm


@dataclass(frozen=True, slots=True)
class Picture:
    """A figure with its address, caption, and what it shows in words."""

    url: str
    caption: Text
    alt: Text


@dataclass(frozen=True, slots=True)
class TablePage:
    """One element's figures in every way they are kept; a picture without address is not shown."""

    title: Text
    crumbs: tuple[Crumb, ...]
    room: ElementRoomAnswer
    over_time: Picture
    map: Picture
    multiples: Picture
    pyramid: Picture
    places_caption: Text
    breakdown_caption: Text


@dataclass(frozen=True, slots=True)
class MeasureLine:
    """One measure of a disparity: a value, or the reason why there is none."""

    label: Text
    formula: str
    value: Decimal | None
    places: int
    reason: Text | None = None


@dataclass(frozen=True, slots=True)
class DisparityPage:
    """One disparity in numbers, words and pictures; one without address is not shown."""

    title: Text
    crumbs: tuple[Crumb, ...]
    answer: DisparityAnswer
    room: DisparityRoomAnswer
    measures: tuple[MeasureLine, ...]
    pace: tuple[MeasureLine, ...]
    station: Station | None
    form: IssueForm
    history: Picture
    ratio: Picture
    map: Picture
    multiples: Picture
    places_caption: Text
    breakdown_caption: Text
    raise_url: str
    issue_url: str


@dataclass(frozen=True, slots=True)
class IssuesPage:
    """The list of issues."""

    title: Text
    issues: tuple[IssueLine, ...]


@dataclass(frozen=True, slots=True)
class IssuePage:
    """One issue with what can be done about it."""

    title: Text
    issue: IssueAnswer
    station: Station
    take_up_form: TakeUpForm
    close_form: CloseForm
    disparity_url: str
    thread_url: str
    pathway_url: str
    reopen_url: str
