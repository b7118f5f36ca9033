"""The money of a tag: never more than the sub-activity has, and what is not there is named."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from setara.domain.budget.allocation import AllocationCategory
from setara.domain.budget.tagging.checklist import Grade
from setara.domain.budget.tagging.tag import WHOLE, Tag, TagScope, is_sound, tagged_money
from setara.domain.foundation.money import Rupiah, total

LINES = st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 10**12), min_size=1, max_size=6)


def tag(scope=TagScope.WHOLE, grade=Grade.FULL, lines=(), weight=WHOLE, reason="menjawab isu"):
    return Tag(AllocationCategory.EQUALITY, scope, grade, reason, frozenset(lines), Decimal(weight))


@given(LINES, st.sampled_from(Grade), st.data())
def test_tagged_money_lies_between_nothing_and_everything(lines, grade, data):
    whole = Rupiah(sum(lines.values()))
    chosen = data.draw(st.sets(st.sampled_from(sorted(lines))))
    weight = data.draw(st.integers(1, 99))
    for one in (
        tag(grade=grade),
        tag(TagScope.LINES, grade, chosen),
        tag(TagScope.WEIGHTED, grade, weight=weight),
    ):
        money = tagged_money(one, whole, lines)
        assert Rupiah(0) <= money.weighted <= money.gross <= whole


@given(LINES, st.data())
def test_two_halves_of_the_lines_make_the_whole(lines, data):
    chosen = data.draw(st.sets(st.sampled_from(sorted(lines))))
    rest = set(lines) - chosen

    halves = [
        tagged_money(tag(TagScope.LINES, lines=part), Rupiah(0), lines).gross
        for part in (chosen, rest)
    ]

    assert total(halves) == Rupiah(sum(lines.values()))


@pytest.mark.parametrize(
    ("amount", "grade", "weighted"),
    [(1000, Grade.QUARTER, 250), (2, Grade.QUARTER, 1), (1, Grade.QUARTER, 0), (3, Grade.HALF, 2)],
)
def test_half_a_rupiah_is_rounded_up(amount, grade, weighted):
    assert tagged_money(tag(grade=grade), Rupiah(amount), {}).weighted == Rupiah(weighted)


def test_a_weighted_tag_takes_its_part():
    money = tagged_money(tag(TagScope.WEIGHTED, weight="12.5"), Rupiah(1_000_001), {})

    assert money.gross == Rupiah(125_000)


@pytest.mark.parametrize(
    ("one", "says"),
    [
        (tag(reason="  "), "alasan"),
        (tag(TagScope.LINES), "paling sedikit satu"),
        (tag(TagScope.LINES, lines=["a", "x"]), "{lines} tidak ada"),
        (tag(TagScope.WEIGHTED, weight=0), "tidak mungkin"),
        (tag(TagScope.WEIGHTED, weight=100), "tidak mungkin"),
    ],
)
def test_an_unsound_tag_is_refused_with_its_reason(one, says):
    verdict = is_sound(one, {"a": 5})

    assert not verdict
    assert says in verdict.reason.id


@pytest.mark.parametrize(
    "one", [tag(), tag(TagScope.LINES, lines=["a"]), tag(TagScope.WEIGHTED, weight="0.1")]
)
def test_a_sound_tag_passes(one):
    assert is_sound(one, {"a": 5})
