"""The cover letter of an agency: what it says, in both languages, and that it is all printed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from setara.domain.budget.statement import StatementState
from setara.domain.foundation.money import Rupiah
from setara.domain.reports.cover_letter import CoverFacts, HandedIn, cover_letter
from setara.domain.reports.outline import as_text
from setara.domain.reports.paper_parts import DRAFT
from setara.formats.docx import docx
from setara.formats.pdf import pdf
from tests.documents.papers import EN, ID
from tests.documents.pathways import PRINTING, SIGNATORY
from tests.documents.reading_docx import words_of as docx_words
from tests.documents.reading_pdf import opened, root_of, squeezed, words_of

GOLDEN = Path(__file__).parent / "golden"
FACTS = CoverFacts(
    number="000.7/130/DTPHP/2025",
    dated_on=date(2025, 7, 11),
    recipient="Kepala Bappedalitbang Kabupaten Paser",
    year=2026,
    rows=(
        HandedIn(
            "3.27.07.2.01.0003",
            "Peningkatan Kapasitas Kelembagaan Petani di Kecamatan dan Desa",
            "GAP, GBS, KAK",
            StatementState.APPROVED.label,
            Rupiah(150_000_000),
        ),
        HandedIn(
            "3.27.07.2.01.0004",
            "Penyediaan Sarana Penyuluhan",
            "GAP, GBS",
            StatementState.SUBMITTED.label,
            Rupiah(75_500_000),
        ),
    ),
)
LETTER = cover_letter(FACTS, replace(PRINTING, fingerprint="", code=""), SIGNATORY)


@pytest.mark.parametrize("language", [ID, EN])
def test_the_letter_in_words_is_the_one_that_was_read_and_agreed(language):
    agreed = (GOLDEN / f"cover_letter.{language}.txt").read_text(encoding="utf-8")

    assert as_text(LETTER, language) == agreed


@pytest.mark.parametrize("language", [ID, EN])
def test_every_word_is_printed_in_both_formats(language):
    body, _, _ = as_text(LETTER, language).partition("-- ")
    marks = {"#", "-", "--", "|", "1.", "2."}
    wanted = {word.strip(":;()").lower() for word in body.split()} - marks

    for printed in (words_of(pdf(LETTER, language)), docx_words(docx(LETTER, language))):
        assert [word for word in sorted(wanted) if word not in squeezed(printed).lower()] == []


def test_the_money_adds_up_and_the_letter_fits_a_page():
    assert "Rp225.500.000" in as_text(LETTER, ID)
    assert len(opened(pdf(LETTER, ID)).pages) == 1
    assert root_of(pdf(LETTER, ID))["/MarkInfo"]["/Marked"]


def test_a_letter_without_a_number_is_a_draft():
    assert LETTER.notice is None
    assert cover_letter(replace(FACTS, number=""), PRINTING, SIGNATORY).notice == DRAFT
