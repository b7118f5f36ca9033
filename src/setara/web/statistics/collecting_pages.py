"""What each page on data calls, answers, the board and the inventory is given."""

from __future__ import annotations

from dataclasses import dataclass

from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Text
from setara.domain.statistics.submission import Availability
from setara.usecases.statistics.board import BoardAnswer
from setara.usecases.statistics.call_queries import CallAnswer, CallsAnswer
from setara.usecases.statistics.entry_queries import EntryAnswer
from setara.usecases.statistics.inventory import InventoryAnswer, InventoryLine
from setara.usecases.statistics.submission_queries import AskedOfMe, SubmissionAnswer
from setara.web.shell.pages import Crumb
from setara.web.statistics.call_forms import EditForm, ElementForm, PlanForm
from setara.web.statistics.entry_form import EntryForm
from setara.web.statistics.submission_forms import (
    AvailabilityForm,
    CommentForm,
    HandInForm,
    RemindForm,
)


@dataclass(frozen=True, slots=True)
class CallsPage:
    """The list of data calls."""

    title: Text
    lead: Text
    answer: CallsAnswer


@dataclass(frozen=True, slots=True)
class PlanPage:
    """The form of a new call."""

    title: Text
    crumbs: tuple[Crumb, ...]
    form: PlanForm


@dataclass(frozen=True, slots=True)
class CallPage:
    """One call."""

    title: Text
    crumbs: tuple[Crumb, ...]
    call: CallAnswer
    edit_form: EditForm
    batch_url: str


@dataclass(frozen=True, slots=True)
class GroupChoice:
    """A group of elements that can be chosen from."""

    code: str
    elements: int
    is_here: bool


@dataclass(frozen=True, slots=True)
class ChoosingPage:
    """What a call asks, one group of elements at a time."""

    title: Text
    lead: Text
    crumbs: tuple[Crumb, ...]
    call: CallAnswer
    groups: tuple[GroupChoice, ...]
    forms: tuple[ElementForm, ...]
    refusal: Text | None


@dataclass(frozen=True, slots=True)
class AskedPage:
    """What is asked of the reader."""

    title: Text
    lead: Text
    calls: tuple[AskedOfMe, ...]


@dataclass(frozen=True, slots=True)
class SubmissionPage:
    """One answer with what can be done about it."""

    title: Text
    crumbs: tuple[Crumb, ...]
    answer: SubmissionAnswer
    hand_in_form: HandInForm
    remind_form: RemindForm
    letter_urls: tuple[tuple[Text, str], ...]


@dataclass(frozen=True, slots=True)
class EntryPage:
    """One table of an answer, to be filled in or to be read."""

    title: Text
    crumbs: tuple[Crumb, ...]
    entry: EntryAnswer
    form: EntryForm
    comment_form: CommentForm
    sexes: tuple[Sex, ...]


@dataclass(frozen=True, slots=True)
class BoardPage:
    """Who has answered a call, how completely and how late."""

    title: Text
    lead: Text
    board: BoardAnswer | None


@dataclass(frozen=True, slots=True)
class InventoryFilter:
    """One way to look at the inventory."""

    label: Text
    query: str
    count: int
    is_here: bool


@dataclass(frozen=True, slots=True)
class InventoryPage:
    """Which data by sex exist, and what is to be done where they do not."""

    title: Text
    lead: Text
    inventory: InventoryAnswer
    filters: tuple[InventoryFilter, ...]
    agency_id: int | None
    chosen: Availability | None


@dataclass(frozen=True, slots=True)
class AvailabilityPage:
    """What a producer says of one element."""

    title: Text
    crumbs: tuple[Crumb, ...]
    line: InventoryLine
    form: AvailabilityForm
