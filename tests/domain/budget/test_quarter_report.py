"""A quarter's report: when it is due, and what cannot stand in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from setara.domain.budget.pathway import Indicator, IndicatorLevel, Pathway, PathwayState
from setara.domain.budget.quarter import Quarter, QuarterState, quarter_state
from setara.domain.budget.quarter_report import (
    ActionReported,
    ActionState,
    IndicatorReported,
    QuarterReport,
    carried,
    flaws,
    may_report,
    total_of,
)
from setara.domain.foundation.money import Rupiah
from setara.domain.foundation.seat import SeatKind
from setara.domain.language.text import Language
from setara.domain.statistics.observation import Nothing, Value
from tests.domain.budget.examples import exemplar, sitting

NONE = Nothing.NOT_REPORTED
AFTER_MARCH = date(2026, 4, 1)
SIGNED: Pathway = replace(
    exemplar(),
    state=PathwayState.SIGNED,
    indicators=(
        Indicator(1, IndicatorLevel.OUTPUT, "peserta dilatih", "orang", Decimal(90)),
        Indicator(2, IndicatorLevel.OUTCOME, "pengurus perempuan", "%", Decimal(18), 1),
    ),
)


def told(key: int, women: Value, men: Value, total: Value = NONE, source: str = "Daftar hadir"):
    return QuarterReport(
        Quarter.FIRST, indicators=(IndicatorReported(key, women, men, total, source),)
    )


def wrong(report: QuarterReport, *, is_derived: bool = False) -> list[tuple[str, str]]:
    return [
        (each.field, each.reason.say(Language.INDONESIAN))
        for each in flaws(report, SIGNED, is_derived=is_derived)
    ]


def fields(report: QuarterReport, *, is_derived: bool = False) -> list[str]:
    return [field for field, _ in wrong(report, is_derived=is_derived)]


@pytest.mark.parametrize(
    ("reported_on", "today", "state"),
    [
        (None, date(2026, 3, 31), QuarterState.NOT_YET),
        (None, AFTER_MARCH, QuarterState.OPEN),
        (None, date(2026, 4, 15), QuarterState.OPEN),
        (None, date(2026, 4, 16), QuarterState.MISSING),
        (date(2026, 4, 15), date(2026, 9, 1), QuarterState.IN_TIME),
        (date(2026, 4, 16), date(2026, 9, 1), QuarterState.LATE),
    ],
)
def test_a_quarter_is_open_from_its_end_and_late_after_two_weeks(reported_on, today, state):
    assert quarter_state(Quarter.FIRST, 2026, reported_on=reported_on, today=today) is state


def test_the_year_has_four_ends():
    ends = [quarter.last_day(2026) for quarter in Quarter]

    assert ends == [date(2026, 3, 31), date(2026, 6, 30), date(2026, 9, 30), date(2026, 12, 31)]
    assert [month for quarter in Quarter for month in quarter.months] == list(range(1, 13))


@pytest.mark.parametrize("kind", list(SeatKind))
def test_only_the_author_reports_a_quarter_that_is_over(kind):
    seat = sitting(kind)
    verdict = may_report(SIGNED, Quarter.FIRST, seat, AFTER_MARCH)

    assert bool(verdict) == (kind is SeatKind.FOCAL_POINT)
    assert not may_report(SIGNED, Quarter.FIRST, seat, date(2026, 3, 31))


@pytest.mark.parametrize("state", [PathwayState.DRAFT, PathwayState.SUPERSEDED])
def test_only_a_signed_gap_is_reported_on(state):
    seat = sitting(SeatKind.FOCAL_POINT)

    assert not may_report(replace(SIGNED, state=state), Quarter.FIRST, seat, AFTER_MARCH)


def test_a_sound_report_has_no_flaw():
    report = QuarterReport(
        Quarter.FIRST,
        indicators=(
            IndicatorReported(1, Decimal(30), Decimal(40), Decimal(70), "Daftar hadir"),
            IndicatorReported(2, Nothing.NOT_APPLICABLE, NONE, NONE),
        ),
        actions=(ActionReported(1, ActionState.DROPPED, "digabung"),),
        spent=Rupiah(10_000_000),
        spent_source="SP2D sampai Maret",
    )

    assert fields(report) == []


def test_figures_stay_within_their_bounds():
    assert fields(told(2, Decimal("100.1"), Decimal(20))) == ["women_2"]
    assert fields(told(1, Decimal(-1), Decimal(20))) == ["women_1"]
    assert fields(told(1, Decimal(30), Decimal(40), Decimal(71))) == ["total_1"]
    assert "berjumlah 70" in wrong(told(1, Decimal(30), Decimal(40), Decimal(71)))[0][1]
    assert fields(told(2, Decimal(30), Decimal(40), Decimal(71))) == ["total_2"]
    assert fields(told(2, Decimal(30), Decimal(70), Decimal(100))) == []
    assert fields(told(2, Decimal(30), Decimal(40), Decimal(36))) == []


def test_a_figure_has_a_source_and_a_dropped_action_a_reason():
    assert fields(told(1, Decimal(0), NONE, source=" ")) == ["source_1"]
    assert fields(told(1, NONE, NONE, source="")) == []
    dropped = QuarterReport(Quarter.FIRST, actions=(ActionReported(1, ActionState.DROPPED),))
    assert fields(dropped) == ["reason_1"]


def test_money_that_a_book_has_is_not_typed_again():
    report = QuarterReport(Quarter.FIRST, spent=Rupiah(5), spent_source="SP2D")

    assert fields(report) == []
    assert fields(report, is_derived=True) == ["spent"]
    assert fields(replace(report, spent_source="")) == ["spent_source"]
    assert fields(replace(report, spent=Rupiah(-5))) == ["spent"]


def test_rows_that_the_gap_does_not_have_are_refused():
    assert "indikator 9" in wrong(told(9, Decimal(1), Decimal(1)))[0][1]
    action = QuarterReport(Quarter.FIRST, actions=(ActionReported(99, ActionState.DONE),))
    assert "aksi 99" in wrong(action)[0][1]


def test_a_total_is_added_up_only_of_people_and_never_from_one_sex():
    assert total_of(IndicatorReported(1, Decimal(3), Decimal(4), NONE), "orang") == Decimal(7)
    assert total_of(IndicatorReported(1, Decimal(3), Decimal(4), NONE), "%") is NONE
    assert total_of(IndicatorReported(1, Decimal(3), NONE, NONE), "orang") is NONE


def test_a_number_given_anew_in_a_revision_takes_over_no_report():
    written = exemplar()
    kept, other = written.indicators[0], written.indicators[-1]
    assert kept.key != other.key
    now = replace(written, indicators=(kept, replace(other, text="Sesuatu yang lain")))
    report = QuarterReport(
        Quarter.FIRST,
        indicators=tuple(
            IndicatorReported(each.key, Decimal(1), Decimal(2), Decimal(3))
            for each in written.indicators
        ),
        actions=tuple(ActionReported(each.key, ActionState.DONE) for each in written.actions),
    )

    seen = carried(report, written, now)

    assert [each.key for each in seen.indicators] == [kept.key]
    assert [each.key for each in seen.actions] == [each.key for each in written.actions]
    assert carried(report, written, written) == report
