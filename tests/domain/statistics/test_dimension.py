"""Breakdowns keep their key, whatever order their categories are given in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from setara.domain.language.text import Language
from setara.domain.statistics.dimension import (
    EVERYBODY,
    BadBreakdown,
    Breakdown,
    dimensions,
    said_breakdown,
)

CODES = st.from_regex(r"[a-z0-9+][a-z0-9+_-]{0,8}", fullmatch=True)
CATEGORIES = st.dictionaries(CODES, CODES, max_size=4)


@given(CATEGORIES)
def test_a_key_is_read_back_as_the_same_breakdown(categories: dict[str, str]) -> None:
    breakdown = Breakdown.of(categories)
    assert Breakdown.parsed(breakdown.key) == breakdown
    assert Breakdown.of(dict(reversed(categories.items()))).key == breakdown.key


@given(CATEGORIES)
def test_adding_up_every_dimension_leaves_everybody(categories: dict[str, str]) -> None:
    breakdown = Breakdown.of(categories)
    for dimension in breakdown.dimensions:
        breakdown = breakdown.without(dimension)
    assert breakdown == EVERYBODY
    assert not breakdown


@pytest.mark.parametrize("key", ["age", "age=", "=0-4", "Umur=0-4", "age=0-4;age=5-9", "a b=c"])
def test_a_malformed_key_is_refused_by_name(key: str) -> None:
    with pytest.raises(BadBreakdown) as refused:
        Breakdown.parsed(key)
    assert "Kode rincian" in refused.value.reason.say(Language.INDONESIAN)


def test_each_shipped_category_is_sayable_and_ages_have_bounds() -> None:
    for dimension in dimensions().values():
        codes = [category.code for category in dimension.categories]
        assert len(set(codes)) == len(codes)
        for code in codes:
            assert Breakdown.of({dimension.code: code}).category_of(dimension.code) == code
    for age in dimensions()["age"].categories:
        assert age.from_age is not None
        assert age.below_age is None or age.below_age > age.from_age


def test_categories_are_said_in_both_languages_and_own_ones_by_their_name() -> None:
    breakdown = Breakdown.parsed("age=65+;market=senaken")
    own = {("market", "senaken"): dimensions()["market"].name}
    said = said_breakdown(breakdown, own)
    assert said.say(Language.INDONESIAN) == "65 tahun ke atas, pasar"
    assert said.say(Language.ENGLISH) == "65 years and over, market"
