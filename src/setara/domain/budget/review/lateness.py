"""How long a submission has waited for a driver, and whether that is too long.

No regulation gives the drivers days; the norm is Setara's proposal, and the review window of the
year, where one is set, is what the government itself decided.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from setara.domain.language.text import Text

NORM = 5
"""Working days a driver has. Setara's own proposal, not from a regulation."""
_WEEK, _WORKED, _SATURDAY = 7, 5, 5
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A submission before a driver: `days` by the calendar, `worked` from Monday to Friday.

    Public holidays are not known, so they count as worked. `last_day` is the end of the review
    window, None where none is set.
    """

    since: date
    days: int
    worked: int
    past_window: int = 0

    @property
    def late_by(self) -> int:
        """Working days beyond the norm, 0 where it is kept."""
        return max(self.worked - NORM, 0)

    @property
    def is_late(self) -> bool:
        """Whether the norm or the window is over."""
        return self.late_by > 0 or self.past_window > 0

    @property
    def sentence(self) -> Text:
        """How long it has waited, and what is over."""
        words = Text("{days} hari ({worked} hari kerja)", "{days} days ({worked} working days)")
        words = words.filled(days=self.days, worked=self.worked)
        if self.late_by:
            words = Text(
                "{words}, lewat {n} hari kerja dari {norm}",
                "{words}, {n} working days over {norm}",
            ).filled(words=words, n=self.late_by, norm=NORM)
        if self.past_window:
            words = Text(
                "{words}; jendela reviu lewat {n} hari",
                "{words}; the review window is over since {n} days",
            ).filled(words=words, n=self.past_window)
        return words


def waiting(since: date, today: date, last_day: date | None = None) -> Waiting:
    """How long something that came on `since` has waited until `today`."""
    return Waiting(
        since=since,
        days=max((today - since).days, 0),
        worked=working_days(since, today),
        past_window=max((today - last_day).days, 0) if last_day else 0,
    )


def working_days(since: date, today: date) -> int:
    """Mondays to Fridays after `since`, `today` included; 0 where it is not after."""
    days = (today - since).days
    if days <= 0:
        return 0
    weeks, rest = divmod(days, _WEEK)
    tail = (since + _DAY * (weeks * _WEEK + each) for each in range(1, rest + 1))
    return weeks * _WORKED + sum(day.weekday() < _SATURDAY for day in tail)
