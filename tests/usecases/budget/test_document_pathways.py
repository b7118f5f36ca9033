"""A plan document's four-step GAP takes its figures, never types them, and is frozen by signing."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from setara.cli.demo.filling import table_of
from setara.cli.demo.plan_pathway import write_plan_pathway
from setara.domain.budget.datum import Datum
from setara.domain.budget.document_pathway import (
    AgencyPart,
    DocumentDraft,
    DocumentKind,
    IndexFigure,
    PlanIssue,
)
from setara.domain.budget.pathway import PathwayState
from setara.domain.foundation.actor import PUBLIC, Actor
from setara.domain.foundation.seat import SeatKind
from setara.domain.foundation.station import Station, StationKind
from setara.domain.foundation.verdict import Refused
from setara.domain.language.text import Language
from setara.domain.law.forms import FormKind
from setara.domain.reports.outline import as_text
from setara.store.models import (
    AgencyRecord,
    DocumentPathwayRecord,
    HoldingRecord,
    IssueRecord,
    ObservationRecord,
    PathwayRecord,
)
from setara.usecases.budget import document_pathways as verbs
from setara.usecases.budget.document_columns import document_as_rule_sees_it
from setara.usecases.budget.document_queries import (
    DocumentAnswer,
    document_opening,
    document_pathway,
    document_pathways,
    document_writing,
    documents_of_issue,
)
from setara.usecases.budget.forms import choose_form
from setara.usecases.budget.pathway_queries import pathway
from setara.usecases.budget.signatories import holder_of
from setara.usecases.foundation.access import NotFound
from setara.usecases.foundation.practice import open_practice_year
from setara.usecases.foundation.practice_queries import Sitting, practising
from setara.usecases.reports.papers import PaperKind, outline_of
from setara.usecases.reports.threads import issue_behind, thread_of
from tests.events import last_event
from tests.makers import AT, agency_of
from tests.world import World

TODAY = AT.date()
GAP = 1


class Played:
    """The world as the demo's step needs it."""

    def __init__(self, world: World) -> None:
        self.now = AT
        self.agencies = dict(
            AgencyRecord.objects.filter(government_id=world.planner.government_id).values_list(
                "code", "pk"
            )
        )
        self.actors = {"driver_planning": world.planner, "author": world.author}


def open_one(by: Actor, **given: object) -> int:
    facts: dict[str, object] = {
        "kind": DocumentKind.RPJMD,
        "title": "RPJMD",
        "agency_id": agency_of(by) if by.agency_ids else None,
        "first_year": 2026,
        "last_year": 2030,
        "issue_ids": [IssueRecord.objects.get().pk],
    }
    return verbs.open_document_pathway(by=by, at=AT, **(facts | given))


def seen(by: Actor, document_id: int) -> DocumentAnswer:
    return document_pathway(by=by, document_id=document_id, today=TODAY)


def written(world: World) -> int:
    return write_plan_pathway(Played(world), table_of("plan_pathway.toml"))


def test_it_opens_with_the_figures_of_its_issues(world: World):
    answer = seen(world.planner, open_one(world.planner))

    (datum,) = answer.pathway.evidence
    assert isinstance(datum, Datum)
    assert (datum.female, datum.male) == (Decimal(3300), Decimal(19600))
    assert answer.pathway.issues[0].evidence == (datum.key,)
    assert answer.form.key == "gap-4-steps"
    assert last_event(world.planner).name == "budget.document_pathway.opened"


def test_who_may_open_which_document(world: World):
    renstra = open_one(world.author, kind=DocumentKind.RENSTRA)

    assert seen(world.author, renstra).pathway.kind is DocumentKind.RENSTRA
    with pytest.raises(Refused, match="planning driver"):
        open_one(world.author)
    own = agency_of(world.author)
    for by in (world.colleague, world.inspector, world.chair, PUBLIC):
        with pytest.raises(Refused):
            open_one(by, kind=DocumentKind.RENSTRA, agency_id=own)


