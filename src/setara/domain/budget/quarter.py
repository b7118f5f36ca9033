"""The quarters of a budget year, and when a report on one of them is due."""

from __future__ import annotations

from datetime import date, timedelta
from enum import IntEnum, StrEnum

from setara.domain.language.text import Text

DAYS_TO_REPORT = 15
"""Days after a quarter's end within which it is reported. Setara's own choice: regulations known
to us ask for quarterly reports without a day for those on gender (PP 39/2006, not verified)."""
_MONTHS = 3
_ROMAN = {1: "I", 2: "II", 3: "III", 4: "IV"}


class Quarter(IntEnum):
    """A quarter of the year; a report counts from January up to its end."""

    FIRST = 1
    SECOND = 2
    THIRD = 3
    FOURTH = 4

    @property
    def label(self) -> Text:
        """`Triwulan I` / `Quarter 1`."""
        return Text(f"Triwulan {_ROMAN[self]}", f"Quarter {self.value}")

    @property
    def months(self) -> range:
        """Its months, 1 to 12."""
        return range(self.value * _MONTHS - _MONTHS + 1, self.value * _MONTHS + 1)

    def last_day(self, year: int) -> date:
        """The last day of the quarter."""
        after = (
            date(year + 1, 1, 1) if self is Quarter.FOURTH else date(year, self.months[-1] + 1, 1)
        )
        return after - timedelta(days=1)

    def due_on(self, year: int) -> date:
        """The last day on which a report is in time."""
        return self.last_day(year) + timedelta(days=DAYS_TO_REPORT)


class QuarterState(StrEnum):
    """Where the report of a quarter stands on a day."""

    NOT_YET = "not_yet"
    OPEN = "open"
    MISSING = "missing"
    IN_TIME = "in_time"
    LATE = "late"

    @property
    def label(self) -> Text:
        """In both languages."""
        return STATE_LABELS[self]

    @property
    def is_reported(self) -> bool:
        """Whether there is a report."""
        return self in (QuarterState.IN_TIME, QuarterState.LATE)


STATE_LABELS = {
    QuarterState.NOT_YET: Text("belum berakhir", "not over yet"),
    QuarterState.OPEN: Text("dapat dilaporkan", "can be reported"),
    QuarterState.MISSING: Text("belum dilaporkan, terlambat", "not reported, overdue"),
    QuarterState.IN_TIME: Text("dilaporkan", "reported"),
    QuarterState.LATE: Text("dilaporkan terlambat", "reported late"),
}


def quarter_state(
    quarter: Quarter, year: int, *, reported_on: date | None, today: date
) -> QuarterState:
    """Where the report stands; `reported_on` is the day of the first report of the quarter."""
    if reported_on is not None:
        in_time = reported_on <= quarter.due_on(year)
        return QuarterState.IN_TIME if in_time else QuarterState.LATE
    if today <= quarter.last_day(year):
        return QuarterState.NOT_YET
    return QuarterState.OPEN if today <= quarter.due_on(year) else QuarterState.MISSING
