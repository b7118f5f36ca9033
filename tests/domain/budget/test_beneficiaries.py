"""Beneficiaries by sex: sums, shares, money shared out to the rupiah, and what matches a need."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from setara.domain.budget.beneficiaries.cost import (
    NO_DIRECT,
    Basis,
    DirectCosts,
    cost_each,
    fits,
    in_rupiah,
    split_by_sex,
)
from setara.domain.budget.beneficiaries.headcount import Headcount, Unit, is_sound
from setara.domain.budget.beneficiaries.need import (
    Need,
    Representation,
    Standing,
    representation,
    unit_of,
)
from setara.domain.budget.beneficiaries.need_reading import representation_reading
from setara.domain.budget.beneficiaries.progress import falls, progress, up_to
from setara.domain.budget.beneficiaries.totals import by_unit
from setara.domain.foundation.money import Rupiah
from setara.domain.foundation.sex import Sex
from setara.domain.foundation.share import Share
from setara.domain.language.text import Language, Text, same
from setara.domain.statistics.amount import rounded
from setara.domain.statistics.disparity import Undefined
from setara.domain.statistics.observation import Nothing, Value
from tests.domain.statistics.casebook import CASES, cases_in

ON = date(2026, 11, 24)
PEOPLE = Text("orang", "persons")
HEADS = st.integers(0, 10**6)
MONEY = st.integers(0, 10**13).map(Rupiah)
CASES_HERE = cases_in(CASES / "budget" / "beneficiaries.toml")


def heads(women: int | Nothing, men: int | Nothing, stated: int | None = None) -> Headcount:
    return Headcount(_value(women), _value(men), stated)


def _value(figure: int | Nothing) -> Value:
    return figure if isinstance(figure, Nothing) else Decimal(figure)


def need(women: object, men: object, **more: object) -> Need:
    return Need(Decimal(str(women)), Decimal(str(men)), PEOPLE, **more)


def beside(count: Headcount, those: Need, unit: Unit = Unit.PERSON) -> Representation:
    found = representation(count, unit, those, on=ON)
    assert isinstance(found, Representation)
    return found


def why(undefined: object) -> str:
    assert isinstance(undefined, Undefined)
    return undefined.reason.say(Language.INDONESIAN)


@pytest.mark.parametrize("case", CASES_HERE, ids=lambda case: case["name"])
def test_published_statements_are_taken_as_their_sums_allow(case):
    count = heads(case["women"], case["men"], case.get("stated"))

    assert bool(is_sound(count)) is case["sound"]
    if "percent" in case:
        shares = (count.share(sex) for sex in (Sex.MALE, Sex.FEMALE))
        ours = [str(share.percent(1)) for share in shares if isinstance(share, Share)]
        assert (ours == case["percent"]) is case["agrees"]


@given(HEADS, HEADS, st.none() | HEADS)
def test_a_stated_total_stands_only_where_it_is_the_sum(women: int, men: int, stated: int | None):
    count = heads(women, men, stated)

    assert bool(is_sound(count)) is (stated in (None, women + men))
    assert count.total == women + men
    assert count.without_sex == 0


@pytest.mark.parametrize("figure", [Decimal("-1"), Decimal("1.5"), Decimal(10**10)])
def test_beneficiaries_are_whole_and_not_negative(figure: Decimal):
    assert not is_sound(Headcount(figure, Decimal(3)))


def test_an_unknown_sex_is_never_worked_out():
    count = heads(30, Nothing.NOT_REPORTED, 50)

    assert is_sound(count)
    assert count.total == 50
    assert (count.is_split, count.without_sex) == (False, 20)
    assert "belum dilaporkan" in why(count.share(Sex.FEMALE))
    assert "belum dilaporkan" in why(split_by_sex(Rupiah(100), count))
    assert not is_sound(heads(60, Nothing.NOT_REPORTED, 50))
    assert not is_sound(heads(Nothing.NOT_REPORTED, Nothing.NOT_REPORTED))
    assert is_sound(heads(Nothing.NOT_REPORTED, Nothing.NOT_REPORTED, 50))


def test_who_cannot_be_a_beneficiary_adds_nobody():
    pregnant = heads(40, Nothing.NOT_APPLICABLE)

    assert pregnant.total == 40
    share = pregnant.share(Sex.FEMALE)
    assert isinstance(share, Share)
    assert share.percent() == 100
    assert "ditolak" in why(heads(40, Nothing.REFUSED).total)
    assert (
        "tidak ada angka"
        in why(heads(Nothing.NOT_APPLICABLE, Nothing.NOT_APPLICABLE).total).lower()
    )


@given(HEADS, HEADS)
def test_shares_lie_between_nothing_and_all_and_make_the_whole(women: int, men: int):
    count = heads(women, men)
    shares = [count.share(sex) for sex in Sex]
    if women + men == 0:
        assert all(isinstance(share, Undefined) for share in shares)
        return
    fractions = [share.fraction for share in shares if isinstance(share, Share)]
    assert all(0 <= each <= 1 for each in fractions)
    assert abs(sum(fractions, Decimal(0)) - 1) < Decimal("1e-25")


@given(MONEY, HEADS, HEADS, st.integers(0, 100), st.integers(0, 100))
def test_money_by_sex_makes_the_whole_to_the_rupiah(
    amount: Rupiah, women: int, men: int, for_women: int, for_men: int
):
    assume(women + men and for_women + for_men <= 100)
    direct = DirectCosts(
        Rupiah(amount.amount * for_women // 100 if women else 0),
        Rupiah(amount.amount * for_men // 100 if men else 0),
    )
    count = heads(women, men)
    assert fits(direct, amount, count)
    found = split_by_sex(amount, count, direct)

    assert not isinstance(found, Undefined)
    assert found.women.money + found.men.money == amount
    assert found.women.money >= Rupiah(0)
    assert found.men.money >= Rupiah(0)
    spent = sum(
        (
            each.each * figure
            for each, figure in ((found.women, women), (found.men, men))
            if isinstance(each.each, Decimal)
        ),
        Decimal(0),
    )
    assert abs(spent - amount.amount) < Decimal("1e-9")


@given(MONEY, st.integers(1, 10**6), st.integers(1, 10**6))
def test_shared_out_by_heads_a_woman_and_a_man_cost_the_same(amount: Rupiah, women: int, men: int):
    count = heads(women, men)
    found = split_by_sex(amount, count)

    assert not isinstance(found, Undefined)
    assert found.basis is Basis.BY_HEADS
    assert found.women.each == found.men.each == cost_each(amount, count)


@given(st.integers(1, 10**9), st.integers(1, 10**4), st.integers(1, 10**4), st.integers(2, 50))
def test_scaling_money_or_people_scales_the_cost_and_leaves_the_shares(
    amount: int, women: int, men: int, factor: int
):
    once, many = heads(women, men), heads(women * factor, men * factor)
    cost = cost_each(Rupiah(amount), once)
    assert isinstance(cost, Decimal)
    dear = cost_each(Rupiah(amount * factor), once)
    same_again = cost_each(Rupiah(amount * factor), many)

    assert isinstance(dear, Decimal)
    assert rounded(dear, 9) == rounded(cost * factor, 9)
    assert same_again == cost
    before, after = once.share(Sex.FEMALE), many.share(Sex.FEMALE)
    assert isinstance(before, Share)
    assert isinstance(after, Share)
    assert before.fraction == after.fraction


def test_only_recorded_money_parts_the_cost_of_a_woman_from_a_mans():
    count, amount = heads(60, 40), Rupiah(100_000_000)
    found = split_by_sex(amount, count, DirectCosts(Rupiah(12_000_000), Rupiah(0)))

    assert not isinstance(found, Undefined)
    assert found.basis is Basis.PARTLY_RECORDED
    assert (found.women.recorded, found.women.attributed) == (
        Rupiah(12_000_000),
        Rupiah(52_800_000),
    )
    assert found.women.each == Decimal(12_000_000) / 60 + Decimal(88_000_000) / 100
    assert found.men.each == Decimal(880_000)
    whole = split_by_sex(amount, count, DirectCosts(Rupiah(70_000_000), Rupiah(30_000_000)))
    assert not isinstance(whole, Undefined)
    assert (whole.basis, whole.men.each) == (Basis.RECORDED, Decimal(750_000))


def test_direct_costs_that_cannot_be_are_refused():
    count, amount = heads(60, 0), Rupiah(100)

    assert not fits(DirectCosts(Rupiah(80), Rupiah(30)), amount, count)
    assert not fits(DirectCosts(Rupiah(-1), Rupiah(0)), amount, count)
    assert not fits(DirectCosts(Rupiah(0), Rupiah(1)), amount, count)
    assert fits(DirectCosts(Rupiah(0), Rupiah(1)), amount, None)
    assert fits(NO_DIRECT, amount, count)


def test_nobody_reached_has_no_cost_and_says_so():
    assert "Tidak ada penerima" in why(cost_each(Rupiah(5), heads(0, 0)))
    assert in_rupiah(cost_each(Rupiah(5), heads(1, 1))) == Rupiah(3)


def test_the_published_shares_stand_beside_a_need():
    found = beside(heads(321, 179), need(500, 500))

    assert found.reached.percent(1) == Decimal("64.2")
    assert found.ratio == Decimal("1.284")
    assert found.difference == Decimal("14.2")
    assert found.standing is Standing.MEN_SHORT
    # 71 more men in the place of women make 250 and 250; on top, 142 more make 321 and 321.
    assert found.matching is not None
    assert (found.matching.sex, found.matching.in_place, found.matching.added) == (
        Sex.MALE,
        71,
        142,
    )


@given(*4 * [st.integers(0, 10**5)])
def test_the_number_more_is_the_fewest_that_matches(women: int, men: int, poor: int, poor_men: int):
    assume(women + men and poor + poor_men)
    found = beside(heads(women, men), need(poor, poor_men))
    if found.matching is None:
        assert found.standing is Standing.MATCHED
        return
    is_women = found.matching.sex is Sex.FEMALE
    have, theirs = (women, poor) if is_women else (men, poor_men)
    all_of_us, all_in_need = women + men, poor + poor_men
    more, added = found.matching.in_place, found.matching.added
    assert have + more <= all_of_us
    assert (have + more) * all_in_need >= theirs * all_of_us
    assert (have + more - 1) * all_in_need < theirs * all_of_us
    if added is None:
        assert theirs == all_in_need
        return
    assert (have + added) * all_in_need >= theirs * (all_of_us + added)
    assert (have + added - 1) * all_in_need < theirs * (all_of_us + added - 1)


@given(*4 * [st.integers(0, 10**4)], st.integers(2, 30))
def test_the_comparison_is_of_shares_and_not_of_sizes(
    women: int, men: int, poor: int, poor_men: int, factor: int
):
    assume(women + men and poor + poor_men)
    once = beside(heads(women, men), need(poor, poor_men))
    again = beside(heads(women, men), need(poor * factor, poor_men * factor))

    assert (once.ratio, once.difference, once.standing, once.matching) == (
        again.ratio,
        again.difference,
        again.standing,
        again.matching,
    )


@given(*4 * [st.integers(0, 10**4)])
def test_exchanging_the_sexes_turns_the_gap_around(women: int, men: int, poor: int, poor_men: int):
    assume(women + men and poor + poor_men)
    once = beside(heads(women, men), need(poor, poor_men))
    turned = beside(heads(men, women), need(poor_men, poor))

    assert abs(once.difference + turned.difference) < Decimal("1e-20")


def test_a_survey_brings_its_interval_and_leaves_open_what_chance_could_make():
    found = beside(heads(46, 54), need(50_000, 50_000, is_sample=True, respondents=100))
    sure = beside(heads(46, 54), need(50_000, 50_000))

    assert (found.standing, found.matching) == (Standing.UNDECIDED, None)
    assert sure.standing is Standing.WOMEN_SHORT
    assert sure.limits is None
    # Wilson for 50 of 100: 0.4038 to 0.5962 (Newcombe 1998, the same formula).
    assert isinstance(found.limits, tuple)
    lower, upper = found.limits
    assert upper is not None
    assert (rounded(lower, 2), rounded(upper, 2)) == (Decimal("0.77"), Decimal("1.14"))
    unsaid = beside(heads(46, 54), need(50_000, 50_000, is_sample=True))
    assert "respondennya tidak diketahui" in why(unsaid.limits)


def test_what_lies_in_the_band_of_parity_is_in_line():
    assert beside(heads(98, 102), need(1, 1)).standing is Standing.MATCHED
    assert beside(heads(96, 104), need(1, 1)).standing is Standing.WOMEN_SHORT


def test_households_do_not_stand_beside_persons():
    found = representation(heads(6, 54), Unit.HOUSEHOLD, need(1, 1), on=ON)

    assert "tidak dapat dibandingkan" in why(found)
    assert [unit_of(same(word)) for word in ("Rumah tangga", "kelompok", "jiwa")] == [
        Unit.HOUSEHOLD,
        Unit.GROUP,
        Unit.PERSON,
    ]


def test_a_need_of_nobody_compares_with_nothing():
    found = representation(heads(6, 54), Unit.PERSON, need(0, 0), on=ON)
    unknown = Need(Nothing.REFUSED, Decimal(3), PEOPLE)

    assert "Tidak ada yang membutuhkan" in why(found)
    assert "ditolak" in why(representation(heads(6, 54), Unit.PERSON, unknown, on=ON))
    assert "Tidak ada perempuan" in why(beside(heads(6, 54), need(0, 9)).ratio)


def test_plan_and_reached_are_set_sex_by_sex():
    found = progress(heads(40, 60), heads(50, Nothing.NOT_REPORTED, 90))

    assert isinstance(found.women, Share)
    assert isinstance(found.total, Share)
    assert [each.percent(0) for each in (found.women, found.total)] == [Decimal(125), Decimal(90)]
    assert "belum ada" in why(found.men)
    assert "Tidak ada yang direncanakan" in why(progress(heads(0, 1), heads(1, 1)).women)


def test_a_figure_up_to_a_later_month_that_falls_is_seen():
    series = [(6, heads(30, 30)), (3, heads(20, 20)), (9, heads(25, 30)), (12, heads(40, 40))]

    assert falls(series) == (9,)
    assert up_to(3).say(Language.INDONESIAN) == "s.d. Maret (triwulan I)"
    assert up_to(5).say(Language.ENGLISH) == "up to May"


@given(st.lists(st.tuples(st.sampled_from(Unit), HEADS, HEADS, MONEY), max_size=20))
def test_totals_add_up_unit_by_unit_and_never_across(rows):
    found = by_unit((unit, heads(women, men), money) for unit, women, men, money in rows)

    assert [each.unit for each in found] == [
        unit for unit in Unit if any(row[0] is unit for row in rows)
    ]
    for each in found:
        mine = [row for row in rows if row[0] is each.unit]
        assert each.women == sum(row[1] for row in mine)
        assert each.count == sum(row[1] + row[2] for row in mine)
        assert each.activities == len(mine)


def test_totals_keep_what_is_not_known_in_sight():
    (found,) = by_unit(
        [
            (Unit.PERSON, heads(10, 20), Rupiah(300)),
            (Unit.PERSON, heads(5, Nothing.NOT_REPORTED, 50), Rupiah(500)),
            (Unit.PERSON, heads(Nothing.REFUSED, Nothing.REFUSED), Rupiah(900)),
        ]
    )

    assert (found.women, found.men, found.not_split, found.count) == (10, 20, 50, 80)
    assert (found.unknown, found.money) == (1, Rupiah(800))
    assert found.share_of_women is not None
    assert found.share_of_women.percent() == Decimal("33.33")


@pytest.mark.parametrize("language", Language)
def test_the_comparison_is_read_in_the_numbers_that_are_shown(language: Language):
    found = beside(heads(150, 230), need(4856, 4349))
    said = [each.say(language) for each in representation_reading(found, Unit.PERSON)]

    assert len(said) == 3
    percents = ("39,47", "52,75") if language is Language.INDONESIAN else ("39.47", "52.75")
    assert all(each in said[0] for each in percents)
    assert ("13,28" if language is Language.INDONESIAN else "13.28") in said[1]
    assert "51" in said[2]
    assert "107" in said[2]
    sampled = beside(heads(150, 230), need(4856, 4349, is_sample=True, respondents=400))
    assert any(
        "Wilson" in each.say(language) for each in representation_reading(sampled, Unit.PERSON)
    )
    only = beside(heads(5, 5), need(9, 0))
    assert "5" in representation_reading(only, Unit.HOUSEHOLD)[-1].say(language)
    assert representation_reading(beside(heads(5, 5), need(0, 9)), Unit.GROUP)
