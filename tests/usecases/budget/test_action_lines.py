"""Actions of a GAP are paid by ticked lines of the budget, and follow it until they are signed."""

from __future__ import annotations

import pytest

from setara.domain.budget.pathway import Action, PathwayDraft
from setara.domain.budget.phase import BudgetPhase
from setara.domain.budget.ticked_lines import NOTHING
from setara.domain.foundation.actor import PUBLIC
from setara.domain.foundation.money import Rupiah
from setara.domain.foundation.verdict import Refused
from setara.domain.language.text import Language
from setara.store.models import PathwayRecord
from setara.usecases.budget import pathways as verbs
from setara.usecases.budget.action_lines import ActionLinesAnswer, action_lines, tick_lines
from setara.usecases.budget.register import current
from setara.usecases.foundation.access import NotFound
from tests.events import last_event
from tests.makers import AT
from tests.usecases.budget.books import ANALYSED, take_in
from tests.usecases.budget.test_tag_parts import PAPER, SALARIES, SPEAKERS, WAGES, detailed
from tests.world import World

TODAY = AT.date()
SIGNED = 1
TRAVEL = ["5.1.02.04.01.0003", "Belanja Perjalanan Dinas Dalam Kota"]
ATK = "5.1.02.01.01.0024|belanja alat tulis kantor|1"
HONOR = "5.1.02.02.01.0003|honorarium narasumber|1"
TRIPS = "5.1.02.04.01.0003|belanja perjalanan dinas dalam kota|1"


def budget(world: World, phase: BudgetPhase = BudgetPhase.DPA, **amounts: str | None) -> None:
    given = {"paper": "1000000", "speakers": "7000000", "travel": "4000000"} | amounts
    named = {"paper": PAPER, "speakers": SPEAKERS, "travel": TRAVEL}
    rows = [[*ANALYSED, *named[key], amount] for key, amount in given.items() if amount]
    content = detailed(*rows, [*SALARIES, *WAGES, "800000000"])
    name = f"{phase.value.lower()}.csv"
    take_in(world.planner, content, year=2026, phase=phase, name=name, accepts_warnings=True)


@pytest.fixture
def draft(world: World) -> int:
    budget(world)
    return verbs.revise_pathway(by=world.author, at=AT, pathway_id=SIGNED)


def seen(world: World, draft: int, key: int = 1) -> ActionLinesAnswer:
    return action_lines(by=world.author, pathway_id=draft, action_key=key, today=TODAY)


def tick(world: World, draft: int, key: int = 1, **given: object) -> None:
    facts = {"by": world.author, "edition": PathwayRecord.objects.get(pk=draft).edition} | given
    tick_lines(at=AT, pathway_id=draft, action_key=key, **facts)


def actions(draft: int) -> tuple[Action, ...]:
    return current(PathwayRecord.objects.get(pk=draft)).actions


def test_the_lines_of_the_sub_kegiatan_are_offered(world: World, draft: int):
    answer = seen(world, draft)

    assert [each.line.key for each in answer.lines] == [ATK, HONOR, TRIPS]
    assert answer.budget.amount == Rupiah(12_000_000)
    assert "dpa.csv" in answer.budget.source
    assert all(each.left == each.line.amount for each in answer.lines)


def test_ticked_money_becomes_the_actions_own(world: World, draft: int):
    tick(world, draft, wanted={ATK: None, HONOR: Rupiah(2_500_000)})

    action = actions(draft)[0]
    assert action.amount == Rupiah(3_500_000)
    assert [(line.key, line.taken.amount, line.row) for line in action.lines] == [
        (ATK, 1_000_000, 2),
        (HONOR, 2_500_000, 3),
    ]
    assert last_event(world.author).name == "budget.pathway.lines_ticked"
    tick(world, draft, wanted={})
    assert actions(draft)[0].amount is None


def test_a_line_is_not_counted_twice(world: World, draft: int):
    tick(world, draft, wanted={HONOR: Rupiah(5_000_000)})

    with pytest.raises(Refused) as caught:
        tick(world, draft, key=2, wanted={HONOR: None})

    assert "Rp2.000.000" in caught.value.reason.say(Language.INDONESIAN)
    tick(world, draft, key=2, wanted={HONOR: Rupiah(2_000_000)})
    other = next(each for each in seen(world, draft).lines if each.line.key == HONOR)
    assert (other.others, other.other_actions) == (Rupiah(2_000_000), (2,))


