"""Windows of tagging: when tags may be set, and how windows are opened, extended and closed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from setara.domain.budget.phase import BudgetPhase
from setara.domain.budget.tagging.windows import (
    TaggingWindow,
    closed,
    is_open,
    may_close,
    may_extend,
    may_open,
    open_window,
)
from setara.domain.budget.window_days import day_after
from setara.domain.language.text import Language

RKA, DPA = BudgetPhase.RKA, BudgetPhase.DPA
MARCH = TaggingWindow(2026, date(2026, 3, 1), date(2026, 4, 1))
AUGUST = TaggingWindow(2026, date(2026, 8, 1), date(2026, 9, 1), RKA)
DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31))


def says(verdict):
    assert not verdict
    return verdict.reason.say(Language.INDONESIAN)


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (date(2026, 2, 28), "dibuka pada 1 Maret 2026"),
        (date(2026, 4, 1), "dibuka pada 1 Agustus 2026"),
        (date(2026, 9, 1), "ditutup sejak 1 September 2026"),
    ],
)
def test_outside_its_windows_tagging_says_when(day, told):
    assert told in says(is_open((MARCH, AUGUST), 2026, RKA, day))


def test_inside_a_window_and_in_a_year_without_one_tagging_is_open():
    assert is_open((MARCH, AUGUST), 2026, RKA, date(2026, 3, 31))
    assert is_open((MARCH, AUGUST), 2027, RKA, date(2026, 12, 1))


def test_a_window_of_one_phase_opens_no_other():
    assert is_open((MARCH, AUGUST), 2026, RKA, date(2026, 8, 1))
    assert "ditutup sejak 1 April" in says(is_open((MARCH, AUGUST), 2026, DPA, date(2026, 8, 1)))
    assert is_open((AUGUST,), 2026, DPA, date(2026, 12, 1))


def test_a_window_called_off_before_its_day_is_as_if_it_was_never_set():
    off = closed(AUGUST, date(2026, 7, 1))

    assert off.is_called_off
    for day in (date(2026, 7, 2), date(2026, 8, 1), date(2026, 12, 1)):
        assert is_open((off,), 2026, RKA, day)
    assert "ditutup sejak 1 April" in says(is_open((MARCH, off), 2026, RKA, date(2026, 12, 1)))
    assert "sudah ditutup" in says(may_close(off, because="x", today=date(2026, 7, 2)))
    longer = may_extend(off, date(2026, 9, 1), (), because="x", today=date(2026, 7, 2))
    assert "sudah ditutup" in says(longer)


@given(DAYS, DAYS, DAYS)
def test_a_window_is_open_on_its_days_and_no_others(first, last, day):
    window = TaggingWindow(2026, first, day_after(last))

    is_set = not window.is_called_off
    assert is_open((window,), 2026, DPA, day).allowed == (not is_set or first <= day <= last)
    assert (open_window((window,), 2026, DPA, day) == window) == (first <= day <= last)


@given(DAYS, st.integers(0, 90), DAYS)
def test_a_window_closed_today_is_not_open_today_or_later(first, days, today):
    window = TaggingWindow(2026, first, first + timedelta(days + 1))
    if not may_close(window, because="selesai", today=today):
        return

    shut = closed(window, today)
    assert shut.is_called_off == (today < first)
    if shut.is_called_off:
        return
    assert not is_open((shut,), 2026, DPA, today)
    assert not is_open((shut,), 2026, DPA, today + timedelta(days))


@pytest.mark.parametrize(
    ("window", "reason", "told"),
    [
        (TaggingWindow(2026, date(2026, 5, 2), date(2026, 5, 2)), "RKA", "mendahului"),
        (TaggingWindow(2026, date(2026, 1, 2), date(2026, 2, 1)), "RKA", "sudah lewat"),
        (TaggingWindow(2026, date(2026, 5, 1), date(2026, 6, 1)), " ", "alasannya"),
        (TaggingWindow(2026, date(2026, 3, 31), date(2026, 5, 1)), "RKA", "Perpanjang"),
    ],
)
def test_a_window_is_not_opened(window, reason, told):
    verdict = may_open(window, (MARCH, AUGUST), reason=reason, today=date(2026, 3, 1))

    assert told in says(verdict)


def test_windows_stand_side_by_side_and_for_different_phases():
    april = TaggingWindow(2026, date(2026, 4, 1), date(2026, 5, 1))
    march_of_rka = TaggingWindow(2026, date(2026, 3, 1), date(2026, 4, 1), RKA)

    for window in (april, march_of_rka):
        assert may_open(window, (MARCH,), reason="RKA", today=date(2026, 3, 1))


def test_an_extension_ends_later_than_a_window_that_still_runs():
    def extended(until, *, today=date(2026, 3, 15), because="banjir"):
        return may_extend(MARCH, until, (AUGUST,), because=because, today=today)

    assert extended(date(2026, 5, 1))
    assert "sesudah 31 Maret" in says(extended(date(2026, 4, 1)))
    assert "sudah ditutup" in says(extended(date(2026, 5, 1), today=date(2026, 4, 1)))
    assert "alasannya" in says(extended(date(2026, 5, 1), because=""))


def test_a_window_shut_on_the_day_it_opened_stays_shut():
    shut = closed(AUGUST, AUGUST.opens_on)

    assert not shut.is_called_off
    assert "ditutup sejak 1 Agustus" in says(is_open((shut,), 2026, RKA, AUGUST.opens_on))
