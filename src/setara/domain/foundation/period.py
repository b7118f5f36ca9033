"""A stretch of days with an exclusive end, as validity and reference periods are kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from setara.domain.language.text import Language, Text, spoken


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """Days from `valid_from` up to, not including, `valid_to`; `None` means open-ended.

    Raises ValueError where the end does not lie after the start.
    """

    valid_from: date
    valid_to: date | None = None

    def __post_init__(self) -> None:
        if self.valid_to is not None and self.valid_to <= self.valid_from:
            message = f"a period must end after it starts: {self.valid_from} to {self.valid_to}"
            raise ValueError(message)

    @classmethod
    def year(cls, year: int) -> Period:
        """The calendar year, which is also the budget year (UU 17/2003 art. 4)."""
        return cls(date(year, 1, 1), date(year + 1, 1, 1))

    @property
    def end(self) -> date:
        """The exclusive end. Raises ValueError for an open period."""
        if self.valid_to is None:
            message = f"the period since {self.valid_from} has no end"
            raise ValueError(message)
        return self.valid_to

    def __contains__(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_to is None or day < self.valid_to)

    def overlaps(self, other: Period) -> bool:
        """Whether at least one day lies in both."""
        starts_before = other.valid_to is None or self.valid_from < other.valid_to
        ends_after = self.valid_to is None or other.valid_from < self.valid_to
        return starts_before and ends_after

    def say(self, language: Language) -> str:
        """A calendar year as `2021`, anything else as its first and last moment."""
        start = self.valid_from
        if start == date(start.year, 1, 1) and self.valid_to == date(start.year + 1, 1, 1):
            return str(start.year)
        if self.valid_to is None:
            return Text("sejak {start}", "since {start}").filled(start=start).say(language)
        return f"{spoken(start, language)} – {spoken(self.valid_to, language)}"
