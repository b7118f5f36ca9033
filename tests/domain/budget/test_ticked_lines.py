"""Lines of the budget pay for actions, and none is counted beyond its amount."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from setara.domain.budget.pathway import Action, Pathway, PathwayDraft, redrafted
from setara.domain.budget.ticked_lines import (
    NOTHING,
    BudgetedLine,
    TickedLine,
    allocated,
    may_tick,
    money_of,
)
from setara.domain.foundation.money import Rupiah, total

KEYS = ("5.1.02|atk|1", "5.1.02|atk|2", "5.2.03|gedung|1")


def line(key: str, amount: int) -> BudgetedLine:
    account, words, _ = key.split("|")
    return BudgetedLine(key, account, "", words, Rupiah(amount), 7)


def tick(key: str, wanted: int | None = None, amount: int = 10) -> TickedLine:
    account, words, _ = key.split("|")
    part = None if wanted is None else Rupiah(wanted)
    return TickedLine(key, account, "", words, 3, "RKA", Rupiah(amount), part)


MONEY = st.integers(0, 10**9)
BUDGET = st.dictionaries(st.sampled_from(KEYS), MONEY).map(
    lambda found: {key: line(key, amount) for key, amount in found.items()}
)
TICKS = st.lists(
    st.lists(
        st.tuples(st.sampled_from(KEYS), st.none() | MONEY).map(lambda pair: tick(*pair)),
        max_size=4,
    ),
    max_size=4,
)
ELSEWHERE = st.dictionaries(st.sampled_from(KEYS), MONEY.map(Rupiah))


@given(budget=BUDGET, ticks=TICKS, elsewhere=ELSEWHERE)
def test_no_line_is_counted_beyond_its_amount(budget, ticks, elsewhere):
    found = [each for lines in allocated(ticks, budget, "DPA", elsewhere) for each in lines]

    for key, each in budget.items():
        taken = total(one.taken for one in found if one.key == key)
        left = max(NOTHING, each.amount - elsewhere.get(key, NOTHING))
        assert taken <= left
    assert all(each.taken >= NOTHING for each in found)


@given(budget=BUDGET, ticks=TICKS, elsewhere=ELSEWHERE)
def test_every_tick_stays_and_says_what_became_of_it(budget, ticks, elsewhere):
    found = allocated(ticks, budget, "DPA", elsewhere)

    assert [[each.key for each in lines] for lines in found] == [
        [each.key for each in lines] for lines in ticks
    ]
    for each in (one for lines in found for one in lines):
        assert each.is_found is (each.key in budget)
        if each.is_found:
            assert (each.source, each.amount) == ("DPA", budget[each.key].amount)
        else:
            assert (each.source, each.taken) == ("RKA", NOTHING)


@given(budget=BUDGET, ticks=TICKS, elsewhere=ELSEWHERE)
def test_matching_twice_changes_nothing(budget, ticks, elsewhere):
    once = allocated(ticks, budget, "DPA", elsewhere)

    assert allocated(once, budget, "DPA", elsewhere) == once


@given(budget=BUDGET, later=BUDGET, ticks=TICKS)
def test_a_later_version_is_matched_as_if_it_had_been_the_first(budget, later, ticks):
    over = allocated(allocated(ticks, budget, "RKA", {}), later, "DPA", {})
    directly = allocated(ticks, later, "DPA", {})

    found = [[each for each in lines if each.is_found] for lines in over]
    assert found == [[each for each in lines if each.is_found] for lines in directly]


@given(amount=MONEY, others=MONEY, wanted=st.none() | st.integers(1, 10**9))
def test_what_may_be_ticked_is_taken_in_full(amount, others, wanted):
    one = line(KEYS[0], amount)
    part = None if wanted is None else Rupiah(wanted)

    if may_tick(one, part, Rupiah(others)):
        ((paid,),) = allocated([[tick(KEYS[0], wanted)]], {KEYS[0]: one}, "DPA",
                               {KEYS[0]: Rupiah(others)})  # fmt: skip
        assert paid.taken == (one.amount if part is None else part)
        assert not paid.is_cut


def test_a_part_of_nought_is_no_tick():
    assert not may_tick(line(KEYS[0], 10), Rupiah(0), NOTHING)
    assert not may_tick(line(KEYS[0], 10), Rupiah(-1), NOTHING)
    assert not may_tick(line(KEYS[0], 10), Rupiah(8), Rupiah(3))
    assert may_tick(line(KEYS[0], 10), Rupiah(7), Rupiah(3))


def test_the_money_of_an_action_is_that_of_its_lines():
    lines = (replace(tick(KEYS[0]), taken=Rupiah(4)), replace(tick(KEYS[1]), taken=Rupiah(5)))

    assert money_of(lines) == Rupiah(9)
    assert money_of((replace(lines[0], is_found=False, taken=NOTHING),)) is None
    assert Action(1, "a", amount=Rupiah(2)).paid_by(lines).amount == Rupiah(9)
    assert Action(1, "a", amount=Rupiah(2)).paid_by(()).amount == Rupiah(2)


PAID = (replace(tick(KEYS[0]), taken=Rupiah(4)),)
BEFORE = Pathway(
    1, 2026, "2.17.07.2.01.0015", "x",
    actions=(Action(1, "Jadwal sore"), Action(2, "Pojok anak").paid_by(PAID)),
)  # fmt: skip


def lines_after(**draft: object) -> dict[str, int]:
    after = redrafted(BEFORE, PathwayDraft(**draft))
    return {action.text: len(action.lines) for action in after.actions}


def test_a_form_that_knows_no_ticks_does_not_lose_them():
    kept = (Action(1, "Pojok anak"), Action(2, "Kuota"), Action(3, "Jadwal sore"))
    renamed = (Action(1, "Jadwal sore"), Action(2, "Pojok anak dan laktasi"))

    assert lines_after(actions=kept) == {"Pojok anak": 1, "Kuota": 0, "Jadwal sore": 0}
    assert lines_after(actions=renamed) == {"Jadwal sore": 0, "Pojok anak dan laktasi": 1}
    assert lines_after(actions=(Action(1, "Jadwal sore"),)) == {"Jadwal sore": 0}
    assert lines_after(objective="Baru") == {"Jadwal sore": 0, "Pojok anak": 1}


def test_the_lines_of_one_action_never_become_those_of_two():
    twice = (Action(1, "Pojok anak"), Action(2, "Pojok anak"))

    after = redrafted(BEFORE, PathwayDraft(actions=twice))

    assert sum(len(action.lines) for action in after.actions) == 1


def test_ticks_are_written_for_one_action_and_leave_the_others():
    assert lines_after(ticked={1: PAID}) == {"Jadwal sore": 1, "Pojok anak": 1}
    assert lines_after(ticked={2: ()}) == {"Jadwal sore": 0, "Pojok anak": 0}
    emptied = redrafted(BEFORE, PathwayDraft(ticked={2: ()}))
    assert emptied.actions[1].amount is None
