"""The stops of a thread with the addresses of their records."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse

from setara.domain.foundation.station import Station, StationKind
from setara.domain.language.text import Text
from setara.domain.reports.thread import Thread, ThreadItem

_ROUTES = {
    StationKind.ISSUE: "statistics:issue",
    StationKind.PATHWAY: "budget:pathway",
    StationKind.STATEMENT: "budget:statement",
    StationKind.DECISION: "coordination:decision",
    StationKind.FOLLOW_UP: "coordination:follow_up",
    StationKind.RESULT: "budget:pathway_result",
}
PLAN_ROUTE = "budget:document_pathway"


@dataclass(frozen=True, slots=True)
class LinkedItem:
    """A record on the thread and where it can be read; `url` is empty where it cannot."""

    item: ThreadItem
    url: str


@dataclass(frozen=True, slots=True)
class LinkedStop:
    """A station with its linked records."""

    kind: StationKind
    number: int
    items: tuple[LinkedItem, ...]
    missing: Text | None

    @property
    def label(self) -> Text:
        """What the station is called."""
        return self.kind.label


@dataclass(frozen=True, slots=True)
class StripStation:
    """A station as the strip above a page shows it; `state` is here, linked or missing."""

    label: Text
    title: Text | None
    url: str | None
    state: str
    note: Text | None


@dataclass(frozen=True, slots=True)
class Strip:
    """The strip of the thread that a page lies on."""

    stations: tuple[StripStation, ...]


MORE = Text("dan {n} lainnya", "and {n} more")


def linked(thread: Thread, measured_url: str, data_url: str) -> tuple[LinkedStop, ...]:
    """The stops with addresses; the first two are read where the data are."""
    fixed = {StationKind.OBSERVATION: data_url, StationKind.DISPARITY: measured_url}
    return tuple(
        LinkedStop(
            stop.kind,
            number,
            tuple(
                LinkedItem(item, fixed.get(stop.kind) or address(item.station))
                for item in stop.items
            ),
            stop.missing,
        )
        for number, stop in enumerate(thread.stops, start=1)
    )


def strip(stops: tuple[LinkedStop, ...], here: Station | None) -> Strip:
    """The same stops in short, with the one the reader is on."""
    return Strip(tuple(_station(stop, here) for stop in stops))


def _station(stop: LinkedStop, here: Station | None) -> StripStation:
    if not stop.items:
        return StripStation(stop.label, None, None, "missing", stop.missing)
    on_page = [one for one in stop.items if here is not None and one.item.station == here]
    first = (on_page or list(stop.items))[0]
    others = len(stop.items) - 1
    return StripStation(
        label=stop.label,
        title=first.item.title,
        url=first.url or None,
        state="here" if on_page else "linked",
        note=MORE.filled(n=others) if others else None,
    )


def address(station: Station) -> str:
    """The page of a record; empty where it has none or the roof does not serve its room."""
    if not station.subject_id:
        return ""
    try:
        route = PLAN_ROUTE if station.is_of_plan else _ROUTES[station.kind]
        return reverse(route, args=[station.subject_id])
    except (KeyError, NoReverseMatch):
        return ""
