"""A row of a book while it is being read: lines of many levels, one below the other."""

from __future__ import annotations

from dataclasses import dataclass, field

from setara.domain.budget.reading.level import Level
from setara.domain.budget.reading.line import NOBODY, AgencyRef, Amount, Line, in_sen


@dataclass(slots=True, eq=False)
class Node:
    """A row with what it says; `parent` is the row whose sum it is part of.

    `is_agency_wide` marks accounts that speak of the whole agency, not of one kegiatan.
    """

    row: int
    level: Level
    activity: str = ""
    account: str = ""
    name: str = ""
    amount: Amount | None = None
    before: Amount | None = None
    change: Amount | None = None
    realised: Amount | None = None
    cash_plan: Amount | None = None
    months: tuple[Amount | None, ...] = ()
    fund: str = ""
    location: str = ""
    agency: AgencyRef = NOBODY
    notes: list[str] = field(default_factory=list)
    parent: Node | None = None
    children: list[Node] = field(default_factory=list)
    is_agency_wide: bool = False

    @property
    def code(self) -> str:
        """Activity and account as one code."""
        return ".".join(part for part in (self.activity, self.account) if part)

    def below(self, parent: Node | None) -> None:
        """Make it part of `parent`."""
        self.parent = parent
        if parent is not None:
            parent.children.append(self)

    def line(self, year: str) -> Line:
        """The row as it is kept."""
        return Line(
            row=self.row,
            level=self.level,
            activity=self.activity,
            account=self.account,
            name=self.name,
            amount=_kept(self.amount),
            agency=self.agency,
            before=_kept(self.before),
            realised=_kept(self.realised),
            months=self.months,
            fund=self.fund,
            year=year,
            parent=self.parent.row if self.parent else 0,
            location=self.location,
        )


def _kept(amount: Amount | None) -> Amount | None:
    return None if amount is None else in_sen(amount)
