"""Keys of lines: one each, the same in any file of the same lines."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from setara.domain.budget.tagging.parts import part_keys, part_name

NAMED = st.lists(
    st.tuples(st.sampled_from(["", "5.1.02.01", "5.2.03"]), st.sampled_from(["a", "a|2", "b c"]))
)


@given(NAMED)
def test_no_two_lines_have_one_key(lines):
    keys = list(part_keys(lines))

    assert len(set(keys)) == len(keys) == len(lines)


@given(NAMED, st.randoms())
def test_another_order_has_the_same_keys(lines, chance):
    mixed = list(lines)
    chance.shuffle(mixed)

    assert sorted(part_keys(mixed)) == sorted(part_keys(lines))


def test_blanks_and_capitals_do_not_change_a_key():
    assert list(part_keys([("5.1 ", "Kertas  HVS")])) == list(part_keys([("5.1", "kertas hvs ")]))


def test_a_key_is_read_as_account_and_words_and_a_twin_by_its_number():
    twins = list(part_keys([("5.1", "Kertas"), ("5.1", "Kertas"), ("", "Aula")]))

    assert [part_name(key) for key in twins] == ["5.1 kertas", "5.1 kertas (2)", "aula"]
