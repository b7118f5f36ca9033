"""A thread keeps the order of its stations and names what is missing."""

from hypothesis import given
from hypothesis import strategies as st

from setara.domain.foundation.station import Station, StationKind
from setara.domain.language.text import Language, same
from setara.domain.reports.thread import MISSING, ThreadItem, thread

ITEMS = st.lists(
    st.builds(
        lambda kind, number: ThreadItem(Station(kind, number), same("x")),
        st.sampled_from(StationKind),
        st.integers(1, 9),
    )
)


@given(ITEMS)
def test_no_record_is_lost_and_the_order_is_that_of_the_thread(items):
    made = thread(1, same("Isu"), items)

    assert [stop.kind for stop in made.stops] == list(StationKind)
    placed = [item for stop in made.stops for item in stop.items]
    assert sorted(map(repr, placed)) == sorted(map(repr, items))


@given(ITEMS)
def test_a_station_is_broken_exactly_where_nothing_stands(items):
    made = thread(1, same("Isu"), items)
    present = {item.station.kind for item in items}

    assert {stop.kind for stop in made.breaks} == set(StationKind) - present
    assert made.is_whole == (present == set(StationKind))


def test_every_break_has_words_of_its_own():
    for language in Language:
        assert len({MISSING[kind].say(language) for kind in StationKind}) == len(StationKind)
