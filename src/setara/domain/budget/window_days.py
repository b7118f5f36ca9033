"""Days between which something may be done, whatever it is: what all windows have in common."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Protocol

from setara.domain.foundation.verdict import ALLOWED, Verdict, refused

_DAY = timedelta(days=1)


class HasDays(Protocol):
    """A window from `opens_on` on, `closes_on` excluded."""

    @property
    def opens_on(self) -> date:
        """The first day."""
        ...

    @property
    def closes_on(self) -> date:
        """The day after the last."""
        ...


def day_after(last_day: date) -> date:
    """The day a window closes on whose last day is named."""
    return last_day + _DAY


def meet(one: HasDays, other: HasDays) -> bool:
    """Whether both have a day in common."""
    return one.opens_on < other.closes_on and other.opens_on < one.closes_on


def has_days_to_come(window: HasDays, today: date) -> Verdict:
    """Whether the window has days, and not all of them are over."""
    if window.opens_on >= window.closes_on:
        return refused(
            "Hari terakhir mendahului hari pertama. Periksa kedua tanggalnya.",
            "The last day is before the first. Check both dates.",
        )
    if window.closes_on <= today:
        return refused(
            "Jendela itu sudah lewat. Isi hari terakhir hari ini atau sesudahnya.",
            "That window is over. Give today or a later day as its last.",
        )
    return ALLOWED


def is_longer(window: HasDays, closes_on: date) -> Verdict:
    """Whether a new end is later than the one that stands."""
    if closes_on > window.closes_on:
        return ALLOWED
    return refused(
        "Perpanjangan berakhir sesudah {day}. Untuk mengakhirinya lebih cepat, tutup jendela.",
        "An extension ends after {day}. To end it earlier, close the window.",
        day=window.closes_on - _DAY,
    )


def says_why(reason: str) -> Verdict:
    """Whether a reason is given."""
    if reason.strip():
        return ALLOWED
    return refused(
        "Tulis alasannya, agar perangkat daerah tahu mengapa.",
        "Write the reason, so that agencies know why.",
    )
