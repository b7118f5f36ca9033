"""What people type, and worse, comes out as the words it is: never as markup, never as an error."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from setara.domain.language.text import same
from setara.domain.reports.outline import (
    Column,
    Facts,
    Heading,
    Items,
    Letterhead,
    Notice,
    Outline,
    Paragraph,
    Signature,
    Table,
)
from setara.formats.docx import docx
from setara.formats.pdf import pdf
from setara.formats.printable import printable
from tests.documents.papers import HOSTILE, ID
from tests.documents.reading_docx import words_of as docx_words
from tests.documents.reading_pdf import squeezed
from tests.documents.reading_pdf import words_of as pdf_words


def everywhere(words: str) -> Outline:
    """A paper with the same words in every place that takes some."""
    text = same(words)
    return Outline(
        title=text,
        subtitle=text,
        letterhead=Letterhead(words, words, words),
        notice=text,
        footer=text,
        author=words,
        subject=text,
        blocks=(
            Heading(text),
            Paragraph(text),
            Facts(((text, text),)),
            Items((text, text)),
            Notice(text),
            Table((Column(text, group=text), Column(text)), (((text,), (text, text)),), text),
            Signature(text, text, words, words, words, words),
        ),
    )


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_words_are_printed_as_words(words):
    outline = Outline(title=same("J"), blocks=(Paragraph(same(words)),))

    assert squeezed(words) in squeezed(docx_words(docx(outline, ID)))
    # A reader of PDFs turns words from right to left around; their letters are all there.
    assert sorted(squeezed(words)) == sorted(
        squeezed(pdf_words(pdf(outline, ID)).removeprefix("J").removesuffix("Halaman 1 dari 1"))
    )


@pytest.mark.parametrize("words", [*HOSTILE.values(), "", "\x00\x07", "\ud800", "\u202e", "😀"])
def test_no_place_of_a_paper_trips_over_its_words(words):
    assert pdf(everywhere(words), ID).startswith(b"%PDF")
    assert docx(everywhere(words), ID).startswith(b"PK")


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("Setuju 😀", "Setuju [U+1F600]"),
        ("1\ufe0f\u20e3 satu", "1[U+FE0F][U+20E3] satu"),
        ("中文 dan \U000e0041", "[U+4E2D][U+6587] dan"),
        ('"\u20e3', '"[U+20E3]'),
    ],
    ids=ascii,
)
def test_what_no_font_can_draw_is_printed_as_its_code_point(words, printed):
    outline = Outline(title=same("J"), blocks=(Paragraph(same(words)),))

    assert pdf_words(pdf(outline, ID)).startswith(f"J {printed}")
    assert words in docx_words(docx(outline, ID))


@pytest.mark.parametrize(
    ("typed", "held"),
    [
        ("\uf0b7 butir", "• butir"),
        ("2024 \x96 2025", "2024 – 2025"),
        ("satu\r\ndua\rtiga\x0bempat", "satu\ndua\ntiga\nempat"),
        ("a\x00b\x1bc\ud800d\ufffe", "abcd"),
        ("user\u202eexe.pdf", "userexe.pdf"),
        ("tab\tdan {kurung}", "tab\tdan {kurung}"),
    ],
    ids=ascii,
)
def test_unheld_characters_go_and_misread_ones_are_mended(typed, held):
    assert printable(typed) == held


@settings(max_examples=25)
@given(st.text(max_size=60))
def test_any_text_can_be_printed(words):
    outline = Outline(title=same(words), blocks=(Paragraph(same(words)), Items((same(words),))))

    assert pdf(outline, ID).startswith(b"%PDF")
    assert docx(outline, ID).startswith(b"PK")
