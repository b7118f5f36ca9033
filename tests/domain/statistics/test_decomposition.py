"""A difference comes apart into effects that make it up exactly, whichever side is first."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Language, same
from setara.domain.statistics.counted import counted
from setara.domain.statistics.decomposition import (
    MOST_FACTORS,
    Factor,
    Stratum,
    das_gupta,
    kitagawa,
    parts_shown,
)
from setara.domain.statistics.disparity import Undefined
from setara.domain.statistics.observation import Nothing
from tests.domain.statistics.casebook import cases, figure
from tests.domain.statistics.counting import part, parts

FIGURES = st.decimals(-1000, 1000, places=3)


def factor(name, first, second):
    return Factor(same(name), tuple(map(Decimal, first)), tuple(map(Decimal, second)))


def rounded_to(fraction, like):
    return (Decimal(fraction.numerator) / fraction.denominator).quantize(like)


@pytest.mark.parametrize("case", cases("statistics", "decompositions"))
def test_published_decompositions_come_out_to_the_last_printed_digit(case):
    found = das_gupta(
        [factor("x", [one], [two]) for one, two in zip(case["first"], case["second"], strict=True)]
    )

    total = figure(case["total"])
    assert rounded_to(found.total, total) == total
    for effect, size, percent in zip(found.effects, case["effects"], case["percent"], strict=True):
        assert rounded_to(effect.size, size) == size
        assert rounded_to(found.percent(effect), percent) == percent


@st.composite
def factors(draw):
    groups = draw(st.integers(1, 4))
    columns = st.lists(FIGURES, min_size=groups, max_size=groups)
    count = draw(st.integers(1, 4))
    return [factor("x", draw(columns), draw(columns)) for _ in range(count)]


@given(factors())
def test_the_effects_sum_exactly_to_the_difference(found):
    answer = das_gupta(found)

    rates = [
        sum(Fraction(each) for each in map(product_of, zip(*(side(f) for f in found), strict=True)))
        for side in (lambda f: f.first, lambda f: f.second)
    ]
    assert sum(effect.size for effect in answer.effects) == answer.total == rates[0] - rates[1]
    assert all(sum(effect.by_group) == effect.size for effect in answer.effects)


def product_of(values):
    result = Fraction(1)
    for value in values:
        result *= Fraction(value)
    return result


@given(factors())
def test_exchanging_the_populations_turns_every_effect_round(found):
    forth = das_gupta(found)
    back = das_gupta([Factor(f.name, f.second, f.first) for f in found])

    assert [-effect.size for effect in back.effects] == [effect.size for effect in forth.effects]


@given(factors())
def test_no_factor_is_favoured_by_its_place(found):
    forth, back = das_gupta(found), das_gupta(found[::-1])

    assert [e.size for e in back.effects] == [e.size for e in forth.effects][::-1]


@given(factors())
def test_a_factor_that_is_the_same_has_no_effect(found):
    still = [Factor(found[0].name, found[0].first, found[0].first), *found[1:]]

    assert das_gupta(still).effects[0].size == 0


@given(st.lists(st.tuples(parts(), parts()), min_size=1, max_size=6))
def test_kitagawa_gives_the_printed_formula_and_the_crude_difference(pairs):
    found = kitagawa(Stratum(same(str(i)), *pair) for i, pair in enumerate(pairs))

    rates = [[Fraction(side.cases) / Fraction(side.base) for side in pair] for pair in pairs]
    wholes = [sum(Fraction(pair[side].base) for pair in pairs) for side in (0, 1)]
    shares = [[Fraction(pair[s].base) / wholes[s] for s in (0, 1)] for pair in pairs]
    crude = [sum(Fraction(pair[s].cases) for pair in pairs) / wholes[s] for s in (0, 1)]
    rate_effect = sum((r[0] - r[1]) * (c[0] + c[1]) / 2 for r, c in zip(rates, shares, strict=True))
    assert found.total == crude[0] - crude[1]
    assert found.effects[0].size == rate_effect
    assert found.effects[1].size == found.total - rate_effect
    assert len(found.groups) == len(pairs)


def test_equal_rates_in_every_group_leave_only_the_make_up():
    young, old = (part(9, 10), part(81, 90)), (part(45, 90), part(5, 10))

    found = kitagawa([Stratum(same("muda"), *young), Stratum(same("tua"), *old)])

    assert found.effects[0].size == 0
    assert found.effects[1].size == found.total == Fraction(54 - 86, 100)


def test_a_group_without_people_leaves_it_undecomposed_by_name():
    nobody = counted(Sex.FEMALE, Decimal(0), Decimal(0))

    found = kitagawa([Stratum(same("usia 15–19"), nobody, part(3, 4))])

    assert "usia 15–19" in found.reason.say(Language.INDONESIAN)
    assert "perempuan nol" in found.reason.say(Language.INDONESIAN)
    missing = counted(Sex.MALE, Nothing.REFUSED, Decimal(2))
    assert isinstance(kitagawa([Stratum(same("x"), part(1, 2), missing)]), Undefined)


def test_no_groups_are_no_decomposition():
    assert "kelompok" in kitagawa([]).reason.say(Language.INDONESIAN)


def test_parts_of_no_difference_have_no_per_cent():
    found = das_gupta([factor("x", [2], [2])])

    assert "Tidak ada selisih" in found.percent(found.effects[0]).reason.say(Language.INDONESIAN)


def test_a_rate_that_is_no_product_comes_apart_too():
    found = das_gupta(
        [factor("a", [5], [3]), factor("b", [2], [4])], rate=lambda values: values[0] - values[1]
    )

    assert [effect.size for effect in found.effects] == [2, 2]


@pytest.mark.parametrize(
    "wrong",
    [
        [],
        [factor("a", [1], [2]), factor("b", [1, 2], [2, 3])],
        [factor("a", [1], [2])] * (MOST_FACTORS + 1),
    ],
)
def test_what_cannot_be_decomposed_is_refused(wrong):
    with pytest.raises(ValueError, match="cannot be decomposed"):
        das_gupta(wrong)


@given(st.lists(st.fractions(-100, 100), min_size=1, max_size=8), st.integers(0, 3))
def test_rounded_parts_sum_to_the_rounded_whole(fractions, places):
    shown = parts_shown(fractions, places)

    step = Decimal(1).scaleb(-places)
    whole = sum(fractions)
    half_up = (abs(whole) * 10**places + Fraction(1, 2)) // 1
    assert sum(shown) == Decimal(half_up).scaleb(-places) * (-1 if whole < 0 else 1)
    for part_, rounded in zip(fractions, shown, strict=True):
        assert abs(Fraction(rounded) - part_) < Fraction(step)


def test_what_is_printed_adds_up():
    found = das_gupta(
        [
            factor("kelahiran", ["84.90502"], ["51.78746"]),
            factor("usia subur", ["0.75756"], ["0.45919"]),
            factor("perempuan", ["0.51065"], ["0.52638"]),
        ]
    )

    assert found.shown(4) == (Decimal("10.4340"), Decimal("10.5609"), Decimal("-0.6670"))
    assert sum(found.shown(4)) == Decimal("20.3279")
