"""A government that has decided on a planted book of its own, and a later book to screen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from setara.domain.budget.allocation import AllocationCategory
from setara.domain.budget.phase import BudgetPhase
from setara.domain.budget.tagging.checklist import Grade
from setara.domain.budget.tagging.conditions import InstitutionalWork
from setara.domain.budget.tagging.tag import Tag, TagScope
from setara.store.models import BudgetLineRecord
from setara.usecases.budget.declining import decline_lines
from setara.usecases.budget.tag_bulk import tag_many
from setara.usecases.budget.tags import TagDecision
from tests.makers import AT
from tests.store.learning.planted import planted
from tests.usecases.budget.books import ANALYSED, book, take_in
from tests.world import World

SKILLS = TagDecision(
    Tag(AllocationCategory.INSTITUTIONAL, TagScope.WHOLE, Grade.FULL, "Melatih aparatur"),
    work=InstitutionalWork.CAPACITY,
)
LATER = [
    ("3.31.05.2.01.0001", "Revitalisasi Pasar Rakyat"),
    ("3.31.05.2.01.0002", "Pemeliharaan Jalan Kabupaten"),
    ("3.31.05.2.01.0003", "Pembinaan Kelompok Perempuan"),
]
NEXT_DAY = AT.date() + timedelta(days=1)


@dataclass(frozen=True)
class DecidedBooks:
    """The ids of the book decided on and of the one of the year after."""

    decided: int
    later: int


def decide(world: World) -> DecidedBooks:
    """Tag and decline the planted lines as their government would."""
    lines = planted()
    rows = [[*ANALYSED[:2], each.code, each.name, "1.000.000", ""] for each in lines]
    decided = take_in(world.planner, book(*rows), year=2026, phase=BudgetPhase.DPA)
    ids = dict(BudgetLineRecord.objects.filter(version=decided).values_list("name", "pk"))
    yes = frozenset(ids[each.name] for each in lines if each.is_responsive)
    tag_many(by=world.author, at=AT, version_id=decided, line_ids=yes, decision=SKILLS)
    decline_lines(
        by=world.author,
        at=AT,
        version_id=decided,
        line_ids=frozenset(ids.values()) - yes,
        because="Belanja kantor",
    )
    rows = [[*ANALYSED[:2], code, name, "2.000.000", ""] for code, name in LATER]
    # One name of the year before again, so that what was decided then is told.
    rows.append([*ANALYSED[:2], lines[0].code, lines[0].name, "3.000.000", ""])
    return DecidedBooks(decided, take_in(world.planner, book(*rows), year=2027))
