"""Rules of substance switched off and on by a government, and GAPs held against each other."""

from dataclasses import replace

import pytest
from django.utils.timezone import localdate

from setara.domain.budget.pathway import PathwayState
from setara.domain.foundation.verdict import Refused
from setara.domain.language.text import Language
from setara.store.models import AgencyRecord, EventRecord, IssueRecord, PathwayRecord
from setara.usecases.budget.columns import as_kept
from setara.usecases.budget.pathway_queries import pathway
from setara.usecases.budget.record_checks import check_pathway, check_statement
from setara.usecases.budget.rule_switches import RuleLine, rules, switch_rule
from setara.usecases.foundation.access import NotFound
from setara.usecases.foundation.actors import OPERATOR
from tests.domain.budget.examples import exemplar
from tests.makers import AT

TODAY = localdate(AT)
WHY = "Kesepakatan tim penggerak 3 Maret"


def switched(world, rule="GAP-41", *, is_off=True, reason=WHY, by=None):
    switch_rule(by=by or world.secretary, at=AT, rule=rule, is_off=is_off, reason=reason)


def line(world, rule, by=None) -> RuleLine:
    return next(
        each for each in rules(by=by or world.secretary, today=TODAY).rules if each.rule == rule
    )


def made(world, *, year=2026, code="2.17.07.2.01.0002", **given) -> PathwayRecord:
    """The exemplar as a stored draft."""
    seen = replace(exemplar(), **given)
    return PathwayRecord.objects.create(
        government_id=world.secretary.government_id,
        issue=IssueRecord.objects.earliest("pk"),
        agency=AgencyRecord.objects.filter(
            government_id=world.secretary.government_id, code__startswith="2.17"
        ).earliest("pk"),
        year=year,
        activity_code=code,
        activity_name="Contoh",
        state=PathwayState.DRAFT,
        objective=seen.objective,
        reformulated_objective=seen.reformulated_objective,
        columns=as_kept(seen),
        saved_by="Uji",
        saved_at=AT,
    )


def found(record, by, rule):
    answer = pathway(by=by, pathway_id=record.pk, today=TODAY)
    return [each for each in answer.findings if each.rule == rule]


def test_a_rule_switched_off_is_silent_and_speaks_again_when_switched_on(world):
    weak = made(world, reformulated_objective="Meningkatnya mutu")
    assert found(weak, world.author, "GAP-41")

    switched(world)

    assert not found(weak, world.author, "GAP-41")
    assert not [
        each
        for each in check_pathway(by=OPERATOR, pathway_id=weak.pk, today=TODAY).findings
        if each.rule == "GAP-41"
    ]

    switched(world, is_off=False)

    assert found(weak, world.author, "GAP-41")


def test_the_switch_tells_who_when_and_why(world):
    switched(world)

    told = line(world, "GAP-41", by=world.author)

    assert (told.is_off, told.reason, told.switched_by, told.switched_at) == (
        True,
        WHY,
        world.secretary.name,
        AT,
    )
    assert not told.may_switch.allowed
    assert line(world, "GAP-41").may_switch.allowed
    event = EventRecord.objects.filter(name="budget.rule.switched").last()
    assert event is not None
    assert event.detail["reason"] == WHY


def test_errors_stay_whatever_is_switched_off(world):
    switched(world, "GAP-06")
    empty = made(world, actions=())

    assert found(empty, world.author, "GAP-06")
    assert line(world, "GAP-06").stays_stopping
    with pytest.raises(Refused, match="GAP-04"):
        switched(world, "GAP-04")


@pytest.mark.parametrize(
    "given",
    [{"reason": " "}, {"rule": "GAP-99"}, {"is_off": False}],
)
def test_what_cannot_be_switched_is_refused(world, given):
    with pytest.raises(Refused):
        switched(world, **given)


def test_only_the_secretariat_and_the_driver_of_substance_switch(world):
    for by in (world.author, world.planner, world.inspector, world.chair):
        with pytest.raises(Refused):
            switched(world, by=by)


def test_another_government_keeps_its_own_switches(world):
    switched(world)

    assert not line(world, "GAP-41", by=world.stranger).is_off
    assert rules(by=world.stranger, today=TODAY).pathways == 0


def test_how_many_gaps_of_the_year_a_rule_finds_weak(world):
    counted = line(world, "GAP-41").pathways
    assert counted is not None
    assert line(world, "GAP-09").pathways is None
    year = rules(by=world.secretary, today=TODAY).year
    made(world, year=year, reformulated_objective="Meningkatnya mutu")
    made(world, year=year - 1, reformulated_objective="Meningkatnya mutu")

    assert line(world, "GAP-41").pathways == counted + 1


def test_a_gap_pasted_from_another_sub_activity_is_found(world):
    first = made(world)
    second = made(world, code="2.17.07.2.01.0003")

    (finding,) = found(second, world.author, "GAP-09")

    assert f"GAP {first.pk}, 2.17.07.2.01.0002" in finding.message.say(Language.INDONESIAN)


def test_a_gap_carried_over_unchanged_is_told_so_in_its_own_words(world):
    first = made(world, year=2025)
    second = made(world, year=2026)
    PathwayRecord.objects.filter(pk=second.pk).update(follows=first)
    second.refresh_from_db()

    (finding,) = found(second, world.author, "GAP-09")

    assert "tahun lalu yang dilanjutkan" in finding.message.say(Language.INDONESIAN)


def test_a_revision_is_not_held_against_what_it_revises(world):
    first = made(world)
    PathwayRecord.objects.filter(pk=first.pk).update(state=PathwayState.SIGNED, signed_at=AT)
    revision = made(world)
    PathwayRecord.objects.filter(pk=revision.pk).update(replaces=first.pk)
    revision.refresh_from_db()

    assert not found(revision, world.author, "GAP-09")
    assert not found(first, world.author, "GAP-09")


def test_a_record_is_checked_for_the_operator_and_hidden_from_strangers(world):
    record = made(world)

    assert check_pathway(by=OPERATOR, pathway_id=record.pk, today=TODAY).pathway_id == record.pk
    with pytest.raises(NotFound):
        check_pathway(by=world.stranger, pathway_id=record.pk, today=TODAY)
    with pytest.raises(NotFound):
        check_statement(by=OPERATOR, statement_id=10**9, today=TODAY)
