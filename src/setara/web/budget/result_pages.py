"""What the pages on results are given, with the figures drawn on them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from setara.domain.budget.outcome import Outcome, OutcomeVerdict
from setara.domain.budget.outcome_measure import Width
from setara.domain.budget.outcome_totals import VerdictTotal
from setara.domain.foundation.station import Station
from setara.domain.language.text import Text
from setara.usecases.budget.result_overview import ResultsAnswer
from setara.usecases.budget.result_parts import (
    DatumFollowed,
    IndicatorFollowed,
    QuarterAnswer,
    ResultAnswer,
)
from setara.web.budget.result_forms import QuarterForm

LEFT, RIGHT = 8, 312
TONES = {
    OutcomeVerdict.CLOSED: "good",
    OutcomeVerdict.NARROWED: "good",
    OutcomeVerdict.UNCHANGED: "open",
    OutcomeVerdict.WIDENED: "bad",
    OutcomeVerdict.UNKNOWN: "plain",
}
WHOLE = Decimal(100)


@dataclass(frozen=True, slots=True)
class Dumbbell:
    """Where women and men stand on a line at one period, in units of the drawing."""

    label: Text
    women: int
    men: int
    points: Decimal

    @property
    def middle(self) -> int:
        """Half-way between the two."""
        return (self.women + self.men) // 2


@dataclass(frozen=True, slots=True)
class DatumShown:
    """One disparity then and now, drawn where both are known."""

    found: DatumFollowed
    tone: str
    drawn: tuple[Dumbbell, ...]
    scale: Decimal

    @property
    def outcome(self) -> Outcome:
        """The verdict that counts."""
        return self.found.followed.result


@dataclass(frozen=True, slots=True)
class MoneyBar:
    """The money spent by the end of a quarter, as a part of the budget; `length` is 0 to 304."""

    quarter: QuarterAnswer
    length: int | None
    percent: Decimal | None


@dataclass(frozen=True, slots=True)
class IndicatorShown:
    """One indicator with its way to the target, 0 to 304; None where it cannot be drawn."""

    found: IndicatorFollowed
    tone: str
    length: int | None


@dataclass(frozen=True, slots=True)
class ResultPage:
    """The results of one GAP."""

    title: Text
    lead: Text
    answer: ResultAnswer
    headline: DatumShown | None
    others: tuple[DatumShown, ...]
    bars: tuple[MoneyBar, ...]
    indicators: tuple[IndicatorShown, ...]
    station: Station


@dataclass(frozen=True, slots=True)
class QuarterPage:
    """The form of one quarter."""

    title: Text
    answer: ResultAnswer
    quarter: QuarterAnswer
    form: QuarterForm
    station: Station
    refusal: Text | None = None


@dataclass(frozen=True, slots=True)
class RowShown:
    """One GAP in the list of a year."""

    answer: ResultAnswer
    headline: DatumShown | None
    tone: str


@dataclass(frozen=True, slots=True)
class VerdictShown:
    """The money of one verdict, with its part of all that was spent, 0 to 304."""

    found: VerdictTotal
    tone: str
    length: int


@dataclass(frozen=True, slots=True)
class Filter:
    """What of a year is asked for."""

    agency_id: int | None
    verdict: OutcomeVerdict | None
    only_overdue: bool

    @property
    def is_any(self) -> bool:
        """Whether anything is left out."""
        return self.agency_id is not None or self.verdict is not None or self.only_overdue


@dataclass(frozen=True, slots=True)
class ResultsPage:
    """The results of a year across the government."""

    title: Text
    lead: Text
    answer: ResultsAnswer
    rows: tuple[RowShown, ...]
    totals: tuple[VerdictShown, ...]
    only: Filter
    verdicts: tuple[OutcomeVerdict, ...]


def datum_shown(found: DatumFollowed) -> DatumShown:
    """One disparity with its drawing."""
    outcome = found.followed.result
    sides = [
        (each.period, width)
        for each, width in (
            (outcome.before, outcome.width_before),
            (outcome.after, outcome.width_after),
        )
        if each is not None and width is not None
    ]
    scale = _scale([width for _, width in sides])
    drawn = tuple(
        Dumbbell(
            _PERIOD.filled(period=period),
            _along(width.women, scale),
            _along(width.men, scale),
            width.points,
        )
        for period, width in sides
    )
    return DatumShown(found, TONES[outcome.verdict], drawn, scale)


def bars_of(answer: ResultAnswer) -> tuple[MoneyBar, ...]:
    """The quarters' money beside the budget of the year."""
    budget = answer.money.budget
    bars = []
    for quarter in answer.quarters:
        part = None
        if quarter.spent is not None and budget is not None and budget.amount > 0:
            part = Decimal(quarter.spent.amount) / budget.amount
        percent = None if part is None else (100 * part).quantize(Decimal("0.1"))
        bars.append(MoneyBar(quarter, _length(part), percent))
    return tuple(bars)


def indicator_shown(found: IndicatorFollowed) -> IndicatorShown:
    """One indicator with the way it went."""
    part = None if found.percent is None else found.percent / 100
    return IndicatorShown(found, TONES[found.outcome.verdict], _length(part))


def verdicts_shown(totals: tuple[VerdictTotal, ...]) -> tuple[VerdictShown, ...]:
    """The money by verdict, each beside the whole."""
    whole = sum(each.spent.amount for each in totals)
    return tuple(
        VerdictShown(
            each,
            TONES[each.verdict],
            _length(Decimal(each.spent.amount) / whole if whole else Decimal(0)) or 0,
        )
        for each in totals
    )


def _scale(widths: list[Width]) -> Decimal:
    """The end of the line: 100 for per cents and shares, the largest figure for averages."""
    largest = max((max(each.women, each.men) for each in widths), default=WHOLE)
    return max(WHOLE, largest) if all(_is_percent(each) for each in widths) else largest


def _is_percent(width: Width) -> bool:
    return width.kind.value != "relative"


def _along(value: Decimal, scale: Decimal) -> int:
    part = value / scale if scale else Decimal(0)
    return LEFT + round((RIGHT - LEFT) * min(max(part, Decimal(0)), Decimal(1)))


def _length(part: Decimal | None) -> int | None:
    if part is None:
        return None
    return round((RIGHT - LEFT) * min(max(part, Decimal(0)), Decimal(1)))


_PERIOD = Text("{period}", "{period}")
