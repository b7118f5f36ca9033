"""Quarters are reported beside the plan, and the same disparity is looked at again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from setara.domain.budget.outcome import OutcomeVerdict
from setara.domain.budget.outcome_followed import Timing
from setara.domain.budget.quarter import Quarter, QuarterState
from setara.domain.budget.quarter_report import ActionReported, ActionState, IndicatorReported
from setara.domain.foundation.actor import PUBLIC, Actor
from setara.domain.foundation.money import Rupiah
from setara.domain.foundation.verdict import Refused
from setara.domain.language.text import Language
from setara.domain.statistics.observation import Nothing
from setara.store.models import PathwayRecord, QuarterReportRecord
from setara.usecases.budget.pathways import revise_pathway, sign_pathway
from setara.usecases.budget.quarter_reports import BadReport
from setara.usecases.budget.result_parts import QuarterAnswer, ResultAnswer
from setara.usecases.budget.result_queries import pathway_result, results_of_issue
from setara.usecases.foundation.access import NotFound
from tests.events import count_of_events, last_event
from tests.makers import AT
from tests.usecases.budget.results import (
    MAY,
    NEXT_YEAR,
    NONE,
    SIGNED,
    realised,
    record_later,
    report,
    trained,
)
from tests.world import World

IN_MAY = MAY.date()


def seen(by: Actor, today: date = IN_MAY) -> ResultAnswer:
    return pathway_result(by=by, pathway_id=SIGNED, today=today)


def first(by: Actor) -> QuarterAnswer:
    return seen(by).quarters[0]


def test_a_report_stands_beside_the_plan_and_leaves_an_event(world: World):
    report(
        world.author,
        Quarter.FIRST,
        trained(Decimal(30), Decimal(12)),
        IndicatorReported(2, Nothing.NOT_APPLICABLE, NONE, NONE, note="dihitung setahun sekali"),
        actions=(
            ActionReported(1, ActionState.DONE),
            ActionReported(2, ActionState.DROPPED, "digabung"),
        ),
        spent=Rupiah(50_000_000),
        spent_source="SP2D sampai Maret 2026",
        obstacles="Narasumber terlambat",
        remedy="Jadwal digeser",
    )

    event = last_event(world.author)
    assert (event.name, event.detail["quarter"]) == ("budget.quarter.reported", 1)
    quarter = first(world.chair)
    assert quarter.state is QuarterState.IN_TIME
    assert (quarter.spent, quarter.is_derived) == (Rupiah(50_000_000), False)
    assert quarter.report is not None
    assert quarter.report.indicators[0].women == Decimal(30)
    assert quarter.report.indicators[1].women is Nothing.NOT_APPLICABLE
    assert quarter.report.actions[1].reason == "digabung"
    output = seen(world.chair).indicators[0]
    assert (output.reached, output.percent) == (Decimal(42), Decimal("21.0"))


def test_a_quarter_is_reported_from_its_end_and_late_ones_say_so(world: World):
    with pytest.raises(Refused) as caught:
        report(world.author, Quarter.FIRST, at=AT)
    assert "berakhir pada 31 Maret 2026" in caught.value.reason.say(Language.INDONESIAN)

    report(world.author, Quarter.FIRST, at=MAY)

    states = [each.state for each in seen(world.author, date(2026, 7, 20)).quarters]
    assert states == [
        QuarterState.LATE,
        QuarterState.MISSING,
        QuarterState.NOT_YET,
        QuarterState.NOT_YET,
    ]
    assert seen(world.author, date(2026, 7, 20)).missing == (Quarter.SECOND,)


def test_everything_wrong_is_said_at_once_and_nothing_is_kept(world: World):
    before = count_of_events(world.author)

    with pytest.raises(BadReport) as caught:
        report(
            world.author,
            Quarter.FIRST,
            trained(Decimal(-1), Decimal(3), source=""),
            spent=Rupiah(1),
        )

    assert set(caught.value.fields) == {"women_1", "source_1", "spent_source"}
    assert not QuarterReportRecord.objects.exists()
    assert count_of_events(world.author) == before


def test_a_correction_needs_a_reason_and_keeps_what_stood(world: World):
    report(world.author, Quarter.FIRST, trained(Decimal(30), Decimal(12)))

    with pytest.raises(BadReport):
        report(world.author, Quarter.FIRST, trained(Decimal(31), Decimal(12)), edition=1)
    report(
        world.author,
        Quarter.FIRST,
        trained(Decimal(31), Decimal(12)),
        at=MAY,
        edition=1,
        reason="satu peserta terlewat",
    )

    quarter = first(world.chair)
    assert quarter.state is QuarterState.IN_TIME
    assert quarter.current is not None
    assert (quarter.current.number, quarter.current.reason) == (2, "satu peserta terlewat")
    assert [each.report.indicators[0].women for each in quarter.history] == [Decimal(30)]


@pytest.mark.parametrize("edition", [0, 2])
def test_two_who_report_at_once_are_told(world: World, edition):
    report(world.author, Quarter.FIRST, trained(Decimal(30), Decimal(12)))

    with pytest.raises(Refused) as caught:
        report(world.author, Quarter.FIRST, at=MAY, edition=edition, reason="sama")

    assert "baru saja mengubah" in caught.value.reason.say(Language.INDONESIAN)
    assert QuarterReportRecord.objects.count() == 1


def test_money_comes_from_the_realisation_and_is_not_typed_again(world: World):
    realised(world.planner, 2, "40.000.000")
    realised(world.planner, 3, "61.500.000")

    with pytest.raises(BadReport) as caught:
        report(world.author, Quarter.FIRST, spent=Rupiah(5), spent_source="SP2D")
    assert set(caught.value.fields) == {"spent"}

    report(world.author, Quarter.FIRST)
    quarter = first(world.chair)
    assert (quarter.spent, quarter.is_derived) == (Rupiah(61_500_000), True)
    assert quarter.spent_from is not None
    assert quarter.spent_from.say(Language.INDONESIAN) == "Realisasi s.d. Maret"
    money = seen(world.chair).money
    assert (money.budget, money.spent_by) == (Rupiah(685_250_000), Quarter.FIRST)
    assert money.percent == Decimal("9.0")


def test_money_typed_before_the_realisation_came_is_said_to_differ(world: World):
    report(world.author, Quarter.FIRST, spent=Rupiah(60_000_000), spent_source="SP2D sampai Maret")
    realised(world.planner, 3, "61.500.000")

    quarter = first(world.chair)
    assert (quarter.spent, quarter.typed_instead) == (Rupiah(61_500_000), Rupiah(60_000_000))


def test_only_the_agency_reports_and_a_stranger_finds_nothing(world: World):
    for who in (world.colleague, world.planner, world.inspector, world.secretary):
        with pytest.raises(Refused):
            report(who, Quarter.FIRST)
    for who in (world.stranger, PUBLIC):
        with pytest.raises((NotFound, Refused)):
            report(who, Quarter.FIRST)
        with pytest.raises((NotFound, Refused)):
            seen(who)
    with pytest.raises(NotFound):
        seen(world.stranger)
    assert not QuarterReportRecord.objects.exists()


def test_reports_go_on_to_the_revision(world: World):
    report(world.author, Quarter.FIRST, trained(Decimal(30), Decimal(12)))
    revision = revise_pathway(by=world.author, at=MAY, pathway_id=SIGNED)
    with pytest.raises(Refused):
        pathway_result(by=world.author, pathway_id=revision, today=MAY.date())
    sign_pathway(by=world.author, at=MAY, pathway_id=revision)

    with pytest.raises(Refused):
        report(world.author, Quarter.FIRST, edition=1, reason="revisi")
    found = pathway_result(by=world.author, pathway_id=revision, today=MAY.date())
    assert found.reported == 1
    assert found.quarters[0].current is not None
    assert found.quarters[0].current.of_earlier_pathway
    [only] = results_of_issue(by=world.author, issue_id=found.issue_id, today=MAY.date())
    assert only.pathway_id == revision


def test_the_same_disparity_is_followed_to_the_end_of_the_year(world: World):
    before = seen(world.chair).headline
    assert before is not None
    assert before.is_issue
    assert before.followed.result.verdict is OutcomeVerdict.UNKNOWN

    record_later(world.secretary, 2025, "4000", "21000")
    early = seen(world.chair).headline
    assert early is not None
    assert early.followed.result.verdict is OutcomeVerdict.UNKNOWN
    assert [row.timing for row in early.followed.rows] == [Timing.BEFORE]

    record_later(world.secretary, 2026, "9000", "21000")
    after = seen(world.chair).headline
    assert after is not None
    assert after.followed.result.verdict is OutcomeVerdict.NARROWED
    assert after.followed.counted is not None
    assert after.followed.counted.period.valid_from.year == 2026


def test_a_figure_typed_into_column_two_cannot_be_followed(world: World):
    record = PathwayRecord.objects.get(pk=SIGNED)
    record.columns["data"][0]["reference"] = None
    record.save()
    record_later(world.secretary, 2026, "9000", "21000")

    found = seen(world.chair).headline

    assert found is not None
    assert found.followed.result.verdict is OutcomeVerdict.UNKNOWN
    assert "diketik" in found.followed.result.reason.say(Language.INDONESIAN)


def test_an_indicator_is_judged_by_both_sexes_at_the_end_of_the_year(world: World):
    told = IndicatorReported(2, Decimal(9000), Decimal(21000), NONE, "Susenas")
    report(world.author, Quarter.THIRD, told, at=NEXT_YEAR)
    outcome = seen(world.chair, NEXT_YEAR.date()).indicators[1]
    assert outcome.outcome.verdict is OutcomeVerdict.UNKNOWN
    assert "Triwulan III" in outcome.outcome.reason.say(Language.INDONESIAN)

    report(world.author, Quarter.FOURTH, replace(told, men=NONE), at=NEXT_YEAR)
    outcome = seen(world.chair, NEXT_YEAR.date()).indicators[1]
    assert outcome.outcome.verdict is OutcomeVerdict.UNKNOWN
    assert outcome.reached == Decimal(9000)

    report(world.author, Quarter.FOURTH, told, at=NEXT_YEAR, edition=1, reason="angka laki-laki")
    outcome = seen(world.chair, NEXT_YEAR.date()).indicators[1]
    assert outcome.outcome.verdict is OutcomeVerdict.NARROWED
    assert outcome.latest_quarter is Quarter.FOURTH
