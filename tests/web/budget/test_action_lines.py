"""An action of a GAP as one line: the causes before it, its rupiah behind it, and back again."""

from __future__ import annotations

import pytest

from setara.domain.budget.pathway import Action, Pathway
from setara.domain.foundation.money import Rupiah
from setara.usecases.budget.columns import as_kept
from setara.web.budget.drafting import action_line, action_of


@pytest.mark.parametrize(
    ("line", "action"),
    [
        ("Jadwal sore", Action(1, "Jadwal sore")),
        ("1, 2: Jadwal sore", Action(1, "Jadwal sore", (1, 2))),
        ("Jadwal sore = Rp25.000.000", Action(1, "Jadwal sore", (), Rupiah(25_000_000))),
        ("1: Jadwal sore = Rp25.000.000", Action(1, "Jadwal sore", (1,), Rupiah(25_000_000))),
    ],
)
def test_a_line_says_an_action_and_is_written_so_again(line: str, action: Action):
    assert action_of(1, line) == action
    assert action_line(action) == line


@pytest.mark.parametrize(
    ("line", "amount"),
    [
        ("Latihan = 25000000", 25_000_000),
        ("Latihan =Rp 25,000,000", 25_000_000),
        ("Latihan = Rp25.000.000,00", 25_000_000),
        ("Latihan = Rp25.000.000,-", 25_000_000),
        ("Target IPG = tinggi", None),
        ("Latihan = Rp25.00", None),
        ("Latihan untuk 2 = dua kelompok", None),
    ],
)
def test_only_what_is_an_amount_is_taken_for_one(line: str, amount: int | None):
    found = action_of(1, line)

    assert found.amount == (None if amount is None else Rupiah(amount))
    assert found.text == (line if amount is None else "Latihan")


def test_the_money_of_actions_is_known_only_where_each_has_some():
    both = (Action(1, "a", amount=Rupiah(2)), Action(2, "b", amount=Rupiah(3)))
    one = (Action(1, "a", amount=Rupiah(2)), Action(2, "b"))

    def pathway(actions: tuple[Action, ...]) -> Pathway:
        return Pathway(1, 2026, "2.17.07.2.01.0015", "x", actions=actions)

    assert pathway(both).action_money == Rupiah(5)
    assert pathway(one).action_money is None
    assert pathway(()).action_money is None
    # What was kept before amounts were asked for stays as it was.
    assert as_kept(pathway(one))["actions"][1] == {"key": 2, "text": "b", "answers": []}
