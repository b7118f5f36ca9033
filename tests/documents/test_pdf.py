"""A paper as PDF: whole, tagged, the same bytes again, readable on every page."""

from __future__ import annotations

import dataclasses

import pytest

from setara.domain.language.text import same
from setara.domain.reports.outline import Column, Heading, Items, Paragraph, Table, as_text
from setara.formats.pdf import pdf
from tests.documents.papers import CHECK_URL, EN, ID, SAMPLE, matrix, paper, statement
from tests.documents.reading_pdf import fonts_of, opened, root_of, squeezed, words_of


@pytest.mark.parametrize("language", [ID, EN])
@pytest.mark.parametrize("outline", [statement(), matrix()], ids=["statement", "matrix"])
def test_every_word_of_the_outline_is_printed(outline, language):
    printed = squeezed(words_of(pdf(outline, language))).lower()
    marks = {"#", "##", "###", "-", "--", "---", "|", "!", "!!", "/", "1.", "2."}

    # A figure's words stand in its tags, not on the sheet.
    lines = [line for line in as_text(outline, language).splitlines() if line[:1] != "["]
    wanted = {word.strip(":;") for line in lines for word in line.split()} - marks

    assert [word for word in sorted(wanted) if word.lower() not in printed] == []


def test_the_pdf_is_tagged_and_says_its_language_title_and_standard():
    root = root_of(pdf(statement(), ID))

    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "id-ID"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()
    assert root_of(pdf(statement(), EN))["/Lang"] == "en-US"


def test_a_figure_is_said_in_words_for_those_who_do_not_see_it():
    # Tags are kept in object streams, so the alternative is looked for among all objects.
    reader = opened(pdf(statement(), ID))
    said = {str(one.get("/Alt")) for one in _dictionaries(reader)}

    assert "Perempuan lebih sedikit." in said


def _dictionaries(reader):
    found = []
    for number in range(1, len(reader.xref_objStm) + sum(len(x) for x in reader.xref.values()) + 1):
        one = reader.get_object(number)
        if isinstance(one, dict):
            found.append(one)
    return found


def test_the_properties_name_title_author_subject_and_day():
    about = opened(pdf(statement(), EN)).metadata

    assert about.title == "Gender Budget Statement"
    assert about.author == "Dinas Pertanian"
    assert about.subject == "Sample GBS"
    assert about.creation_date.date() == statement().dated_on


@pytest.mark.parametrize("outline", [statement(), matrix(), paper()], ids=["gbs", "gap", "bare"])
def test_all_fonts_are_embedded_and_none_comes_from_the_machine(outline):
    fonts = fonts_of(pdf(outline, ID))

    assert fonts
    assert all(fonts.values())
    assert {name.split("+")[1].split("-")[0] for name in fonts} == {"NotoSans"}


def test_the_same_paper_gives_the_same_bytes():
    assert pdf(statement(), ID) == pdf(statement(), ID)
    assert pdf(paper(), ID) == pdf(paper(), ID)


def test_a_matrix_lies_and_a_statement_stands_on_a4():
    lying, standing = (
        opened(pdf(outline, ID)).pages[0].mediabox for outline in (matrix(), statement())
    )

    assert (round(lying.width), round(lying.height)) == (842, 595)
    assert (round(standing.width), round(standing.height)) == (595, 842)


def test_head_notice_number_and_check_stand_on_every_page():
    outline = dataclasses.replace(matrix(rows=12), check_url=CHECK_URL)
    pages = [" ".join(page.extract_text().split()) for page in opened(pdf(outline, ID)).pages]

    assert len(pages) > 2
    for number, page in enumerate(pages, start=1):
        assert SAMPLE.id in page
        assert f"Halaman {number} dari {len(pages)}" in page
        assert "Pindai untuk memeriksa" in page
    assert all("Isu gender" in page for page in pages[:-1])
    assert CHECK_URL in pages[-1]


def test_a_paper_that_is_no_sample_carries_no_notice_and_no_code():
    words = words_of(pdf(paper(Paragraph(same("Isi"))), EN))

    assert words == "Title Isi Page 1 of 1"


def test_a_word_wider_than_its_column_stays_inside_the_sheet():
    columns = tuple(Column(same(str(number))) for number in range(9))
    long = same("x" * 400)
    content = pdf(paper(Table(columns, (((long,),) + ((),) * 8,))), ID)
    right_edges = []

    def note(text, _current, matrix_of_text, _font, size):
        right_edges.append(matrix_of_text[4] + len(text.strip()) * size * 0.4)

    for page in opened(content).pages:
        page.extract_text(visitor_text=note)
    assert squeezed(words_of(content)).count("x") == 400
    assert max(right_edges) < 595


@pytest.mark.parametrize("word", ["kata", "mempertanggungjawabkan"])
def test_a_cell_of_ten_thousand_characters_goes_on_over_pages(word):
    words = [f"{word}{number}" for number in range(2000)]
    columns = (Column(same("A")), Column(same("B")))
    content = pdf(paper(Table(columns, (((same(" ".join(words)),), ()),))), ID)
    printed = set(words_of(content).split())

    assert len(opened(content).pages) > 2
    assert [each for each in words if each not in printed] == []


def test_lists_tables_and_cells_may_be_empty():
    content = pdf(paper(Items(()), Table((Column(same("Kolom")),), ()), Heading(same("Akhir"))), ID)

    assert words_of(content).startswith("Judul Kolom Akhir")


def test_each_numbered_list_starts_at_one():
    lists = (Items((same("a"), same("b")), is_numbered=True),) * 2

    assert words_of(pdf(paper(*lists), ID)).startswith("Judul 1. a 2. b 1. a 2. b")


def test_two_paragraphs_do_not_run_on_as_one():
    content = pdf(paper(Paragraph(same("Kepada Kepala")), Paragraph(same("Dengan hormat"))), ID)

    assert "Kepala Dengan hormat" in words_of(content)
