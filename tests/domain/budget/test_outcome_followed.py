"""Which later figure a budget year is judged by."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from setara.domain.budget.outcome import OutcomeVerdict
from setara.domain.budget.outcome_followed import Followed, Timing, followed, timing_of
from setara.domain.budget.outcome_measure import Compared
from setara.domain.foundation.period import Period
from setara.domain.language.text import Language, same
from setara.domain.statistics.element import Measure, Polarity
from setara.domain.statistics.observation import Nothing, Value

YEAR = 2026


def rate(women: Value, men: Value, year: int) -> Compared:
    """Two per cents of a year."""
    return Compared(
        women, men, Period.year(year), Measure.RATE, Polarity.HIGHER_IS_BETTER, same("%")
    )


def of(*later: Compared) -> Followed:
    """What became of 50 and 80 per cent in 2024."""
    return followed(rate(Decimal(50), Decimal(80), 2024), later, YEAR)


def test_what_was_measured_before_the_money_was_spent_shows_nothing_of_it():
    found = of(rate(Decimal(79), Decimal(80), 2025))

    assert found.result.verdict is OutcomeVerdict.UNKNOWN
    assert "belum mencakup akhir tahun anggaran 2026" in found.result.reason.say(
        Language.INDONESIAN
    )
    assert [(row.timing, row.found.verdict) for row in found.rows] == [
        (Timing.BEFORE, OutcomeVerdict.CLOSED)
    ]


def test_the_first_figure_that_reaches_the_end_of_the_year_counts():
    found = of(
        rate(Decimal(79), Decimal(80), 2028),
        rate(Decimal(60), Decimal(80), 2026),
        rate(Decimal(40), Decimal(80), 2025),
    )

    assert found.result.verdict is OutcomeVerdict.NARROWED
    assert found.counted is not None
    assert found.counted.period == Period.year(2026)
    assert [row.period.valid_from.year for row in found.rows] == [2025, 2026, 2028]


def test_a_figure_that_cannot_be_judged_gives_way_to_the_next():
    found = of(
        rate(Nothing.REFUSED, Decimal(80), 2026),
        rate(Decimal(60), Decimal(80), 2027),
    )

    assert found.result.verdict is OutcomeVerdict.NARROWED
    alone = of(rate(Nothing.REFUSED, Decimal(80), 2026))
    assert alone.result.verdict is OutcomeVerdict.UNKNOWN
    assert "ditolak diberikan" in alone.result.reason.say(Language.INDONESIAN)


def test_an_earlier_figure_is_no_result():
    found = of(rate(Decimal(79), Decimal(80), 2023))

    assert found.rows == ()
    assert "belum mempunyai angka setelah 2024" in found.result.reason.say(Language.INDONESIAN)


def test_a_half_year_lies_within_the_budget_year():
    half = Period(date(2026, 1, 1), date(2026, 7, 1))

    assert timing_of(half, YEAR) is Timing.DURING
    assert timing_of(Period.year(2025), YEAR) is Timing.BEFORE
    assert timing_of(Period.year(2026), YEAR) is Timing.AFTER