@pytest.mark.parametrize(("first", "last"), [(2030, 2026), (2026, 2040)])
def test_years_that_are_no_plan_are_refused(world: World, first, last):
    with pytest.raises(Refused, match="no period"):
        open_one(world.planner, first_year=first, last_year=last)


def test_without_an_issue_nothing_is_opened(world: World):
    with pytest.raises(Refused, match="one gender issue"):
        open_one(world.planner, issue_ids=[])
    assert not DocumentPathwayRecord.objects.exists()


def test_indices_and_data_are_offered_and_taken_with_their_source(world: World):
    pk = open_one(world.planner)
    offered = document_writing(by=world.planner, document_id=pk, today=TODAY).offered
    indices = [each for each in offered if isinstance(each.evidence, IndexFigure)]
    data = [each for each in offered if isinstance(each.evidence, Datum)]
    assert indices
    assert data

    codes = [indices[0].code, data[0].code]
    verbs.take_evidence(by=world.planner, at=AT, document_id=pk, edition=1, codes=codes)

    answer = seen(world.planner, pk)
    assert [each.key for each in answer.pathway.evidence] == [1, 2, 3]
    assert all(each.source for each in answer.pathway.evidence)
    assert answer.edition == 2
    again = document_writing(by=world.planner, document_id=pk, today=TODAY).offered
    assert not {each.code for each in again} & set(codes)
    with pytest.raises(Refused, match="cannot be taken"):
        verbs.take_evidence(by=world.planner, at=AT, document_id=pk, edition=2, codes=codes)


def test_two_writers_do_not_overwrite_each_other(world: World):
    pk = open_one(world.planner)
    draft = DocumentDraft(title="RPJMD yang baru")
    verbs.save_document_pathway(by=world.planner, at=AT, document_id=pk, edition=1, draft=draft)

    with pytest.raises(Refused, match=world.planner.name.split(maxsplit=1)[0]):
        verbs.save_document_pathway(
            by=world.secretary, at=AT, document_id=pk, edition=1, draft=DocumentDraft(title="Lain")
        )
    assert seen(world.planner, pk).pathway.title == "RPJMD yang baru"


def test_an_agency_of_another_government_is_not_there(world: World):
    pk = open_one(world.planner)
    foreign = AgencyRecord.objects.exclude(government_id=world.planner.government_id).first()
    part = AgencyPart(foreign.pk if foreign else 10**6, "", "")

    with pytest.raises(NotFound):
        verbs.save_document_pathway(
            by=world.planner,
            at=AT,
            document_id=pk,
            edition=1,
            draft=DocumentDraft(agencies=(part,)),
        )


def test_what_is_not_whole_is_not_signed(world: World):
    pk = open_one(world.planner)

    with pytest.raises(Refused, match="Step 3"):
        verbs.sign_document_pathway(by=world.planner, at=AT, document_id=pk)


def test_the_edition_that_was_read_is_signed_with_the_head_who_sat_that_day(world: World):
    signed = written(world)
    revision = verbs.revise_document_pathway(by=world.planner, at=AT, document_id=signed)
    led = HoldingRecord.objects.filter(
        seat__kind=SeatKind.AGENCY_HEAD, seat__government=world.planner.government_id
    )
    DocumentPathwayRecord.objects.filter(pk=revision).update(agency=led[0].seat.agency_id)
    draft = DocumentDraft(title="RPJMD lain")
    verbs.save_document_pathway(
        by=world.secretary, at=AT, document_id=revision, edition=1, draft=draft
    )

    with pytest.raises(Refused, match="saved this GAP"):
        verbs.sign_document_pathway(by=world.planner, at=AT, document_id=revision, edition=1)
    verbs.sign_document_pathway(by=world.planner, at=AT, document_id=revision, edition=2)

    answer = seen(world.planner, revision)
    assert answer.signatory == holder_of(answer.pathway.agency_id, TODAY)
    assert answer.signatory is not None
    HoldingRecord.objects.filter(seat__agency_id=answer.pathway.agency_id).delete()
    paper = outline_of(
        by=world.planner, kind=PaperKind.DOCUMENT_PATHWAY, subject_id=revision, today=TODAY
    )
    assert answer.signatory.name in as_text(paper, Language.INDONESIAN)


