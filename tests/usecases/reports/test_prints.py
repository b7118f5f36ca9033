"""A print of a signed paper bears a code that says what it is worth, today and later."""

from __future__ import annotations

from datetime import timedelta

import pytest

from setara.domain.budget.terms import Terms
from setara.domain.foundation.actor import PUBLIC
from setara.domain.foundation.verdict import Refused
from setara.domain.language.text import Language
from setara.domain.reports.outline import as_text
from setara.domain.reports.paper_kinds import PaperFormat, PaperKind
from setara.domain.reports.paper_parts import SUPERSEDED
from setara.store.models import (
    BudgetLineRecord,
    PersonRecord,
    PrintRecord,
    StatementRecord,
    TermsRecord,
)
from setara.usecases.budget.pathways import revise_pathway, sign_pathway
from setara.usecases.budget.terms import as_kept
from setara.usecases.foundation.access import NotFound
from setara.usecases.reports.numbers import number_paper
from setara.usecases.reports.papers import outline_of, paper
from setara.usecases.reports.prints import PrintState, is_unkept, keep_print, print_of
from tests.events import count_of_events, last_event
from tests.makers import AT
from tests.world import World

TODAY = AT.date()
PAGE = "https://setara.example/cek/{code}/"
PATHWAY, STATEMENT, TERMS = PaperKind.PATHWAY, PaperKind.STATEMENT, PaperKind.TERMS
ID = Language.INDONESIAN


def printed(world: World, kind: PaperKind = STATEMENT, pk: int = 1, *, with_moment: bool = True):
    if with_moment and is_unkept(by=world.colleague, kind=kind, subject_id=pk):
        keep_print(by=world.colleague, at=AT, kind=kind, subject_id=pk)
    return outline_of(
        by=world.colleague,
        kind=kind,
        subject_id=pk,
        today=TODAY,
        check_page=PAGE,
    )


def code() -> str:
    return PrintRecord.objects.latest("pk").code


@pytest.mark.parametrize("kind", [PATHWAY, STATEMENT, TERMS])
def test_the_code_on_a_signed_paper_says_it_is_the_approved_version(world: World, kind):
    outline = printed(world, kind)
    answer = print_of(by=PUBLIC, code=code())

    assert outline.check_url == f"https://setara.example/cek/{code()}/"
    assert code() in as_text(outline, ID)
    assert (answer.state, answer.kind) == (PrintState.APPROVED, kind)
    assert answer.content in as_text(outline, ID)
    assert answer.activity_code == "2.17.07.2.01.0015"
    assert answer.government == "Kabupaten Paser"
    assert answer.is_practice


def test_a_version_is_kept_once_however_often_and_in_whatever_form_it_is_printed(world: World):
    printed(world)
    before = count_of_events(world.author)
    keep_print(by=world.secretary, at=AT + timedelta(days=3), kind=STATEMENT, subject_id=1)
    for form in PaperFormat:
        for language in Language:
            paper(
                by=world.secretary,
                kind=STATEMENT,
                subject_id=1,
                form=form,
                language=language,
                today=TODAY,
                check_page=PAGE,
            )

    assert PrintRecord.objects.count() == 1
    assert count_of_events(world.author) == before + 1
    assert print_of(by=PUBLIC, code=code()).printed_at == AT


def test_without_a_moment_nothing_is_kept_and_a_known_code_is_used(world: World):
    bare = printed(world, with_moment=False)
    assert PrintRecord.objects.count() == 0
    assert "kode cetak" not in as_text(bare, ID)

    printed(world)

    assert code() in as_text(printed(world, with_moment=False), ID)


def test_a_draft_has_a_hash_and_no_code(world: World):
    draft = revise_pathway(by=world.author, at=AT, pathway_id=1)
    words = as_text(printed(world, PATHWAY, draft), ID)

    assert "isi " in words
    assert "kode cetak" not in words
    assert PrintRecord.objects.count() == 0
    with pytest.raises(NotFound):
        keep_print(by=world.author, at=AT, kind=PATHWAY, subject_id=draft)


