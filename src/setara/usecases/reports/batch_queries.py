"""Questions about batches: which there are, how far one is, its archive."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import Verdict, require
from setara.domain.language.text import Language, Text
from setara.domain.reports.paper_batch import (
    KEPT_FOR,
    BatchState,
    has_fallen_silent,
    may_go_on,
)
from setara.store.models import PaperBatchRecord
from setara.usecases.foundation.access import NotFound, one
from setara.usecases.foundation.queries import agencies
from setara.usecases.reports.batch_contents import BATCHED, years_with_papers
from setara.usecases.reports.batches import BATCH, batch_folder, own_batches
from setara.usecases.reports.papers import NAMES, PaperFormat, PaperKind

_STOPPED = Text(
    "Pencetakan terputus sebelum selesai, misalnya karena server dihentikan. Yang sudah tercetak "
    "tetap ada.",
    "Printing was cut off before its end, for example because the server was stopped. What is "
    "printed is still there.",
)


@dataclass(frozen=True, slots=True)
class BatchAnswer:
    """A batch as its owner sees it; `agency` is empty for all, `trouble` None while all is well."""

    batch_id: int
    year: int
    agency: str
    kinds: str
    form: PaperFormat
    language: Language
    asked_at: datetime
    state: BatchState
    done: int
    total: int
    file_name: str
    sha256: str
    size: int
    kept_until: datetime
    trouble: Text | None
    may_go_on: Verdict

    @property
    def is_under_way(self) -> bool:
        """Whether somebody prints it, or will at once."""
        return self.state in {BatchState.WAITING, BatchState.RUNNING}


@dataclass(frozen=True, slots=True)
class BatchesAnswer:
    """What can be printed together, and what was."""

    years: tuple[int, ...]
    agencies: tuple[tuple[int, str], ...]
    kinds: tuple[tuple[str, str], ...]
    batches: tuple[BatchAnswer, ...]


@dataclass(frozen=True, slots=True)
class ArchiveAnswer:
    """The archive of a batch on disk."""

    path: Path
    name: str


def batches(*, by: Actor, now: datetime, today: date) -> BatchesAnswer:
    """What there is to print, and the actor's batches, the latest first. Raises Refused."""
    require(by.may(Permission.READ_RECORDS))
    names = {each.agency_id: each.name for each in agencies(by=by, on=today)}
    rows = own_batches(by).order_by("-pk")
    return BatchesAnswer(
        years=years_with_papers(by=by, today=today),
        agencies=tuple(sorted(names.items(), key=lambda pair: pair[1])),
        kinds=tuple((kind.value, NAMES[kind]) for kind in BATCHED),
        batches=tuple(_answer(row, names, now) for row in rows),
    )


def batch(*, by: Actor, batch_id: int, now: datetime, today: date) -> BatchAnswer:
    """One batch of the actor. Raises NotFound, Refused."""
    require(by.may(Permission.READ_RECORDS))
    row = one(by, own_batches(by), batch_id, what=BATCH)
    names = {each.agency_id: each.name for each in agencies(by=by, on=today)}
    return _answer(row, names, now)


def archive_of(*, by: Actor, batch_id: int) -> ArchiveAnswer:
    """The archive of a batch that is done. Raises NotFound, also where it was cleaned away."""
    require(by.may(Permission.READ_RECORDS))
    row = one(by, own_batches(by), batch_id, what=BATCH)
    path = batch_folder(batch_id) / row.file_name
    if row.state != BatchState.DONE or not path.is_file():
        raise NotFound(BATCH)
    return ArchiveAnswer(path, row.file_name)


def _answer(row: PaperBatchRecord, names: dict[int, str], now: datetime) -> BatchAnswer:
    state = BatchState(row.state)
    trouble = Text(row.trouble_id, row.trouble_en) if row.trouble_id else None
    if has_fallen_silent(state, row.seen_at, now):
        state, trouble = BatchState.FAILED, _STOPPED
    return BatchAnswer(
        batch_id=row.pk,
        year=row.year,
        agency=names.get(row.agency_id or 0, ""),
        kinds=", ".join(NAMES[PaperKind(kind)] for kind in row.kinds),
        form=PaperFormat(row.form),
        language=Language(row.language),
        asked_at=row.asked_at,
        state=state,
        done=row.done,
        total=row.total,
        file_name=row.file_name,
        sha256=row.sha256,
        size=row.size,
        kept_until=row.asked_at + KEPT_FOR,
        trouble=trouble,
        may_go_on=may_go_on(BatchState(row.state), row.seen_at, now),
    )
