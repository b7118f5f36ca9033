"""Codes of the nomenclature in every shape files write them, and the reasons of those refused."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from setara.domain.budget.activity import (
    ActivityLevel,
    BadActivityCode,
    activity_code,
    normal_form,
    sub_activity_code,
)
from setara.domain.language.text import Language

CASES = tomllib.loads(
    (Path(__file__).parents[2] / "cases/budget/activity_codes.toml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("case", CASES["accepted"], ids=lambda case: case["written"])
def test_a_code_is_read_in_every_shape_it_is_written(case):
    code = activity_code(case["written"])

    assert code.text == case["meant"]
    assert code.level == ActivityLevel(case["level"])


@pytest.mark.parametrize("case", CASES["refused"], ids=lambda case: case["written"] or "empty")
def test_a_refused_code_is_named_with_a_remedy(case):
    with pytest.raises(BadActivityCode) as raised:
        sub_activity_code(case["written"])

    indonesian = raised.value.reason.say(Language.INDONESIAN)
    assert case["says"] in indonesian
    assert case["written"].strip() in indonesian
    assert raised.value.reason.say(Language.ENGLISH) != indonesian


def test_the_levels_above_are_parts_of_the_code():
    code = sub_activity_code("2.08.02.2.01.0005")

    assert code.above(ActivityLevel.PROGRAM) == "2.08.02"
    assert code.above(ActivityLevel.ACTIVITY) == "2.08.02.2.01"
    assert activity_code(code.above(ActivityLevel.AFFAIR)).level is ActivityLevel.AFFAIR


@given(st.from_regex(r"[1-8]\.\d{2}\.\d{2}\.[12]\.\d{2}\.\d{4}", fullmatch=True))
def test_normal_form_changes_nothing_twice(code):
    assert normal_form(code) == code
    assert activity_code(f" {code}. \r\n").text == code
    assert all(level.label.id for level in ActivityLevel)
