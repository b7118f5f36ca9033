"""Disparities are ranked by severity whichever sex is behind; what cannot be ranked says why."""

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from setara.domain.language.text import Language
from setara.domain.statistics.disparity import Behind, Undefined, disparity, parity_band
from setara.domain.statistics.element import Measure, Polarity
from setara.domain.statistics.observation import Nothing
from setara.domain.statistics.ranking import Contender, ranking, severity

BAND = parity_band(date(2021, 1, 1))
TINY = Decimal("1E-18")
COUNTS = st.integers(0, 10**6).map(Decimal)
VALUES = COUNTS | st.sampled_from(list(Nothing)) | st.decimals(-1000, -1, places=2)
BETTER = st.sampled_from([Polarity.HIGHER_IS_BETTER, Polarity.LOWER_IS_BETTER])


def between(women, men, polarity=Polarity.HIGHER_IS_BETTER):
    values = [each if isinstance(each, Nothing) else Decimal(each) for each in (women, men)]
    return disparity(
        women=values[0], men=values[1], measure=Measure.VALUE, polarity=polarity, band=BAND
    )


def ranks(**contenders):
    found = ranking(
        each if isinstance(each, Contender) else Contender(key, each)
        for key, each in contenders.items()
    )
    return [(each.key, each.rank) for each in found.ranked]


def test_the_farthest_from_parity_comes_first_whoever_is_behind():
    assert ranks(
        schooling=between("8.36", "9.15"),
        expenditure=between(2965, 17502),
        life=between("74.84", "70.86"),
        deaths=between(34, 26, Polarity.LOWER_IS_BETTER),
    ) == [("expenditure", 1), ("deaths", 2), ("schooling", 3), ("life", 4)]


def test_among_equals_more_people_come_first():
    few, many, unknown = (
        Contender(key, between(50, 100), affected)
        for key, affected in (("few", Decimal(10)), ("many", Decimal(900)), ("unknown", None))
    )

    assert ranks(unknown=unknown, few=few, many=many) == [("many", 1), ("few", 2), ("unknown", 3)]


def test_equals_share_a_rank_and_the_next_one_counts_them():
    assert ranks(a=between(50, 100), b=between(100, 50), c=between(60, 100)) == [
        ("a", 1),
        ("b", 1),
        ("c", 3),
    ]


def test_severities_that_look_the_same_are_the_same():
    first = Contender("first", between("50.01", 100), Decimal(1))
    second = Contender("second", between("50.02", 100), Decimal(2))

    assert ranks(first=first, second=second) == [("second", 1), ("first", 2)]


def test_what_has_no_rank_is_apart_with_its_reason():
    found = ranking(
        [
            Contender("ranked", between(50, 100)),
            Contender("parity", between(98, 100)),
            Contender("missing", between(Nothing.REFUSED, 100)),
            Contender("negative", between(-1, 100)),
            Contender("empty", between(0, 0)),
            Contender("composition", between(50, 100, Polarity.NEITHER)),
            Contender("chance", between(50, 100), could_be_chance=True),
        ]
    )

    assert [each.key for each in found.ranked] == ["ranked"]
    assert found.at_parity == ("parity",)
    reasons = {each.key: each.reason.say(Language.INDONESIAN) for each in found.apart}
    assert list(reasons) == ["missing", "negative", "empty", "composition", "chance"]
    assert "ditolak" in reasons["missing"]
    assert "negatif" in reasons["negative"]
    assert "sama-sama nol" in reasons["empty"]
    assert "susunan" in reasons["composition"]
    assert "kebetulan" in reasons["chance"]


def test_one_finds_the_rank_of_a_key():
    found = ranking([Contender("a", between(50, 100)), Contender("b", between(100, 100))])

    assert (found.of("a").rank, found.of("a").out_of) == (1, 1)
    assert found.of("a").behind is Behind.WOMEN
    assert found.of("b") is None


@given(COUNTS, COUNTS)
def test_severity_is_the_distance_of_adjusted_parity_from_one(women, men):
    found = severity(between(women, men))

    assert found == severity(between(men, women))
    if women == men == 0:
        assert isinstance(found, Undefined)
    elif men > 0:
        assert abs(found - abs(between(women, men).adjusted_parity - 1)) < TINY
    else:
        assert found == 1


@given(st.lists(st.tuples(VALUES, VALUES, BETTER), max_size=12))
def test_everyone_is_somewhere_and_exchanging_the_sexes_changes_no_rank(many):
    here, there = (
        ranking(
            Contender(key, between(pair[side], pair[not side], pair[2]))
            for key, pair in enumerate(many)
        )
        for side in (True, False)
    )

    assert len(here.ranked) + len(here.at_parity) + len(here.apart) == len(many)
    assert [(e.key, e.rank, e.severity) for e in here.ranked] == [
        (e.key, e.rank, e.severity) for e in there.ranked
    ]
    assert [e.severity for e in here.ranked] == sorted(
        (e.severity for e in here.ranked), reverse=True
    )
    assert {e.behind for e in here.ranked} <= {Behind.WOMEN, Behind.MEN}
