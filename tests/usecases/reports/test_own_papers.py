"""Cover letters and templates of one's own, as commands and questions."""

from __future__ import annotations

import io
from datetime import date

import docx
import pytest

from setara.domain.foundation.verdict import Refused
from setara.domain.language.text import Language
from setara.domain.reports.outline import as_text
from setara.domain.reports.paper_kinds import PaperKind
from setara.store.models import AgencyRecord, PaperTemplateRecord, StatementRecord
from setara.usecases.foundation.access import NotFound
from setara.usecases.reports.cover_letters import (
    agencies_to_write_for,
    cover_letters,
    cover_outline,
    write_cover_letter,
)
from setara.usecases.reports.template_printing import paper_on_template
from setara.usecases.reports.templates import (
    TemplateUnfit,
    take_template,
    templates,
    withdraw_template,
)
from tests.documents.reading_docx import words_of
from tests.events import last_event
from tests.makers import AT
from tests.world import World

TODAY = AT.date()
ID = Language.INDONESIAN
STATEMENT = PaperKind.STATEMENT


def letter(by, agency_id: int, year: int = 2026, recipient: str = "Kepala Bappedalitbang") -> int:
    return write_cover_letter(
        by=by,
        at=AT,
        agency_id=agency_id,
        year=year,
        number="000.7/1/2026",
        dated_on=date(2026, 7, 1),
        recipient=recipient,
    )


@pytest.fixture
def agency() -> int:
    return AgencyRecord.objects.get(code="2.17").pk


def test_a_letter_lists_the_agencys_statements_with_their_money(world: World, agency):
    pk = letter(world.author, agency)
    words = as_text(cover_outline(by=world.chair, letter_id=pk, today=TODAY), ID)
    amount = StatementRecord.objects.get().line.amount

    assert last_event(world.author).detail["statements"] == [1]
    assert "2.17.07.2.01.0015" in words
    assert f"{amount:,}".replace(",", ".") in words
    assert "Nomor: 000.7/1/2026" in words
    assert [line.papers for line in cover_letters(by=world.chair, today=TODAY)] == [1]


def test_nothing_to_hand_in_nobody_to_write_to_and_another_agency_are_refused(world: World, agency):
    for refused in (
        lambda: letter(world.author, agency, year=2031),
        lambda: letter(world.author, agency, recipient="  "),
        lambda: letter(world.colleague, agency),
        lambda: letter(world.planner, agency),
    ):
        with pytest.raises(Refused):
            refused()
    assert [pk for pk, _ in agencies_to_write_for(by=world.author, today=TODAY)] == [agency]
    assert agencies_to_write_for(by=world.chair, today=TODAY) == ()


def test_another_government_finds_neither_letter_nor_agency(world: World, agency):
    pk = letter(world.author, agency)

    with pytest.raises(NotFound):
        cover_outline(by=world.stranger, letter_id=pk, today=TODAY)
    with pytest.raises(NotFound):
        letter(world.stranger, agency)
    assert cover_letters(by=world.stranger, today=TODAY) == ()


def made(*lines: str) -> bytes:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


FIT = ("{{ agency }}", "{{ activity }}", "{{ amount }}", "{{ action.text }}")


def take(world: World, *lines: str, kind: PaperKind = STATEMENT) -> int:
    return take_template(
        by=world.secretary, at=AT, kind=kind, name="pag.docx", content=made(*lines)
    )


def on_template(by, kind: PaperKind = STATEMENT) -> str:
    printed = paper_on_template(by=by, kind=kind, subject_id=1, language=ID, today=TODAY)
    return words_of(printed.content)


def test_the_latest_template_counts_until_it_is_withdrawn(world: World):
    take(world, "satu", *FIT)
    second = take(world, "dua", *FIT)
    lines = templates(by=world.author).templates

    assert [(line.version, line.is_used) for line in lines] == [(2, True), (1, False)]
    assert on_template(world.author).startswith("dua")
    withdraw_template(by=world.secretary, at=AT, template_id=second)
    assert on_template(world.author).startswith("satu")
    assert "2.17" not in on_template(world.author)
    assert StatementRecord.objects.get().line.name in on_template(world.author)


def test_one_that_does_not_fit_is_not_kept(world: World):
    with pytest.raises(TemplateUnfit) as caught:
        take(world, *FIT, "{{ agncy }}")

    assert len(caught.value.findings) == 1
    assert not PaperTemplateRecord.objects.exists()
    with pytest.raises(Refused):
        take_template(by=world.secretary, at=AT, kind=STATEMENT, name="x.doc", content=b"x")


def test_only_who_may_choose_forms_brings_templates(world: World):
    for who in (world.author, world.inspector, world.chair):
        with pytest.raises(Refused):
            take_template(by=who, at=AT, kind=STATEMENT, name="a.docx", content=made(*FIT))


def test_a_template_is_of_one_government(world: World):
    pk = take(world, *FIT)

    with pytest.raises(NotFound):
        withdraw_template(by=world.stranger, at=AT, template_id=pk)
    with pytest.raises(NotFound):
        on_template(world.stranger)
    assert templates(by=world.stranger).templates == ()
    with pytest.raises(NotFound):
        on_template(world.author, PaperKind.PATHWAY)


def test_one_file_serves_two_kinds_and_comes_back_after_it_was_withdrawn(world: World):
    content = made(*FIT)

    def taken(kind: PaperKind) -> int:
        return take_template(by=world.secretary, at=AT, kind=kind, name="a.docx", content=content)

    first = taken(STATEMENT)
    with pytest.raises(Refused) as refusal:
        taken(STATEMENT)
    assert "versi 1" in refusal.value.reason.say(ID)
    withdraw_template(by=world.secretary, at=AT, template_id=first)
    taken(STATEMENT)
    taken(PaperKind.TERMS)

    used = {
        line.kind: line.version for line in templates(by=world.author).templates if line.is_used
    }
    assert used == {STATEMENT: 2, PaperKind.TERMS: 1}
    assert len(set(PaperTemplateRecord.objects.values_list("file_id", flat=True))) == 1
