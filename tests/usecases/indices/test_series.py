"""The series of an index: printed beside recomputed, vintages apart, neighbours, targets."""

from __future__ import annotations

from decimal import Decimal

import pytest

from setara.domain.foundation.verdict import Refused
from setara.domain.indices.bps.measures import Vintage
from setara.domain.language.text import Language
from setara.domain.reports.figure_marks import Theme
from setara.store.models import IndexTargetRecord, ObservationRecord
from setara.usecases.foundation.access import NotFound
from setara.usecases.indices.kept import kept
from setara.usecases.indices.overview import overview
from setara.usecases.indices.series_queries import index_series
from setara.usecases.indices.targets import set_index_target, withdraw_index_target
from setara.usecases.reports.index_drawing import index_figure, index_map
from setara.usecases.reports.place_drawing import Look
from tests.events import last_event
from tests.makers import AT
from tests.usecases.indices.tables import IDG, IKG, IPG, LONG_FORM, take_in
from tests.world import World

LOOK = Look(Language.INDONESIAN, Theme.LIGHT)


def aim(by, year=2029, value="75.00", **changes):
    facts = {"index": "ipg", "document": "RPJMD 2025–2029, tabel 2.30"} | changes
    return set_index_target(by=by, at=AT, year=year, value=Decimal(value), **facts)


def values(strand):
    return [
        (each.basis.vintage, point.year, str(point.value))
        for each in strand.stretches
        for point in each.points
    ]


def test_the_printed_figure_stands_and_the_recomputed_one_beside_it(world: World) -> None:
    take_in(world.secretary, IPG, Vintage.OLD)
    ObservationRecord.objects.filter(element__code="IX02", valid_from__year=2015).delete()

    home = index_series(by=world.colleague, key="ipg").home
    by_year = {figure.year: figure for figure in home.main.figures}

    assert by_year[2021].printed == by_year[2021].recomputed == Decimal("71.19")
    assert by_year[2018].value == Decimal("70.64")
    # Of this year only the components are kept.
    assert by_year[2015].printed is None
    assert by_year[2015].value == by_year[2015].recomputed


def test_the_two_vintages_are_two_stretches(world: World) -> None:
    take_in(world.secretary, IPG, Vintage.OLD)
    take_in(world.secretary, LONG_FORM)

    answer = index_series(by=world.colleague, key="ipg")

    assert {each.basis.vintage for each in answer.home.main.stretches} == {"old", "lf"}
    assert values(answer.home.main)[-2:] == [("lf", 2021, "71.80"), ("lf", 2022, "72.02")]
    assert answer.newest is not None
    assert (answer.newest.year, answer.newest.value) == (2022, Decimal("72.02"))


def test_neighbours_and_what_lies_above_stand_beside(world: World) -> None:
    take_in(world.secretary, IPG, Vintage.OLD)

    answer = index_series(by=world.colleague, key="ipg")

    assert [each.code for each in answer.neighbours] == ["64.03", "64.72"]
    assert [each.name for each in answer.above] == ["Kalimantan Timur", "Indonesia"]
    assert values(answer.neighbours[1].main) == [("old", 2019, "90.20"), ("old", 2021, "90.06")]


def test_the_ipm_is_shown_by_sex_from_the_components(world: World) -> None:
    answer = index_series(by=world.colleague, key="ipm")

    women, men = answer.home.strand("ipm_female"), answer.home.strand("ipm_male")
    assert ("old", 2021, "55.76") in values(women)
    assert ("old", 2021, "78.33") in values(men)


def test_the_ikg_and_the_idg_have_one_series_whatever_the_vintage(world: World) -> None:
    take_in(world.secretary, IKG)
    take_in(world.secretary, IDG)

    assert values(index_series(by=world.colleague, key="ikg").home.main) == [
        ("", 2021, "0.500"),
        ("", 2022, "0.490"),
    ]
    idg = index_series(by=world.colleague, key="idg")
    assert values(idg.home.main) == [("", 2020, "65.66"), ("", 2021, "65.67")]
    reasons = [figure.reason for figure in idg.home.main.figures if figure.reason]
    assert reasons
    assert all("inputs are not there" in reason.say(Language.ENGLISH) for reason in reasons)


def test_an_index_without_a_series_is_not_there(world: World) -> None:
    with pytest.raises(NotFound):
        index_series(by=world.colleague, key="hdi")


