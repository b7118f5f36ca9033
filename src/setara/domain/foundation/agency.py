"""An agency of the government whose names, mergers and splits are part of its history."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from setara.domain.foundation.period import Period
from setara.domain.foundation.verdict import ALLOWED, Verdict, first_refusal, refused
from setara.domain.language.text import Text


@dataclass(frozen=True, slots=True)
class AgencyName:
    """A name with the days on which it was the name."""

    name: str
    short_name: str
    validity: Period


class SuccessionKind(StrEnum):
    """How an agency's work passed to another one."""

    MERGED = "merged"
    SPLIT = "split"

    @property
    def label(self) -> Text:
        """In both languages."""
        return {
            SuccessionKind.MERGED: Text("digabung ke dalam", "merged into"),
            SuccessionKind.SPLIT: Text("dipecah menjadi", "split into"),
        }[self]


@dataclass(frozen=True, slots=True)
class Succession:
    """From `on`, the work of `predecessor` is done by `successor` (agency codes)."""

    kind: SuccessionKind
    on: date
    predecessor: str
    successor: str


@dataclass(frozen=True, slots=True)
class Agency:
    """An agency (OPD, SKPD, perangkat daerah) by its code, with every name it ever had."""

    code: str
    names: tuple[AgencyName, ...]
    closed_on: date | None = None

    def name_on(self, day: date) -> AgencyName:
        """The name borne on `day`; before the first name, the first; after the last, the last.

        Raises ValueError for an agency without any name.
        """
        if not self.names:
            message = f"agency {self.code} has no name"
            raise ValueError(message)
        ordered = sorted(self.names, key=lambda name: name.validity)
        borne = [name for name in ordered if name.validity.valid_from <= day]
        return borne[-1] if borne else ordered[0]

    def exists_on(self, day: date) -> bool:
        """Whether it was founded by then and not yet closed."""
        founded = min((name.validity.valid_from for name in self.names), default=None)
        not_closed = self.closed_on is None or day < self.closed_on
        return founded is not None and founded <= day and not_closed

    def existed_in(self, year: int) -> bool:
        """Whether it was there on some day of the year."""
        return any(
            self.exists_on(max(name.validity.valid_from, date(year, 1, 1)))
            for name in self.names
            if name.validity.valid_from.year <= year
        )


def answers_today(code: str, successions: Iterable[Succession], today: date) -> frozenset[str]:
    """The codes of the agencies that answer today for what `code` once did.

    Follows mergers and splits forward; an agency that nobody succeeded answers for itself.
    """
    forward: dict[str, set[str]] = {}
    for succession in successions:
        if succession.on <= today:
            forward.setdefault(succession.predecessor, set()).add(succession.successor)
    answering: set[str] = set()
    waiting, seen = [code], {code}
    while waiting:
        current = waiting.pop()
        heirs = forward.get(current, set())
        if not heirs:
            answering.add(current)
        waiting.extend(heirs - seen)
        seen |= heirs
    return frozenset(answering)


def may_rename(agency: Agency, *, name: str, on: date) -> Verdict:
    """A new name starts after the current one did, on an agency that still exists."""
    if not name.strip():
        return refused("Nama baru belum diisi.", "The new name is empty.")
    if agency.closed_on is not None and agency.closed_on <= on:
        return refused(
            "Perangkat daerah ini sudah ditutup pada {day}.",
            "This agency was closed on {day}.",
            day=agency.closed_on,
        )
    current = max((known.validity.valid_from for known in agency.names), default=None)
    if current is not None and on <= current:
        return refused(
            "Nama baru harus berlaku setelah {day}, tanggal mulai nama yang sekarang.",
            "The new name must take effect after {day}, when the present one did.",
            day=current,
        )
    return ALLOWED


def may_succeed(
    kind: SuccessionKind, predecessors: Iterable[Agency], successors: Iterable[Agency], on: date
) -> Verdict:
    """A merger or split joins different agencies, all of them existing on that day.

    An agency ends once; a split has several successors, else it is a merger.
    """
    before, after = list(predecessors), list(successors)
    if not before or not after:
        return refused(
            "Pilih perangkat daerah asal dan penerusnya.",
            "Choose the agencies that end and those that succeed them.",
        )
    if {agency.code for agency in before} & {agency.code for agency in after}:
        return refused(
            "Perangkat daerah tidak dapat menjadi penerus dirinya sendiri.",
            "An agency cannot succeed itself.",
        )
    if kind is SuccessionKind.SPLIT and len({agency.code for agency in after}) == 1:
        return refused(
            "Pemecahan memerlukan sedikitnya dua penerus. Dengan satu penerus, pilih penggabungan.",
            "A split needs at least two successors. With one successor, choose a merger.",
        )
    return first_refusal(
        *(_may_end(agency, on) for agency in before),
        *(_must_exist(agency, on) for agency in after),
    )


def _may_end(agency: Agency, on: date) -> Verdict:
    if agency.closed_on is not None:
        return refused(
            "{name} sudah ditutup pada {day}.",
            "{name} was already closed on {day}.",
            name=agency.name_on(on).name,
            day=agency.closed_on,
        )
    return _must_exist(agency, on)


def _must_exist(agency: Agency, on: date) -> Verdict:
    if agency.exists_on(on):
        return ALLOWED
    return refused(
        "{name} tidak ada pada {day}.",
        "{name} does not exist on {day}.",
        name=agency.name_on(on).name,
        day=on,
    )
