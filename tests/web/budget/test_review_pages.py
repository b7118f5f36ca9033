"""The review on pages: the driver's, the writer's, the queue, what changed, the library."""

from __future__ import annotations

import pytest

from setara.domain.budget.allocation import AllocationCategory
from setara.domain.budget.phase import BudgetPhase
from setara.domain.foundation.actor import Actor
from setara.domain.language.text import Language
from setara.store.models import (
    AcceptedExampleRecord,
    BudgetLineRecord,
    PathwayRecord,
    ReviewCommentRecord,
    ReviewWindowRecord,
    StatementRecord,
)
from setara.usecases.budget.statements import draw_up_statement, submit_statement
from tests.makers import AT
from tests.usecases.budget.books import ANALYSED, HEALTH, book, take_in
from tests.usecases.budget.reviews import approve_in_turn
from tests.web.visitor import Visitor, words
from tests.world import World

LOCKED = 1
INDICATOR = "Target <b>belum</b> bertolak dari data dasar"


@pytest.fixture
def submitted(world: World) -> int:
    """A GBS before the first driver."""
    lines = book([*ANALYSED, "600.000.000", ""], [*HEALTH, "1.400.000.000", ""])
    take_in(world.planner, lines, year=2026, phase=BudgetPhase.DPA)
    line_id = BudgetLineRecord.objects.filter(code=ANALYSED[2]).latest("pk").pk
    drawn = draw_up_statement(
        by=world.author,
        at=AT,
        pathway_id=1,
        line_id=line_id,
        category=AllocationCategory.EQUALITY,
    )
    submit_statement(by=world.author, at=AT, statement_id=drawn)
    return drawn


def send_back(who: Actor, pk: int, **typed: str):
    given = {"text-indicators": INDICATOR, "rule-indicators": "GAP-07"} | typed
    return Visitor(who).sends("budget:send_back", pk, **given)


def state(pk: int) -> str:
    return StatementRecord.objects.get(pk=pk).state


def test_the_driver_whose_turn_it_is_has_the_form_and_the_others_the_reason(
    world: World, submitted: int
):
    assert "Kembalikan dengan catatan" in words(
        Visitor(world.substance).opens("budget:review", submitted)
    )
    waiting = words(Visitor(world.planner).opens("budget:review", submitted))
    assert "Kembalikan dengan catatan" not in waiting
    assert "giliran Driver pemberdayaan perempuan" in waiting


def test_comments_by_column_reach_the_writer_and_come_back_answered(world: World, submitted: int):
    assert send_back(world.substance, submitted).status_code == 302
    shown = Visitor(world.author).opens("budget:statement", submitted)
    assert "Kolom 9 (indikator gender)" in words(shown)
    assert "Target &lt;b&gt;belum" in shown.text

    refused = Visitor(world.author).sends("budget:submit", submitted)
    assert refused.status_code == 422
    assert "belum dijawab" in words(refused)

    revision = Visitor(world.author).sends("budget:revise_pathway", 1)
    beside = Visitor(world.author).client.get(revision["Location"])
    assert "Catatan reviu" in words(beside)
    assert "GAP-07" in words(beside)

    asked = ReviewCommentRecord.objects.get().pk
    empty = Visitor(world.author).sends("budget:answers", submitted, **{f"answer-{asked}": " "})
    assert empty.status_code in {404, 422}
    Visitor(world.author).sends("budget:answers", submitted, **{f"answer-{asked}": "Sudah"})
    PathwayRecord.objects.filter(replaces=1).delete()
    assert Visitor(world.author).sends("budget:submit", submitted).status_code == 302

    answered = words(Visitor(world.substance).opens("budget:review", submitted))
    assert "Yang diubah: Sudah" in answered
    assert Visitor(world.substance).sends("budget:approve", submitted).status_code == 302
    assert ReviewCommentRecord.objects.get().state == "accepted"


def test_nothing_typed_is_lost_where_a_return_is_refused(world: World, submitted: int):
    answer = send_back(world.planner, submitted)

    assert answer.status_code == 422
    assert "bertolak dari data dasar" in answer.text
    assert state(submitted) == "submitted"


