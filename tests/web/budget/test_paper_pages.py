"""The pages about papers: all of a statement, numbers, cover letters, own templates."""

from __future__ import annotations

import io

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from setara.domain.foundation.actor import PUBLIC
from setara.domain.language.text import Language
from setara.store.models import AgencyRecord, CoverLetterRecord, PaperTemplateRecord
from setara.usecases.reports.statement_papers import LAYOUTS
from tests.web.visitor import Visitor, words
from tests.world import World


def docx_of(*lines: str) -> SimpleUploadedFile:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    content = io.BytesIO()
    document.save(content)
    return SimpleUploadedFile("pag.docx", content.getvalue())


FIT = ("{{ agency }}", "{{ activity }}", "{{ amount }}", "{{ action.text }}")


@pytest.mark.parametrize("language", list(Language))
def test_every_layout_is_printed_from_the_page(world: World, language):
    visitor = Visitor(world.author, language)
    shown = visitor.opens("reports:papers", 1).text

    for layout in LAYOUTS:
        assert f"?bentuk={layout}" in shown
        answer = visitor.opens("reports:paper", "statement", 1, "docx", bentuk=layout)
        assert answer.status_code == 200
    assert visitor.opens("reports:paper", "statement", 1, "pdf", bentuk="kak").status_code == 404


def test_a_number_is_given_and_shown(world: World):
    visitor = Visitor(world.author)
    sent = visitor.sends("reports:number_paper", 1, kind="pathway", number="000.7/9")

    assert sent.status_code == 302
    assert "000.7/9" in words(visitor.opens("reports:papers", 1))
    other = Visitor(world.colleague).sends("reports:number_paper", 1, kind="terms", number="1")
    assert other.status_code == 422


def test_a_cover_letter_is_written_and_printed(world: World):
    visitor = Visitor(world.author)
    typed = {
        "agency_id": AgencyRecord.objects.get(code="2.17").pk,
        "year": "2026",
        "recipient": "Kepala Bappedalitbang",
        "number": "000.7/1",
        "dated_on": "2026-07-01",
    }
    assert visitor.sends("reports:cover_letters", **typed | {"year": "2031"}).status_code == 422
    assert visitor.sends("reports:cover_letters", **typed).status_code == 302
    pk = CoverLetterRecord.objects.get().pk

    assert "000.7/1" in words(visitor.opens("reports:cover_letters"))
    assert visitor.opens("reports:paper", "cover_letter", pk, "pdf").status_code == 200
    stranger = Visitor(world.stranger)
    assert stranger.opens("reports:paper", "cover_letter", pk, "pdf").status_code == 404
    assert "000.7/1" not in stranger.opens("reports:cover_letters").text


def test_a_template_is_judged_kept_used_and_withdrawn(world: World):
    visitor = Visitor(world.secretary)
    wrong = visitor.sends("reports:templates", kind="statement", file=docx_of(*FIT, "{{ agncy }}"))
    assert wrong.status_code == 422
    assert "Mungkin yang dimaksud {{ agency }}" in words(wrong)
    assert not PaperTemplateRecord.objects.exists()

    assert (
        visitor.sends("reports:templates", kind="statement", file=docx_of(*FIT)).status_code == 302
    )
    assert "templat sendiri" in visitor.opens("reports:papers", 1).text
    assert visitor.opens("reports:own_paper", "statement", 1).status_code == 200
    pk = PaperTemplateRecord.objects.get().pk
    assert visitor.sends("reports:withdraw_template", pk).status_code == 302
    assert visitor.opens("reports:own_paper", "statement", 1).status_code == 404


def test_pages_of_papers_are_for_members(world: World):
    for place in (("reports:cover_letters",), ("reports:templates",), ("reports:papers", 1)):
        assert Visitor(PUBLIC).opens(*place).status_code == 302
    assert Visitor(world.stranger).opens("reports:papers", 1).status_code == 404
    assert Visitor(world.stranger).opens("reports:own_paper", "statement", 1).status_code == 404
