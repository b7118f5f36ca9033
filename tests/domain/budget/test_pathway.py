"""A pathway keeps its references whole, and its steps are taken by the right seat."""

import tomllib
from dataclasses import replace
from decimal import Decimal
from itertools import product
from pathlib import Path

import pytest

from setara.domain.budget.datum import Aspect, DatumReference
from setara.domain.budget.pathway import (
    CauseSide,
    Direction,
    Factor,
    IndicatorLevel,
    Pathway,
    PathwayDraft,
    PathwayState,
    next_key,
    redrafted,
)
from setara.domain.budget.pathway_steps import (
    OWNERS,
    TRANSITIONS,
    PathwayStep,
    may_sign,
    may_take,
)
from setara.domain.foundation.actor import PUBLIC
from setara.domain.foundation.seat import SeatKind
from setara.domain.language.text import Language
from tests.domain.budget.examples import AGENCY, TODAY, datum, exemplar, sitting

STEPS = tomllib.loads(
    (Path(__file__).parents[2] / "cases/budget/steps.toml").read_text(encoding="utf-8")
)["pathway"]


@pytest.mark.parametrize(
    ("state", "step", "kind"), list(product(PathwayState, PathwayStep, SeatKind))
)
def test_each_step_is_taken_from_its_state_by_its_seat(state, step, kind):
    verdict = may_take(step, replace(exemplar(), state=state), sitting(kind))

    assert bool(verdict) == (kind in STEPS["seats"][step] and state in STEPS["from"][step])
    assert verdict or verdict.reason.say(Language.ENGLISH)


@pytest.mark.parametrize("step", PathwayStep)
def test_nobody_takes_a_step_for_another_agency(step):
    for kind in SeatKind:
        assert not may_take(step, exemplar(), sitting(kind, agency_id=AGENCY + 1))
    assert not may_take(step, exemplar(), PUBLIC)


def test_the_tables_know_every_step():
    assert set(OWNERS) == set(PathwayStep) == {step for _, step in TRANSITIONS}
    reached = {state for state, _ in TRANSITIONS} | set(TRANSITIONS.values())
    # A pathway is superseded by the signature under its revision.
    assert reached == set(PathwayState) - {PathwayState.SUPERSEDED}


def test_a_weak_pathway_is_signed_and_a_meaningless_one_is_not():
    sari = sitting(SeatKind.FOCAL_POINT)
    weak = replace(exemplar(), reformulated_objective="", indicators=())

    assert may_sign(exemplar(), sari, TODAY)
    assert may_sign(weak, sari, TODAY)
    for given in ({"data": ()}, {"actions": ()}, {"factors": ()}):
        verdict = may_sign(replace(exemplar(), **given), sari, TODAY)
        assert not verdict
        assert verdict.reason.say(Language.INDONESIAN).startswith("Kolom ")


def test_a_draft_leaves_alone_what_it_does_not_name():
    written = redrafted(exemplar(), PathwayDraft(objective="Baru"))

    assert written == replace(exemplar(), objective="Baru")


def test_what_points_at_a_row_that_is_gone_points_at_nothing():
    without = redrafted(exemplar(), PathwayDraft(data=exemplar().data[:1], causes=()))

    assert [note.datum_key for note in without.factors] == [None, None, None]
    assert [action.answers for action in without.actions] == [(), (), ()]
    assert without.baselines == ()
    assert [indicator.baseline_key for indicator in without.indicators] == [None, None]


def test_the_figures_of_a_registered_datum_cannot_be_typed_over():
    kept = replace(datum(1, "AHH", male=70, female=74), reference=DatumReference("KS01", "64.01"))
    other = replace(datum(2, "TPAK", male=85, female=41), reference=DatumReference("TK01", "64.01"))
    pathway = replace(exemplar(), data=(kept, other))
    forged = replace(kept, male=Decimal(99))
    typed = datum(3, "Peserta", male=1, female=2)

    written = redrafted(pathway, PathwayDraft(data=(forged, typed)))

    assert written.data == (kept, typed)


def test_a_baseline_is_read_from_its_datum_and_gives_the_direction():
    pathway = exemplar()

    assert [pathway.figure(each) for each in pathway.baselines] == [
        Decimal("23.3"),
        Decimal("12.0"),
    ]
    assert pathway.direction(pathway.indicators[0]) is Direction.UP
    for target, direction in (("12.0", Direction.STILL), ("5", Direction.DOWN), (None, None)):
        moved = replace(pathway.indicators[1], target=Decimal(target) if target else None)
        assert pathway.direction(moved) is direction


def test_rows_are_numbered_on_and_sides_kept_apart():
    assert next_key(exemplar().causes) == 4
    assert next_key(()) == 1
    assert [cause.key for cause in exemplar().causes_of(CauseSide.EXTERNAL)] == [3]


def test_everything_that_is_printed_has_words_of_its_own():
    for members in (
        Factor,
        CauseSide,
        IndicatorLevel,
        Direction,
        PathwayState,
        PathwayStep,
        Aspect,
    ):
        for language in Language:
            assert len({member.label.say(language) for member in members}) == len(members)


def test_an_empty_pathway_can_be_asked_anything():
    empty = Pathway(agency_id=1, year=2026, activity_code="", activity_name="")

    assert empty.datum(1) is None
    assert empty.baseline(None) is None
    assert empty.causes_of(CauseSide.INTERNAL) == ()
