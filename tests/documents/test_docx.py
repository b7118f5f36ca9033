"""A paper as DOCX: whole, with real styles and heads, ready to be edited further."""

from __future__ import annotations

import datetime
import io
import zipfile

import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from setara.domain.language.text import same
from setara.domain.reports.outline import Column, Heading, Items, Paragraph, Table, as_text
from setara.formats.docx import docx
from tests.documents.papers import EN, ID, SAMPLE, matrix, paper, statement
from tests.documents.reading_docx import opened, words_of


@pytest.mark.parametrize("language", [ID, EN])
@pytest.mark.parametrize("outline", [statement(), matrix()], ids=["statement", "matrix"])
def test_every_word_of_the_outline_is_written(outline, language):
    document = opened(docx(outline, language))
    section = document.sections[0]
    around = [section.header.paragraphs[0].text, section.footer.paragraphs[0].text]
    written = "".join([words_of(docx(outline, language)), *around]).lower()
    marks = {"#", "##", "###", "-", "--", "---", "|", "!", "!!", "/", "1.", "2."}

    lines = [line for line in as_text(outline, language).splitlines() if line[:1] != "["]
    wanted = {word.strip(":;") for line in lines for word in line.split()} - marks

    assert [word for word in sorted(wanted) if word.lower() not in written] == []


def test_headings_lists_and_notes_are_styles_and_not_painted_words():
    styles = {part.text: part.style.name for part in opened(docx(statement(), ID)).paragraphs}

    assert styles["Pernyataan Anggaran Gender"] == "Title"
    assert styles["Analisis situasi"] == "Heading 1"
    assert styles["1. Data pembuka wawasan"] == "Heading 2"
    assert styles["Pengurus inti: perempuan 12%"] == "List Bullet"
    assert styles["Penyuluh"] == "List Number"
    assert styles["Sumber: Dinas Pertanian (data contoh)"] == "Setara Small"
    assert styles["DINAS PERTANIAN"] == "Setara Letterhead Agency"


def test_each_numbered_list_starts_at_one():
    document = opened(docx(statement(), ID))
    numbers = [
        part._p.pPr.numPr.numId.val
        for part in document.paragraphs
        if part.style.name == "List Number"
    ]

    assert len(numbers) == 4
    assert numbers[0] == numbers[1] != numbers[2] == numbers[3]


def test_the_head_of_a_table_is_repeated_and_its_groups_span():
    table = opened(docx(matrix(), ID)).tables[0]
    repeated = [row._tr.trPr is not None and row._tr.trPr.find(qn("w:tblHeader")) is not None
                for row in table.rows]  # fmt: skip

    assert repeated == [True, True, False]
    assert [cell.text for cell in table.rows[0].cells][2:5] == ["Isu gender"] * 3
    assert table.cell(0, 0)._tc is table.cell(1, 0)._tc
    assert table.style.name == "Setara Table"


def test_several_points_of_a_cell_are_a_list():
    cell = opened(docx(matrix(), ID)).tables[0].rows[2].cells[1]

    assert [part.style.name for part in cell.paragraphs] == ["Setara Dense Point"] * 2
    assert not any(part.text.startswith("•") for part in cell.paragraphs)


def test_columns_are_as_wide_as_asked_and_fill_the_sheet():
    document = opened(docx(statement(), ID))
    wide, narrow = (column.width for column in document.tables[1].columns)
    section = document.sections[0]

    assert round(wide / narrow, 2) == 1.5
    assert abs(wide + narrow + section.left_margin + section.right_margin - section.page_width) < 9


def test_the_last_row_is_bold_where_it_adds_up():
    rows = opened(docx(statement(), ID)).tables[1].rows

    assert [row.cells[0].paragraphs[0].runs[0].bold for row in rows][-1] is True
    assert not rows[1].cells[0].paragraphs[0].runs[0].bold


def test_a_matrix_lies_on_a4():
    section = opened(docx(matrix(), ID)).sections[0]

    assert section.orientation is WD_ORIENT.LANDSCAPE
    assert (round(section.page_width.cm, 1), round(section.page_height.cm, 1)) == (29.7, 21.0)


@pytest.mark.parametrize(("language", "locale"), [(ID, "id-ID"), (EN, "en-US")])
def test_the_file_says_its_language_title_and_author(language, locale):
    document = opened(docx(statement(), language))
    marks = {mark.get(qn("w:val")) for mark in document.styles.element.iter(qn("w:lang"))}
    about = document.core_properties

    assert marks == {locale}
    assert about.language == locale
    assert about.title == statement().title.say(language)
    assert (about.author, about.subject) == ("Dinas Pertanian", statement().subject.say(language))
    assert about.created.replace(tzinfo=datetime.UTC) == datetime.datetime(
        2025, 6, 16, tzinfo=datetime.UTC
    )


def test_notice_stands_in_the_header_and_page_numbers_count_themselves():
    section = opened(docx(statement(), ID)).sections[0]
    codes = [one.get(qn("w:instr")) for one in section.footer._element.iter(qn("w:fldSimple"))]

    assert section.header.paragraphs[0].text == SAMPLE.id
    assert codes == ["PAGE", "NUMPAGES"]
    assert "Halaman 1 dari 1" in section.footer.paragraphs[0]._p.xpath("string(.)")


def test_a_picture_carries_its_words():
    document = opened(docx(statement(), ID))

    assert [one._inline.docPr.get("descr") for one in document.inline_shapes] == [
        "Perempuan lebih sedikit."
    ]


def test_the_same_paper_gives_the_same_bytes_at_any_hour():
    first = docx(statement(), ID)

    assert docx(statement(), ID) == first
    # Entries that carried the hour would be equal only within two seconds.
    assert {entry.date_time[0] for entry in zipfile.ZipFile(io.BytesIO(first)).infolist()} == {1980}


def test_lists_tables_and_papers_may_be_empty():
    bare = paper(Items(()), Items((), is_numbered=True), Table((Column(same("K")),), ()))

    assert words_of(docx(bare, ID)).split() == ["Judul", "K"]
    assert words_of(docx(paper(Heading(same("H"), level=9), Paragraph(same("a"))), EN)).split() == [
        "Title",
        "H",
        "a",
    ]


def test_the_notice_also_lies_across_every_page_behind_the_text():
    header = opened(docx(statement(), ID)).sections[0].header
    strings = header._element.xpath(
        ".//*[local-name()='textpath' and @string]/@string",
    )

    assert strings == [SAMPLE.id]
    assert not opened(docx(paper(Paragraph(same("a"))), ID)).sections[0].header.paragraphs[0].text
