"""The page on which tags and GAPs go over to a later budget."""

from __future__ import annotations

import pytest

from setara.domain.language.text import Language
from setara.store.models import BudgetTagRecord, PathwayRecord
from tests.usecases.budget.books import HEALTH
from tests.usecases.budget.test_carrying import (
    POSYANDU,
    RENAMED,
    books,
    line_of,
    seen,
    tags,
)
from tests.web.visitor import Visitor, words
from tests.world import World

__all__ = ["books", "tags"]


@pytest.mark.parametrize(
    ("language", "says"),
    [
        (Language.INDONESIAN, ("kode dan nama sama", "Ya, ini yang sama", "kemiripan nama 9")),
        (Language.ENGLISH, ("same code and name", "Yes, this is the same", "alike")),
    ],
)
def test_the_page_shows_where_each_may_go(world: World, books, tags, language, says):
    answer = Visitor(world.colleague, language).opens("budget:carrying", *books)

    assert answer.status_code == 200
    for each in says:
        assert each in words(answer)
    assert "<ins>dan</ins>" in answer.content.decode()
    # The code that now stands for a warehouse, and the GAP whose full name the book cut short.
    suspect = answer.content.decode().count("Awas:" if language == "id" else "Beware:")
    assert suspect == 2


def test_what_is_chosen_goes_over_and_is_undone_on_the_tagging_page(world: World, books, tags):
    visitor = Visitor(world.colleague)
    typed = {
        "apa": "tanda",
        f"tanda-{tags[HEALTH[2]]}": f"={line_of(books[1], HEALTH[2])}",
        f"tanda-{tags[POSYANDU[2]]}": f"{line_of(books[1], RENAMED[2])}",
    }
    answer = visitor.sends("budget:carrying", *books, **typed)

    assert answer.status_code == 302
    kept = BudgetTagRecord.objects.filter(line__version=books[1])
    assert sorted(kept.values_list("line__code", "confirmation")) == [
        (HEALTH[2], "together"),
        (RENAMED[2], "singly"),
    ]
    assert "Tindakan bersama Anda yang terakhir" in words(visitor.client.get(answer["Location"]))


def test_a_forged_tick_is_no_yes(world: World, books, tags):
    typed = {f"tanda-{tags[POSYANDU[2]]}": f"={line_of(books[1], RENAMED[2])}"}
    answer = Visitor(world.colleague).sends("budget:carrying", *books, apa="tanda", **typed)

    assert answer.status_code == 422
    assert "seseorang harus melihat" in words(answer)


def test_a_gap_becomes_a_draft_from_the_page(world: World, books):
    (resting,) = seen(world.author, books).pathways
    typed = {f"gap-{resting.resting_id}": str(resting.offers[0].line_id)}
    answer = Visitor(world.author).sends("budget:carrying", *books, apa="gap", **typed)

    assert answer.status_code == 302
    draft = PathwayRecord.objects.get(follows=resting.resting_id)
    page = words(Visitor(world.author).opens("budget:pathway", draft.pk))
    assert "Dibawa dari GAP 2026" in page


def test_the_choice_leads_to_the_page_and_says_why_not(world: World, books):
    visitor = Visitor(world.planner)
    before, after = map(str, books)

    assert visitor.opens("budget:choose_carrying").status_code == 200
    led = visitor.opens("budget:choose_carrying", dari=before, ke=after)
    assert led["Location"].endswith(f"/anggaran/{before}/bawa/{after}/")
    answer = visitor.opens("budget:carrying", *books[::-1])
    assert answer.status_code == 422
    assert "mendahului" in words(answer)


def test_strangers_and_readers(world: World, books, tags):
    typed = {f"tanda-{tags[HEALTH[2]]}": f"={line_of(books[1], HEALTH[2])}"}

    assert Visitor(world.stranger).opens("budget:carrying", *books).status_code == 404
    assert Visitor(world.stranger).sends("budget:carrying", *books, **typed).status_code == 404
    assert Visitor(world.inspector).opens("budget:carrying", *books).status_code == 200
    answer = Visitor(world.inspector).sends("budget:carrying", *books, **typed)
    assert answer.status_code == 422
    assert not BudgetTagRecord.objects.filter(line__version=books[1]).exists()


@pytest.mark.parametrize("value", ["99999", "-1", "x", "²"])
def test_an_odd_page_breaks_nothing(world: World, books, value: str):
    answer = Visitor(world.planner).opens("budget:carrying", *books, hal=value, bagian=value)

    assert answer.status_code == 200