def test_a_target_is_kept_replaced_and_withdrawn_with_its_trail(world: World) -> None:
    take_in(world.secretary, IPG, Vintage.OLD)
    target_id = aim(world.planner)
    assert last_event(world.planner).name == "indices.target.set"

    assert aim(world.secretary, value="74.50") == target_id
    (target,) = index_series(by=world.colleague, key="ipg").targets
    assert target.target.value == Decimal("74.50")
    assert "short by 3.31 with 8 years to go" in target.words.say(Language.ENGLISH)
    assert last_event(world.planner).detail["before"].startswith("75")

    withdraw_index_target(by=world.planner, at=AT, target_id=target_id)
    assert index_series(by=world.colleague, key="ipg").targets == ()
    assert last_event(world.planner).name == "indices.target.withdrawn"


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"index": "hdi"}, "IPM, IPG, IDG"),
        ({"value": "0"}, "above 0"),
        ({"value": "121"}, "at most 120"),
        ({"index": "ikg", "value": "45"}, "at most 1"),
        ({"value": "NaN"}, "above 0"),
        ({"year": 1999}, "2005"),
        ({"document": "  "}, "Name the document"),
    ],
)
def test_a_target_that_cannot_be_is_refused(world: World, changes, says) -> None:
    before = IndexTargetRecord.objects.count()

    with pytest.raises(Refused, match=says):
        aim(world.planner, **changes)
    assert IndexTargetRecord.objects.count() == before


def test_who_neither_plans_nor_runs_the_register_sets_no_target(world: World) -> None:
    for who in (world.colleague, world.inspector, world.chair):
        with pytest.raises(Refused):
            aim(who)
    assert not index_series(by=world.colleague, key="ipg").may_set_targets
    assert index_series(by=world.planner, key="ipg").may_set_targets


def test_another_government_sees_neither_figures_nor_targets(world: World) -> None:
    take_in(world.secretary, IPG, Vintage.OLD)
    target_id = aim(world.planner)

    answer = index_series(by=world.stranger, key="ipg")
    assert (answer.home.code, answer.home.main.stretches) == ("64.03", ())
    assert (answer.neighbours, answer.above, answer.targets) == ((), (), ())
    assert kept(by=world.stranger).names == {}
    with pytest.raises(NotFound):
        withdraw_index_target(by=world.stranger, at=AT, target_id=target_id)


def test_the_number_of_questions_does_not_grow_with_years_and_places(
    world: World, django_assert_max_num_queries
) -> None:
    take_in(world.secretary, IPG, Vintage.OLD)
    take_in(world.secretary, LONG_FORM)
    aim(world.planner)

    with django_assert_max_num_queries(5):
        index_series(by=world.colleague, key="ipg")
    with django_assert_max_num_queries(3):
        overview(by=world.colleague)


def test_the_overview_says_what_is_there_and_what_is_lacking(world: World) -> None:
    take_in(world.secretary, IKG)
    found = {each.index.key: each for each in overview(by=world.colleague).standings}

    ipg = found["ipg"]
    assert ipg.computed is not None
    assert ipg.year == 2021
    assert ipg.lacking == ()
    ikg = found["ikg"]
    assert (ikg.printed, ikg.printed_year, ikg.computed) == (Decimal("0.490"), 2022, None)
    codes = {each.measure.key: each.element_code for each in ikg.lacking}
    assert codes["mtf"] == "KS04-MTF"
    lacking = {each.measure.key: each for each in found["idg"].lacking}
    assert lacking["ppp"].element_code == ""
    assert not found["hdi"].has_register or found["hdi"].computed is None
    assert "gpi" not in found


def test_the_figures_are_drawn_with_names_breaks_and_the_target(world: World) -> None:
    take_in(world.secretary, IPG, Vintage.OLD)
    take_in(world.secretary, LONG_FORM)
    aim(world.planner)

    svg = index_figure(by=world.colleague, key="ipg", look=LOOK)
    assert "Kalimantan Timur" in svg
    assert "Target 75,00" in svg
    assert "72,02" in svg
    with pytest.raises(NotFound):
        index_map(by=world.colleague, key="idg", look=LOOK)
    take_in(world.secretary, IKG)
    assert "Samarinda" in index_map(by=world.colleague, key="ikg", look=LOOK)