def test_a_revision_supersedes_prints_and_marks_new_ones(world: World):
    for kind in (PATHWAY, STATEMENT):
        printed(world, kind)
    revision = revise_pathway(by=world.author, at=AT, pathway_id=1)
    sign_pathway(by=world.author, at=AT + timedelta(days=9), pathway_id=revision)

    for each in PrintRecord.objects.all():
        answer = print_of(by=PUBLIC, code=each.code)
        assert answer.state is PrintState.SUPERSEDED
        assert answer.replaced_on == (AT + timedelta(days=9)).date()
    notice = printed(world, STATEMENT).notice
    assert notice is not None
    assert SUPERSEDED.id in notice.say(ID)


def test_a_record_that_changed_since_is_not_the_print_any_more(world: World):
    printed(world)
    BudgetLineRecord.objects.filter(statements=1).update(amount=1)
    answer = print_of(by=PUBLIC, code=code())

    assert answer.state is PrintState.CHANGED
    assert answer.content != answer.content_now


def test_terms_written_anew_change_only_their_own_prints(world: World):
    printed(world, STATEMENT)
    of_statement = code()
    printed(world, TERMS)
    # Not by the verb, which refuses it: whoever changes the table by hand is found out.
    TermsRecord.objects.create(
        government=StatementRecord.objects.get(pk=1).government,
        statement_id=1,
        content=as_kept(Terms(place="Kuaro")),
        saved_by="",
        saved_at=AT,
    )

    assert print_of(by=PUBLIC, code=of_statement).state is PrintState.APPROVED
    assert print_of(by=PUBLIC, code=code()).state is PrintState.CHANGED


def test_a_code_is_found_as_people_type_it_and_guesses_find_nothing(world: World):
    printed(world)
    typed = f" {code().lower().replace('-', ' ')} "

    assert print_of(by=PUBLIC, code=typed).state is PrintState.APPROVED
    for wrong in ("", "1", code()[:-1] + "?", "A" * 400, code()[::-1]):
        answer = print_of(by=PUBLIC, code=wrong)
        assert (answer.state, answer.agency) == (PrintState.NOT_KNOWN, "")


def test_a_reprint_keeps_the_head_who_signed(world: World):
    revision = revise_pathway(by=world.author, at=AT, pathway_id=1)
    sign_pathway(by=world.author, at=AT, pathway_id=revision)
    before = as_text(printed(world, PATHWAY, revision), ID)
    PersonRecord.objects.update(name="Kepala Baru", rank="")

    assert as_text(printed(world, PATHWAY, revision), ID) == before


def test_a_paper_of_another_government_is_not_there(world: World):
    with pytest.raises(NotFound):
        keep_print(by=world.stranger, at=AT, kind=STATEMENT, subject_id=1)
    with pytest.raises(NotFound):
        outline_of(by=world.stranger, kind=TERMS, subject_id=1, today=TODAY)
    with pytest.raises(NotFound):
        number_paper(by=world.stranger, at=AT, kind=STATEMENT, subject_id=1, number="1")


def test_a_number_is_given_once_and_printed(world: World):
    number_paper(by=world.author, at=AT, kind=STATEMENT, subject_id=1, number=" 000.7/1  /2026 ")

    assert last_event(world.author).name == "reports.paper.numbered"
    assert "Nomor: 000.7/1 /2026" in as_text(printed(world), ID)
    with pytest.raises(Refused):
        number_paper(by=world.author, at=AT, kind=STATEMENT, subject_id=1, number=" ")
    with pytest.raises(Refused):
        number_paper(by=world.colleague, at=AT, kind=STATEMENT, subject_id=1, number="2")
    # Another kind of paper has numbers of its own.
    number_paper(by=world.author, at=AT, kind=TERMS, subject_id=1, number="000.7/1 /2026")


def test_a_printed_papers_number_stays(world: World):
    number_paper(by=world.author, at=AT, kind=STATEMENT, subject_id=1, number="1")
    number_paper(by=world.author, at=AT, kind=STATEMENT, subject_id=1, number="2")
    printed(world)

    with pytest.raises(Refused) as refusal:
        number_paper(by=world.author, at=AT, kind=STATEMENT, subject_id=1, number="3")
    assert "sudah dicetak" in refusal.value.reason.say(ID)
    assert "Nomor: 2" in as_text(printed(world), ID)
