"""GAP and GBS in every layout: what they say, in both languages, and that it is all printed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from setara.domain.foundation.money import Rupiah
from setara.domain.language.text import Text
from setara.domain.law.forms import form
from setara.domain.reports.outline import Orientation, Outline, Table, as_text
from setara.domain.reports.paper_parts import SUPERSEDED
from setara.domain.reports.pathway_paper import pathway_outline
from setara.domain.reports.statement_paper import statement_outline
from setara.formats.docx import docx
from setara.formats.pdf import pdf
from setara.usecases.reports.statement_papers import LAYOUTS
from tests.documents.papers import EN, ID
from tests.documents.pathways import PRINTING, SIGNATORY, facts, pathway
from tests.documents.reading_docx import opened as docx_opened
from tests.documents.reading_docx import words_of as docx_words
from tests.documents.reading_pdf import fonts_of, opened, root_of, squeezed, words_of

GOLDEN = Path(__file__).parent / "golden"
DAY = date(2025, 7, 10)


def statement(layout: str, **changed: object) -> Outline:
    return statement_outline(
        pathway(), replace(facts(), **changed), form(layout, on=DAY), PRINTING, SIGNATORY
    )


PAPERS = {
    "gap": pathway_outline(pathway(), form("gap-9-columns", on=DAY), PRINTING, SIGNATORY),
    **{layout: statement(layout) for layout in LAYOUTS},
}


@pytest.mark.parametrize("language", [ID, EN])
@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_in_words_is_the_one_that_was_read_and_agreed(name, language):
    agreed = (GOLDEN / f"{name}.{language}.txt").read_text(encoding="utf-8")

    assert as_text(PAPERS[name], language) == agreed


@pytest.mark.parametrize("language", [ID, EN])
@pytest.mark.parametrize("name", PAPERS)
def test_every_word_is_printed_in_both_formats(name, language):
    body, _, footer = as_text(PAPERS[name], language).partition("-- ")
    on_paper = squeezed(words_of(pdf(PAPERS[name], language)))
    in_word = squeezed(docx_words(docx(PAPERS[name], language)))

    assert _unprinted(body + footer, on_paper) == []
    assert _unprinted(body, in_word) == []


def _unprinted(words: str, printed: str) -> list[str]:
    marks = {"#", "##", "###", "-", "--", "---", "|", "!", "/"}
    wanted = {word.strip(":;()") for word in words.split()} - marks
    return [word for word in sorted(wanted) if word.lower() not in printed.lower()]


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_is_tagged_with_its_fonts_inside(name):
    content = pdf(PAPERS[name], ID)

    assert root_of(content)["/MarkInfo"]["/Marked"]
    assert all(fonts_of(content).values())


def test_the_matrix_lies_with_groups_numbers_and_a_head_on_every_page():
    outline = PAPERS["gap"]
    (table,) = [block for block in outline.blocks if isinstance(block, Table)]
    grown = replace(outline, blocks=(replace(table, rows=table.rows * 6), *outline.blocks[-1:]))
    pages = [" ".join(page.extract_text().split()) for page in opened(pdf(grown, ID)).pages]

    assert outline.orientation is Orientation.LANDSCAPE
    assert len(pages) > 2
    assert all("Kebijakan dan Rencana ke Depan" in page for page in pages[:-1])
    assert all("1 2 3 4 5 6 7 8 9" in page for page in pages[:-1])
    heads = [row for row in docx_opened(docx(outline, ID)).tables[-1].rows if _is_head(row)]
    assert [cell.text for cell in heads[-1].cells] == [str(n) for n in range(1, 10)]


def _is_head(row: object) -> bool:
    return "w:tblHeader" in row._tr.xml  # type: ignore[attr-defined]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_an_action_has_a_row_with_its_own_money_and_output(layout):
    (table,) = [block for block in statement(layout).blocks if isinstance(block, Table)]
    said = [[cell[0].say(ID) if cell else "" for cell in row] for row in table.rows]

    assert len(said) == len(pathway().actions) + 1
    assert [row[2] for row in said[:3]] == ["Rp25.000.000", "Rp15.500.000", "–"]
    assert pathway().indicators[0].text in said[0][3]
    assert said[-1][2] == "Rp150.000.000"
    assert "Rp40.500.000" in table.rows[-1][1][1].say(ID)


@pytest.mark.parametrize(
    ("layout", "agency"),
    [
        ("gbs-kpppa", "Nama SKPD: Dinas"),
        ("gbs-madiun", "SKPD: Dinas"),
        ("gbs-surabaya", "Nama Perangkat Daerah: Dinas"),
        ("gbs-pag", "OPD: Dinas"),
    ],
)
def test_each_layout_has_its_own_word_for_an_agency_and_its_own_order(layout, agency):
    words = as_text(statement(layout), ID)
    labels = [field.label.id for field in form(layout, on=DAY).fields if field.code != "signature"]
    places = [words.index(label, words.index("Tahun anggaran")) for label in labels[2:4]]

    assert agency in words
    assert places == sorted(places)


def test_what_was_never_seen_of_a_layout_is_named():
    assert "Jumlah Anggaran, Rencana Aksi, dan Kepala Perangkat Daerah" in as_text(
        statement("gbs-surabaya"), ID
    )
    assert "belum pernah terlihat" not in as_text(statement("gbs-madiun"), ID)


def test_a_sub_activity_that_left_the_budget_is_said_and_not_zero():
    words = as_text(statement("gbs-madiun"), ID)

    assert "tidak tercantum dalam DPPA 2026" in words
    assert "Rp0" not in words


def test_other_money_in_a_later_book_stands_beside_the_statements_own():
    later = (Text("DPPA 2026", "DPPA 2026"), Rupiah(90_000_000))
    words = as_text(statement("gbs-madiun", not_in_force=None, in_force=later), ID)

    assert "Rp90.000.000 dalam DPPA 2026" in words
    assert "Rp150.000.000" in words


def test_a_superseded_paper_says_so_on_every_page():
    superseded = replace(PRINTING, is_superseded=True)
    outline = statement_outline(
        pathway(), facts(), form("gbs-madiun", on=DAY), superseded, SIGNATORY
    )
    pages = opened(pdf(outline, ID)).pages

    assert outline.notice == SUPERSEDED
    assert all(SUPERSEDED.id in page.extract_text() for page in pages)
    assert SUPERSEDED.id in docx_opened(docx(outline, ID)).sections[0].header.paragraphs[0].text


def test_the_acting_head_signs_on_the_day_of_the_approval_and_not_of_the_print():
    words = as_text(PAPERS["gbs-madiun"], ID)

    assert "Kabupaten Paser, 1 Juli 2025" in words
    assert "Plt. Kepala Dinas" in words
    assert "Nomor: 000.7/121/DTPHP/2025" in words
    assert "isi 9f2c41d07b3a; kode cetak 7Q2M-K4XZ-9D3H-TB6P" in words