@pytest.mark.parametrize("is_old", [False, True])
def test_in_a_practice_year_its_agencies_are_those_of_practice(world: World, is_old):
    original = DocumentPathwayRecord.objects.get(pk=written(world))
    real = AgencyRecord.objects.filter(government=original.government_id)
    if is_old:
        ids = dict(real.values_list("code", "pk"))
        parts = original.steps["agencies"]
        old = [each | {"agency": ids[each["code"]]} for each in parts]
        for each in old:
            del each["code"]
        original.steps["agencies"] = old
        original.save()
    copy_id = open_practice_year(by=world.secretary, at=AT)

    copied = DocumentPathwayRecord.objects.get(government=copy_id)
    parts = document_as_rule_sees_it(copied).agencies
    assert parts
    own = AgencyRecord.objects.filter(government=copy_id).values_list("pk", flat=True)
    assert {each.agency_id for each in parts} <= set(own)
    assert [each.name for each in parts] == [
        each.name for each in document_as_rule_sees_it(original).agencies
    ]
    by = practising(by=world.planner, sitting=Sitting(copy_id, None), on=TODAY)
    assert by is not None
    revision = verbs.revise_document_pathway(by=by, at=AT, document_id=copied.pk)
    verbs.save_document_pathway(
        by=by, at=AT, document_id=revision, edition=1, draft=DocumentDraft(agencies=parts)
    )
    kept = DocumentPathwayRecord.objects.get(pk=revision)
    assert [each.agency_id for each in document_as_rule_sees_it(kept).agencies] == [
        each.agency_id for each in parts
    ]


def test_signing_freezes_the_figures(world: World):
    pk = written(world)
    before = seen(world.planner, pk).pathway.evidence[0]
    figures = ObservationRecord.objects.filter(element__code="TK07", place__code="64.01", sex="P")
    figures.filter(valid_from__year=2024).update(value=9999)

    answer = seen(world.planner, pk)
    assert answer.pathway.evidence[0] == before
    assert answer.pathway.state is PathwayState.SIGNED
    assert not answer.may_save
    draft = seen(world.planner, open_one(world.planner)).pathway.evidence[0]
    assert isinstance(draft, Datum)
    assert draft.female == 9999


def test_the_demo_writes_one_whose_only_weakness_is_old_figures_and_ties_the_gap_to_it(
    world: World,
):
    pk = written(world)

    answer = seen(world.planner, pk)
    assert {each.rule for each in answer.findings} == {"GAP-22"}
    assert [each.pk for each in answer.carried_out_by] == [GAP]
    found = pathway(by=world.author, pathway_id=GAP, today=TODAY)
    assert found.carries_out == (pk, answer.pathway.title)


def test_a_revision_takes_the_place_of_what_it_revises(world: World):
    pk = written(world)
    revision = verbs.revise_document_pathway(by=world.planner, at=AT, document_id=pk)
    with pytest.raises(Refused, match="open already"):
        verbs.revise_document_pathway(by=world.planner, at=AT, document_id=pk)

    verbs.sign_document_pathway(by=world.planner, at=AT, document_id=revision)

    assert seen(world.planner, pk).pathway.state is PathwayState.SUPERSEDED
    assert seen(world.planner, pk).replaced_by_id == revision
    assert PathwayRecord.objects.get(pk=GAP).carries_out_id == revision
    listed = documents_of_issue(
        by=world.planner, issue_id=IssueRecord.objects.get().pk, today=TODAY
    )
    assert [each.document_id for each in listed] == [revision]


