"""What we print as a GAP or GBS is read back by `lint` as the record it was printed from."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from setara.domain.budget.paper.judging import judged
from setara.domain.budget.paper.paper import read_pathways
from setara.domain.budget.paper.places import Sheet
from setara.domain.budget.paper.reading import ReadPathway
from setara.domain.budget.pathway import Action, Cause, CauseSide, Indicator, Pathway
from setara.domain.budget.substance import findings
from setara.domain.foundation.money import Rupiah
from setara.domain.law.forms import form
from setara.domain.reports.outline import Outline
from setara.domain.reports.pathway_paper import pathway_outline
from setara.formats.docx import docx
from setara.formats.docx_text import parts_of_docx
from setara.usecases.reports.statement_papers import LAYOUTS
from tests.documents.papers import ID
from tests.documents.pathways import PRINTING, SIGNATORY, pathway
from tests.documents.test_statement_layouts import statement

DAY = date(2025, 7, 10)
VOCABULARY = """
undangan jadwal pelatihan kelompok tani penyuluh lahan suami rapat desa informasi modal pupuk
pengurus keluarga kepala sore anak biaya jarak izin
"""
WORDS = st.sampled_from(VOCABULARY.split())
SENTENCE = st.lists(WORDS, min_size=4, max_size=9).map(lambda words: " ".join(words).capitalize())
COUNT = st.integers(20, 2_000_000)


def read_back(outline: Outline) -> ReadPathway:
    parts = parts_of_docx(docx(outline, ID))
    (read,) = read_pathways(
        [Sheet(name, tuple(map(tuple, rows))) for name, rows in parts], today=DAY
    )
    return read


def printed(analysis: Pathway) -> ReadPathway:
    return read_back(pathway_outline(analysis, form("gap-9-columns", on=DAY), PRINTING, SIGNATORY))


def weighty(read: ReadPathway) -> list[tuple[str, int]]:
    return [
        (each.finding.rule, each.finding.column)
        for each in judged(read, today=DAY)
        if each.is_of_weight
    ]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_statement_of_every_layout_is_read_as_its_pathway(layout):
    read = read_back(statement(layout))

    was, now = pathway(), read.pathway
    assert [(each.female, each.male) for each in now.data] == [
        (each.female, each.male) for each in was.data
    ]
    assert [(each.factor, each.text) for each in now.factors] == [
        (each.factor, each.text) for each in was.factors
    ]
    assert [(each.key, each.side, each.text) for each in now.causes] == [
        (each.key, each.side, each.text) for each in was.causes
    ]
    assert now.reformulated_objective == was.reformulated_objective
    assert [(each.text, each.answers, each.amount) for each in now.actions] == [
        (each.text, each.answers, each.amount) for each in was.actions
    ]
    assert [each.target for each in now.indicators] == [each.target for each in was.indicators]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_statement_of_every_layout_has_no_new_findings(layout):
    stored = [(each.rule, each.column) for each in findings(pathway(), today=DAY)]

    assert weighty(read_back(statement(layout))) == stored


@st.composite
def pathways(draw: st.DrawFn) -> Pathway:
    """The paper's own pathway with other figures, causes, actions and targets."""
    base = pathway()
    data = tuple(
        replace(each, female=women, male=men)
        for each in base.data
        for women, men in [(draw(COUNT.map(Decimal)), draw(COUNT.map(Decimal)))]
    )
    causes = tuple(
        Cause(number, draw(st.sampled_from(CauseSide)), text)
        for number, text in enumerate(draw(st.lists(SENTENCE, min_size=2, max_size=5)), start=1)
    )
    # Printed column by column, so numbered that way too.
    causes = tuple(
        replace(each, key=number)
        for number, each in enumerate(
            sorted(causes, key=lambda each: list(CauseSide).index(each.side)), start=1
        )
    )
    keys = [each.key for each in causes]
    actions = tuple(
        Action(
            number,
            text,
            tuple(sorted(draw(st.sets(st.sampled_from(keys), min_size=1)))),
            draw(st.none() | st.integers(0, 10**9).map(Rupiah)),
        )
        for number, text in enumerate(draw(st.lists(SENTENCE, min_size=1, max_size=4)), start=1)
    )
    return replace(
        base, data=data, causes=causes, actions=actions, indicators=(), baselines=(), factors=()
    )


@settings(max_examples=15, deadline=None)
@given(pathways())
def test_whatever_we_print_as_a_gap_is_read_as_it_was(analysis):
    now = printed(analysis).pathway

    assert [(each.female, each.male) for each in now.data] == [
        (each.female, each.male) for each in analysis.data
    ]
    assert [(each.side, each.text, each.key) for each in now.causes] == [
        (each.side, each.text, each.key) for each in analysis.causes
    ]
    assert [(each.text, each.answers, each.amount) for each in now.actions] == [
        (each.text, each.answers, each.amount) for each in analysis.actions
    ]


def test_a_printed_gap_has_no_new_findings():
    stored = [(each.rule, each.column) for each in findings(pathway(), today=DAY)]

    assert weighty(printed(pathway())) == stored


def test_indicators_keep_their_course():
    now = printed(pathway()).pathway
    was = pathway()

    def said(each: Indicator, of: Pathway) -> tuple[object, ...]:
        start = of.baseline(each.baseline_key)
        return (each.level, each.text, each.target, each.unit, of.figure(start) if start else None)

    assert [said(each, now) for each in now.indicators] == [
        said(each, was) for each in was.indicators
    ]
