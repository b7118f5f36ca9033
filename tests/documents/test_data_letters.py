"""The letters of a data call: what they say, in both languages, and that it is all printed."""

from __future__ import annotations

import dataclasses
from datetime import date
from pathlib import Path

import pytest

from setara.domain.reports.data_letters import (
    NO_NUMBER,
    addressee,
    reminder_letter,
    request_letter,
)
from setara.domain.reports.outline import PageBreak, Table, as_text
from setara.domain.reports.paper_parts import DRAFT, SAMPLE
from setara.domain.statistics.submission import SubmissionState
from setara.domain.statistics.timeliness import ReminderLevel
from setara.formats.docx import docx
from setara.formats.pdf import pdf
from tests.documents.papers import EN, ID, PRINTING, SIGNATORY, reminder_facts, request_facts
from tests.documents.reading_docx import words_of as docx_words
from tests.documents.reading_pdf import opened, root_of, squeezed, words_of

GOLDEN = Path(__file__).parent / "golden"
REQUEST = request_letter(request_facts(), PRINTING, SIGNATORY)
ANNEXED = request_letter(request_facts(rows=8), PRINTING, SIGNATORY)
REMINDER = reminder_letter(reminder_facts(), PRINTING, SIGNATORY)
LETTERS = {"request": REQUEST, "request_annexed": ANNEXED, "reminder": REMINDER}


@pytest.mark.parametrize("language", [ID, EN])
@pytest.mark.parametrize("name", LETTERS)
def test_a_letter_in_words_is_the_one_that_was_read_and_agreed(name, language):
    agreed = (GOLDEN / f"{name}.{language}.txt").read_text(encoding="utf-8")

    assert as_text(LETTERS[name], language) == agreed


@pytest.mark.parametrize("language", [ID, EN])
@pytest.mark.parametrize("name", LETTERS)
def test_every_word_of_a_letter_is_printed(name, language):
    body, _, footer = as_text(LETTERS[name], language).partition("-- ")
    on_paper = squeezed(words_of(pdf(LETTERS[name], language)))
    in_word = squeezed(docx_words(docx(LETTERS[name], language)))

    assert _unprinted(body + footer, on_paper) == []
    assert _unprinted(body, in_word) == []


def _unprinted(words: str, printed: str) -> list[str]:
    marks = {"#", "##", "-", "---", "|", "1.", "2.", "3.", "4."}
    wanted = {word.strip(":;") for word in words.split()} - marks
    return [word for word in sorted(wanted) if word.lower() not in printed.lower()]


def test_a_letter_is_tagged_and_keeps_its_subject_as_title():
    content = pdf(ANNEXED, ID)

    assert root_of(content)["/MarkInfo"]["/Marked"]
    assert opened(content).metadata.title == "Permintaan Data Terpilah 2024"


def test_a_long_table_is_an_annex_on_a_sheet_of_its_own():
    assert not any(isinstance(block, PageBreak) for block in REQUEST.blocks)
    kinds = [type(block) for block in ANNEXED.blocks]
    assert kinds.index(PageBreak) < kinds.index(Table)
    assert len(opened(pdf(ANNEXED, ID)).pages) == 2
    assert len(opened(pdf(REQUEST, ID)).pages) == 1


def test_a_letter_without_number_or_signature_is_a_draft_and_practice_a_sample():
    unnumbered = request_letter(request_facts(number=""), PRINTING, SIGNATORY)
    practice = dataclasses.replace(PRINTING, is_practice=True)

    assert REQUEST.notice is None
    assert unnumbered.notice == DRAFT
    assert NO_NUMBER in as_text(unnumbered, ID)
    assert request_letter(request_facts(), PRINTING, None).notice == DRAFT
    assert request_letter(request_facts(), practice, SIGNATORY).notice == SAMPLE


@pytest.mark.parametrize(
    ("level", "to", "copies"),
    [
        (ReminderLevel.FOCAL_POINT, "Yth. Focal Point Gender Dinas Kesehatan", ["Arsip"]),
        (ReminderLevel.AGENCY_HEAD, "Yth. Kepala Dinas Kesehatan", ["Focal point", "Arsip"]),
        (
            ReminderLevel.REGIONAL_SECRETARY,
            "Yth. Kepala Dinas Kesehatan",
            ["Sekretaris Daerah", "Ketua Pokja", "Focal point", "Arsip"],
        ),
    ],
)
def test_a_reminder_climbs_with_its_level(level, to, copies):
    said = as_text(reminder_letter(reminder_facts(level), PRINTING, SIGNATORY), ID)
    listed = said.split("Tembusan:")[1]

    assert to in said
    assert [copy for copy in copies if copy in listed] == copies
    assert ("Sekretaris Daerah" in listed) == (level is ReminderLevel.REGIONAL_SECRETARY)


def test_a_reminder_says_what_it_waits_for():
    returned = reminder_facts(state=SubmissionState.RETURNED)
    early = reminder_facts(ReminderLevel.FOCAL_POINT, written_on=date(2025, 6, 25))

    assert "telah lewat 10 hari" in as_text(REMINDER, ID)
    assert "14 dari 54 sel" in as_text(REMINDER, ID)
    assert "kami kembalikan dengan komentar" in as_text(
        reminder_letter(returned, PRINTING, SIGNATORY), ID
    )
    assert "lewat" not in as_text(reminder_letter(early, PRINTING, SIGNATORY), ID)


@pytest.mark.parametrize(
    ("agency", "office"),
    [
        ("Dinas Kesehatan", "Kepala Dinas Kesehatan"),
        ("Kecamatan Kuaro", "Camat Kuaro"),
        ("Kelurahan Tanah Grogot", "Lurah Tanah Grogot"),
        ("Inspektorat", "Inspektur"),
        ("Sekretariat DPRD", "Sekretaris DPRD"),
    ],
)
def test_a_letter_is_addressed_to_the_office_that_heads_the_agency(agency, office):
    assert addressee(agency) == office
