"""Days a driver has, windows along the calendar, and what is corrected most often."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from setara.domain.budget.phase import BudgetPhase
from setara.domain.budget.review.hints import hints_from
from setara.domain.budget.review.lateness import NORM, waiting, working_days
from setara.domain.budget.review.windows import (
    Mark,
    ReviewWindow,
    WindowKind,
    kinds_for,
    may_lengthen,
    may_set,
    may_submit_on,
    proposals,
)
from setara.domain.foundation.verdict import Verdict
from setara.domain.language.text import Language

DAYS = st.dates(date(2024, 1, 1), date(2027, 12, 31))
FRIDAY = date(2025, 8, 29)
AUGUST = ReviewWindow(2026, WindowKind.SUBMISSION, date(2025, 8, 1), date(2025, 9, 1))
SEPTEMBER = ReviewWindow(2026, WindowKind.REVIEW, date(2025, 9, 1), date(2025, 10, 1))
SUBMISSION = (WindowKind.SUBMISSION,)


def says(verdict: Verdict) -> str:
    assert verdict.reason is not None
    return verdict.reason.say(Language.INDONESIAN)


@given(DAYS, DAYS)
def test_working_days_are_counted_one_by_one(since, today):
    counted = (since + timedelta(days=n) for n in range(1, (today - since).days + 1))

    assert working_days(since, today) == sum(day.weekday() < 5 for day in counted)


def test_a_weekend_is_nobodys_delay():
    assert working_days(FRIDAY, FRIDAY + timedelta(days=2)) == 0
    on_time = waiting(FRIDAY, FRIDAY + timedelta(days=7))
    assert (on_time.days, on_time.worked, on_time.is_late) == (7, NORM, False)
    late = waiting(FRIDAY, FRIDAY + timedelta(days=10))
    assert late.late_by == 1
    assert "lewat 1 hari kerja dari 5" in late.sentence.say(Language.INDONESIAN)


def test_the_window_makes_late_too():
    found = waiting(FRIDAY, FRIDAY + timedelta(days=3), last_day=FRIDAY)

    assert found.is_late
    assert "jendela reviu lewat 3 hari" in found.sentence.say(Language.INDONESIAN)


def test_proposals_lie_in_the_year_before_and_say_how_well_they_are_known():
    found = {each.window.kind: each for each in proposals(2027)}

    assert set(found) == set(WindowKind)
    assert found[WindowKind.REVIEW].window.last_day == date(2026, 9, 30)
    assert found[WindowKind.REVIEW].mark is Mark.QUOTED
    assert found[WindowKind.CHANGE].window.opens_on == date(2027, 7, 1)


def test_where_no_window_was_set_one_submits_at_any_time():
    assert may_submit_on((), SUBMISSION, FRIDAY)
    assert may_submit_on((SEPTEMBER,), SUBMISSION, date(2026, 1, 1))


def test_outside_its_window_a_gbs_is_refused_with_the_day_and_whom_to_ask():
    assert may_submit_on((AUGUST,), SUBMISSION, date(2025, 8, 31))
    early, late = (may_submit_on((AUGUST,), SUBMISSION, date(2025, m, 1)) for m in (7, 9))
    assert "dibuka pada 1 Agustus 2025" in says(early)
    assert "berakhir pada 31 Agustus 2025" in says(late)
    assert "Sekretariat Pokja PUG" in says(late)


def test_what_was_sent_back_may_come_again_as_long_as_it_is_reviewed():
    windows, day = (AUGUST, SEPTEMBER), date(2025, 9, 15)

    assert not may_submit_on(windows, kinds_for(BudgetPhase.RKA, comes_again=False), day)
    assert may_submit_on(windows, kinds_for(BudgetPhase.RKA, comes_again=True), day)
    assert kinds_for(BudgetPhase.DPPA, comes_again=True) == (WindowKind.CHANGE,)


@pytest.mark.parametrize(
    ("first", "last", "reason", "expected"),
    [
        (date(2025, 9, 2), date(2025, 9, 1), "SE", "mendahului hari pertama"),
        (date(2025, 6, 1), date(2025, 7, 1), "SE", "sudah lewat"),
        (date(2025, 9, 1), date(2025, 9, 9), " ", "Tulis alasannya"),
        (date(2025, 8, 20), date(2025, 9, 9), "SE", "Sudah ada jendela"),
    ],
)
def test_a_window_has_days_to_come_a_reason_and_meets_none_of_its_kind(
    first, last, reason, expected
):
    window = ReviewWindow(2026, WindowKind.SUBMISSION, first, last)

    verdict = may_set(window, (AUGUST,), reason=reason, today=date(2025, 7, 15))
    assert expected in says(verdict)
    assert may_set(SEPTEMBER, (AUGUST,), reason="SE", today=FRIDAY)


def test_a_window_is_made_longer_and_never_shorter():
    longer = may_lengthen(AUGUST, date(2025, 9, 9), (), because="Banjir", today=FRIDAY)
    shorter = may_lengthen(AUGUST, date(2025, 8, 9), (), because="x", today=FRIDAY)
    past = may_lengthen(AUGUST, date(2025, 9, 9), (), because="x", today=date(2025, 12, 1))

    assert longer
    assert "berakhir sesudah 31 Agustus" in says(shorter)
    assert "sudah lewat" in says(past)


def test_the_most_frequent_corrections_are_counted_by_return():
    returns = [{("baseline", "GAP-07"), ("baseline", "")}] * 3 + [
        {("baseline", "GAP-06")},
        {("data", "")},
        {("data", ""), ("actions", "")},
        *[{("line", "")}] * 3,
    ]

    first, second, third = hints_from(returns)

    assert (first.part, first.count, first.of, first.rule) == ("baseline", 4, 9, "GAP-07")
    assert "4 dari 9 pengembalian menyangkut kolom 8" in first.sentence.say(Language.INDONESIAN)
    assert (second.part, third.part) == ("line", "data")
    assert hints_from([{("data", "")}]) == ()
