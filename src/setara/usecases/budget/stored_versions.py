"""Budget versions as they are stored, for the questions and commands of this room."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, QuerySet

from setara.domain.budget.phase import Stage
from setara.domain.foundation.actor import Actor
from setara.store.models import BudgetBookRecord, BudgetVersionRecord
from setara.usecases.foundation.access import government_of


def version_at(by: Actor, year: int, stage: Stage) -> BudgetVersionRecord:
    """The version of a year and stage, made where there is none, held until the command ends."""
    BudgetVersionRecord.objects.get_or_create(
        government_id=government_of(by), year=year, phase=stage.phase, sequence=stage.sequence
    )
    return BudgetVersionRecord.objects.select_for_update().get(
        government_id=government_of(by), year=year, phase=stage.phase, sequence=stage.sequence
    )


def live_versions() -> QuerySet[BudgetVersionRecord]:
    """The versions with at least one file whose lines are in it, of every government."""
    return BudgetVersionRecord.objects.filter(
        Exists(BudgetBookRecord.objects.filter(version=OuterRef("pk"), withdrawn_at__isnull=True))
    )


def is_sample(*of: BudgetVersionRecord) -> bool:
    """Whether any file of the versions is a sample. Cost: one query."""
    return BudgetBookRecord.objects.filter(
        version__in=of, withdrawn_at__isnull=True, is_sample=True
    ).exists()
