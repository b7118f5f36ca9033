"""When a GBS may be submitted and by when it is reviewed: windows along the calendar of the APBD.

No regulation fixes these days; the proposals follow the months of the calendar, each with its mark,
and the secretariat sets what holds.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from setara.domain.budget.phase import BudgetPhase
from setara.domain.budget.window_days import has_days_to_come, is_longer, meet, says_why
from setara.domain.foundation.verdict import ALLOWED, Verdict, first_refusal, refused
from setara.domain.language.text import Text

_DAY = timedelta(days=1)


class WindowKind(StrEnum):
    """What a window of the review is for."""

    SUBMISSION = "submission"
    REVIEW = "review"
    CHANGE = "change"

    @property
    def label(self) -> Text:
        """In both languages."""
        return KIND_LABELS[self]


KIND_LABELS = {
    WindowKind.SUBMISSION: Text(
        "Pengajuan GAP dan GBS bersama RKA", "Submission of GAP and GBS with the RKA"
    ),
    WindowKind.REVIEW: Text("Reviu oleh empat driver", "Review by the four drivers"),
    WindowKind.CHANGE: Text("GBS perubahan (RKA perubahan)", "Changed GBS (revised budget)"),
}


@dataclass(frozen=True, slots=True)
class ReviewWindow:
    """The days of one kind in a budget year, `closes_on` excluded."""

    year: int
    kind: WindowKind
    opens_on: date
    closes_on: date

    @property
    def last_day(self) -> date:
        """The last of its days."""
        return self.closes_on - _DAY

    def is_open_on(self, day: date) -> bool:
        """Whether the day is one of its days."""
        return self.opens_on <= day < self.closes_on


class Mark(StrEnum):
    """How well a date of the calendar is known."""

    QUOTED = "Q"
    KNOWN = "K"

    @property
    def meaning(self) -> Text:
        """What the mark says."""
        return MARKS[self]


MARKS = {
    Mark.QUOTED: Text(
        "terbaca pada sumber, naskah resminya belum diverifikasi",
        "read in a source; its official text is unverified",
    ),
    Mark.KNOWN: Text(
        "pengetahuan umum, belum diverifikasi; pastikan dengan jadwal APBD daerah",
        "common knowledge, unverified; check it with the region's own schedule",
    ),
}


@dataclass(frozen=True, slots=True)
class Proposal:
    """Days the calendar suggests for one kind, with where they come from."""

    window: ReviewWindow
    mark: Mark
    step: Text


def proposals(year: int) -> tuple[Proposal, ...]:
    """The windows of budget year T along the calendar; the first two lie in T-1.

    Source: pug.md 6.1: GBS and KAK are attached to the RKA in August and September of T-1, which
    the drivers review ([Q/K]); the changed budget runs from July to September of T ([K]).
    """
    before = year - 1
    return (
        Proposal(
            ReviewWindow(year, WindowKind.SUBMISSION, date(before, 8, 1), date(before, 9, 1)),
            Mark.KNOWN,
            Text("RKA disusun, GBS dan KAK dilampirkan", "RKA is drawn up with GBS and KAK"),
        ),
        Proposal(
            ReviewWindow(year, WindowKind.REVIEW, date(before, 8, 1), date(before, 10, 1)),
            Mark.QUOTED,
            Text(
                "Asistensi RKA oleh TAPD dan reviu Inspektorat",
                "The RKA is checked by TAPD and reviewed by the inspectorate",
            ),
        ),
        Proposal(
            ReviewWindow(year, WindowKind.CHANGE, date(year, 7, 1), date(year, 10, 1)),
            Mark.KNOWN,
            Text("Perubahan RKPD, KUPA-PPAS, dan APBD", "The changed plan and budget"),
        ),
    )


def kinds_for(phase: BudgetPhase, *, comes_again: bool) -> tuple[WindowKind, ...]:
    """The windows in which a GBS on a book of that phase may be submitted.

    One that was sent back may come again as long as it is reviewed.
    """
    if phase in {BudgetPhase.RKA_REVISED, BudgetPhase.DPPA}:
        return (WindowKind.CHANGE,)
    if comes_again:
        return (WindowKind.SUBMISSION, WindowKind.REVIEW)
    return (WindowKind.SUBMISSION,)


def reviewed_in(phase: BudgetPhase) -> WindowKind:
    """The window by whose end the drivers are done with a GBS on a book of that phase."""
    return kinds_for(phase, comes_again=True)[-1]


def may_submit_on(
    windows: Iterable[ReviewWindow], kinds: tuple[WindowKind, ...], today: date
) -> Verdict:
    """Whether a window of these kinds is open; where none was ever set, submitting is free."""
    mine = [each for each in windows if each.kind in kinds]
    if not mine or any(each.is_open_on(today) for each in mine):
        return ALLOWED
    coming = [each for each in mine if today < each.opens_on]
    if coming:
        first = min(coming, key=lambda each: each.opens_on)
        return refused(
            "{what} tahun anggaran {year} dibuka pada {day}. Bila perlu lebih cepat, hubungi "
            "Sekretariat Pokja PUG.",
            "{what} for the budget year {year} opens on {day}. If you need it earlier, ask the "
            "secretariat of the working group.",
            what=first.kind.label,
            year=str(first.year),
            day=first.opens_on,
        )
    last = max(mine, key=lambda each: each.closes_on)
    return refused(
        "{what} tahun anggaran {year} berakhir pada {day}. Mintalah Sekretariat Pokja PUG "
        "memperpanjangnya.",
        "{what} for the budget year {year} ended on {day}. Ask the secretariat of the working "
        "group to extend it.",
        what=last.kind.label,
        year=str(last.year),
        day=last.last_day,
    )


def may_set(
    window: ReviewWindow, others: Iterable[ReviewWindow], *, reason: str, today: date
) -> Verdict:
    """Whether a window may be set: it has days to come, a reason, and meets none of its kind."""
    return first_refusal(
        has_days_to_come(window, today), says_why(reason), _meets_no_other(window, others)
    )


def may_lengthen(
    window: ReviewWindow,
    closes_on: date,
    others: Iterable[ReviewWindow],
    *,
    because: str,
    today: date,
) -> Verdict:
    """Whether a window may end later; one that is over may be opened again that way."""
    longer = replace(window, closes_on=closes_on)
    return first_refusal(
        is_longer(window, closes_on),
        has_days_to_come(longer, today),
        says_why(because),
        _meets_no_other(longer, others),
    )


def _meets_no_other(window: ReviewWindow, others: Iterable[ReviewWindow]) -> Verdict:
    for each in others:
        if (each.year, each.kind) == (window.year, window.kind) and meet(each, window):
            return refused(
                "Sudah ada jendela {first} sampai {last} untuk {kind}. Perpanjang jendela itu.",
                "There is a window from {first} to {last} for {kind} already. Extend that one.",
                first=each.opens_on,
                last=each.last_day,
                kind=each.kind.label,
            )
    return ALLOWED
