"""A plan document's GAP is opened, written and signed on pages, and tied to that of an activity."""

from __future__ import annotations

from decimal import Decimal

import pytest

from setara.cli.demo.filling import table_of
from setara.cli.demo.plan_pathway import write_plan_pathway
from setara.domain.language.text import Language
from setara.store.models import DocumentPathwayRecord, IssueRecord, PathwayRecord
from setara.usecases.budget.document_queries import document_writing
from setara.web.budget.document_drafting import document_draft, document_initial
from setara.web.budget.document_forms import DocumentForm
from tests.makers import AT, agency_of
from tests.usecases.budget.test_document_pathways import Played, seen
from tests.web.visitor import Visitor, words
from tests.world import World


@pytest.fixture
def written(world: World) -> int:
    """The GAP of the RPJMD as the demo writes it."""
    return write_plan_pathway(Played(world), table_of("plan_pathway.toml"))


def opened(world: World) -> int:
    answer = Visitor(world.planner).sends(
        "budget:open_document",
        kind="rpjmd",
        title="RPJMD",
        agency_id=agency_of(world.planner),
        first_year=2026,
        last_year=2028,
        issue_ids=[IssueRecord.objects.get().pk],
    )
    assert answer.status_code == 302
    return DocumentPathwayRecord.objects.get().pk


def save(world: World, pk: int, **typed: object) -> None:
    edition = DocumentPathwayRecord.objects.get(pk=pk).edition
    answer = Visitor(world.planner).sends(
        "budget:write_document", pk, edition=edition, title="RPJMD", **typed
    )
    assert answer.status_code == 302


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("name", ["budget:document_pathway", "budget:write_document"])
def test_its_pages_are_read_in_both_languages(world: World, written, name, language):
    assert Visitor(world.planner, language).opens(name, written).status_code == 200


@pytest.mark.parametrize("name", ["budget:document_pathway", "budget:write_document"])
def test_a_stranger_does_not_find_them(world: World, written, name):
    assert Visitor(world.stranger).opens(name, written).status_code == 404
    assert Visitor(world.stranger).sends("budget:sign_document", written).status_code == 404


def test_the_page_shows_the_framework_and_who_carries_it_out(world: World, written):
    said = words(Visitor(world.chair).opens("budget:document_pathway", written))

    assert "Dampak (impact)" in said
    assert "D1 Laki-laki dan perempuan Paser" in said
    assert "IPG" in said
    assert PathwayRecord.objects.get(pk=1).activity_name in said
    listed = words(Visitor(world.chair).opens("budget:pathways"))
    assert "RPJMD Kabupaten Paser (latihan)" in listed
    gap = words(Visitor(world.author).opens("budget:pathway", 1))
    assert "Melaksanakan RPJMD Kabupaten Paser (latihan)" in gap


def test_it_is_opened_and_written_on_a_page(world: World):
    pk = opened(world)
    typed = {
        "edition": 1,
        "title": "RPJMD",
        "issue_1_key": 1,
        "issue_1_text": "Isu yang ditulis ulang",
        "issue_1_evidence": ["1"],
        "cause_1_text": "Agunan atas nama suami",
        "cause_1_issue": "1",
        "cause_1_factor": "access",
        "impact_1_text": "Setara",
        "activity_1_text": "Pendampingan NIB",
        "agency_1_agency": agency_of(world.author),
        "agency_1_text": "Mendampingi",
        "party_1_name": "Bank daerah",
        "party_1_text": "Pinjaman",
        "take": ["index:ipg:2021"],
    }

    answer = Visitor(world.planner).sends("budget:write_document", pk, **typed)

    assert answer.status_code == 302
    after = seen(world.planner, pk)
    assert after.edition == 3
    assert after.pathway.issues[0].text == "Isu yang ditulis ulang"
    assert after.pathway.causes[0].issue_key == 1
    assert [row.text for row in after.pathway.rows] == ["Setara", "Pendampingan NIB"]
    assert after.pathway.outside[0].name == "Bank daerah"
    assert len(after.pathway.evidence) == 2


def test_nothing_typed_is_lost_where_somebody_else_saved(world: World):
    pk = opened(world)
    DocumentPathwayRecord.objects.filter(pk=pk).update(edition=2)

    answer = Visitor(world.planner).sends(
        "budget:write_document",
        pk,
        edition=1,
        title="RPJMD",
        issue_1_text="Kata-kata saya",
        cause_1_factor="access",
        cause_2_factor="access",
    )

    assert answer.status_code == 422
    assert "Kata-kata saya" in answer.content.decode()


