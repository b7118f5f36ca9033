"""An outline in plain words: the same paper in both languages, block after block."""

from __future__ import annotations

from pathlib import Path

import pytest

from setara.domain.language.text import Language, Text, same
from setara.domain.reports.outline import (
    Column,
    Outline,
    PageBreak,
    SourceNote,
    Table,
    as_text,
)
from tests.documents.papers import matrix, statement

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(("name", "outline"), [("statement", statement()), ("matrix", matrix())])
def test_a_paper_in_words_is_the_one_that_was_read_and_agreed(name, outline, language):
    agreed = (GOLDEN / f"{name}.{language}.txt").read_text(encoding="utf-8")

    assert as_text(outline, language) == agreed


def test_a_row_must_fill_its_table():
    with pytest.raises(ValueError, match="a row has 1 cells, the table 2 columns"):
        Table((Column(same("A")), Column(same("B"))), (((same("a"),),),))


def test_what_a_paper_does_not_have_leaves_no_trace():
    bare = Outline(title=Text("Judul", "Title"), blocks=())

    assert as_text(bare, Language.INDONESIAN) == "# Judul\n"


def test_a_source_is_introduced_in_its_language():
    outline = Outline(title=same("A"), blocks=(SourceNote(same("BPS")), PageBreak()))

    assert as_text(outline, Language.INDONESIAN) == "# A\n\nSumber: BPS\n\n---\n"
    assert as_text(outline, Language.ENGLISH) == "# A\n\nSource: BPS\n\n---\n"
