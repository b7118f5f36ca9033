"""Every index there is explains itself: whatever the figures, its formulas give its values."""

import json
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from setara.domain.indices.computing import computed
from setara.domain.indices.definition import UnusableInput
from setara.domain.indices.registry import INDICES
from setara.domain.language.text import Language
from setara.domain.law.regulations import register
from tests.domain.indices.working import worked_out

NEWEST_YEAR = 2024
EVERY_INDEX = pytest.mark.parametrize("index", INDICES, ids=lambda index: index.key)


def figures_of(index):
    """Figures within what is possible, each with as many decimals as tables have; optional ones
    may be missing."""
    return st.fixed_dictionaries(
        {m.key: within(m) for m in index.measures if not m.optional},
        optional={m.key: within(m) for m in index.measures if m.optional},
    ).map(seats_of_a_whole)


def seats_of_a_whole(figures):
    """The seats of both sexes are of one house; drawn apart they would be refused."""
    if {"seats_female", "seats_male"} <= figures.keys():
        return {**figures, "seats_male": 100 - figures["seats_female"]}
    return figures


def within(measure):
    return st.decimals(measure.lowest, measure.highest, places=4)


def years_of(index):
    return st.sampled_from(
        [
            year
            for method in index.methods
            for year in range(method.first_year, (method.last_year or NEWEST_YEAR) + 1)
        ]
    )


def explained(index, data):
    try:
        result = computed(index, data.draw(figures_of(index)), year=data.draw(years_of(index)))
    except UnusableInput:
        assume(False)
    return result, result.explain()


@EVERY_INDEX
@given(data=st.data())
def test_every_formula_gives_its_value(index, data):
    _, explanation = explained(index, data)

    for step in explanation.steps:
        assert worked_out(step) == pytest.approx(float(step.value), rel=1e-6, abs=1e-9), step.key


@EVERY_INDEX
@given(data=st.data())
def test_the_steps_explained_are_the_steps_computed(index, data):
    result, explanation = explained(index, data)

    assert {step.key: step.value for step in explanation.steps} == dict(result.steps)
    # What an optional figure is missing for has no step.
    there = [step.key for step in index.steps if step.key in result.steps]
    assert [step.key for step in explanation.steps] == there
    assert there == [step.key for step in index.steps] or len(result.figures) < len(index.measures)
    assert explanation.steps[-1].value == result.unrounded
    assert explanation.steps[-1].published == result.published


@EVERY_INDEX
@given(data=st.data())
def test_the_tree_holds_every_step_figure_and_value_of_the_law(index, data):
    result, explanation = explained(index, data)
    branches = list(explanation.tree().walked())

    assert {b.step.key for b in branches if b.step} == {step.key for step in explanation.steps}
    assert {b.term.key for b in branches if b.term.unit} <= result.figures.keys()
    in_steps = {t.parameter for s in explanation.steps for t in s.terms if t.parameter}
    assert {b.term.parameter for b in branches if b.term.parameter} == in_steps


@EVERY_INDEX
@given(data=st.data())
def test_no_term_goes_in_without_saying_where_it_is_from(index, data):
    _, explanation = explained(index, data)

    known = {each.key for each in register()}
    for branch in explanation.tree().walked():
        assert branch.step or branch.term.parameter or branch.term.unit, branch.term
        if branch.term.parameter:
            assert branch.term.parameter.regulation in known
            assert branch.term.parameter.locator


@EVERY_INDEX
@given(data=st.data())
def test_facts_are_json_and_carry_exact_numbers(index, data):
    result, explanation = explained(index, data)

    for language in Language:
        facts = json.loads(json.dumps(explanation.as_facts(language)))
        assert facts["index"] == index.key
        assert Decimal(facts["published"]) == result.published
        assert Decimal(facts["unrounded"]) == result.unrounded
        assert facts["tree"]["kind"] == "step"
        assert len(facts["parameters"]) == len(explanation.parameters)


@EVERY_INDEX
def test_an_index_tells_in_both_languages_what_it_is(index):
    assert all(index.name.say(language) for language in Language)
    assert len({step.key for step in index.steps}) == len(index.steps)
    assert index.steps[-1].key == index.key