def test_the_number_of_a_dropped_row_is_not_given_again(world: World):
    pk = opened(world)
    issues = {"issue_1_key": 1, "issue_1_text": "Pertama", "issue_2_text": "Kedua"}
    save(world, pk, **issues)
    cause = {"cause_1_text": "Agunan", "cause_1_issue": "2", "cause_1_factor": "access"}
    save(world, pk, **issues, issue_2_key=2, **cause)

    emptied = issues | {"issue_2_key": 2, "issue_2_text": "", "issue_3_text": "Baru"}
    save(world, pk, **emptied, **cause, cause_1_key=1)

    after = seen(world.planner, pk).pathway
    assert [(each.key, each.text) for each in after.issues] == [(1, "Pertama"), (3, "Baru")]
    assert [(each.key, each.issue_key) for each in after.causes] == [(1, None)]


@pytest.mark.parametrize(
    ("row", "asked"),
    [
        ({"agency_1_text": "Mendampingi"}, "Choose the agency"),
        ({"party_1_text": "Pinjaman"}, "Name it"),
    ],
)
def test_a_part_that_is_nobodys_is_refused_in_words(world: World, row, asked):
    pk = opened(world)
    typed = {"edition": 1, "title": "RPJMD"} | row

    visitor = Visitor(world.planner, Language.ENGLISH)
    answer = visitor.sends("budget:write_document", pk, **typed)

    assert answer.status_code == 422
    said = answer.content.decode()
    assert asked in said
    assert next(iter(row.values())) in said
    assert DocumentPathwayRecord.objects.get(pk=pk).edition == 1


@pytest.mark.parametrize("edition", ["", "abc", "1"])
def test_an_edition_that_was_not_read_is_not_signed(world: World, written, edition):
    Visitor(world.planner).sends("budget:revise_document", written)
    draft = DocumentPathwayRecord.objects.get(replaces=written)
    DocumentPathwayRecord.objects.filter(pk=draft.pk).update(edition=2)
    page = Visitor(world.planner).opens("budget:document_pathway", draft.pk).content.decode()
    assert 'name="edition" value="2"' in page

    answer = Visitor(world.planner).sends("budget:sign_document", draft.pk, edition=edition)

    assert answer.status_code == 422
    draft.refresh_from_db()
    assert draft.signed_at is None
    answer = Visitor(world.planner).sends("budget:sign_document", draft.pk, edition=2)
    assert answer.status_code == 302


def test_targets_are_read_as_they_are_typed_in_indonesia(world: World):
    pk = opened(world)
    typed = {"edition": 1, "title": "RPJMD", "outcome_1_text": "Setara"}

    numbers = {"outcome_1_2026": "1.438", "outcome_1_2027": "12,5"}
    answer = Visitor(world.planner).sends("budget:write_document", pk, **typed, **numbers)

    assert answer.status_code == 302
    (row,) = seen(world.planner, pk).pathway.rows
    assert row.targets == {2026: 1438, 2027: Decimal("12.5")}
    again = Visitor(world.planner).opens("budget:write_document", pk).content.decode()
    assert 'value="1.438"' in again
    assert 'value="12,5"' in again


@pytest.mark.parametrize("number", ["9E+999999", "9" * 20, "-" + "9" * 20])
def test_targets_out_of_all_measure_are_refused(world: World, number):
    pk = opened(world)
    typed = {"title": "RPJMD", "outcome_1_text": "Setara", "outcome_1_2026": number}

    answer = Visitor(world.planner).sends("budget:write_document", pk, edition=1, **typed)

    assert answer.status_code == 422
    assert seen(world.planner, pk).pathway.rows == ()


def test_what_is_shown_is_what_is_saved(world: World, written):
    pathway = seen(world.planner, written).pathway
    writing = document_writing(by=world.planner, document_id=written, today=AT.date())
    form = DocumentForm(document_initial(pathway, 1), writing=writing)
    assert form.is_valid(), form.errors

    draft = document_draft(form.cleaned_data, pathway)

    assert draft.issues == pathway.issues
    assert draft.causes == pathway.causes
    assert draft.rows == pathway.rows
    assert [(each.agency_id, each.rows) for each in draft.agencies or ()] == [
        (each.agency_id, each.rows) for each in pathway.agencies
    ]
    assert draft.outside == pathway.outside


def test_a_gap_is_tied_and_untied_on_its_page(world: World, written):
    author = Visitor(world.author)

    assert author.sends("budget:carry_out", 1, document_id="").status_code == 302
    assert PathwayRecord.objects.get(pk=1).carries_out_id is None
    author.sends("budget:carry_out", 1, document_id=written)
    assert PathwayRecord.objects.get(pk=1).carries_out_id == written


@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_it_is_printed(world: World, written, kind):
    answer = Visitor(world.planner).opens("reports:paper", "document_pathway", written, kind)

    assert answer.status_code == 200
    assert len(answer.content) > 5000
