"""Tagging is open in its windows, which the secretariat and the planning driver set and close."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from setara.domain.budget.phase import BudgetPhase
from setara.domain.foundation.actor import PUBLIC, Actor
from setara.domain.foundation.verdict import Refused
from setara.domain.language.text import Language
from setara.store.models import BudgetLineRecord, BudgetTagRecord, TaggingWindowRecord
from setara.usecases.budget import tag_bulk
from setara.usecases.budget import tags as verbs
from setara.usecases.budget.tag_answers import TagFilter
from setara.usecases.budget.tag_queries import line_tagging, tagging
from setara.usecases.budget.tagging_windows import (
    WindowsAnswer,
    close_tagging,
    extend_tagging,
    open_tagging,
    tagging_windows,
)
from setara.usecases.foundation.access import NotFound
from tests.events import last_event
from tests.makers import AT
from tests.usecases.budget.books import ANALYSED, book, take_in
from tests.usecases.budget.test_tags import SKILLS, why
from tests.world import World

TODAY = AT.date()
WEEK = timedelta(7)


@pytest.fixture
def line(world: World) -> BudgetLineRecord:
    """The analysed line in a book of its own."""
    content = book([*ANALYSED, "600.000.000", ""])
    version = take_in(world.planner, content, year=2026, phase=BudgetPhase.DPA)
    return BudgetLineRecord.objects.get(version_id=version)


def opened(by: Actor, first: date, last: date, *, phase: BudgetPhase | None = None) -> int:
    return open_tagging(
        by=by, at=AT, year=2026, phase=phase, opens_on=first, last_day=last, reason="RKA 2026"
    )


def tag(by: Actor, line: BudgetLineRecord) -> int:
    return verbs.set_tag(by=by, at=AT, line_id=line.pk, decision=SKILLS)


def windows(by: Actor, line: BudgetLineRecord) -> WindowsAnswer:
    return tagging_windows(by=by, version_id=line.version_id, today=TODAY)


def test_where_no_window_was_ever_set_tagging_is_open_and_says_so(world: World, line):
    state = windows(world.chair, line).state

    assert (state.verdict.allowed, state.is_set, state.window) == (True, False, None)
    assert tag(world.author, line)


def test_inside_a_window_tags_are_set_and_the_page_says_until_when(world: World, line):
    window = opened(world.secretary, TODAY, TODAY + WEEK)

    assert last_event(world.secretary).name == "budget.tagging.opened"
    state = windows(world.chair, line).state
    assert (state.window.window_id, state.window.last_day) == (window, TODAY + WEEK)
    assert (state.window.opened_by, state.window.reason) == (world.secretary.name, "RKA 2026")
    assert tag(world.author, line)


def test_every_command_on_tags_is_refused_once_the_window_is_closed(world: World, line):
    window = opened(world.planner, TODAY, TODAY + WEEK)
    chosen = {"version_id": line.version_id, "line_ids": frozenset({line.pk})}
    batch = tag_bulk.tag_many(by=world.author, at=AT, **chosen, decision=SKILLS)
    tag_id = BudgetTagRecord.objects.get().pk
    close_tagging(by=world.planner, at=AT, window_id=window, because="DPA ditetapkan")
    assert last_event(world.planner).name == "budget.tagging.closed"

    for act in (
        lambda: verbs.set_tag(
            by=world.author, at=AT, line_id=line.pk, decision=SKILLS, replacing=tag_id
        ),
        lambda: verbs.withdraw_tag(by=world.author, at=AT, tag_id=tag_id, because="keliru"),
        lambda: tag_bulk.tag_many(by=world.author, at=AT, **chosen, decision=SKILLS),
        lambda: tag_bulk.withdraw_many(by=world.author, at=AT, **chosen, because="keliru"),
        lambda: tag_bulk.undo_tags(by=world.author, at=AT, batch_id=batch),
    ):
        assert "ditutup sejak" in why(act)
    assert BudgetTagRecord.objects.get().withdrawn_at is None
    shown = tagging(
        by=world.author, version_id=line.version_id, today=TODAY, only=TagFilter(tagged=True)
    )
    assert "ditutup sejak" in shown.may_tag.reason.say(Language.INDONESIAN)
    assert not shown.lines[0].may_tag
    assert not line_tagging(by=world.author, line_id=line.pk, today=TODAY).line.may_tag


def test_a_window_of_another_phase_leaves_the_book_as_it_was(world: World, line):
    opened(world.secretary, TODAY + WEEK, TODAY + 2 * WEEK, phase=BudgetPhase.RKA)
    assert windows(world.chair, line).windows == ()
    assert tag(world.author, line)

    opened(world.secretary, TODAY + WEEK, TODAY + 2 * WEEK, phase=BudgetPhase.DPA)
    assert "dibuka pada" in why(lambda: tag(world.author, line))


def test_a_window_is_extended_for_a_reason_that_stays(world: World, line):
    window = opened(world.secretary, TODAY, TODAY)

    def extend(until: date, because: str = "banjir") -> None:
        extend_tagging(by=world.planner, at=AT, window_id=window, last_day=until, because=because)

    assert "sesudah" in why(lambda: extend(TODAY))
    assert "alasannya" in why(lambda: extend(TODAY + WEEK, " "))
    extend(TODAY + WEEK)

    (shown,) = windows(world.chair, line).windows
    assert (shown.last_day, shown.changed_by) == (TODAY + WEEK, world.planner.name)
    assert shown.change_reason == "banjir"
    assert last_event(world.planner).name == "budget.tagging.extended"


def test_two_windows_of_one_phase_never_overlap(world: World, line):
    opened(world.secretary, TODAY, TODAY + WEEK)

    assert "Perpanjang" in why(lambda: opened(world.secretary, TODAY + WEEK, TODAY + 2 * WEEK))
    opened(world.secretary, TODAY + WEEK + timedelta(1), TODAY + 2 * WEEK)
    assert TaggingWindowRecord.objects.count() == 2


def test_only_the_secretariat_and_the_planning_driver_run_the_windows(world: World, line):
    window = opened(world.secretary, TODAY, TODAY + WEEK)
    for by in (world.author, world.colleague, world.inspector, world.chair):
        for act in (
            lambda by=by: opened(by, TODAY + 2 * WEEK, TODAY + 3 * WEEK),
            lambda by=by: extend_tagging(
                by=by, at=AT, window_id=window, last_day=TODAY + 2 * WEEK, because="x"
            ),
            lambda by=by: close_tagging(by=by, at=AT, window_id=window, because="x"),
        ):
            with pytest.raises(Refused):
                act()
    for attempt in (
        lambda: windows(world.stranger, line),
        lambda: windows(PUBLIC, line),
        lambda: close_tagging(by=world.stranger, at=AT, window_id=window, because="x"),
        lambda: extend_tagging(
            by=world.stranger, at=AT, window_id=window, last_day=TODAY + 2 * WEEK, because="x"
        ),
    ):
        with pytest.raises((NotFound, Refused)):
            attempt()
    assert windows(world.chair, line).windows[0].last_day == TODAY + WEEK


def test_a_window_of_another_government_closes_nothing_here(world: World, line):
    opened(world.stranger, TODAY + WEEK, TODAY + 2 * WEEK)

    assert tag(world.author, line)


def test_a_window_called_off_shuts_nothing_and_one_shut_on_its_day_does(world: World, line):
    off = opened(world.planner, TODAY + WEEK, TODAY + 2 * WEEK)
    close_tagging(by=world.planner, at=AT, window_id=off, because="salah tahun")

    state = tagging_windows(by=world.chair, version_id=line.version_id, today=TODAY + WEEK).state
    assert (state.verdict.allowed, state.is_set) == (True, False)
    shut = opened(world.planner, TODAY, TODAY + WEEK)
    close_tagging(by=world.planner, at=AT, window_id=shut, because="selesai")
    assert "ditutup sejak" in windows(world.chair, line).state.verdict.reason.say(
        Language.INDONESIAN
    )
