"""Within a sub-activity nothing is lost between two versions, by line or by account."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from setara.domain.budget.differences import Change
from setara.domain.budget.line_differences import by_account, part_differences
from setara.domain.budget.tagging.parts import PartLine


def line(key: str, amount: int | Decimal, account: str = "5.1.02") -> PartLine:
    return PartLine(key, account, "Belanja", key, amount)


LINES = st.dictionaries(
    st.sampled_from("abcdefgh"), st.decimals(-(10**9), 10**9, places=2), max_size=8
).map(lambda known: [line(key, amount, f"5.{ord(key) % 3}") for key, amount in known.items()])


def test_lines_are_new_gone_changed_or_the_same():
    found = part_differences(
        [line("kertas", 10), line("tinta", 5), line("meja", 7)],
        [line("kursi", 3), line("kertas", 12), line("tinta", 5)],
    )

    assert [(each.shown.text, each.change, each.amount) for each in found] == [
        ("kursi", Change.NEW, 3),
        ("kertas", Change.CHANGED, 2),
        ("tinta", Change.SAME, 0),
        ("meja", Change.GONE, -7),
    ]


@given(LINES, LINES)
def test_the_differences_add_up_to_that_of_the_sums(before, after):
    found = part_differences(before, after)
    whole = sum(each.amount for each in after) - sum(each.amount for each in before)

    assert sum(each.amount for each in found) == whole
    assert sum(each.amount for each in by_account(found)) == whole
    assert sum(each.after for each in by_account(found)) == sum(each.amount for each in after)


@given(LINES, LINES)
def test_turned_round_what_was_new_is_gone(before, after):
    there, back = part_differences(before, after), part_differences(after, before)

    assert sorted(each.amount for each in there) == sorted(-each.amount for each in back)
    assert {each.shown.key for each in there if each.change is Change.NEW} == {
        each.shown.key for each in back if each.change is Change.GONE
    }