def test_a_gap_of_another_year_is_not_tied(world: World):
    pk = open_one(world.planner, first_year=2031, last_year=2035)

    with pytest.raises(Refused, match="outside the period"):
        verbs.carry_out(by=world.author, at=AT, pathway_id=GAP, document_id=pk)
    with pytest.raises(Refused):
        verbs.carry_out(by=world.colleague, at=AT, pathway_id=GAP, document_id=None)


def test_a_gap_is_not_tied_to_an_analysis_that_was_replaced(world: World):
    pk = written(world)
    revision = verbs.revise_document_pathway(by=world.planner, at=AT, document_id=pk)
    verbs.sign_document_pathway(by=world.planner, at=AT, document_id=revision)

    with pytest.raises(Refused, match="Choose the one that holds"):
        verbs.carry_out(by=world.author, at=AT, pathway_id=GAP, document_id=pk)

    assert PathwayRecord.objects.get(pk=GAP).carries_out_id == revision


def test_it_stands_in_the_thread_of_its_issue(world: World):
    pk, issue_id = written(world), IssueRecord.objects.get().pk
    here = Station(StationKind.PATHWAY, pk, is_of_plan=True)

    found = thread_of(by=world.planner, issue_id=issue_id, today=TODAY)

    stations = [item.station for stop in found.stops for item in stop.items]
    assert here in stations
    assert issue_behind(by=world.planner, station=here) == issue_id
    assert issue_behind(by=world.stranger, station=here) is None


def test_the_paper_has_the_four_steps_of_its_form(world: World):
    pk = written(world)

    paper = outline_of(
        by=world.planner, kind=PaperKind.DOCUMENT_PATHWAY, subject_id=pk, today=TODAY
    )

    said = as_text(paper, Language.INDONESIAN)
    assert "1. Identifikasi isu/permasalahan gender" in said
    assert "Sumber:" in said
    assert "A3 | Aktivitas: Pendataan dan kelas malam" in said
    assert "Kementerian Ketenagakerjaan (di luar pemda)" in said
    assert "CONTOH UNTUK LATIHAN" in said


def test_a_form_chosen_later_does_not_change_what_was_signed(world: World):
    pk = written(world)
    assert document_opening(by=world.planner, today=TODAY).may_open
    with pytest.raises(Refused):
        choose_form(
            by=world.secretary,
            at=AT,
            kind=FormKind.PATHWAY,
            form_key="gap-4-steps",
            form_version="2025",
            from_year=2026,
            reason="x",
        )
    record = DocumentPathwayRecord.objects.get(pk=pk)
    assert (record.form_key, record.form_version) == ("gap-4-steps", "2025")


def test_nobody_of_another_government_sees_it(world: World):
    pk = written(world)

    for ask in (document_pathway, document_writing):
        with pytest.raises(NotFound):
            ask(by=world.stranger, document_id=pk, today=TODAY)
    assert document_pathways(by=world.stranger, today=TODAY) == ()
    assert [each.document_id for each in document_pathways(by=world.chair, today=TODAY)] == [pk]
    with pytest.raises((NotFound, Refused)):
        verbs.sign_document_pathway(by=world.stranger, at=AT, document_id=pk)


def test_what_is_dropped_leaves_no_reference(world: World):
    pk = open_one(world.planner)
    pathway_before = seen(world.planner, pk).pathway
    issue = replace(pathway_before.issues[0], text="Isu")
    draft = DocumentDraft(kept=frozenset(), issues=(issue, PlanIssue(2, "Lain", (7,))))

    verbs.save_document_pathway(by=world.planner, at=AT, document_id=pk, edition=1, draft=draft)

    after = seen(world.planner, pk).pathway
    assert after.evidence == ()
    assert [each.evidence for each in after.issues] == [(), ()]
