"""The thread of one issue: from what was measured to what came of it, with its breaks named."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from setara.domain.foundation.money import Rupiah
from setara.domain.foundation.station import Station, StationKind
from setara.domain.language.text import Text


@dataclass(frozen=True, slots=True)
class ThreadItem:
    """One record at a station.

    `note` says the one thing worth knowing about it, `state` where it stands, `owners` who
    answers for it, `amount` the rupiah tied to it.
    """

    station: Station
    title: Text
    note: Text | None = None
    state: Text | None = None
    owners: tuple[str, ...] = ()
    amount: Rupiah | None = None
    is_sample: bool = False


@dataclass(frozen=True, slots=True)
class ThreadStop:
    """A station with its records; `missing` says what is not there, where nothing is."""

    kind: StationKind
    items: tuple[ThreadItem, ...]
    missing: Text | None

    @property
    def is_broken(self) -> bool:
        """Whether the thread breaks here."""
        return self.missing is not None


@dataclass(frozen=True, slots=True)
class Thread:
    """All stations in their order; the thread is whole where none is broken."""

    issue_id: int
    title: Text
    stops: tuple[ThreadStop, ...]

    @property
    def breaks(self) -> tuple[ThreadStop, ...]:
        """The stations at which something is missing."""
        return tuple(stop for stop in self.stops if stop.is_broken)

    @property
    def is_whole(self) -> bool:
        """Whether one can follow it from the data to the result."""
        return not self.breaks


MISSING: Mapping[StationKind, Text] = {
    StationKind.OBSERVATION: Text(
        "Tidak ada data terpilah di balik isu ini.",
        "There are no data by sex behind this issue.",
    ),
    StationKind.DISPARITY: Text(
        "Kesenjangan tidak dapat dihitung dari data yang ada.",
        "The disparity cannot be computed from the data at hand.",
    ),
    StationKind.ISSUE: Text(
        "Belum ada isu yang diangkat dari kesenjangan ini.",
        "No issue has been raised from this disparity.",
    ),
    StationKind.PATHWAY: Text(
        "Belum ada GAP: sebab kesenjangan belum dianalisis.",
        "No GAP yet: nobody has analysed what causes the disparity.",
    ),
    StationKind.STATEMENT: Text(
        "Belum ada GBS: belum ada rupiah yang dikaitkan dengan kesenjangan ini.",
        "No GBS yet: no rupiah is tied to this disparity.",
    ),
    StationKind.DECISION: Text(
        "Belum pernah diputuskan dalam rapat koordinasi.",
        "No coordination meeting has decided on it.",
    ),
    StationKind.FOLLOW_UP: Text(
        "Keputusan belum mempunyai tindak lanjut.",
        "The decision has no follow-up.",
    ),
    StationKind.RESULT: Text(
        "Belum ada data sesudahnya: perubahan kesenjangan belum dapat dinilai.",
        "No later data yet: whether the disparity changed cannot be told.",
    ),
}


def thread(issue_id: int, title: Text, items: Iterable[ThreadItem]) -> Thread:
    """The thread from records in any order; a station without a record breaks it."""
    at: dict[StationKind, list[ThreadItem]] = {kind: [] for kind in StationKind}
    for item in items:
        at[item.station.kind].append(item)
    stops = tuple(
        ThreadStop(kind, tuple(found), None if found else MISSING[kind])
        for kind, found in at.items()
    )
    return Thread(issue_id, title, stops)
