"""Tags and GAPs go on to a later budget with a person's yes, once, and can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from setara.domain.budget.allocation import AllocationCategory
from setara.domain.budget.carry_over import Match
from setara.domain.budget.pathway import PathwayState
from setara.domain.budget.phase import BudgetPhase
from setara.domain.budget.tagging.carried import Confirmation
from setara.domain.budget.tagging.checklist import Grade
from setara.domain.budget.tagging.conditions import InstitutionalWork
from setara.domain.budget.tagging.tag import Tag, TagScope
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.verdict import Refused
from setara.domain.language.text import Language
from setara.store.models import BudgetLineRecord, BudgetTagRecord, PathwayRecord
from setara.usecases.budget import carrying as verbs
from setara.usecases.budget.carrying_queries import CarryingAnswer, carrying
from setara.usecases.budget.tag_answers import TagFilter
from setara.usecases.budget.tag_bulk import tag_many, undo_tags
from setara.usecases.budget.tag_queries import tagging
from setara.usecases.budget.tagging_windows import open_tagging
from setara.usecases.budget.tags import TagDecision, set_tag
from setara.usecases.foundation.access import NotFound
from setara.usecases.foundation.agencies import found_agency, merge_agencies
from tests.events import count_of_events, last_event
from tests.makers import AT
from tests.usecases.budget.books import ANALYSED, HEALTH, book, take_in
from tests.world import World

TODAY = AT.date()
SKILLS = TagDecision(
    Tag(AllocationCategory.INSTITUTIONAL, TagScope.WHOLE, Grade.FULL, "Melatih aparatur"),
    work=InstitutionalWork.CAPACITY,
)
EQUALITY = TagDecision(
    Tag(AllocationCategory.EQUALITY, TagScope.WHOLE, Grade.HALF, "Menjawab kesenjangan")
)
POSYANDU = [*HEALTH[:2], "1.02.02.2.02.0010", "Pengelolaan Layanan Posyandu Balita"]
SCREENING = [*HEALTH[:2], "1.02.02.2.02.0011", "Penapisan kanker"]
RENAMED = [*HEALTH[:2], "1.02.02.2.02.0030", "Pengelolaan Layanan Posyandu dan Balita"]
REUSED = [*HEALTH[:2], "1.02.02.2.02.0011", "Pembangunan gudang"]


@pytest.fixture
def books(world: World) -> tuple[int, int]:
    """A book of 2026 and one of 2027 in which one code stayed, one moved, one was used anew."""
    before = take_in(
        world.planner,
        book(*([*row, "10", ""] for row in (ANALYSED, HEALTH, POSYANDU, SCREENING))),
        year=2026,
        phase=BudgetPhase.DPA,
    )
    after = take_in(
        world.planner,
        book(*([*row, "20", ""] for row in (ANALYSED, HEALTH, RENAMED, REUSED))),
        year=2027,
        phase=BudgetPhase.RKA,
        name="rka2027.csv",
    )
    return before, after


def line_of(version: int, code: str) -> int:
    return BudgetLineRecord.objects.get(version=version, code=code).pk


@pytest.fixture
def tags(world: World, books: tuple[int, int]) -> dict[str, int]:
    """The tags of the health office on the older book, by code."""
    before, _ = books
    ids = [line_of(before, row[2]) for row in (HEALTH, POSYANDU, SCREENING)]
    tag_many(by=world.colleague, at=AT, version_id=before, line_ids=frozenset(ids), decision=SKILLS)
    rows = BudgetTagRecord.objects.filter(line__version=before)
    return dict(rows.values_list("line__code", "pk"))


def seen(by: Actor, books: tuple[int, int]) -> CarryingAnswer:
    return carrying(by=by, before_id=books[0], after_id=books[1], today=TODAY)


def carry(by: Actor, books: tuple[int, int], chosen: dict[int, int], *confirmed: int) -> int:
    return verbs.carry_tags(
        by=by,
        at=AT,
        before_id=books[0],
        after_id=books[1],
        chosen=chosen,
        confirmed=frozenset(confirmed),
    )


def why(act: Callable[[], object]) -> str:
    with pytest.raises(Refused) as caught:
        act()
    return caught.value.reason.say(Language.INDONESIAN)


def test_each_tag_says_what_its_line_may_have_become(world: World, books, tags):
    found = {each.old.code: each for each in seen(world.colleague, books).tags}

    assert {code: each.match for code, each in found.items()} == {
        HEALTH[2]: Match.EXACT,
        POSYANDU[2]: Match.SIMILAR,
        SCREENING[2]: Match.SAME_CODE,
    }
    (offer,) = found[POSYANDU[2]].offers
    assert offer.successor.line.code == RENAMED[2]
    assert 0.75 < offer.successor.likeness < 1
    assert [each.text for each in offer.words if each.wording == "new"] == ["dan"]
    assert all(each.may_go for each in found.values())


def test_exact_ones_go_together_and_say_whence_and_who(world: World, books, tags):
    batch = carry(world.colleague, books, {tags[HEALTH[2]]: line_of(books[1], HEALTH[2])})

    record = BudgetTagRecord.objects.get(batch=batch)
    assert (record.carried_from_id, record.confirmation) == (
        tags[HEALTH[2]],
        Confirmation.TOGETHER,
    )
    assert record.reason == (
        f"Melatih aparatur (dibawa dari DPA 2026, {HEALTH[2]}, oleh {world.colleague.name})"
    )
    assert (record.grade, record.work) == (100, "capacity")
    event = last_event(world.colleague)
    assert event.name == "budget.tags.carried"
    assert event.detail["chosen"] == [[tags[HEALTH[2]], record.line_id]]


def test_any_other_needs_a_yes_of_its_own(world: World, books, tags):
    chosen = {tags[POSYANDU[2]]: line_of(books[1], RENAMED[2])}
    events = count_of_events(world.colleague)

    assert "seseorang harus melihat" in why(lambda: carry(world.colleague, books, chosen))
    assert count_of_events(world.colleague) == events
    carry(world.colleague, books, chosen, tags[POSYANDU[2]])
    record = BudgetTagRecord.objects.get(carried_from=tags[POSYANDU[2]])
    assert (record.line.code, record.confirmation) == (RENAMED[2], Confirmation.SINGLY)


def test_what_was_not_proposed_is_not_carried_even_with_a_yes(world: World, books, tags):
    chosen = {tags[HEALTH[2]]: line_of(books[1], REUSED[2])}

    assert "bukan salah satu usulan" in why(
        lambda: carry(world.colleague, books, chosen, tags[HEALTH[2]])
    )


def test_one_that_cannot_go_keeps_all_back(world: World, books, tags):
    chosen = {
        tags[HEALTH[2]]: line_of(books[1], HEALTH[2]),
        tags[POSYANDU[2]]: line_of(books[1], RENAMED[2]),
    }

    assert "1 dari 2" in why(lambda: carry(world.colleague, books, chosen))
    assert not BudgetTagRecord.objects.filter(line__version=books[1]).exists()


def test_nothing_is_carried_twice_and_undone_it_may_go_again(world: World, books, tags):
    chosen = {tags[HEALTH[2]]: line_of(books[1], HEALTH[2])}
    batch = carry(world.colleague, books, chosen)

    assert HEALTH[2] not in [each.old.code for each in seen(world.colleague, books).tags]
    with pytest.raises(NotFound):
        carry(world.colleague, books, chosen)
    undo_tags(by=world.colleague, at=AT, batch_id=batch)
    assert HEALTH[2] in [each.old.code for each in seen(world.colleague, books).tags]
    carry(world.colleague, books, chosen)


def test_a_line_with_a_tag_takes_no_other(world: World, books, tags):
    line = line_of(books[1], HEALTH[2])
    set_tag(by=world.colleague, at=AT, line_id=line, decision=SKILLS)

    (offer,) = next(
        each for each in seen(world.colleague, books).tags if each.old.code == HEALTH[2]
    ).offers
    assert not offer.may_go.allowed
    assert "Sudah bertanda" in why(lambda: carry(world.colleague, books, {tags[HEALTH[2]]: line}))


def test_two_tags_do_not_meet_on_one_line(world: World, books, tags):
    line = line_of(books[1], RENAMED[2])
    chosen = {tags[POSYANDU[2]]: line, tags[HEALTH[2]]: line}

    assert "baris yang sama" in why(lambda: carry(world.colleague, books, chosen))


def test_money_for_equality_waits_for_the_signed_gap_of_its_year(world: World, books):
    before, after = books
    tag = set_tag(by=world.author, at=AT, line_id=line_of(before, ANALYSED[2]), decision=EQUALITY)

    answer = seen(world.author, books)
    (resting,) = answer.tags
    assert resting.match is Match.EXACT
    assert not resting.may_go
    assert "memerlukan GAP" in why(
        lambda: carry(world.author, books, {tag: line_of(after, ANALYSED[2])})
    )


def test_a_gap_goes_on_as_a_draft_that_names_its_predecessor(world: World, books):
    (resting,) = seen(world.author, books).pathways
    # The GAP gives the sub kegiatan its full name, the books a short one.
    assert (resting.match, resting.state) == (Match.SAME_CODE, PathwayState.SIGNED)
    chosen = {resting.resting_id: resting.offers[0].line_id}

    def draft_it(*confirmed: int) -> None:
        verbs.carry_pathways(
            by=world.author,
            at=AT,
            before_id=books[0],
            after_id=books[1],
            chosen=chosen,
            confirmed=frozenset(confirmed),
        )

    assert "seseorang harus melihat" in why(draft_it)
    assert not PathwayRecord.objects.filter(year=2027).exists()
    draft_it(resting.resting_id)

    draft = PathwayRecord.objects.get(year=2027)
    old = PathwayRecord.objects.get(pk=resting.resting_id)
    assert (draft.state, draft.follows_id, draft.replaces_id) == (
        PathwayState.DRAFT,
        old.pk,
        None,
    )
    assert (draft.activity_code, draft.objective, draft.columns) == (
        ANALYSED[2],
        old.objective,
        old.columns,
    )
    assert old.state == PathwayState.SIGNED
    assert last_event(world.author).name == "budget.pathways.carried"
    assert seen(world.author, books).pathways == ()
    with pytest.raises(NotFound):
        draft_it(resting.resting_id)


def test_a_merged_agency_is_followed_with_a_yes(world: World, books, tags):
    heir = found_agency(
        by=world.secretary,
        at=AT,
        code="1.02.99",
        name="Dinas Kesehatan dan Keluarga Berencana",
        short_name="Dinkes KB",
        valid_from=date(2025, 1, 2),
    )
    old = BudgetLineRecord.objects.get(pk=line_of(books[0], HEALTH[2])).agency_id
    merge_agencies(
        by=world.secretary,
        at=AT,
        predecessor_ids=[old],
        successor_id=heir,
        happened_on=date(2027, 1, 4),
    )
    after = take_in(
        world.planner,
        book(["1.02.99", "Dinas Kesehatan dan Keluarga Berencana", *HEALTH[2:], "1", ""]),
        year=2028,
        phase=BudgetPhase.RKA,
        name="rka2028.csv",
    )

    found = {each.old.code: each for each in seen(world.colleague, (books[0], after)).tags}
    resting = found[HEALTH[2]]
    assert resting.match is Match.OTHER_AGENCY
    assert resting.offers[0].agency_name == "Dinkes KB"


def test_an_older_budget_is_no_place_to_carry_to(world: World, books, tags):
    assert "mendahului" in why(lambda: seen(world.colleague, books[::-1]))
    assert "berbeda" in why(lambda: seen(world.colleague, (books[0], books[0])))


def test_another_agencys_tags_and_another_governments_books(world: World, books, tags):
    chosen = {tags[HEALTH[2]]: line_of(books[1], HEALTH[2])}

    assert why(lambda: carry(world.author, books, chosen))
    assert why(lambda: carry(world.inspector, books, chosen))
    for act in (
        lambda: seen(world.stranger, books),
        lambda: carry(world.stranger, books, chosen),
        lambda: verbs.carry_pathways(
            by=world.stranger, at=AT, before_id=books[0], after_id=books[1], chosen=chosen
        ),
    ):
        with pytest.raises(NotFound):
            act()
    assert "paling sedikit satu" in why(lambda: carry(world.colleague, books, {}))


def test_outside_its_window_nothing_is_carried(world: World, books, tags):
    opens = TODAY + timedelta(days=10)
    open_tagging(
        by=world.secretary,
        at=AT,
        year=2027,
        phase=None,
        opens_on=opens,
        last_day=opens + timedelta(days=10),
        reason="Penandaan RKA",
    )
    chosen = {tags[HEALTH[2]]: line_of(books[1], HEALTH[2])}

    assert not seen(world.colleague, books).may_tag.allowed
    assert why(lambda: carry(world.colleague, books, chosen))
    assert not BudgetTagRecord.objects.filter(line__version=books[1]).exists()


def test_a_copy_is_told_from_one_that_was_looked_at(world: World, books, tags):
    chosen = {
        tags[HEALTH[2]]: line_of(books[1], HEALTH[2]),
        tags[POSYANDU[2]]: line_of(books[1], RENAMED[2]),
    }
    carry(world.colleague, books, chosen, tags[POSYANDU[2]])

    lines = tagging(
        by=world.chair, version_id=books[1], today=TODAY, only=TagFilter(tagged=True)
    ).lines
    found = {line.code: [each for each in line.findings if each.rule == "ARG-07"] for line in lines}
    assert found[RENAMED[2]] == []
    (copied,) = found[HEALTH[2]]
    assert "dibawa dari tahun sebelumnya" in copied.message.say(Language.INDONESIAN)
