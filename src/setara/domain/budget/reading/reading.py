"""What a budget file says: what it was recognised as, its lines, what was mended and doubted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from setara.domain.budget.reading.amounts import NumberStyle
from setara.domain.budget.reading.family import Family
from setara.domain.budget.reading.findings import ReadingFinding, Repair
from setara.domain.budget.reading.heading import ColumnRead
from setara.domain.budget.reading.level import Level
from setara.domain.budget.reading.line import AgencyRef, Amount, Line
from setara.domain.budget.severity import Severity
from setara.domain.language.text import Language, Text


class NotABudget(Exception):
    """The table is no budget; `reason` names the place and the remedy."""

    def __init__(self, reason: Text) -> None:
        super().__init__(reason.say(Language.ENGLISH))
        self.reason = reason


@dataclass(frozen=True, slots=True)
class LevelTotal:
    """How many lines or codes a level has and what they add up to, in rupiah."""

    level: Level
    count: int
    amount: Amount
    realised: Amount | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A sheet of a book made of several, and how many of the lines are its own."""

    sheet: str
    lines: int


@dataclass(frozen=True, slots=True)
class BudgetReading:
    """A budget file as read. Rows count from 1 as a spreadsheet does.

    `lines` are what the file itself has: in a flat table one for each row, in a book every level.
    `activities` are the lines budgets are decided by: sub kegiatan, or kegiatan in a file that has
    none. `amount` is the expenditure of the file. `accounts` are akun and kelompok with their
    amounts, as stated. `years` are all years a year column names. `parts` are the sheets of a book
    made of several, in the order of `lines`, whose rows are those of their sheet; else nothing.
    """

    family: Family
    heading_rows: tuple[int, ...]
    columns: tuple[ColumnRead, ...]
    styles: Mapping[str, NumberStyle]
    title: str
    region: str
    year: str
    years: tuple[str, ...]
    agencies: tuple[AgencyRef, ...]
    lines: Sequence[Line]
    activities: tuple[Line, ...]
    totals: tuple[LevelTotal, ...]
    accounts: Mapping[str, Amount]
    amount: Amount
    realised: Amount | None
    findings: tuple[ReadingFinding, ...]
    repairs: tuple[Repair, ...]
    names: Mapping[tuple[Level, str], str] = field(default_factory=dict)
    parts: tuple[Part, ...] = ()

    @property
    def agency(self) -> AgencyRef:
        """The agency of the whole file; nothing in it where the file has several or none."""
        return self.agencies[0] if len(self.agencies) == 1 else AgencyRef()

    @property
    def errors(self) -> tuple[ReadingFinding, ...]:
        """The findings that keep a book out of the records."""
        return tuple(each for each in self.findings if each.severity is Severity.ERROR)

    def with_repairs(
        self, repairs: tuple[Repair, ...], styles: Mapping[str, NumberStyle]
    ) -> BudgetReading:
        """The same with what was mended, in the order of rows, and how its numbers are written."""
        ordered = tuple(sorted(repairs, key=lambda each: each.row))
        return replace(
            self,
            repairs=ordered,
            styles=styles,
            findings=tuple(sorted(self.findings, key=lambda each: each.place)),
        )

    def total(self, level: Level) -> LevelTotal | None:
        """The total of one level, None where the file does not have it."""
        return next((each for each in self.totals if each.level is level), None)
