"""Runs a batch to its end, and cleans away the old ones.

No event is left: a run only does what somebody asked for with an event of its own.
"""

from __future__ import annotations

import logging
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import uuid4

from django.db.models import Q
from django.db.transaction import atomic

from setara.domain.foundation.actor import Actor
from setara.domain.language.text import Language, Text
from setara.domain.reports.paper_batch import KEPT_FOR, MOST_AT_ONCE, SILENCE, BatchState
from setara.store.models import PaperBatchRecord
from setara.usecases.foundation.actors import actor
from setara.usecases.reports.batch_contents import BatchWanted
from setara.usecases.reports.batch_printing import BatchFolders, BatchPrinted, print_batch
from setara.usecases.reports.batches import UNDER_WAY, batch_folder, batches_folder, drop_files
from setara.usecases.reports.papers import PaperFormat, PaperKind

LOG = logging.getLogger(__name__)
Clock = Callable[[], datetime]
_EVERY = timedelta(seconds=0.5)
"""Between two signs of life."""
_BROKEN = Text(
    "Terjadi kesalahan yang tidak terduga ({kind}); rinciannya ada di log server. Yang sudah "
    "tercetak tetap ada.",
    "Something unexpected went wrong ({kind}); the server's log has the details. What is printed "
    "is still there.",
)


class _Taken(Exception):
    """The batch was dropped, or another process prints it."""


def run_batch(batch_id: int, clock: Clock) -> bool:
    """Print a waiting batch, or one whose process died.

    False where it is another's, gone, or has to wait until fewer than MOST_AT_ONCE are printed.

    Trouble is kept on the batch, for its owner to read. Memory: one paper, besides the index.
    """
    run = uuid4().hex
    if not _claimed(batch_id, run, clock()):
        return False
    batch = PaperBatchRecord.objects.get(pk=batch_id)
    mine = PaperBatchRecord.objects.filter(pk=batch_id, run=run)
    try:
        printed = _printed(batch, run, clock)
    except _Taken:
        _clean_after(batch_id)
        return False
    except Exception as error:
        LOG.exception("batch %s was not printed", batch_id)
        why = getattr(error, "reason", None)
        trouble = why if isinstance(why, Text) else _BROKEN.filled(kind=type(error).__name__)
        told = {f"trouble_{each.value}": trouble.say(each) for each in Language}
        mine.update(state=BatchState.FAILED, seen_at=clock(), **told)
        _clean_after(batch_id)
        return False
    met = mine.update(
        state=BatchState.DONE,
        seen_at=clock(),
        done=printed.papers,
        total=printed.papers,
        file_name=printed.name,
        sha256=printed.archive.sha256,
        size=printed.archive.size,
    )
    if met == 1:
        # Else another run took over: it prints into the same parts.
        shutil.rmtree(batch_folder(batch_id) / "parts", ignore_errors=True)
    _clean_after(batch_id)
    return met == 1


def batches_to_run(at: datetime) -> tuple[int, ...]:
    """The batches that wait, or whose process gave no sign of life for long."""
    silent = Q(state=BatchState.RUNNING, seen_at__lt=at - SILENCE)
    rows = PaperBatchRecord.objects.filter(Q(state=BatchState.WAITING) | silent)
    return tuple(rows.order_by("pk").values_list("pk", flat=True))


def clean_batches(at: datetime) -> int:
    """Drop batches that were kept long enough, and folders no batch stands behind; how many."""
    old = PaperBatchRecord.objects.filter(asked_at__lt=at - KEPT_FOR).exclude(
        state__in=UNDER_WAY, seen_at__gte=at - SILENCE
    )
    old.delete()
    root = batches_folder()
    # The folders first: a batch that is asked for meanwhile has its row before it has a folder.
    folders = list(root.iterdir()) if root.exists() else []
    known = {str(pk) for pk in PaperBatchRecord.objects.values_list("pk", flat=True)}
    orphans = [each for each in folders if each.name not in known]
    for folder in orphans:
        shutil.rmtree(folder, ignore_errors=True)
    return len(orphans)


@atomic
def _claimed(batch_id: int, run: str, at: datetime) -> bool:
    # Held, so that two that claim at the same time do not both take the last place.
    held = PaperBatchRecord.objects.select_for_update().filter(state__in=UNDER_WAY)
    list(held.order_by("pk").values_list("pk", flat=True))
    running = PaperBatchRecord.objects.filter(
        state=BatchState.RUNNING, seen_at__gte=at - SILENCE
    ).exclude(pk=batch_id)
    if running.count() >= MOST_AT_ONCE:
        return False
    silent = Q(state=BatchState.RUNNING, seen_at__lt=at - SILENCE)
    free = PaperBatchRecord.objects.filter(Q(state=BatchState.WAITING) | silent, pk=batch_id)
    return free.update(state=BatchState.RUNNING, run=run, seen_at=at) == 1


def _printed(batch: PaperBatchRecord, run: str, clock: Clock) -> BatchPrinted:
    folder = batch_folder(batch.pk)
    last = clock()

    def told(done: int, of: int) -> None:
        nonlocal last
        if done in {0, of} or clock() - last > _EVERY:
            last = clock()
            mine = PaperBatchRecord.objects.filter(pk=batch.pk, run=run)
            if not mine.update(done=done, total=of, seen_at=last):
                raise _Taken
            # Those that wait are taken up when this one is done, so they are not forgotten.
            PaperBatchRecord.objects.filter(state=BatchState.WAITING).update(seen_at=last)

    return print_batch(
        by=_owner(batch, clock()),
        wanted=_wanted(batch),
        folders=BatchFolders(folder, folder / "parts"),
        today=batch.printed_on,
        told=told,
        clock=clock,
        pages=batch.pages,
    )


def _owner(batch: PaperBatchRecord, at: datetime) -> Actor:
    """Who asked, with the seats of today, in the government (or its practice) it was asked in."""
    asking = actor(account_id=batch.account_id, at=at)
    return replace(asking, government_id=batch.government_id)


def _wanted(batch: PaperBatchRecord) -> BatchWanted:
    return BatchWanted(
        year=batch.year,
        agency_id=batch.agency_id,
        kinds=tuple(PaperKind(kind) for kind in batch.kinds),
        form=PaperFormat(batch.form),
        language=Language(batch.language),
    )


def _clean_after(batch_id: int) -> None:
    """Leave nothing of a batch that was dropped while it was printed."""
    if not PaperBatchRecord.objects.filter(pk=batch_id).exists():
        drop_files(batch_id)
