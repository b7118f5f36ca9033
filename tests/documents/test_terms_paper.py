"""The KAK: what it says, in both languages, with the matrix as its first annex."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from docx.enum.section import WD_ORIENT

from setara.domain.budget.terms import Terms
from setara.domain.law.forms import form
from setara.domain.reports.outline import Outline, as_text
from setara.domain.reports.terms_paper import terms_outline
from setara.formats.docx import docx
from setara.formats.pdf import pdf
from tests.documents.papers import CHECK_URL, EN, ID
from tests.documents.pathways import PRINTING, SIGNATORY, facts, pathway
from tests.documents.reading_docx import opened as docx_opened
from tests.documents.reading_docx import words_of as docx_words
from tests.documents.reading_pdf import fonts_of, opened, root_of, squeezed, words_of
from tests.documents.terms import TERMS

GOLDEN = Path(__file__).parent / "golden"
DAY = date(2025, 7, 10)
FORMS = (form("kak", on=DAY), form("gap-9-columns", on=DAY))


def terms_paper(terms: Terms = TERMS) -> Outline:
    return terms_outline(pathway(), facts(), terms, PRINTING, SIGNATORY, forms=FORMS)


@pytest.mark.parametrize("language", [ID, EN])
def test_the_paper_in_words_is_the_one_that_was_read_and_agreed(language):
    agreed = (GOLDEN / f"kak.{language}.txt").read_text(encoding="utf-8")

    assert as_text(terms_paper(), language) == agreed


@pytest.mark.parametrize("language", [ID, EN])
def test_every_word_is_printed_in_both_formats(language):
    outline = terms_paper()
    body, _, _ = as_text(outline, language).partition("-- ")
    marks = {"#", "##", "###", "-", "--", "---", "|", "!", "/"}
    wanted = {word.strip(":;()").lower() for word in body.split()} - marks
    on_paper = squeezed(words_of(pdf(outline, language))).lower()
    in_word = squeezed(docx_words(docx(outline, language))).lower()
    # Numbers of a list are counted by the word processor.
    numbers = {f"{n}." for n in range(1, 12)}

    assert [word for word in sorted(wanted) if word not in on_paper] == []
    assert [word for word in sorted(wanted - numbers) if word not in in_word] == []


def test_the_matrix_lies_as_the_last_sheet_of_a_paper_that_stands():
    outline = replace(terms_paper(), check_url=CHECK_URL)
    content = pdf(outline, ID)
    sheets = [page.mediabox for page in opened(content).pages]
    sections = docx_opened(docx(outline, ID)).sections

    assert [sheet.width > sheet.height for sheet in sheets] == [False] * (len(sheets) - 1) + [True]
    assert "Lampiran I" in opened(content).pages[-1].extract_text()
    assert [section.orientation for section in sections] == [
        WD_ORIENT.PORTRAIT,
        WD_ORIENT.LANDSCAPE,
    ]
    assert root_of(content)["/MarkInfo"]["/Marked"]
    assert all(fonts_of(content).values())


def test_fields_stand_in_the_order_of_the_form():
    words = as_text(terms_paper(), ID)
    labels = [field.label.id for field in FORMS[0].fields[3:-1]]
    places = [words.index(f". {label}\n") for label in labels]

    assert places == sorted(places)


def test_what_is_not_filled_in_is_said_and_not_left_out():
    words = as_text(terms_paper(Terms()), ID)

    assert words.count("belum diisi") > 10
    assert "Rp0" not in words
