"""What became of a gap, and what is never said of it."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from setara.domain.budget.outcome import TOLERANCE, Outcome, OutcomeVerdict, outcome
from setara.domain.budget.outcome_measure import (
    FEWEST_PEOPLE,
    Compared,
    Width,
    WidthKind,
    compared_datum,
    width_of,
)
from setara.domain.foundation.period import Period
from setara.domain.language.text import Language, same
from setara.domain.statistics.element import Measure, Polarity, PopulationType
from setara.domain.statistics.observation import Nothing, Value
from tests.domain.budget.examples import exemplar

CASES_FILE = Path(__file__).parents[2] / "cases/budget/outcomes.toml"
CASES = tomllib.loads(CASES_FILE.read_text(encoding="utf-8"), parse_float=Decimal)["case"]
UNITS = {Measure.COUNT: "orang", Measure.RATE: "%", Measure.VALUE: "tahun"}
BETTER = {OutcomeVerdict.CLOSED, OutcomeVerdict.NARROWED}

figures = st.decimals(min_value=0, max_value=100, places=1)
pairs = st.tuples(figures, figures)
measures = st.sampled_from(list(Measure))
polarities = st.sampled_from(list(Polarity))
nothings = st.sampled_from(list(Nothing))


def compared(
    women: Value,
    men: Value,
    year: int = 2024,
    measure: Measure = Measure.RATE,
    polarity: Polarity = Polarity.HIGHER_IS_BETTER,
) -> Compared:
    """Two figures of a year."""
    unit = same(UNITS[measure])
    return Compared(women, men, Period.year(year), measure, polarity, unit)


def count(women: int, men: int, year: int = 2024) -> Compared:
    """Two counts of people."""
    return compared(Decimal(women), Decimal(men), year, Measure.COUNT)


def said(found: Outcome) -> str:
    """The reason and what one should know besides, in Indonesian."""
    return " ".join(each.say(Language.INDONESIAN) for each in (found.reason, *found.cautions))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_cases(case):
    measure, polarity = Measure(case["measure"]), Polarity(case["polarity"])
    before, after = (
        compared(Decimal(case[side][0]), Decimal(case[side][1]), year, measure, polarity)
        for side, year in (("before", 2024), ("after", 2026))
    )

    found = outcome(before, after)

    assert found.verdict is OutcomeVerdict(case["verdict"])
    assert found.width_before is not None
    assert found.width_after is not None
    assert (found.width_before.points, found.width_after.points) == tuple(
        Decimal(each) for each in case["gaps"]
    )
    assert found.crossed is case.get("crossed", False)
    assert case.get("says", "") in said(found)


@given(pairs, pairs, measures, polarities)
def test_exchanging_the_years_turns_the_verdict_around(first, then, measure, way):
    before = compared(first[0], first[1], 2024, measure, way)
    after = compared(then[0], then[1], 2024, measure, way)

    there, back = outcome(before, after), outcome(after, before)

    assert (there.verdict in BETTER) == (back.verdict is OutcomeVerdict.WIDENED)
    assert (there.verdict is OutcomeVerdict.WIDENED) == (back.verdict in BETTER)
    for same_either_way in (OutcomeVerdict.UNCHANGED, OutcomeVerdict.UNKNOWN):
        assert (there.verdict is same_either_way) == (back.verdict is same_either_way)
    if there.change is not None:
        assert back.change == -there.change


@given(figures, figures, measures, polarities)
def test_equal_figures_are_unchanged_or_not_judged(women, men, measure, way):
    found = outcome(*(compared(women, men, year, measure, way) for year in (2024, 2026)))

    assert found.verdict in {OutcomeVerdict.UNCHANGED, OutcomeVerdict.UNKNOWN}
    assert found.verdict is OutcomeVerdict.UNKNOWN or found.change == 0
    is_few = measure is Measure.COUNT and women + men < FEWEST_PEOPLE
    assert (found.verdict is OutcomeVerdict.UNKNOWN) == is_few


@given(pairs, pairs, nothings, measures, st.integers(0, 3))
def test_no_verdict_comes_from_a_missing_figure(first, then, nothing, measure, gone):
    four: list[Value] = [*first, *then]
    four[gone] = nothing
    before = compared(four[0], four[1], 2024, measure)
    after = compared(four[2], four[3], 2026, measure)

    found = outcome(before, after)

    assert found.verdict is OutcomeVerdict.UNKNOWN
    assert nothing.label.say(Language.INDONESIAN) in said(found)
    assert found.change is None


@given(pairs, pairs, measures)
def test_exchanging_the_sexes_changes_no_verdict(first, then, measure):
    found = outcome(
        compared(first[0], first[1], 2024, measure), compared(then[0], then[1], 2026, measure)
    )
    turned = outcome(
        compared(first[1], first[0], 2024, measure), compared(then[1], then[0], 2026, measure)
    )

    assert found.verdict is turned.verdict
    assert found.change == turned.change


def test_a_change_below_the_tolerance_is_none_and_one_of_it_is():
    before = compared(Decimal(40), Decimal(60))

    assert outcome(before, compared(Decimal("40.4"), Decimal(60))).verdict is (
        OutcomeVerdict.UNCHANGED
    )
    reached = outcome(before, compared(Decimal(40) + TOLERANCE, Decimal(60)))
    assert reached.verdict is OutcomeVerdict.NARROWED


def test_few_people_are_not_judged():
    found = outcome(count(4, 20), count(12, 12, 2026))

    assert found.verdict is OutcomeVerdict.UNKNOWN
    assert "Hanya 24 orang pada 2024" in said(found)
    assert outcome(count(5, 25), count(15, 15, 2026)).verdict is OutcomeVerdict.CLOSED


def test_figures_that_nobody_may_see_are_not_judged():
    hidden = replace(count(200, 800, 2026), women=Nothing.REFUSED, is_hidden=True)

    found = outcome(count(200, 800), hidden)

    assert found.verdict is OutcomeVerdict.UNKNOWN
    assert "terlalu kecil untuk ditampilkan" in said(found)


def test_another_definition_or_length_is_not_compared():
    before = count(200, 800)
    as_rate = compared(Decimal(20), Decimal(80), 2026)
    half = Compared(
        *(Decimal(300), Decimal(700), Period(date(2026, 1, 1), date(2026, 7, 1))),
        *(Measure.COUNT, Polarity.HIGHER_IS_BETTER, same("orang")),
    )

    assert "jenis angka semula jumlah, sekarang persentase" in said(outcome(before, as_rate))
    assert "Lamanya berbeda" in said(outcome(before, half))
    for after in (as_rate, half):
        assert outcome(before, after).verdict is OutcomeVerdict.UNKNOWN


def test_others_who_are_counted_are_not_compared():
    trainees, officials = (
        Compared(
            *(Decimal(200), Decimal(800), Period.year(year)),
            *(Measure.COUNT, Polarity.HIGHER_IS_BETTER, same("orang"), population),
        )
        for year, population in (
            (2024, PopulationType.PARTICIPANTS),
            (2026, PopulationType.OFFICIALS),
        )
    )

    assert "siapa yang dihitung semula peserta, sekarang aparatur" in said(
        outcome(trainees, officials)
    )


def test_a_datum_of_column_two_is_compared_as_it_was_frozen():
    datum = exemplar().data[0]
    found = compared_datum(datum)
    assert found is not None

    width = width_of(found)

    assert isinstance(width, Width)
    assert width.kind is WidthKind.SHARES
    # 273 of 1.711 members are women (16.0 per cent), see the case file of the exemplar.
    assert (width.women, width.men, width.points) == (
        Decimal("16.0"),
        Decimal("84.0"),
        Decimal("68.0"),
    )
