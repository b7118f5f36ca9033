"""A budget is taken in once a phase; a pathway and a statement move only as the rules let them."""

from __future__ import annotations

from importlib.resources import files

import pytest

from setara.domain.budget.pathway import PathwayDraft
from setara.domain.budget.phase import BudgetPhase
from setara.domain.foundation.verdict import Refused
from setara.store.models import BudgetLineRecord, BudgetVersionRecord, PathwayRecord
from setara.usecases.budget.intake import BookRefused, import_budget
from setara.usecases.budget.pathway_queries import pathway, pathways
from setara.usecases.budget.pathways import revise_pathway, save_pathway, sign_pathway
from setara.usecases.budget.queries import version, versions
from setara.usecases.budget.reviewing import approve_statement
from setara.usecases.budget.statements import submit_statement
from setara.usecases.foundation.access import NotFound
from tests.events import count_of_events
from tests.makers import AT
from tests.world import World

BOOK = (files("setara.cli.demo") / "data" / "budget.csv").read_bytes()
TODAY = AT.date()


def test_a_phase_is_taken_in_once(world: World) -> None:
    before = (BudgetVersionRecord.objects.count(), BudgetLineRecord.objects.count())

    with pytest.raises(Refused) as caught:
        import_budget(
            by=world.planner, at=AT, year=2026, phase=BudgetPhase.RKA, name="r.csv", content=BOOK
        )

    assert "sudah memuat anggaran" in str(caught.value.reason)
    assert (BudgetVersionRecord.objects.count(), BudgetLineRecord.objects.count()) == before


@pytest.mark.parametrize("content", [b"\0", b"nama,umur\nSari,30\n"], ids=["bytes", "other"])
def test_a_file_that_is_no_budget_leaves_nothing_behind(world: World, content: bytes) -> None:
    before = (BudgetVersionRecord.objects.count(), count_of_events(world.planner))

    with pytest.raises(BookRefused):
        import_budget(
            by=world.planner,
            at=AT,
            year=2031,
            phase=BudgetPhase.RKA,
            name="r.csv",
            content=content,
        )

    assert (BudgetVersionRecord.objects.count(), count_of_events(world.planner)) == before


def test_a_focal_point_takes_no_budget_in(world: World) -> None:
    with pytest.raises(Refused):
        import_budget(
            by=world.author, at=AT, year=2027, phase=BudgetPhase.RKA, name="r.csv", content=BOOK
        )


def test_another_government_sees_no_budget_and_no_pathway(world: World) -> None:
    assert versions(by=world.stranger).versions == ()
    assert pathways(by=world.stranger, today=TODAY) == ()
    with pytest.raises(NotFound):
        version(by=world.stranger, version_id=1, today=TODAY)
    with pytest.raises(NotFound):
        pathway(by=world.stranger, pathway_id=1, today=TODAY)


def test_a_signed_pathway_is_not_written_but_revised(world: World) -> None:
    signed = PathwayRecord.objects.get()

    with pytest.raises(Refused):
        save_pathway(
            by=world.author,
            at=AT,
            pathway_id=signed.pk,
            edition=signed.edition,
            draft=PathwayDraft(),
        )
    revision = revise_pathway(by=world.author, at=AT, pathway_id=signed.pk)
    sign_pathway(by=world.author, at=AT, pathway_id=revision)

    signed.refresh_from_db()
    assert signed.state == "superseded"
    assert PathwayRecord.objects.get(pk=revision).state == "signed"


def test_nobody_else_than_its_agency_writes_a_pathway(world: World) -> None:
    revision = revise_pathway(by=world.author, at=AT, pathway_id=1)

    with pytest.raises(Refused):
        sign_pathway(by=world.colleague, at=AT, pathway_id=revision)


def test_a_statement_is_submitted_and_approved_once(world: World) -> None:
    with pytest.raises(Refused):
        submit_statement(by=world.author, at=AT, statement_id=1)
    with pytest.raises(Refused):
        approve_statement(by=world.planner, at=AT, statement_id=1)
