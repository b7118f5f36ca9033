"""Lines are ordered by how much they deserve a look; people decide, and the model follows them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from setara.domain.budget.phase import BudgetPhase
from setara.domain.budget.screening.decisions import LineState
from setara.domain.foundation.actor import PUBLIC, Actor
from setara.domain.foundation.verdict import Refused
from setara.domain.language.text import Language
from setara.store.learning import NotLearned
from setara.store.models import (
    BudgetLineRecord,
    BudgetTagRecord,
    DeclinedLineRecord,
    ScreeningModelRecord,
)
from setara.usecases.budget import learning, learning_again
from setara.usecases.budget.book_keeping import withdraw_book
from setara.usecases.budget.declining import decline_lines, take_back_declines
from setara.usecases.budget.learning_again import learn_everywhere, learn_now
from setara.usecases.budget.screening_queries import ScreeningAnswer, ScreeningFilter, screening
from setara.usecases.budget.tag_answers import TagFilter
from setara.usecases.budget.tag_bulk import tag_many, undo_tags, withdraw_many
from setara.usecases.budget.tag_queries import line_tagging, tagging
from setara.usecases.budget.tagging_windows import open_tagging
from setara.usecases.foundation.access import NotFound
from setara.usecases.foundation.actors import OPERATOR
from tests.events import last_event
from tests.makers import AT
from tests.store.learning.planted import planted
from tests.usecases.budget.books import ANALYSED, HEALTH, book, take_in
from tests.usecases.budget.decided import LATER, NEXT_DAY, SKILLS, decide
from tests.world import World

OFFICE = [*ANALYSED[:2], "2.17.01.2.02.0001", "Penyediaan Gaji dan Tunjangan ASN"]

TOMORROW = AT + timedelta(days=1)


@pytest.fixture
def version(world: World) -> int:
    """A book no model knows anything of: salaries, training, and a line of health."""
    return take_in(
        world.planner,
        book([*OFFICE, "900", ""], [*ANALYSED, "600", ""], [*HEALTH, "1.400", ""]),
    )


def seen(by: Actor, version_id: int, **asked: object) -> ScreeningAnswer:
    only = ScreeningFilter(**asked)
    return screening(by=by, version_id=version_id, today=NEXT_DAY, only=only)


def line_of(version_id: int, code: str) -> int:
    return BudgetLineRecord.objects.get(code=code, version_id=version_id).pk


def decline(by: Actor, version_id: int, *lines: int, because: str = "Belanja kantor") -> None:
    decline_lines(by=by, at=AT, version_id=version_id, line_ids=frozenset(lines), because=because)


def take_back(by: Actor, version_id: int, *declines: int) -> None:
    take_back_declines(by=by, at=AT, version_id=version_id, decline_ids=frozenset(declines))


def why(act: Callable[[], object]) -> str:
    with pytest.raises(Refused) as caught:
        act()
    return caught.value.reason.say(Language.INDONESIAN)


def test_the_rules_order_the_lines_and_the_silent_model_says_why(world: World, version: int):
    answer = seen(world.chair, version)

    # The practice government has an open gap in the field of the training.
    assert [line.code for line in answer.lines] == [ANALYSED[2], HEALTH[2], OFFICE[2]]
    assert [line.learned for line in answer.lines] == [None] * 3
    assert (answer.by_model, answer.open_lines, answer.worth_a_look) == (False, 3, 2)
    said = answer.learning.may_speak.reason.say(Language.INDONESIAN)
    assert "baru ada 0 nama" in said
    assert BudgetTagRecord.objects.count() == 0


def test_lines_are_asked_for_by_agency_reason_and_decision(world: World, version: int):
    health = line_of(version, HEALTH[2])
    decline(world.colleague, version, health)
    agency = BudgetLineRecord.objects.get(pk=health).agency_id

    assert [
        each.line_id for each in seen(world.chair, version, state=LineState.DECLINED).lines
    ] == [health]
    assert [
        each.line_id for each in seen(world.chair, version, agency_id=agency, state=None).lines
    ] == [health]
    assert [
        each.code for each in seen(world.chair, version, reason="mothers", state=None).lines
    ] == [HEALTH[2]]
    assert seen(world.chair, version, reason="mothers").count == 0
    assert [each.code for each in seen(world.chair, version, reason="people").lines] == [
        ANALYSED[2]
    ]
    assert seen(world.chair, version, page=9).page == 1


def test_what_was_declined_says_who_and_why_and_is_taken_back(world: World, version: int):
    office = line_of(version, OFFICE[2])
    decline(world.author, version, office)
    assert last_event(world.author).name == "budget.lines.declined"
    (line,) = seen(world.chair, version, state=LineState.DECLINED).lines
    assert (line.decided.reason, line.decided.set_by) == ("Belanja kantor", world.author.name)
    assert seen(world.author, version).last.decline_ids == (line.decline_id,)
    assert seen(world.colleague, version).last is None
    assert (
        line_tagging(by=world.chair, line_id=office, today=NEXT_DAY).decline.decline_id
        == line.decline_id
    )

    take_back(world.author, version, line.decline_id)

    assert last_event(world.author).name == "budget.declines.taken_back"
    assert seen(world.chair, version).open_lines == 3
    assert "Orang lain" in why(lambda: take_back(world.author, version, line.decline_id))
    decline(world.author, version, office)
    assert DeclinedLineRecord.objects.count() == 2


def test_a_line_is_decided_once_and_not_without_a_reason(world: World, version: int):
    office, training = line_of(version, OFFICE[2]), line_of(version, ANALYSED[2])
    assert "Tulis mengapa" in why(lambda: decline(world.author, version, office, because=" "))
    assert "paling sedikit satu" in why(lambda: decline(world.author, version))
    decline(world.author, version, office)

    told = why(lambda: decline(world.author, version, office, training))

    assert "Sudah diputuskan: 2.17.01.2.02.0001." in told
    assert DeclinedLineRecord.objects.count() == 1


def test_a_file_whose_lines_were_decided_on_stays(world: World, version: int):
    office = line_of(version, OFFICE[2])
    decline(world.author, version, office)
    book_id = BudgetLineRecord.objects.get(pk=office).book_id

    told = why(lambda: withdraw_book(by=world.planner, at=AT, book_id=book_id, reason="Keliru"))

    assert OFFICE[2] in told


def test_a_tag_is_the_later_word(world: World, version: int):
    training = line_of(version, ANALYSED[2])
    decline(world.author, version, training)

    tag_many(
        by=world.author,
        at=AT,
        version_id=version,
        line_ids=frozenset([training]),
        decision=SKILLS,
    )

    assert DeclinedLineRecord.objects.get().withdrawn_at == AT
    assert [each.line_id for each in seen(world.chair, version, state=LineState.TAGGED).lines] == [
        training
    ]
    assert "Sudah diputuskan" in why(lambda: decline(world.author, version, training))


def test_tags_set_again_are_the_later_word_too(world: World, version: int):
    training = frozenset([line_of(version, ANALYSED[2])])
    shared = {"by": world.author, "at": AT, "version_id": version, "line_ids": training}
    tag_many(**shared, decision=SKILLS)
    batch = withdraw_many(**shared, because="Keliru")
    decline(world.author, version, *training)

    undo_tags(by=world.author, at=AT, batch_id=batch)

    assert DeclinedLineRecord.objects.get().withdrawn_at == AT
    assert seen(world.chair, version, state=LineState.TAGGED).count == 1


def test_a_longer_book_costs_no_more_questions(world: World):
    books = decide(world)

    assert asked_of(world.chair, books.decided) == asked_of(world.chair, books.later)


def asked_of(by: Actor, version_id: int) -> int:
    with CaptureQueriesContext(connection) as asked:
        seen(by, version_id, state=None)
    return len(asked)


def test_only_who_may_tag_may_decline(world: World, version: int):
    office = line_of(version, OFFICE[2])
    decline(world.author, version, office)
    declined = DeclinedLineRecord.objects.get().pk
    for by in (world.colleague, world.planner, world.inspector, world.chair, world.secretary):
        with pytest.raises(Refused):
            decline(by, version, line_of(version, ANALYSED[2]))
        with pytest.raises(Refused):
            take_back(by, version, declined)
    for act in (
        lambda: decline(world.stranger, version, office),
        lambda: take_back(world.stranger, version, declined),
        lambda: seen(world.stranger, version),
        lambda: decline(PUBLIC, version, office),
        lambda: take_back(world.author, version, declined + 1),
    ):
        with pytest.raises((NotFound, Refused)):
            act()
    assert DeclinedLineRecord.objects.get().withdrawn_at is None


def test_the_model_learns_what_the_rules_do_not_know_and_says_which_words(world: World):
    books = decide(world)
    learn(world, books.later)

    answer = seen(world.chair, books.later)

    names = [line.name for line in answer.lines]
    market, road, women = (names.index(name) for _, name in LATER)
    assert answer.by_model
    assert market < road
    told = answer.lines[market].learned
    assert told.asks
    assert {"Pasar", "Rakyat"} & {each.word for each in told.reasons.words_for}
    # No rule speaks of markets, and the model never met women: each knows what the other does not.
    assert not answer.lines[market].screened.is_worth_a_look
    assert answer.lines[women].screened.is_worth_a_look
    assert seen(world.chair, books.later, by_model=False).lines[0].name == LATER[2][1]
    alone = seen(world.chair, books.later, reason="hanya-model")
    assert LATER[0][1] in {line.name for line in alone.lines}
    assert BudgetTagRecord.objects.filter(line__version=books.later).count() == 0


def test_the_quality_is_of_lines_the_model_had_not_seen(world: World):
    books = decide(world)
    learn(world, books.later)
    answer = seen(world.chair, books.later)
    by_model, by_rules = answer.learning.by_model, answer.learning.by_rules

    assert by_model.lines == by_rules.lines == len(planted())
    assert by_model.ranking > by_model.chance + 0.2
    assert by_model.ranking > by_rules.ranking
    # Had it judged what it learned, every answer but the planted mistakes would be right.
    assert by_model.right < by_model.tagged
    assert answer.learning.count.together == len(planted())


def test_what_was_decided_the_year_before_is_told(world: World):
    books = decide(world)

    earlier = {line.name: line.earlier for line in seen(world.chair, books.later).lines}

    assert earlier[LATER[0][1]] is None
    again = earlier[planted()[0].name]
    assert (again.year, again.stage.phase) == (2026, BudgetPhase.DPA)


def test_the_decisions_of_a_day_are_learned_the_day_after(world: World):
    books = decide(world)

    answer = screening(
        by=world.chair, version_id=books.later, today=AT.date(), only=ScreeningFilter()
    )

    assert answer.learning.model is None
    assert answer.learning.until < AT.date()


def test_another_governments_decisions_teach_nothing(world: World):
    decide(world)

    assert learning.past_decisions(world.stranger) == ()


def learn(world: World, version_id: int) -> None:
    learn_now(by=world.author, at=TOMORROW, version_id=version_id)


def test_a_model_is_kept_and_told_to_be_older_when_decisions_follow(
    world: World, monkeypatch: pytest.MonkeyPatch
):
    books = decide(world)
    before = seen(world.chair, books.later).learning
    assert (before.model, before.waits) == (None, True)
    assert "belum dilatih" in before.may_speak.reason.say(Language.INDONESIAN)
    learn(world, books.later)
    today = seen(world.chair, books.later)
    assert not today.learning.waits
    kept = ScreeningModelRecord.objects.get()
    assert kept.learned["model"]["start"] == today.learning.model.start
    monkeypatch.setattr(learning_again, "learned_apart", broken)
    learn(world, books.later)  # Nothing new: nothing is learned.

    taken = BudgetTagRecord.objects.filter(withdrawn_at__isnull=True).first()
    withdraw_many(
        by=world.author,
        at=TOMORROW,
        version_id=books.decided,
        line_ids=frozenset([taken.line_id]),
        because="Keliru",
    )
    after = screening(
        by=world.chair,
        version_id=books.later,
        today=NEXT_DAY + timedelta(days=1),
        only=ScreeningFilter(),
    ).learning

    assert after.waits
    assert after.model is today.learning.model
    assert (after.until, after.count) == (AT.date(), today.learning.count)


def test_the_night_learns_for_whose_decisions_changed(world: World):
    books = decide(world)

    first = learn_everywhere(by=OPERATOR, at=TOMORROW)
    again = learn_everywhere(by=OPERATOR, at=TOMORROW)

    assert (first.learned, first.unchanged, first.failed) == (1, 0, 0)
    assert (again.learned, again.unchanged, again.failed) == (0, 1, 0)
    assert first.silent == again.silent >= 1
    assert seen(world.chair, books.later).by_model
    with pytest.raises(Refused):
        learn_everywhere(by=world.chair, at=TOMORROW)


def test_only_who_may_tag_asks_for_a_learning(world: World, version: int):
    for by in (world.planner, world.chair, world.inspector):
        with pytest.raises(Refused):
            learn_now(by=by, at=TOMORROW, version_id=version)
    with pytest.raises(NotFound):
        learn_now(by=world.stranger, at=TOMORROW, version_id=version)
    assert "baru ada 0 nama" in why(lambda: learn(world, version))


def broken(*_: object) -> None:
    message = "no module named sklearn"
    raise NotLearned(message)


def test_a_learning_that_breaks_down_leaves_the_rules(
    world: World, monkeypatch: pytest.MonkeyPatch
):
    books = decide(world)
    monkeypatch.setattr(learning_again, "learned_apart", broken)

    assert "gagal dilatih" in why(lambda: learn(world, books.later))
    assert learn_everywhere(by=OPERATOR, at=TOMORROW).failed == 1
    answer = seen(world.chair, books.later)

    assert not answer.learning.may_speak.allowed
    assert answer.lines[0].name == LATER[2][1]


def test_lines_are_declined_in_the_windows_of_tagging_only(world: World, version: int):
    office, training = line_of(version, OFFICE[2]), line_of(version, ANALYSED[2])
    decline(world.author, version, office)
    declined = DeclinedLineRecord.objects.get().pk
    open_tagging(
        by=world.secretary,
        at=AT,
        year=seen(world.chair, version).book.year,
        phase=None,
        opens_on=NEXT_DAY,
        last_day=NEXT_DAY,
        reason="Surat edaran",
    )

    assert why(lambda: decline(world.author, version, training))
    assert why(lambda: take_back(world.author, version, declined))
    assert seen(world.author, version).may_decide
    shut = screening(by=world.author, version_id=version, today=AT.date(), only=ScreeningFilter())
    assert not shut.may_decide
    assert not any(line.may_decide for line in shut.lines)
    take_back_declines(
        by=world.author, at=TOMORROW, version_id=version, decline_ids=frozenset([declined])
    )


def test_the_list_of_tagging_tells_what_was_declined(world: World, version: int):
    decline(world.author, version, line_of(version, OFFICE[2]))

    answer = tagging(by=world.chair, version_id=version, today=NEXT_DAY, only=TagFilter())

    assert {line.code: line.declined_because for line in answer.lines} == {
        OFFICE[2]: "Belanja kantor",
        ANALYSED[2]: "",
        HEALTH[2]: "",
    }
