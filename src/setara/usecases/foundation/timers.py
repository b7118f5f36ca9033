"""The memory of the timers: who may run one now, and how the last run ended.

No actor is asked for and no event is left: a timer is the installation's, not a government's.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from setara.domain.language.text import Language, Text
from setara.store.models import JobRunRecord


@dataclass(frozen=True, slots=True)
class JobRunAnswer:
    """The last run of a timer; `finished_at` is None while it runs, or where it was cut off."""

    name: str
    started_at: datetime
    finished_at: datetime | None
    has_failed: bool
    outcome: Text


def claim(*, name: str, due_since: datetime, at: datetime) -> bool:
    """Take the run that is due since `due_since`; False where it was taken, or is done.

    The one whose update meets the row as it was gets the run, on SQLite as on PostgreSQL.
    """
    with transaction.atomic():
        _, is_first = JobRunRecord.objects.get_or_create(name=name, defaults={"started_at": at})
    if is_first:
        return True
    waiting = JobRunRecord.objects.filter(name=name, started_at__lt=due_since)
    taken = waiting.update(
        started_at=at, finished_at=None, has_failed=False, outcome_id="", outcome_en=""
    )
    return taken == 1


def note_end(*, name: str, at: datetime, outcome: Text, has_failed: bool) -> None:
    """Keep how the run ended."""
    JobRunRecord.objects.filter(name=name).update(
        finished_at=at, has_failed=has_failed, **_in_columns(outcome)
    )


def _in_columns(outcome: Text) -> dict[str, str]:
    return {f"outcome_{language.value}": outcome.say(language) for language in Language}


def job_runs() -> dict[str, JobRunAnswer]:
    """The last run of each timer that ever ran, by name. Cost: one query."""
    return {
        row.name: JobRunAnswer(
            row.name,
            row.started_at,
            row.finished_at,
            row.has_failed,
            Text(row.outcome_id, row.outcome_en),
        )
        for row in JobRunRecord.objects.order_by("name")
    }
