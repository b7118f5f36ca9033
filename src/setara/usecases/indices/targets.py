"""What the government's plans want its indices to be, year by year."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import ALLOWED, Verdict, refused, require
from setara.domain.indices.registry import index_named
from setara.domain.indices.targeting import may_be_target
from setara.domain.language.text import Text
from setara.store.models import IndexTargetRecord
from setara.usecases.foundation.access import government_of, one, visible
from setara.usecases.foundation.command import command, leave_event
from setara.usecases.statistics.element_rows import NO_AGENCY

TARGETED = ("ipm", "ipg", "idg", "ikg")
"""The indices whose targets a plan of an Indonesian region sets."""
TARGET = Text("Target indeks", "The target of the index")
_FIRST_YEAR, _LAST_YEAR = 2005, 2060


def may_set_targets(by: Actor) -> Verdict:
    """The planning driver, whose plans the targets come from, and who runs the register."""
    statistics = by.may(Permission.IMPORT_STATISTICS, agency_id=NO_AGENCY)
    return statistics if statistics else by.may(Permission.IMPORT_BUDGET)


@command("indices.target.set", says=Text("Target indeks ditetapkan", "Target of an index set"))
def set_index_target(
    *, by: Actor, at: datetime, index: str, year: int, value: Decimal, document: str
) -> int:
    """Keep what an index shall be in a year, by a document; another value of the year is replaced.

    Raises Refused for an index without targets, a value the index cannot have, or no document.
    """
    require(may_set_targets(by))
    require(_can_be(index, year, value, document))
    record, is_new = visible(by, IndexTargetRecord.objects.select_for_update()).get_or_create(
        index=index,
        year=year,
        government_id=government_of(by),
        defaults={
            "value": value,
            "document": document.strip(),
            "set_by": by.name,
            "set_at": at,
        },
    )
    before = None if is_new else str(record.value)
    if not is_new:
        record.value, record.document = value, document.strip()
        record.set_by, record.set_at = by.name, at
        record.save()
    leave_event(
        "indices.target.set",
        by=by,
        at=at,
        subject=record,
        index=index,
        year=year,
        value=str(value),
        before=before,
    )
    return record.pk


@command(
    "indices.target.withdrawn", says=Text("Target indeks dicabut", "Target of an index withdrawn")
)
def withdraw_index_target(*, by: Actor, at: datetime, target_id: int) -> None:
    """Take a target back that was set in error; the trail keeps it. Raises NotFound."""
    require(may_set_targets(by))
    record = one(by, IndexTargetRecord.objects.all(), target_id, what=TARGET)
    leave_event(
        "indices.target.withdrawn",
        by=by,
        at=at,
        subject=record,
        index=record.index,
        year=record.year,
        value=str(record.value),
    )
    record.delete()


def _can_be(index: str, year: int, value: Decimal, document: str) -> Verdict:
    if index not in TARGETED:
        return refused(
            "Target hanya untuk IPM, IPG, IDG, dan IKG.",
            "Targets are for IPM, IPG, IDG and IKG only.",
        )
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return refused(
            "Tahun target harus antara {first} dan {last}.",
            "The year of the target must lie between {first} and {last}.",
            first=str(_FIRST_YEAR),
            last=str(_LAST_YEAR),
        )
    fits = may_be_target(index_named(index), value)
    if not fits:
        return fits
    if not document.strip():
        return refused(
            "Sebutkan dokumen asal target, misalnya RPJMD 2025–2029, tabel 4.2.",
            "Name the document the target is from, as RPJMD 2025–2029, table 4.2.",
        )
    return ALLOWED
