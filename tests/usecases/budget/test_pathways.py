"""A GAP follows the register while it is a draft, and keeps what it was signed with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from setara.domain.budget.datum import Datum, DatumReference
from setara.domain.budget.pathway import PathwayDraft, PathwayState
from setara.domain.foundation.actor import PUBLIC, Actor
from setara.domain.foundation.period import Period
from setara.domain.foundation.verdict import Refused
from setara.domain.language.text import Language, same
from setara.domain.statistics.element import PopulationType
from setara.store.models import IssueRecord, ObservationRecord, PathwayRecord
from setara.usecases.budget import pathways as verbs
from setara.usecases.budget.offering import Wanted
from setara.usecases.budget.pathway_queries import (
    PathwayAnswer,
    opening,
    pathway,
    pathway_data,
    pathways,
    pathways_of_issue,
)
from setara.usecases.budget.register import current
from setara.usecases.foundation.access import NotFound
from tests.events import last_event
from tests.makers import AT, agency_of
from tests.world import World

TODAY = AT.date()
CODE = "2.17.07.2.01.0015"
SIGNED = 1


def open_one(by: Actor, **given: object) -> int:
    facts = {
        "issue_id": IssueRecord.objects.get().pk,
        "agency_id": given.pop("agency_id", None) or agency_of(by),
        "year": 2027,
        "activity_code": CODE,
        "activity_name": "Pelatihan UMKM",
    }
    return verbs.open_pathway(by=by, at=AT, **(facts | given))


def seen(by: Actor, pathway_id: int) -> PathwayAnswer:
    return pathway(by=by, pathway_id=pathway_id, today=TODAY)


def women_of(answer: PathwayAnswer) -> object:
    return answer.pathway.data[0].female


def correct_the_register(value: int) -> None:
    figures = ObservationRecord.objects.filter(element__code="TK07", place__code="64.01", sex="P")
    assert figures.filter(valid_from__year=2024).update(value=value) == 1


def save(by: Actor, pathway_id: int, edition: int = 1, **draft: object) -> None:
    verbs.save_pathway(
        by=by, at=AT, pathway_id=pathway_id, edition=edition, draft=PathwayDraft(**draft)
    )


def test_column_two_is_filled_from_the_issue(world: World):
    answer = seen(world.author, open_one(world.author, objective=" Tujuan "))

    (datum,) = answer.pathway.data
    assert (datum.female, datum.male) == (Decimal(3300), Decimal(19600))
    assert datum.reference == DatumReference("TK07", "64.01")
    assert "BPS" in datum.source
    assert datum.period == Period.year(2024)
    assert answer.pathway.objective == "Tujuan"
    assert last_event(world.author).name == "budget.pathway.opened"


@pytest.mark.parametrize("code", ["2.17.07", "2.17.07.2.01", "pelatihan", ""])
def test_only_a_sub_activity_is_analysed(world: World, code):
    with pytest.raises(Refused):
        open_one(world.author, activity_code=code)


def test_nobody_opens_one_for_another_agency_or_on_anothers_issue(world: World):
    for by in (world.colleague, world.planner, world.inspector, world.secretary, PUBLIC):
        with pytest.raises(Refused):
            open_one(by, agency_id=agency_of(world.author))
    with pytest.raises(NotFound):
        opening(by=world.stranger, issue_id=IssueRecord.objects.get().pk, today=TODAY)


def test_an_issue_without_figures_opens_empty_and_cannot_be_signed(world: World):
    ObservationRecord.objects.filter(element__code="TK07").delete()

    answer = seen(world.author, open_one(world.author))

    assert answer.pathway.data == ()
    assert "Data pembuka wawasan masih kosong" in answer.may_sign.reason.say(Language.INDONESIAN)


def test_a_draft_follows_the_register(world: World):
    pathway_id = open_one(world.author)

    correct_the_register(4100)

    assert women_of(seen(world.author, pathway_id)) == Decimal(4100)


def test_a_signature_freezes_the_register_of_that_moment(world: World):
    revision = verbs.revise_pathway(by=world.author, at=AT, pathway_id=SIGNED)
    correct_the_register(4100)
    verbs.sign_pathway(by=world.author, at=AT, pathway_id=revision)

    correct_the_register(9900)

    frozen = seen(world.author, revision)
    assert women_of(frozen) == Decimal(4100)
    assert women_of(seen(world.author, SIGNED)) == Decimal(3300)
    assert (frozen.signed_by, frozen.signed_at) == (world.author.name, AT)


def test_what_is_saved_is_read_back_and_leaves_the_rest(world: World):
    revision = verbs.revise_pathway(by=world.author, at=AT, pathway_id=SIGNED)
    before = seen(world.author, revision).pathway

    save(world.author, revision, reformulated_objective=" Baru ")

    answer = seen(world.author, revision)
    assert answer.pathway == replace(before, reformulated_objective="Baru")
    assert (answer.edition, answer.saved_by) == (2, world.author.name)


def test_the_second_of_two_editors_is_told_who_saved_and_when(world: World):
    pathway_id = open_one(world.author)
    save(world.author, pathway_id, objective="Satu")

    with pytest.raises(Refused) as caught:
        save(world.author, pathway_id, objective="Dua")

    said = caught.value.reason.say(Language.INDONESIAN)
    assert said.startswith(f"{world.author.name} menyimpan GAP ini pada 16 Juni 2025")
    assert seen(world.author, pathway_id).pathway.objective == "Satu"


@pytest.mark.parametrize("act", ["save", "sign"])
def test_who_writes_between_reading_and_writing_is_not_overwritten(world: World, monkeypatch, act):
    revision = verbs.revise_pathway(by=world.author, at=AT, pathway_id=SIGNED)

    def interrupted(record: PathwayRecord):
        PathwayRecord.objects.filter(pk=record.pk).update(edition=7, objective="Yang lain")
        return current(record)

    monkeypatch.setattr("setara.usecases.budget.pathways.current", interrupted)
    acts = {
        "save": lambda: save(world.author, revision, objective="Saya"),
        "sign": lambda: verbs.sign_pathway(by=world.author, at=AT, pathway_id=revision),
    }
    with pytest.raises(Refused):
        acts[act]()

    kept = PathwayRecord.objects.get(pk=revision)
    assert kept.state == PathwayState.DRAFT
    assert kept.objective != "Saya"


def test_figures_are_taken_from_the_register_once(world: World):
    pathway_id = open_one(world.author)
    (schooling,) = _offered(world, pathway_id, "PD10-RLS")
    assert schooling.figures.can_be_taken
    assert schooling.figures.datum.key == 2

    _take(world.author, pathway_id, 1, "PD10-RLS")

    after = _data(world, pathway_id)
    assert [datum.reference.element_code for datum in after.pathway.pathway.data] == [
        "TK07",
        "PD10-RLS",
    ]
    assert _offered(world, pathway_id, "PD10-RLS")[0].figures.is_taken
    for code, edition in (("PD10-RLS", 2), ("TIDAK-ADA", 2), ("PD10-RLS", 1)):
        with pytest.raises(Refused):
            _take(world.author, pathway_id, edition, code)


def test_the_latest_figures_are_offered_with_those_before(world: World):
    pathway_id = open_one(world.author)

    (schooling,) = _offered(world, pathway_id, "PD10-RLS")

    known = ObservationRecord.objects.filter(element__code="PD10-RLS", place__code="64.01")
    years = sorted({day.year for day in known.values_list("valid_from", flat=True)})
    datum = schooling.figures.datum
    assert datum.period.valid_from.year == years[-1]
    assert [each.period.valid_from.year for each in datum.series] == years[:-1][-4:]


def test_typed_figures_are_judged_and_kept_as_stated(world: World):
    pathway_id = open_one(world.author)
    typed = Datum(
        key=2,
        label=same("Murid SD"),
        unit=same("orang"),
        female=Decimal(151_822),
        male=Decimal(161_685),
        period=Period.year(2024),
        source="Dinas Pendidikan",
        population_type=PopulationType.BENEFICIARIES,
        stated_total=Decimal(313_508),
        stated_female_percent=Decimal("42.43"),
    )

    save(world.author, pathway_id, data=(*seen(world.author, pathway_id).pathway.data, typed))

    answer = seen(world.author, pathway_id)
    assert answer.pathway.data[1] == typed
    assert {"GAP-01", "GAP-11"} <= {finding.rule for finding in answer.findings}


@pytest.mark.parametrize("name", ["colleague", "planner", "inspector", "chair", "secretary"])
def test_only_its_own_agency_writes_a_draft(world: World, name):
    revision = verbs.revise_pathway(by=world.author, at=AT, pathway_id=SIGNED)
    other: Actor = getattr(world, name)

    for act in _acts(other, revision):
        with pytest.raises(Refused):
            act()
    answer = seen(other, revision)
    assert not any((answer.may_save, answer.may_sign, answer.may_revise, answer.may_draw_up))


def test_what_is_another_governments_is_not_there(world: World):
    revision = verbs.revise_pathway(by=world.author, at=AT, pathway_id=SIGNED)

    for act in _acts(world.stranger, revision):
        with pytest.raises(NotFound):
            act()
    with pytest.raises(NotFound):
        pathway_data(by=world.stranger, pathway_id=revision, today=TODAY)


def test_a_revision_replaces_once_it_is_signed(world: World):
    revision = verbs.revise_pathway(by=world.author, at=AT, pathway_id=SIGNED)
    issue_id = IssueRecord.objects.get().pk
    with pytest.raises(Refused):
        verbs.revise_pathway(by=world.author, at=AT, pathway_id=SIGNED)
    assert seen(world.author, SIGNED).replaced_by_id == revision
    assert seen(world.author, revision).replaces_id == SIGNED

    verbs.sign_pathway(by=world.author, at=AT, pathway_id=revision)

    assert seen(world.author, SIGNED).pathway.state is PathwayState.SUPERSEDED
    standing = pathways_of_issue(by=world.chair, issue_id=issue_id, today=TODAY)
    assert [line.pathway_id for line in standing] == [revision]
    assert len(pathways(by=world.chair, today=TODAY)) == 2


def test_the_public_reads_no_gap(world: World):
    for ask in (pathways, lambda **given: pathway(pathway_id=SIGNED, **given)):
        with pytest.raises(Refused):
            ask(by=PUBLIC, today=TODAY)


def _data(world: World, pathway_id: int, words: str = ""):
    wanted = Wanted(words=words)
    return pathway_data(by=world.author, pathway_id=pathway_id, today=TODAY, wanted=wanted)


def _offered(world: World, pathway_id: int, words: str):
    return _data(world, pathway_id, words).offers.rows


def _take(by: Actor, pathway_id: int, edition: int, code: str) -> None:
    verbs.take_datum(by=by, at=AT, pathway_id=pathway_id, edition=edition, element_code=code)


def _acts(by: Actor, pathway_id: int) -> list[Callable[[], object]]:
    return [
        lambda: save(by, pathway_id, objective="x"),
        lambda: _take(by, pathway_id, 1, "PD10-RLS"),
        lambda: verbs.sign_pathway(by=by, at=AT, pathway_id=pathway_id),
        lambda: verbs.revise_pathway(by=by, at=AT, pathway_id=SIGNED),
    ]
