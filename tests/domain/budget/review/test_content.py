"""What each driver judges: a change elsewhere leaves its yes standing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from setara.domain.budget.allocation import Allocation, AllocationCategory
from setara.domain.budget.pathway import Pathway
from setara.domain.budget.phase import BudgetPhase, Stage
from setara.domain.budget.review.comments import (
    LONGEST,
    MOST,
    CommentState,
    NewComment,
    all_answered,
    may_answer,
    may_comment,
)
from setara.domain.budget.review.content import (
    COLUMNS,
    PART_LABELS,
    PARTS,
    LineFacts,
    content_of,
    marks_of,
)
from setara.domain.budget.statement import DECIDING
from setara.domain.foundation.money import Rupiah
from setara.domain.foundation.seat import SeatKind
from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Language
from tests.domain.budget.examples import exemplar

MONEY = Allocation(AllocationCategory.EQUALITY, Rupiah(340_000_000))
GAP = exemplar()
LINE = LineFacts(GAP.activity_code, GAP.activity_name, Stage(BudgetPhase.RKA), 2026)
SUBSTANCE, PLANNING, FINANCE = DECIDING


def indicator(**given: object) -> Pathway:
    """The pathway with its first indicator changed."""
    first, *others = GAP.indicators
    return replace(GAP, indicators=(replace(first, **given), *others))


def changed(pathway=GAP, allocation=MONEY, line=LINE) -> set[SeatKind]:
    before, after = marks_of(GAP, MONEY, LINE), marks_of(pathway, allocation, line)
    return {driver for driver in before if before[driver] != after[driver]}


@pytest.mark.parametrize(
    ("given", "whose"),
    [
        ({}, set()),
        ({"allocation": replace(MONEY, amount=Rupiah(1))}, {FINANCE}),
        ({"allocation": replace(MONEY, category=AllocationCategory.TARGETED)}, {FINANCE}),
        ({"line": replace(LINE, stage=Stage(BudgetPhase.DPA))}, {FINANCE}),
        ({"pathway": replace(GAP, causes=GAP.causes[1:])}, {SUBSTANCE}),
        ({"pathway": replace(GAP, objective="Lain")}, {SUBSTANCE, PLANNING}),
        ({"pathway": replace(GAP, indicators=GAP.indicators[1:])}, {SUBSTANCE, PLANNING}),
        (
            {
                "pathway": replace(
                    GAP, actions=(replace(GAP.actions[0], amount=Rupiah(9)), *GAP.actions[1:])
                )
            },
            {SUBSTANCE, FINANCE},
        ),
        ({"pathway": replace(GAP, year=2027)}, {PLANNING}),
        ({"pathway": replace(GAP, activity_target="40 kelompok")}, {SUBSTANCE, PLANNING}),
        ({"pathway": indicator(sex=Sex.FEMALE)}, {SUBSTANCE, PLANNING}),
        ({"pathway": indicator(action_key=GAP.actions[0].key)}, {SUBSTANCE, PLANNING}),
        # No action has that number, so no words say it; it is judged nonetheless.
        ({"pathway": indicator(action_key=99)}, {SUBSTANCE, PLANNING}),
    ],
)
def test_a_yes_falls_only_where_what_was_judged_has_changed(given, whose):
    assert changed(**given) == whose


@pytest.mark.parametrize(
    ("pathway", "part", "says"),
    [
        (replace(GAP, activity_target="40 kelompok"), "activity", "sasaran: 40 kelompok"),
        (indicator(sex=Sex.FEMALE), "indicators", "(menghitung perempuan)"),
        (indicator(action_key=GAP.actions[0].key), "indicators", "(dari aksi 1)"),
    ],
)
def test_a_difference_of_rounds_can_show_it(pathway, part, says):
    before, after = content_of(GAP, MONEY, LINE)[part], content_of(pathway, MONEY, LINE)[part]

    assert before != after
    assert says in " ".join(words.say(Language.INDONESIAN) for words in after)


def test_every_part_has_its_words_and_its_name():
    content = content_of(GAP, MONEY, LINE)

    assert set(content) == set(PARTS) == set(PART_LABELS)
    assert all(content[part] for part in PARTS)
    assert len(COLUMNS) == 9
    assert content["amount"][0].say(Language.INDONESIAN) == "Rp340.000.000"


@pytest.mark.parametrize(
    ("comment", "says"),
    [
        (NewComment("kolom-10", "x"), "tidak dikenal"),
        (NewComment("data", " "), "1 sampai"),
        (NewComment("data", "x" * (LONGEST + 1)), "1 sampai"),
        (NewComment("data", "x", "aturan tujuh"), "bukan nama aturan"),
    ],
)
def test_a_comment_names_its_column_and_says_something(comment, says):
    assert says in may_comment([comment]).reason.say(Language.INDONESIAN)


def test_a_good_comment_passes_and_too_many_do_not():
    good = NewComment("indicators", "Target belum jelas", "GAP-07")

    assert may_comment([good] * MOST)
    assert not may_comment([good] * (MOST + 1))


def test_an_answer_says_what_was_changed_until_it_is_accepted():
    assert may_answer(CommentState.OPEN, "Data dasar diganti")
    assert may_answer(CommentState.ANSWERED, "Lebih jelas")
    assert not may_answer(CommentState.ACCEPTED, "Terlambat")
    assert not may_answer(CommentState.OPEN, "  ")
    assert all_answered(0)
    assert "2 catatan" in all_answered(2).reason.say(Language.INDONESIAN)
