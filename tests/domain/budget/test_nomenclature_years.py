"""Each budget year has one decree, whatever is loaded in which order."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from setara.domain.budget.carrying import BudgetMoment, may_go_on
from setara.domain.budget.nomenclature.entry import Territory
from setara.domain.budget.nomenclature.loading import EARLIEST, LATEST, DecreeYears, may_load
from setara.domain.budget.phase import BudgetPhase, Stage
from setara.domain.language.text import Language

DECREES = st.builds(
    DecreeYears,
    st.sampled_from(["K1", "K2", "k1", "K3"]),
    st.integers(2018, 2032),
    st.integers(2018, 2032),
    st.sampled_from(Territory),
)


@given(st.lists(DECREES, max_size=12))
def test_what_may_be_loaded_leaves_a_year_with_one_decree(offered):
    held: list[DecreeYears] = []
    for each in offered:
        if may_load(each, held).allowed:
            held.append(each)

    for territory in Territory:
        own = [each for each in held if each.territory is territory]
        years = [year for each in own for year in range(each.first_year, each.last_year + 1)]
        assert len(years) == len(set(years))
        assert all(EARLIEST <= year <= LATEST for year in years)
        names = [each.decree.casefold() for each in own]
        assert len(names) == len(set(names))


@given(DECREES, DECREES)
def test_to_overlap_is_mutual_and_a_year_both_hold_in(one, other):
    shared = one.territory is other.territory and any(
        one.first_year <= year <= one.last_year and other.first_year <= year <= other.last_year
        for year in range(2018, 2033)
    )
    in_order = one.first_year <= one.last_year and other.first_year <= other.last_year

    assert one.overlaps(other) == other.overlaps(one)
    if in_order:
        assert one.overlaps(other) == shared


def test_a_refusal_names_the_decree_that_holds_the_years():
    held = DecreeYears("Kepmendagri 1", 2024, 2025, Territory.REGENCY)
    new = replace(held, decree="Kepmendagri 2", first_year=2025, last_year=2026)
    verdict = may_load(new, [held])

    assert not verdict.allowed
    for language in Language:
        said = verdict.reason.say(language)
        assert "Kepmendagri 1" in said
        assert "2024–2025" in said
    assert may_load(replace(new, territory=Territory.PROVINCE), [held]).allowed


STAGES = [
    Stage(BudgetPhase.RKA),
    Stage(BudgetPhase.DPA),
    Stage(BudgetPhase.DPA, 1),
    Stage(BudgetPhase.DPPA),
    Stage(BudgetPhase.REALISATION, 6),
]
MOMENTS = st.builds(BudgetMoment, st.integers(2024, 2026), st.sampled_from(STAGES))


@given(MOMENTS, MOMENTS)
def test_tags_go_forward_only_and_never_onto_what_was_spent(before, after):
    verdict = may_go_on(before, after)

    if not after.stage.phase.is_plan:
        assert not verdict.allowed
    elif before.stage.phase.is_plan:
        assert verdict.allowed == (before.order < after.order)
    assert not (verdict.allowed and may_go_on(after, before).allowed)


def test_moments_are_named_as_offices_call_them():
    moment = BudgetMoment(2026, Stage(BudgetPhase.DPA, 1))

    assert moment.name.say(Language.INDONESIAN) == "DPA pergeseran ke-1 2026"
