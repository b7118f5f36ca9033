"""When tags may be set: windows of a year, opened for a reason, extended, and closed.

No regulation fixes the days; they follow the calendar of the RKA and its changes in each region.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from setara.domain.budget.phase import BudgetPhase
from setara.domain.budget.window_days import has_days_to_come, is_longer, meet, says_why
from setara.domain.foundation.verdict import ALLOWED, Verdict, first_refusal, refused
from setara.domain.language.text import Text

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class TaggingWindow:
    """The days on which tags of a budget year may be set, `closes_on` excluded.

    Without a `phase` it holds for every book of the year. One without days was called off before
    it opened, or else `shut_on_its_day`.
    """

    year: int
    opens_on: date
    closes_on: date
    phase: BudgetPhase | None = None
    shut_on_its_day: bool = False

    @property
    def last_day(self) -> date:
        """The last day on which tags may be set."""
        return self.closes_on - _DAY

    @property
    def has_days(self) -> bool:
        """Whether there is a whole day on which tags may be set."""
        return self.opens_on < self.closes_on

    @property
    def is_called_off(self) -> bool:
        """Whether it never opened and never will."""
        return not self.has_days and not self.shut_on_its_day

    def holds_for(self, year: int, phase: BudgetPhase) -> bool:
        """Whether it is about the books of this phase of the year."""
        return self.year == year and self.phase in (None, phase)

    def is_open_on(self, day: date) -> bool:
        """Whether the day is one of its days."""
        return self.opens_on <= day < self.closes_on


def open_window(
    windows: Iterable[TaggingWindow], year: int, phase: BudgetPhase, today: date
) -> TaggingWindow | None:
    """The window that is open for the phase, of several the one that closes last."""
    running = [each for each in windows if each.holds_for(year, phase) and each.is_open_on(today)]
    return max(running, key=lambda each: each.closes_on, default=None)


def is_open(
    windows: Iterable[TaggingWindow], year: int, phase: BudgetPhase, today: date
) -> Verdict:
    """Whether tags of the phase may be set today; where no window was ever set they may.

    A window that was called off was never set.
    """
    mine = [each for each in windows if each.holds_for(year, phase) and not each.is_called_off]
    if not mine or open_window(mine, year, phase, today):
        return ALLOWED
    coming = [each.opens_on for each in mine if today < each.opens_on]
    if coming:
        return refused(
            "Penandaan {phase} {year} dibuka pada {day}.",
            "Tagging of the {phase} of {year} opens on {day}.",
            phase=phase.short,
            year=str(year),
            day=min(coming),
        )
    return refused(
        "Penandaan {phase} {year} ditutup sejak {day}. Mintalah Sekretariat Pokja PUG atau "
        "penggerak perencanaan (Bapperida) membukanya kembali.",
        "Tagging of the {phase} of {year} is closed since {day}. Ask the secretariat of the "
        "working group or the planning driver (Bapperida) to open it again.",
        phase=phase.short,
        year=str(year),
        day=max(each.closes_on for each in mine),
    )


def may_open(
    window: TaggingWindow, others: Iterable[TaggingWindow], *, reason: str, today: date
) -> Verdict:
    """Whether a window may be set: it has days to come, a reason, and meets no other."""
    return first_refusal(
        has_days_to_come(window, today), says_why(reason), _meets_no_other(window, others)
    )


def may_extend(
    window: TaggingWindow,
    closes_on: date,
    others: Iterable[TaggingWindow],
    *,
    because: str,
    today: date,
) -> Verdict:
    """Whether a window that is not over may close later than it does."""
    if window.closes_on <= today or window.is_called_off:
        return refused(
            "Jendela ini sudah ditutup. Buka jendela yang baru.",
            "This window is closed. Open a new one.",
        )
    longer = replace(window, closes_on=closes_on)
    return first_refusal(
        is_longer(window, closes_on), says_why(because), _meets_no_other(longer, others)
    )


def may_close(window: TaggingWindow, *, because: str, today: date) -> Verdict:
    """Whether a window may be closed from today on."""
    if window.closes_on <= today or window.is_called_off:
        return refused("Jendela ini sudah ditutup.", "This window is closed already.")
    return says_why(because)


def closed(window: TaggingWindow, today: date) -> TaggingWindow:
    """The window closed from today on; one that has not opened yet is called off."""
    return replace(
        window,
        closes_on=max(today, window.opens_on),
        shut_on_its_day=today == window.opens_on,
    )


def _meets_no_other(window: TaggingWindow, others: Iterable[TaggingWindow]) -> Verdict:
    for each in others:
        is_same = (each.year, each.phase) == (window.year, window.phase)
        if is_same and meet(each, window) and each.has_days:
            return refused(
                "Sudah ada jendela {first} sampai {last} untuk {phase}. Perpanjang jendela itu.",
                "There is a window from {first} to {last} for {phase} already. Extend that one.",
                first=each.opens_on,
                last=each.last_day,
                phase=phase_name(each.phase),
            )
    return ALLOWED


def phase_name(phase: BudgetPhase | None) -> Text:
    """What a window is for, in words."""
    if phase is None:
        return Text("semua tahap", "every stage")
    return Text(phase.short, phase.short)
