"""The ARG recapitulation on paper and as workbook: what it says, and that all of it is printed."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from setara.domain.budget.numerators import Numerator
from setara.domain.reports.figure_marks import Theme
from setara.domain.reports.outline import Figure, as_text
from setara.domain.reports.paper_parts import DRAFT
from setara.domain.reports.recap_figure import recap_figure
from setara.domain.reports.recap_paper import Drawn, recap_annex_outline
from setara.formats.charts import svg_of
from setara.formats.docx import docx
from setara.formats.pdf import pdf
from setara.formats.recap_book import recap_book
from tests.documents.papers import EN, ID, PRINTING
from tests.documents.reading_docx import words_of as docx_words
from tests.documents.reading_pdf import root_of, squeezed, words_of
from tests.documents.recaps import annex, year_recap

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("language", [ID, EN])
def test_the_annex_in_words_is_the_one_that_was_read_and_agreed(language):
    agreed = (GOLDEN / f"recap_annex.{language}.txt").read_text(encoding="utf-8")

    assert as_text(annex(), language) == agreed


@pytest.mark.parametrize("language", [ID, EN])
def test_every_amount_and_name_of_the_annex_is_printed(language):
    said = as_text(annex(), language)
    # The alternative of a figure is for those who do not see it.
    body = "\n".join(line for line in said.splitlines() if not line.startswith("["))
    on_paper = squeezed(words_of(pdf(annex(), language))).lower()
    in_word = squeezed(docx_words(docx(annex(), language))).lower()

    marks = {"#", "##", "-", "--", "|", "–"}
    wanted = {word.strip(":;.,()") for word in body.split()} - marks
    # A long address is broken in a narrow column.
    wanted = {word for word in wanted if not word.startswith("http")}
    assert [word for word in sorted(wanted) if word.lower() not in on_paper] == []
    amounts = {word for word in wanted if word.startswith("Rp")}
    assert [word for word in sorted(amounts) if word.lower() not in in_word] == []


def test_the_annex_is_tagged_and_a_draft_where_nobody_signs():
    assert root_of(pdf(annex(), ID))["/MarkInfo"]["/Marked"]
    assert annex().notice is None
    unsigned = recap_annex_outline(year_recap(), Drawn("", "book"), PRINTING, None)
    assert unsigned.notice == DRAFT
    assert not any(isinstance(block, Figure) for block in unsigned.blocks)


def test_a_way_that_cannot_be_counted_is_printed_with_its_reason():
    made = replace(year_recap(), chosen=Numerator.ACTIONS, series=())

    said = as_text(recap_annex_outline(made, Drawn("", "book"), PRINTING, None), ID)

    assert "ARG: tidak dapat dihitung: rupiah rencana aksi belum dicatat pada 2 dari 2 GBS" in said
    assert "Menurut kategori" not in said


@pytest.mark.parametrize("language", [ID, EN])
@pytest.mark.parametrize("chosen", list(Numerator))
def test_the_workbook_gives_the_same_bytes_and_adds_up(language, chosen):
    series = year_recap().series if chosen is not Numerator.ACTIONS else ()
    made = replace(year_recap(), chosen=chosen, series=series)
    content = recap_book(made, language)

    assert content == recap_book(made, language)
    front = load_workbook(io.BytesIO(content), data_only=True).worksheets[0]
    checks = [
        row[2].value for row in front if str(row[1].value).startswith(("Selisih", "Difference"))
    ]
    assert checks == ([] if chosen is Numerator.ACTIONS else [0] * 5)


def test_years_are_drawn_broken_where_the_series_is_with_the_word_for_it():
    made = year_recap()
    of = made.series[-1].share_of("total")

    drawn = recap_figure(made.series, of=of, language=ID, theme=Theme.LIGHT)
    svg = svg_of(drawn, ID, alternative="ARG")

    rupiah, share = drawn["vconcat"]
    assert [row["stretch"] for row in rupiah["data"]["values"]] == [0, 1]
    assert [row["value"] for row in share["data"]["values"]] == [35.0, 35.0]
    assert svg.count("deret terputus") == 2
    assert "juta rupiah" in svg


def test_a_denominator_of_no_year_leaves_only_the_rupiah():
    made = year_recap()

    drawn = recap_figure(
        made.series, of=made.series[-1].share_of("direct"), language=EN, theme=Theme.DARK
    )

    assert len(drawn["vconcat"]) == 1
