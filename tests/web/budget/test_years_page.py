"""The page of the years: stages that are there, those missing, agencies missing, months."""

from __future__ import annotations

import pytest

from setara.domain.budget.phase import BudgetPhase
from setara.domain.language.text import Language
from setara.usecases.budget.version_years import budget_years
from tests.makers import AT
from tests.usecases.budget.books import ANALYSED, HEALTH, book, take_in
from tests.web.visitor import Visitor, words
from tests.world import World


@pytest.fixture
def year(world: World) -> None:
    """2027: a DPA of two agencies, and what was realised up to June and to September."""
    take_in(world.planner, book([*HEALTH, "600", ""]), phase=BudgetPhase.DPA)
    take_in(world.planner, book([*ANALYSED, "400", ""]), phase=BudgetPhase.DPA, name="b.csv")
    for month, spent in ((6, "250"), (9, "500")):
        take_in(
            world.planner,
            book([*HEALTH, "600", spent]),
            phase=BudgetPhase.REALISATION,
            sequence=month,
            name=f"{month}.csv",
        )


@pytest.mark.parametrize(
    ("language", "says"),
    [
        (Language.INDONESIAN, ("belum diunggah", "Rp1.000", "s.d. Juni", "Rp250", "belum ada")),
        (Language.ENGLISH, ("not uploaded yet", "Rp1,000", "up to June", "Rp250", "not in yet")),
    ],
)
def test_a_year_tells_its_stages_and_its_months(world: World, year, language, says):
    answer = Visitor(world.colleague, language).opens("budget:versions")

    for each in says:
        assert each in words(answer)
    shown = answer.context["page"].years[0]
    assert shown.year.year == 2027
    assert [stage.version is not None for stage in shown.year.stages] == [
        phase is BudgetPhase.DPA for phase in BudgetPhase if phase.is_plan
    ]
    (stage,) = [each for each in shown.year.stages if each.version]
    assert "Dinkes" not in stage.waiting
    assert stage.waiting
    june, september = shown.dots
    assert (june.x, september.x) == (4 + 21 * 6, 4 + 21 * 9)
    assert june.y == 60 - 56 // 4
    assert september.y == 60 - 56 // 2


def test_a_year_of_another_government_is_not_there(world: World, year):
    assert "2027" not in words(Visitor(world.stranger).opens("budget:versions"))


def test_the_cost_does_not_grow_with_the_versions(
    world: World, year, django_assert_max_num_queries
):
    with django_assert_max_num_queries(8):
        budget_years(by=world.planner, today=AT.date())
