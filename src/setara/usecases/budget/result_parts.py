"""What the pages on results are told of one GAP: quarters, money, indicators, the disparity."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal

from setara.domain.budget.datum import Datum
from setara.domain.budget.outcome import Outcome, OutcomeVerdict
from setara.domain.budget.outcome_followed import Followed
from setara.domain.budget.pathway import Indicator, Pathway
from setara.domain.budget.quarter import Quarter, QuarterState
from setara.domain.budget.quarter_report import IndicatorReported, QuarterReport, total_of
from setara.domain.foundation.money import Rupiah
from setara.domain.foundation.verdict import Verdict
from setara.domain.language.text import Text
from setara.domain.statistics.observation import Value


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition of a report, with who wrote it and why it took the place of the one before."""

    number: int
    report: QuarterReport
    reported_by: str
    reported_at: datetime
    reason: str
    of_earlier_pathway: bool = False


@dataclass(frozen=True, slots=True)
class QuarterAnswer:
    """One quarter: its report, and the money spent by its end.

    `spent_from` says where the money stands: the realisation it is derived from, or the document
    it was typed from. `typed_instead` is money that was typed before a realisation came in and
    differs from it. `history` are the earlier editions, the latest first.
    """

    quarter: Quarter
    state: QuarterState
    may_report: Verdict
    current: Edition | None = None
    spent: Rupiah | None = None
    spent_from: Text | None = None
    is_derived: bool = False
    typed_instead: Rupiah | None = None
    history: tuple[Edition, ...] = ()

    @property
    def report(self) -> QuarterReport | None:
        """The report that counts."""
        return self.current.report if self.current else None


@dataclass(frozen=True, slots=True)
class MoneyAnswer:
    """Money of the budget and what was spent of it, by the latest quarter that says.

    `budget` is None where the sub kegiatan is not in the agency's latest budget.
    """

    budget: Rupiah | None
    budget_in: Text | None
    spent: Rupiah | None
    spent_by: Quarter | None

    @property
    def percent(self) -> Decimal | None:
        """The part of the budget that was spent, one decimal."""
        if self.spent is None or self.budget is None or self.budget.amount <= 0:
            return None
        return one_decimal(Decimal(100 * self.spent.amount) / self.budget.amount)


@dataclass(frozen=True, slots=True)
class DatumFollowed:
    """One row of column 2 and what became of it; `is_issue` for the issue's own disparity."""

    datum: Datum
    followed: Followed
    is_issue: bool = False


@dataclass(frozen=True, slots=True)
class IndicatorFollowed:
    """One indicator of column 9: where it started, its target, and what was reported.

    `reported` has one entry a quarter, None without a report; `latest` is the last with a figure.
    `reached` is the figure that stands beside the target, `percent` how much of the way from the
    baseline (or from nothing) it went. `outcome` compares women and men, then and now.
    """

    indicator: Indicator
    baseline: Decimal | None
    reported: tuple[IndicatorReported | None, ...]
    latest: IndicatorReported | None
    latest_quarter: Quarter | None
    reached: Decimal | None
    percent: Decimal | None
    outcome: Outcome

    @property
    def rows(self) -> tuple[tuple[IndicatorReported | None, Value | None], ...]:
        """Each quarter's report with both sexes together, as stated or added up."""
        return tuple(
            (each, total_of(each, self.indicator.unit) if each else None) for each in self.reported
        )


@dataclass(frozen=True, slots=True)
class ResultAnswer:
    """The results of one GAP."""

    pathway_id: int
    pathway: Pathway
    activity_code: str
    activity_name: str
    agency_id: int
    agency_name: str
    year: int
    issue_id: int
    issue_title: str
    quarters: tuple[QuarterAnswer, ...]
    money: MoneyAnswer
    data: tuple[DatumFollowed, ...]
    indicators: tuple[IndicatorFollowed, ...]
    statement_id: int | None
    stated: Rupiah | None
    is_approved: bool
    is_sample: bool

    @property
    def headline(self) -> DatumFollowed | None:
        """The issue's own disparity; else the first row of column 2 that can be followed."""
        followed = [each for each in self.data if each.followed.rows] or list(self.data)
        return next((each for each in self.data if each.is_issue), next(iter(followed), None))

    @property
    def verdict(self) -> OutcomeVerdict:
        """What became of that disparity."""
        found = self.headline
        return found.followed.result.verdict if found else OutcomeVerdict.UNKNOWN

    @property
    def reported(self) -> int:
        """How many quarters were reported."""
        return sum(each.state.is_reported for each in self.quarters)

    @property
    def missing(self) -> tuple[Quarter, ...]:
        """The quarters that are overdue."""
        return tuple(each.quarter for each in self.quarters if each.state is QuarterState.MISSING)


def one_decimal(value: Decimal) -> Decimal:
    """Half rounded up to one decimal."""
    return value.quantize(Decimal("0.1"), ROUND_HALF_UP)
