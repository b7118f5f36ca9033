"""Agencies are renamed, merged and split, and still answer for their past."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from setara.domain.foundation.agency import (
    Agency,
    AgencyName,
    Succession,
    SuccessionKind,
    answers_today,
    may_rename,
    may_succeed,
)
from setara.domain.foundation.period import Period
from setara.domain.language.text import Language

TODAY = date(2025, 6, 16)
OLD = AgencyName("Bappeda", "Bappeda", Period(date(2009, 1, 1), date(2017, 1, 3)))
NEW = AgencyName("Bappedalitbang", "Bappedalitbang", Period(date(2017, 1, 3)))
PLANNING = Agency("5.01", (NEW, OLD))


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2000, 1, 1), "Bappeda"),
        (date(2017, 1, 2), "Bappeda"),
        (date(2017, 1, 3), "Bappedalitbang"),
        (TODAY, "Bappedalitbang"),
    ],
)
def test_an_agency_is_called_what_it_was_called_then(day, name):
    assert PLANNING.name_on(day).name == name


def test_an_agency_without_a_name_is_an_error():
    with pytest.raises(ValueError, match="has no name"):
        Agency("9", ()).name_on(TODAY)


def test_a_new_name_follows_the_present_one():
    assert may_rename(PLANNING, name="Bapperida", on=TODAY)
    assert not may_rename(PLANNING, name="Bapperida", on=date(2017, 1, 3))
    assert not may_rename(PLANNING, name="  ", on=TODAY)
    assert not may_rename(Agency("5.01", (NEW,), TODAY), name="Bapperida", on=TODAY)


def test_work_follows_a_merger_and_then_a_split():
    merged = SuccessionKind.MERGED
    successions = [
        Succession(merged, date(2017, 1, 3), "A", "C"),
        Succession(merged, date(2017, 1, 3), "B", "C"),
        Succession(SuccessionKind.SPLIT, date(2021, 1, 4), "C", "D"),
        Succession(SuccessionKind.SPLIT, date(2021, 1, 4), "C", "E"),
        Succession(merged, date(2030, 1, 1), "D", "F"),
    ]

    assert answers_today("A", successions, TODAY) == {"D", "E"}
    assert answers_today("C", successions, date(2018, 1, 1)) == {"C"}
    assert answers_today("Z", successions, TODAY) == {"Z"}


@given(
    st.lists(
        st.builds(
            Succession,
            st.sampled_from(SuccessionKind),
            st.dates(date(2000, 1, 1), date(2030, 1, 1)),
            st.sampled_from("ABCDE"),
            st.sampled_from("ABCDE"),
        )
    )
)
def test_following_successions_always_ends(successions):
    heirs = answers_today("A", successions, TODAY)

    before_today = [each.predecessor for each in successions if each.on <= TODAY]
    assert not heirs & set(before_today)


def test_a_merger_needs_different_agencies_that_exist():
    merged = SuccessionKind.MERGED
    other = Agency("2.13", (NEW,))
    closed = Agency("3.01", (NEW,), date(2020, 1, 1))

    assert may_succeed(merged, [PLANNING], [other], TODAY)
    assert not may_succeed(merged, [PLANNING], [PLANNING], TODAY)
    assert not may_succeed(merged, [], [other], TODAY)
    assert not may_succeed(merged, [closed], [other], TODAY)
    assert not may_succeed(merged, [PLANNING], [closed], TODAY)


def test_an_agency_ends_once_even_where_its_end_lies_ahead():
    ending = Agency("5.01", (NEW,), date(2030, 1, 1))

    verdict = may_succeed(SuccessionKind.MERGED, [ending], [Agency("2.13", (NEW,))], TODAY)

    assert verdict.reason is not None
    assert "already closed on 1 January 2030" in verdict.reason.say(Language.ENGLISH)


def test_a_split_has_several_successors():
    split = SuccessionKind.SPLIT
    one, two = Agency("2.13", (NEW,)), Agency("2.14", (NEW,))

    assert not may_succeed(split, [PLANNING], [one], TODAY)
    assert not may_succeed(split, [PLANNING], [one, one], TODAY)
    assert may_succeed(split, [PLANNING], [one, two], TODAY)


def test_an_agency_existed_in_the_years_from_its_founding_to_its_closing():
    name = AgencyName("Dinas Pasar", "Dispasar", Period(date(2021, 6, 1)))
    closed = Agency("3.02", (name,), date(2024, 1, 1))

    assert [year for year in range(2019, 2027) if closed.existed_in(year)] == [2021, 2022, 2023]
