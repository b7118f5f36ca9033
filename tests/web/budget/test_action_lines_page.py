"""Budget lines ticked for an action at a browser."""

from __future__ import annotations

import pytest

from setara.domain.foundation.money import Rupiah
from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Language
from setara.usecases.budget import pathways as verbs
from tests.makers import AT
from tests.usecases.budget.test_action_lines import ATK, HONOR, SIGNED, actions, budget
from tests.web.budget.test_pathway_pages import typed as written
from tests.web.visitor import Visitor, words
from tests.world import World


@pytest.fixture
def draft(world: World) -> int:
    budget(world)
    return verbs.revise_pathway(by=world.author, at=AT, pathway_id=SIGNED)


def sends(world: World, draft: int, who: str = "author", key: int = 1, **typed: object):
    visitor = Visitor(getattr(world, who))
    return visitor.sends("budget:action_lines", draft, key, **({"edition": 1} | typed))


def test_lines_are_ticked_whole_and_in_part(world: World, draft: int):
    typed = {"lines": [ATK, HONOR], f"bagian|{HONOR}": "2.500.000", f"bagian|{ATK}": ""}

    answer = sends(world, draft, **typed)

    assert answer.status_code == 302
    assert actions(draft)[0].amount == Rupiah(3_500_000)
    page = Visitor(world.author).opens("budget:action_lines", draft, 1)
    assert "Rp3.500.000" in words(page)
    assert 'value="2.500.000"' in page.content.decode()
    assert "2 baris anggaran, Rp3.500.000" in words(
        Visitor(world.author).opens("budget:pathway", draft)
    )


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"lines": [HONOR], f"bagian|{HONOR}": "banyak"}, "“banyak” bukan angka"),
        ({"lines": [HONOR], f"bagian|{HONOR}": "2,5"}, "bukan rupiah bulat"),
        ({"lines": [HONOR], f"bagian|{HONOR}": "9.000.000"}, "hanya Rp7.000.000"),
        ({"lines": [HONOR], f"bagian|{HONOR}": "0"}, "lebih dari nol"),
        ({"lines": ["x|y|1"]}, "tidak ada lagi di anggaran ini"),
        ({"lines": [ATK], "edition": "dua"}, "belum dapat dibaca"),
        ({"lines": [ATK], "edition": 7}, "menyimpan GAP ini"),
    ],
)
def test_what_cannot_be_is_refused_and_stays_in_the_form(world: World, draft: int, typed, said):
    answer = sends(world, draft, **typed)

    assert answer.status_code == 422
    assert said in words(answer)
    assert actions(draft)[0].lines == ()
    for value in typed.values():
        if isinstance(value, str):
            assert f'value="{value}"' in answer.content.decode()


def test_the_page_speaks_english(world: World, draft: int):
    page = Visitor(world.author, Language.ENGLISH).opens("budget:action_lines", draft, 1)

    assert "Save the budget lines" in words(page)


def test_a_budget_without_lines_says_where_to_go(world: World):
    page = Visitor(world.author).opens("budget:action_lines", SIGNED, 1)

    assert "Belum ada rincian anggaran" in words(page)


def test_others_read_and_do_not_tick(world: World, draft: int):
    for who in ("colleague", "planner", "inspector", "secretary"):
        page = Visitor(getattr(world, who)).opens("budget:action_lines", draft, 1)
        assert page.status_code == 200
        assert "disabled" in page.content.decode()
        assert sends(world, draft, who, lines=[ATK]).status_code == 422
    assert Visitor(world.stranger).opens("budget:action_lines", draft, 1).status_code == 404
    assert sends(world, draft, "stranger", lines=[ATK]).status_code == 404
    assert sends(world, draft, key=77, lines=[ATK]).status_code == 404
    assert actions(draft)[0].lines == ()


def test_a_row_of_another_writer_with_the_same_number_keeps_its_lines(world: World, draft: int):
    visitor = Visitor(world.author)
    sent = written(visitor, draft)
    place, key = len(actions(draft)), max(each.key for each in actions(draft)) + 1
    row = {f"action-{place}-key": key, "indicator-2-key": 9, "indicator-2-level": "output"}
    theirs, mine = (
        {
            f"action-{place}-text": text,
            f"action-{place}-amount": amount,
            "indicator-2-text": text,
            "indicator-2-sex": sex.value,
        }
        for text, amount, sex in (
            ("Aksi mereka", "111", Sex.MALE),
            ("Aksi saya", "777", Sex.FEMALE),
        )
    )
    visitor.sends("budget:write_pathway", draft, **sent | row | theirs)
    sends(world, draft, key=key, edition=2, lines=[ATK])

    second = visitor.sends("budget:write_pathway", draft, **sent | row | mine)

    assert second.status_code == 302
    *_, other, own = actions(draft)
    assert (other.text, len(other.lines), other.amount) == ("Aksi mereka", 1, Rupiah(1_000_000))
    assert (own.text, own.lines, own.amount) == ("Aksi saya", (), Rupiah(777))


def test_after_somebody_saved_meanwhile_the_ticks_are_sent_again_and_kept(world: World, draft: int):
    visitor = Visitor(world.author)
    visitor.sends("budget:write_pathway", draft, **written(visitor, draft) | {"objective": "Lain"})

    refused = sends(world, draft, lines=[ATK])
    edition = refused.context["page"].form["edition"].value()

    assert refused.status_code == 422
    assert sends(world, draft, lines=[ATK], edition=edition).status_code == 302
    assert len(actions(draft)[0].lines) == 1