def test_another_gap_on_the_same_sub_kegiatan_counts_too(world: World, draft: int):
    tick(world, draft, wanted={HONOR: Rupiah(5_000_000)})
    first = PathwayRecord.objects.get(pk=draft)
    first.replaces = None
    first.save()
    second = verbs.revise_pathway(by=world.author, at=AT, pathway_id=SIGNED)

    with pytest.raises(Refused):
        tick(world, second, wanted={HONOR: Rupiah(3_000_000)})
    tick(world, second, wanted={HONOR: Rupiah(2_000_000)})


def test_a_revision_is_no_other_gap(world: World, draft: int):
    tick(world, draft, wanted={HONOR: None})
    verbs.sign_pathway(by=world.author, at=AT, pathway_id=draft)

    again = verbs.revise_pathway(by=world.author, at=AT, pathway_id=draft)

    assert actions(again)[0].amount == Rupiah(7_000_000)
    tick(world, again, wanted={HONOR: None, ATK: None})


def test_a_later_budget_is_matched_by_account_and_words(world: World, draft: int):
    tick(world, draft, wanted={ATK: None, TRIPS: None, HONOR: Rupiah(6_000_000)})

    budget(world, BudgetPhase.DPPA, paper="1500000", travel=None, speakers="4000000")

    answer = seen(world, draft)
    assert answer.action.amount == Rupiah(1_500_000 + 4_000_000)
    assert [line.key for line in answer.gone] == [TRIPS]
    assert answer.gone[0].taken == NOTHING
    cut = next(line for line in answer.action.lines if line.key == HONOR)
    assert cut.is_cut
    assert all("dppa.csv" in line.source for line in answer.action.lines if line.is_found)


def test_a_signature_keeps_the_lines_and_is_told_of_the_change(world: World, draft: int):
    tick(world, draft, wanted={ATK: None, TRIPS: None})
    verbs.sign_pathway(by=world.author, at=AT, pathway_id=draft)
    frozen = actions(draft)

    budget(world, BudgetPhase.DPPA, paper="1500000", travel=None)

    assert actions(draft) == frozen
    answer = seen(world, draft)
    assert answer.action.amount == Rupiah(5_000_000)
    assert answer.is_moved
    assert answer.today.amount == Rupiah(1_500_000)
    assert [line.key for line in answer.gone] == [TRIPS]


def test_a_form_that_knows_no_ticks_leaves_them(world: World, draft: int):
    tick(world, draft, wanted={ATK: None})
    texts = [Action(each.key, each.text, each.answers) for each in actions(draft)]

    verbs.save_pathway(
        by=world.author,
        at=AT,
        pathway_id=draft,
        edition=2,
        draft=PathwayDraft(actions=tuple(texts)),
    )

    assert actions(draft)[0].amount == Rupiah(1_000_000)


def test_a_budget_without_lines_offers_none(world: World):
    draft = verbs.revise_pathway(by=world.author, at=AT, pathway_id=SIGNED)

    answer = seen(world, draft)

    assert (answer.budget, answer.lines) == (None, ())
    with pytest.raises(Refused):
        tick(world, draft, wanted={ATK: None})


@pytest.mark.parametrize(
    "given",
    [
        {"wanted": {"5.1|yang tidak ada|1": None}},
        {"wanted": {ATK: Rupiah(0)}},
        {"wanted": {ATK: Rupiah(-5)}},
        {"wanted": {ATK: Rupiah(1_000_001)}},
        {"wanted": {ATK: None}, "edition": 9},
    ],
)
def test_what_cannot_be_ticked_is_refused(world: World, draft: int, given):
    with pytest.raises(Refused):
        tick(world, draft, **given)
    assert actions(draft)[0].lines == ()


def test_an_action_that_is_not_there_is_not_found(world: World, draft: int):
    with pytest.raises(NotFound):
        seen(world, draft, key=99)
    with pytest.raises(NotFound):
        tick(world, draft, key=99, wanted={ATK: None})


@pytest.mark.parametrize("name", ["colleague", "planner", "inspector", "chair", "secretary"])
def test_only_its_own_agency_ticks(world: World, draft: int, name):
    with pytest.raises(Refused):
        tick(world, draft, by=getattr(world, name), wanted={ATK: None})


def test_a_signed_gap_is_not_ticked_and_a_stranger_finds_none(world: World, draft: int):
    with pytest.raises(Refused):
        tick(world, SIGNED, wanted={ATK: None})
    with pytest.raises(NotFound):
        tick(world, draft, by=world.stranger, wanted={ATK: None})
    with pytest.raises(NotFound):
        action_lines(by=world.stranger, pathway_id=draft, action_key=1, today=TODAY)
    with pytest.raises(Refused):
        action_lines(by=PUBLIC, pathway_id=draft, action_key=1, today=TODAY)
