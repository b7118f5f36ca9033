"""Verbs on batches: asked for, taken up again, dropped."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from datetime import datetime
from functools import partial
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.utils.timezone import localdate

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.verdict import Refused, require
from setara.domain.language.text import Text
from setara.domain.reports.paper_batch import BatchState, may_ask, may_go_on
from setara.store.models import PaperBatchRecord
from setara.usecases.foundation.access import (
    CHANGED_MEANWHILE,
    account_of,
    government_of,
    one,
    visible,
)
from setara.usecases.foundation.command import command, leave_event
from setara.usecases.reports.batch_contents import BatchWanted, batched_papers
from setara.usecases.reports.batch_printing import NothingToPrint

BATCH = Text("Cetakan sekaligus", "The batch of papers")
UNDER_WAY = (BatchState.WAITING, BatchState.RUNNING)


@command("reports.batch.asked", says=Text("Cetak sekaligus diminta", "Batch of papers asked for"))
def ask_for_batch(*, by: Actor, at: datetime, wanted: BatchWanted, pages: Mapping[str, str]) -> int:
    """Keep what is to be printed, with `pages` as for `print_batch`; somebody has to run it.

    Raises Refused, NothingToPrint."""
    account, government = account_of(by), government_of(by)
    papers = batched_papers(by=by, wanted=wanted, today=localdate(at))
    if not papers:
        raise NothingToPrint
    under_way = own_batches(by).filter(state__in=UNDER_WAY).count()
    require(may_ask(under_way, chosen=len(wanted.kinds)))
    batch = PaperBatchRecord.objects.create(
        government_id=government,
        account_id=account,
        agency_id=wanted.agency_id,
        year=wanted.year,
        kinds=[kind.value for kind in wanted.kinds],
        form=wanted.form.value,
        language=wanted.language.value,
        pages=dict(pages),
        asked_at=at,
        printed_on=localdate(at),
        state=BatchState.WAITING,
        seen_at=at,
        total=len(papers),
    )
    leave_event(
        "reports.batch.asked", by=by, at=at, subject=batch, year=wanted.year, papers=len(papers)
    )
    return batch.pk


@command(
    "reports.batch.continued", says=Text("Cetak sekaligus dilanjutkan", "Batch of papers continued")
)
def continue_batch(*, by: Actor, at: datetime, batch_id: int) -> None:
    """Let a batch that stopped be run again. Raises NotFound, and Refused while it is printed."""
    batch = one(by, own_batches(by), batch_id, what=BATCH)
    require(may_go_on(BatchState(batch.state), batch.seen_at, at))
    met = PaperBatchRecord.objects.filter(pk=batch.pk, state=batch.state, run=batch.run).update(
        state=BatchState.WAITING, run="", seen_at=at, trouble_id="", trouble_en=""
    )
    if not met:
        raise Refused(CHANGED_MEANWHILE)
    leave_event("reports.batch.continued", by=by, at=at, subject=batch)


@command("reports.batch.dropped", says=Text("Cetak sekaligus dihapus", "Batch of papers dropped"))
def drop_batch(*, by: Actor, at: datetime, batch_id: int) -> None:
    """Drop a batch with its files; one that is being printed stops. Raises NotFound."""
    batch = one(by, own_batches(by), batch_id, what=BATCH)
    leave_event("reports.batch.dropped", by=by, at=at, subject=batch, year=batch.year)
    PaperBatchRecord.objects.filter(pk=batch.pk).delete()
    transaction.on_commit(partial(drop_files, batch_id))


def own_batches(by: Actor) -> QuerySet[PaperBatchRecord]:
    """The batches of the actor's account; what one may read, another may not."""
    rows = PaperBatchRecord.objects.filter(account_id=account_of(by))
    return visible(by, rows)


def batch_folder(batch_id: int) -> Path:
    """Where a batch has its archive and its parts."""
    return batches_folder() / str(batch_id)


def batches_folder() -> Path:
    """Where all batches are."""
    return Path(settings.MEDIA_ROOT) / "batches"


def drop_files(batch_id: int) -> None:
    """Drop what a batch has on disk."""
    shutil.rmtree(batch_folder(batch_id), ignore_errors=True)
