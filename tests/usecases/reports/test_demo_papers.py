"""The demo's terms of reference meet the checklist, and every paper of the demo is printed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from setara.cli.demo.filling import table_of
from setara.cli.demo.printing import print_papers
from setara.cli.demo.terms import write_terms
from setara.domain.budget.statement import StatementState
from setara.domain.foundation.actor import Actor
from setara.store.models import PrintRecord, StatementRecord
from setara.usecases.budget.terms import terms_of
from tests.makers import AT
from tests.world import World


@dataclass
class Cast:
    """Who fills the demo, as its steps see them."""

    folder: Path
    secretary: Actor
    now: datetime = AT
    actors: dict[str, Actor] = field(default_factory=dict)


def test_the_demos_terms_lack_nothing_and_are_printed_with_a_code(world: World, tmp_path: Path):
    cast = Cast(tmp_path, world.secretary, actors={"focal-2.17": world.author})

    statement = StatementRecord.objects.filter(pk=1)
    approved_at = statement.get().approved_at
    statement.update(state=StatementState.DRAFT, approved_at=None)
    write_terms(cast, table_of("terms.toml"), 1)
    statement.update(state=StatementState.LOCKED, approved_at=approved_at)
    print_papers(cast)

    answer = terms_of(by=world.author, statement_id=1, today=AT.date())
    assert answer.findings == ()
    kinds = {path.name.split("-")[0] for path in (tmp_path / "papers").glob("*.pdf")}
    assert {"GAP", "GBS", "KAK"} <= kinds
    assert PrintRecord.objects.count() == 3
