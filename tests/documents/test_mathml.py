"""Formulas of steps become MathML, whatever the index and its figures."""

import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from setara.domain.indices.registry import INDICES
from setara.domain.indices.terms import Step, Term
from setara.domain.language.text import Language, same
from setara.formats.mathml import NoFormula, formula_mathml, worked_mathml
from tests.domain.indices.test_every_explanation import explained


def step(template, **values):
    terms = tuple(Term(symbol, same(symbol), value) for symbol, value in values.items())
    from decimal import Decimal

    return Step("I_x", "x", same("x"), template, terms, Decimal("0.5"))


@pytest.mark.parametrize(
    ("template", "markup"),
    [
        ("{a} / {b}", "<mfrac><mrow><mi>a</mi></mrow><mrow><mi>b</mi></mrow></mfrac>"),
        (
            "({a} − {b}) / 2",
            "<mfrac><mrow><mi>a</mi><mo>−</mo><mi>b</mi></mrow><mrow><mn>2</mn></mrow></mfrac>",
        ),
        (
            "({a} × {b})^(1/3)",
            "<mroot><mrow><mi>a</mi><mo>×</mo><mi>b</mi></mrow><mn>3</mn></mroot>",
        ),
        ("{a}^(1/2)", "<msqrt><mi>a</mi></msqrt>"),
        (
            "({a} / 100 × {b} / 100)^(1/2)",
            (
                "<msqrt><mi>a</mi><mo>/</mo><mn>100</mn><mo>×</mo><mi>b</mi><mo>/</mo><mn>100</mn>"
                "</msqrt>"
            ),
        ),
        (
            "100 × {a} / {b}",
            "<mn>100</mn><mo>×</mo><mfrac><mrow><mi>a</mi></mrow><mrow><mi>b</mi></mrow></mfrac>",
        ),
        (
            "({a} / ({b} + 1))^(1/3)",
            (
                "<mroot><mrow><mi>a</mi><mo>/</mo><mrow><mo>(</mo><mi>b</mi><mo>+</mo><mn>1</mn>"
                "<mo>)</mo></mrow></mrow><mn>3</mn></mroot>"
            ),
        ),
        ("{a}^2", "<msup><mrow><mi>a</mi></mrow><mrow><mn>2</mn></mrow></msup>"),
        (
            "min({a}; 1)",
            "<mi>min</mi><mrow><mo>(</mo><mi>a</mi><mo>;</mo><mn>1</mn><mo>)</mo></mrow>",
        ),
    ],
)
def test_a_formula_is_set_as_it_would_be_by_hand(template, markup):
    assert markup in formula_mathml(step(template, a=1, b=2))


def test_a_symbol_stands_above_what_it_is_of():
    assert "<msub><mi>I</mi><mtext>x</mtext></msub>" in formula_mathml(step("{a}", a=1))


@pytest.mark.parametrize("template", ["{a} +", "({a}", "{a} ? {b}", "ln {a}", "", "{a} {b}"])
def test_what_is_no_formula_is_refused(template):
    with pytest.raises(NoFormula):
        formula_mathml(step(template, a=1, b=2))


@pytest.mark.parametrize("index", INDICES, ids=lambda index: index.key)
@given(data=st.data())
def test_every_step_of_every_index_can_be_set(index, data):
    _, explanation = explained(index, data)

    for each in explanation.steps:
        for language in Language:
            for markup in (formula_mathml(each), worked_mathml(each, language)):
                assert ET.fromstring(markup).tag == "math"
