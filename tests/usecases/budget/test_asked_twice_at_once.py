"""A verb asked for twice in the same moment: the second waits, and is told, not broken."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from time import monotonic, sleep

import pytest
from django.db import connection, connections, transaction

from setara.domain.budget.allocation import AllocationCategory
from setara.domain.budget.phase import BudgetPhase
from setara.domain.foundation.verdict import Refused
from setara.domain.reports.paper_kinds import PaperKind
from setara.store.models import BudgetLineRecord
from setara.usecases.budget.document_pathways import revise_document_pathway
from setara.usecases.budget.pathways import revise_pathway
from setara.usecases.budget.statements import draw_up_statement
from setara.usecases.reports.numbers import number_paper
from tests.loading import database
from tests.makers import AT
from tests.usecases.budget.books import ANALYSED, HEALTH, book, take_in
from tests.usecases.budget.test_document_pathways import written
from tests.world import World

GAP = 1
PATIENCE = 20

pytestmark = [
    pytest.mark.django_db(transaction=True),
    # There one writer waits for the other before anything is read.
    pytest.mark.skipif(database() != "postgresql", reason="SQLite lets one writer in at a time"),
]


def at_once(first: Callable[[], object], second: Callable[[], object]) -> None:
    """Run `second` while `first` is done but not kept yet, then let `first` be kept."""
    with ThreadPoolExecutor(1) as threads:
        with transaction.atomic():
            first()
            coming = threads.submit(_alone, second)
            _until_it_waits(coming)
        coming.result()


def _alone(act: Callable[[], object]) -> object:
    try:
        return act()
    finally:
        connections.close_all()


def _until_it_waits(coming: Future[object]) -> None:
    end = monotonic() + PATIENCE
    with connection.cursor() as cursor:
        while monotonic() < end and not coming.done():
            cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted")
            if cursor.fetchone()[0]:
                return
            sleep(0.05)


def test_a_gbs_is_drawn_up_once(world: World):
    lines = book([*ANALYSED, "600.000.000", ""], [*HEALTH, "1.400.000.000", ""])
    take_in(world.planner, lines, year=2026, phase=BudgetPhase.DPA)
    line_id = BudgetLineRecord.objects.filter(code=ANALYSED[2]).latest("pk").pk

    def draw_up() -> int:
        return draw_up_statement(
            by=world.author,
            at=AT,
            pathway_id=GAP,
            line_id=line_id,
            category=AllocationCategory.EQUALITY,
        )

    with pytest.raises(Refused, match="GBS for this budget line already"):
        at_once(draw_up, draw_up)


def test_a_gap_is_revised_once(world: World):
    def revise() -> int:
        return revise_pathway(by=world.author, at=AT, pathway_id=GAP)

    with pytest.raises(Refused, match="open already"):
        at_once(revise, revise)


def test_a_plan_documents_gap_is_revised_once(world: World):
    pk = written(world)

    def revise() -> int:
        return revise_document_pathway(by=world.planner, at=AT, document_id=pk)

    with pytest.raises(Refused, match="open already"):
        at_once(revise, revise)


def test_a_number_is_given_to_one_paper(world: World):
    revision = revise_pathway(by=world.author, at=AT, pathway_id=GAP)

    def number(pk: int) -> int:
        return number_paper(
            by=world.author, at=AT, kind=PaperKind.PATHWAY, subject_id=pk, number="000.7/1"
        )

    with pytest.raises(Refused, match="Another paper has the number"):
        at_once(lambda: number(GAP), lambda: number(revision))
