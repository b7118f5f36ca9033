"""The book of published figures: what it says in both languages, and that every word is printed."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from setara.domain.foundation.period import Period
from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Text, same
from setara.domain.reports.outline import as_text
from setara.domain.reports.statistics_book import BookRow, Chapter, Entry, book_outline
from setara.domain.statistics.dimension import Breakdown
from setara.domain.statistics.element import Element, Measure, Polarity, PopulationType
from setara.domain.statistics.observation import Nothing
from setara.domain.statistics.release import CellKey, CellState, ReleasedCell
from setara.formats.docx import docx
from setara.formats.pdf import pdf
from tests.documents.papers import EN, ID, PRINTING
from tests.documents.reading_docx import words_of as docx_words
from tests.documents.reading_pdf import squeezed, words_of

GOLDEN = Path(__file__).parent / "golden"
YEAR = Period.year(2024)
ELEMENT = Element(
    "EK01",
    Text("Pemilik usaha mikro", "Owners of micro enterprises"),
    Text("orang", "people"),
    Polarity.HIGHER_IS_BETTER,
    Measure.COUNT,
    PopulationType.BENEFICIARIES,
    is_reconciled=False,
)


def cell(value: int | Nothing | CellState, sex: Sex | None) -> ReleasedCell:
    key = CellKey(YEAR, "64.01", Breakdown(), sex)
    if isinstance(value, CellState):
        return ReleasedCell(key, value)
    return ReleasedCell.of(key, Decimal(value) if isinstance(value, int) else value)


def row(
    label: str, women: int | Nothing | CellState, men: int | Nothing | CellState, both: int | None
) -> BookRow:
    total = None if both is None else cell(both, None)
    return BookRow(same(label), cell(women, Sex.FEMALE), cell(men, Sex.MALE), total)


ROWS = (
    row("Kuaro", 120, 340, 460),
    row("Muara Samu", CellState.HIDDEN, CellState.HIDDEN, 12),
    row("Long Kali", 0, 7, 7),
    row("Long Ikis", Nothing.NOT_REPORTED, Nothing.NONE_EXISTS, None),
    row("Batu Engau", Nothing.REFUSED, Nothing.NOT_APPLICABLE, None),
)
AGES = (Text("kelompok umur", "age group"), (row("15–19", 12, 20, 32),))
ENTRY = Entry(
    element=ELEMENT,
    year=2024,
    rows=ROWS,
    groups=(AGES,),
    reading=(Text("Jumlah laki-laki lebih banyak.", "There are more men."),),
    drawing="",
    sources=("Disperindagkop UKM, Rekap 2024",),
    is_sample=True,
)
BOOK = book_outline([Chapter(Text("Ekonomi", "Economy"), (ENTRY,))], year=2024, printing=PRINTING)


@pytest.mark.parametrize("language", [ID, EN])
def test_the_book_in_words_is_the_one_that_was_read_and_agreed(language):
    agreed = (GOLDEN / f"book.{language}.txt").read_text(encoding="utf-8")
    assert as_text(BOOK, language) == agreed


@pytest.mark.parametrize("language", [ID, EN])
def test_every_figure_and_sign_of_the_book_is_printed(language):
    signs = [state.symbol for state in CellState if state.symbol]
    wanted = ["Kuaro", "120", "340", "460", *signs]
    for printed in (
        squeezed(words_of(pdf(BOOK, language))),
        squeezed(docx_words(docx(BOOK, language))),
    ):
        assert [each for each in wanted if each not in printed] == []


def test_a_book_without_figures_says_so():
    text = as_text(book_outline([], year=2024, printing=PRINTING), ID)
    assert "Belum ada angka" in text
