"""What each page of the foundation room is given."""

from __future__ import annotations

from dataclasses import dataclass

from setara.domain.foundation.verdict import Verdict
from setara.domain.language.text import Text
from setara.usecases.foundation.persons import AccountAnswer, RosterAnswer
from setara.usecases.foundation.places import TerritoryAnswer
from setara.usecases.foundation.queries import AgencyAnswer, SeatAnswer
from setara.usecases.foundation.seat_queries import SeatRoomAnswer
from setara.usecases.foundation.trail import TrailAnswer
from setara.web.foundation.agency_forms import (
    FoundAgencyForm,
    MergeAgencyForm,
    RenameAgencyForm,
    SplitAgencyForm,
)
from setara.web.foundation.roster_forms import DecreeForm, PersonForm
from setara.web.foundation.seat_forms import (
    CreateSeatForm,
    EndHoldingForm,
    FillSeatForm,
    RepresentSeatForm,
)
from setara.web.shell.pages import Crumb


@dataclass(frozen=True, slots=True)
class AgenciesPage:
    """The agencies there are, and those there were."""

    title: Text
    lead: Text
    present: tuple[AgencyAnswer, ...]
    past: tuple[AgencyAnswer, ...]
    may_change: Verdict


@dataclass(frozen=True, slots=True)
class FoundAgencyPage:
    """The form that founds an agency."""

    title: Text
    crumbs: tuple[Crumb, ...]
    form: FoundAgencyForm


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happened to an agency, under its day."""

    on: Text
    words: Text
    agency_id: int | None = None
    agency_name: str = ""


@dataclass(frozen=True, slots=True)
class AgencyPage:
    """One agency with its history and what can be done to it."""

    title: Text
    crumbs: tuple[Crumb, ...]
    agency: AgencyAnswer
    history: tuple[Step, ...]
    rename_form: RenameAgencyForm
    merge_form: MergeAgencyForm
    split_form: SplitAgencyForm


@dataclass(frozen=True, slots=True)
class SeatLine:
    """A seat on the board; `term` is told by its first and last day."""

    seat: SeatAnswer
    term: Text | None


@dataclass(frozen=True, slots=True)
class SeatGroup:
    """Seats under one heading."""

    label: Text
    lines: tuple[SeatLine, ...]


@dataclass(frozen=True, slots=True)
class SeatsPage:
    """The board of seats."""

    title: Text
    lead: Text
    groups: tuple[SeatGroup, ...]
    without_focal_point: tuple[str, ...]
    may_change: Verdict


@dataclass(frozen=True, slots=True)
class CreateSeatPage:
    """The form that creates a seat."""

    title: Text
    crumbs: tuple[Crumb, ...]
    form: CreateSeatForm


@dataclass(frozen=True, slots=True)
class PastLine:
    """Who sat in a seat, or spoke for it, and when."""

    person: str
    words: Text
    term: Text
    ground: str


@dataclass(frozen=True, slots=True)
class SeatPage:
    """One seat with its past and what can be done to it."""

    title: Text
    lead: Text
    crumbs: tuple[Crumb, ...]
    room: SeatRoomAnswer
    line: SeatLine
    terms: tuple[PastLine, ...]
    representations: tuple[PastLine, ...]
    fill_form: FillSeatForm
    end_form: EndHoldingForm
    represent_form: RepresentSeatForm


@dataclass(frozen=True, slots=True)
class RosterPage:
    """Persons and decrees."""

    title: Text
    lead: Text
    crumbs: tuple[Crumb, ...]
    roster: RosterAnswer
    person_form: PersonForm
    decree_form: DecreeForm


@dataclass(frozen=True, slots=True)
class PlacePage:
    """A place and what lies in it."""

    title: Text
    lead: Text
    crumbs: tuple[Crumb, ...]
    territory: TerritoryAnswer


@dataclass(frozen=True, slots=True)
class DetailLine:
    """One detail of an event."""

    label: Text
    words: Text


@dataclass(frozen=True, slots=True)
class EventLine:
    """One event in plain words; `gist` is whom or what it was about, as far as it is short."""

    sequence: int
    time: Text
    label: Text
    actor_name: str
    gist: Text | None
    subject: Text
    details: tuple[DetailLine, ...]


@dataclass(frozen=True, slots=True)
class EventDay:
    """The events of one day, newest first."""

    day: Text
    events: tuple[EventLine, ...]


@dataclass(frozen=True, slots=True)
class TrailPage:
    """The trail, newest first, with the state of its chain."""

    title: Text
    lead: Text
    days: tuple[EventDay, ...]
    state: TrailAnswer | None
    older_url: str
    check_url: str


@dataclass(frozen=True, slots=True)
class LanguageChoice:
    """A language by its own name."""

    code: str
    name: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class AccountPage:
    """One's own account."""

    title: Text
    account: AccountAnswer
    languages: tuple[LanguageChoice, ...]