def test_the_inspectorate_writes_its_note_and_the_secretariat_locks(world: World, submitted: int):
    approve_in_turn(world, submitted)
    shown = words(Visitor(world.inspector).opens("budget:review", submitted))
    assert "tidak menyetujui dan tidak menghentikan" in shown
    assert Visitor(world.inspector).sends("budget:assure", submitted).status_code == 422

    Visitor(world.inspector).sends("budget:assure", submitted, note="CHR: sesuai")
    Visitor(world.secretary).sends("budget:lock", submitted)

    assert state(submitted) == "locked"
    assert "CHR: sesuai" in words(Visitor(world.author).opens("budget:statement", submitted))


@pytest.mark.parametrize(
    ("language", "said"), [(Language.INDONESIAN, "1 menunggu Anda"), (Language.ENGLISH, "1 wait")]
)
def test_the_queue_says_whose_it_is(world: World, submitted: int, language, said):
    assert said in words(Visitor(world.substance, language).opens("budget:review_queue"))


@pytest.mark.parametrize("query", [{"perangkat": "x"}, {"keadaan": "’"}, {"tahun": "9" * 40}])
def test_a_filter_that_makes_no_sense_filters_nothing(world: World, submitted: int, query):
    answer = Visitor(world.chair).opens("budget:review_queue", **query)

    assert answer.status_code == 200
    assert "Di tempat lain" in words(answer)


def test_a_round_is_read_beside_the_one_before(world: World, submitted: int):
    first = words(Visitor(world.author).opens("budget:round_difference", submitted, 1))

    assert "Putaran pertama" in first
    assert Visitor(world.author).opens("budget:round_difference", submitted, 2).status_code == 404
    assert Visitor(world.stranger).opens("budget:round_difference", submitted, 1).status_code == 404


def test_an_example_is_chosen_on_the_page_and_taken_out_with_a_reason(world: World):
    chosen = Visitor(world.substance).sends(
        "budget:accept_example", LOCKED, part="actions", reason="Menjawab sebabnya"
    )
    assert chosen.status_code == 302
    assert "Menjawab sebabnya" in words(Visitor(world.colleague).opens("budget:examples"))
    assert "Menjawab sebabnya" not in Visitor(world.stranger).opens("budget:examples").text

    pk = AcceptedExampleRecord.objects.get().pk
    assert Visitor(world.stranger).sends("budget:withdraw_example", pk).status_code == 404
    assert Visitor(world.inspector).sends("budget:withdraw_example", pk).status_code == 422
    assert Visitor(world.planner).sends("budget:withdraw_example", pk).status_code == 422
    Visitor(world.planner).sends("budget:withdraw_example", pk, because="Ada yang lebih baik")
    assert "Belum ada contoh" in words(Visitor(world.colleague).opens("budget:examples"))


def test_only_drivers_choose_examples(world: World):
    for who in (world.author, world.inspector):
        answer = Visitor(who).sends("budget:accept_example", LOCKED, part="actions", reason="x")
        assert answer.status_code == 422
    assert not AcceptedExampleRecord.objects.exists()


def test_windows_are_proposed_set_and_extended_by_the_secretariat(world: World):
    shown = words(Visitor(world.author).opens("budget:review_windows", 2097))
    assert "1 Juli 2097 sampai 30 September 2097" in shown
    assert "[K]" in shown
    days = {"kind": "change", "opens_on": "2097-07-01", "last_day": "2097-09-30", "reason": "SE"}
    assert Visitor(world.author).sends("budget:review_windows", 2097, **days).status_code == 422

    assert Visitor(world.secretary).sends("budget:review_windows", 2097, **days).status_code == 302
    pk = ReviewWindowRecord.objects.get().pk
    later = {"last_day": "2097-10-15", "because": "Banjir"}
    for who, code in ((world.stranger, 404), (world.inspector, 422), (world.secretary, 302)):
        answer = Visitor(who).sends("budget:extend_review", 2097, pk, **later)
        assert answer.status_code == code
    assert "15 Oktober 2097" in words(Visitor(world.author).opens("budget:review_windows", 2097))
