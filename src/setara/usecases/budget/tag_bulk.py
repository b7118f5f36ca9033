"""Verbs on many tags at once: set, withdrawn, and taken back as one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from copy import copy
from datetime import datetime

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import (
    ALLOWED,
    Refused,
    Verdict,
    first_refusal,
    refused,
    require,
)
from setara.domain.language.text import Text
from setara.store.models import (
    BudgetLineRecord,
    BudgetTagRecord,
    BudgetVersionRecord,
    TagBatchRecord,
)
from setara.usecases.budget.queries import VERSION
from setara.usecases.budget.tagging_windows import in_window
from setara.usecases.budget.tags import (
    LINE,
    TagDecision,
    judged,
    lift_declines,
    named,
    says_why,
    withdraw,
)
from setara.usecases.foundation.access import NotFound, account_of, one
from setara.usecases.foundation.command import command, leave_event

BATCH = Text("Penandaan bersama", "The bulk tagging")


@command("budget.tags.set", says=Text("Beberapa baris anggaran ditandai", "Budget lines tagged"))
def tag_many(
    *, by: Actor, at: datetime, version_id: int, line_ids: frozenset[int], decision: TagDecision
) -> int:
    """Tag several untagged lines of a book by one decision, all or none; the id to undo it by.

    Raises Refused naming the lines that cannot be tagged so; NotFound. Cost: some twenty queries
    beside the inserts.
    """
    version, lines = _held(by, version_id, line_ids)
    require(first_refusal(in_window(version, at), _is_chosen(lines), _are_untagged(lines)))
    records = judged(by, lines, decision)
    batch = _batch(by, at, version)
    for record in records:
        record.batch, record.set_by, record.set_at = batch, by.name, at
    lift_declines(lines, by.name, at)
    BudgetTagRecord.objects.bulk_create(records)
    leave_event(
        "budget.tags.set",
        by=by,
        at=at,
        subject=batch,
        lines=[line.pk for line in lines],
        category=decision.tag.category.value,
        grade=int(decision.tag.grade),
        reason=decision.tag.reason.strip(),
    )
    return batch.pk


@command("budget.tags.withdrawn", says=Text("Beberapa tanda dicabut", "Budget tags withdrawn"))
def withdraw_many(
    *, by: Actor, at: datetime, version_id: int, line_ids: frozenset[int], because: str
) -> int:
    """Withdraw the tags of several lines of a book, all or none; the id to undo it by.

    Raises Refused naming the lines without a tag; NotFound. Cost: as `tag_many`.
    """
    version, lines = _held(by, version_id, line_ids)
    standing = BudgetTagRecord.objects.filter(line__in=lines, withdrawn_at__isnull=True)
    tags = dict(standing.values_list("line_id", "pk"))
    bare = [line.code for line in lines if line.pk not in tags]
    require(
        first_refusal(
            in_window(version, at), _is_chosen(lines), _are_tagged(bare), says_why(because)
        )
    )
    batch = _batch(by, at, version, is_withdrawal=True)
    withdraw(list(tags.values()), by.name, at, because, batch)
    leave_event(
        "budget.tags.withdrawn",
        by=by,
        at=at,
        subject=batch,
        lines=[line.pk for line in lines],
        because=because.strip(),
    )
    return batch.pk


@command("budget.tags.undone", says=Text("Penandaan bersama dibatalkan", "Bulk tagging undone"))
def undo_tags(*, by: Actor, at: datetime, batch_id: int) -> None:
    """Take a bulk back: withdraw its tags that still stand, or set again those it withdrew.

    Raises Refused for another's, and outside the windows; NotFound.
    """
    batches = TagBatchRecord.objects.select_related("version")
    batch = one(by, batches, batch_id, what=BATCH, through="version__government")
    may = by.may(Permission.TAG_BUDGET)
    require(first_refusal(may, _is_own(by, batch), in_window(batch.version, at)))
    if TagBatchRecord.objects.filter(pk=batch.pk, undone_at__isnull=True).update(undone_at=at) != 1:
        raise Refused(_UNDONE)
    undone = (_set_again if batch.is_withdrawal else _taken_back)(by, at, batch)
    leave_event("budget.tags.undone", by=by, at=at, subject=batch, lines=undone)


def _held(
    by: Actor, version_id: int, line_ids: frozenset[int]
) -> tuple[BudgetVersionRecord, list[BudgetLineRecord]]:
    version = one(by, BudgetVersionRecord.objects.all(), version_id, what=VERSION)
    lines = list(
        BudgetLineRecord.objects.filter(version=version, pk__in=line_ids)
        .select_related("version", "agency")
        .select_for_update(of=("self",))
        .order_by("row")
    )
    if len(lines) != len(line_ids):
        raise NotFound(LINE)
    agencies: set[int | None] = {line.agency_id for line in lines} or {None}
    require(first_refusal(*(by.may(Permission.TAG_BUDGET, agency_id=each) for each in agencies)))
    return version, lines


def _batch(
    by: Actor, at: datetime, version: BudgetVersionRecord, *, is_withdrawal: bool = False
) -> TagBatchRecord:
    return TagBatchRecord.objects.create(
        version=version,
        account_id=account_of(by),
        is_withdrawal=is_withdrawal,
        set_by=by.name,
        set_at=at,
    )


def _taken_back(by: Actor, at: datetime, batch: TagBatchRecord) -> int:
    """Withdraw what of the bulk still stands; how many."""
    standing = BudgetTagRecord.objects.filter(batch=batch, withdrawn_at__isnull=True)
    _require_all(by, standing.values_list("line__agency_id", flat=True))
    return standing.update(withdrawn_at=at, withdrawn_by=by.name, withdrawn_in=batch)


def _set_again(by: Actor, at: datetime, batch: TagBatchRecord) -> int:
    """Set the withdrawn tags again where no other stands by now; how many.

    They are new tags, so that the history keeps that they were gone for a while. What their
    grounds have become since is left to the doubts shown beside each.
    """
    gone = BudgetTagRecord.objects.filter(withdrawn_in=batch)
    # Held first: nobody else tags one of them between the look and the setting.
    held = BudgetLineRecord.objects.filter(pk__in=gone.values("line_id")).select_for_update()
    list(held.order_by("pk").values_list("pk", flat=True))
    busy = BudgetTagRecord.objects.filter(withdrawn_at__isnull=True, line__tags__withdrawn_in=batch)
    tags = list(gone.exclude(line__in=busy.values("line_id")).select_related("line"))
    _require_all(by, [tag.line.agency_id for tag in tags])
    lift_declines([tag.line for tag in tags], by.name, at)
    BudgetTagRecord.objects.bulk_create([_again(tag, by, at) for tag in tags])
    return len(tags)


def _again(tag: BudgetTagRecord, by: Actor, at: datetime) -> BudgetTagRecord:
    fresh = copy(tag)
    fresh.pk, fresh.batch, fresh.withdrawn_in = None, None, None
    fresh.set_by, fresh.set_at = by.name, at
    fresh.withdrawn_by, fresh.withdrawn_at, fresh.withdrawal_reason = "", None, ""
    fresh._state.adding = True
    return fresh


def _require_all(by: Actor, agencies: Iterable[int]) -> None:
    require(
        first_refusal(*(by.may(Permission.TAG_BUDGET, agency_id=each) for each in set(agencies)))
    )


def _is_chosen(lines: Sequence[BudgetLineRecord]) -> Verdict:
    if lines:
        return ALLOWED
    return refused("Pilih paling sedikit satu baris anggaran.", "Choose at least one budget line.")


def _are_untagged(lines: Sequence[BudgetLineRecord]) -> Verdict:
    tagged = BudgetTagRecord.objects.filter(line__in=lines, withdrawn_at__isnull=True)
    codes = list(tagged.order_by("line__row").values_list("line__code", flat=True))
    if not codes:
        return ALLOWED
    return refused(
        "Sudah bertanda: {codes}. Ubah tandanya satu per satu, atau lepas dari pilihan.",
        "Tagged already: {codes}. Change those one by one, or leave them out.",
        codes=named(codes),
    )


def _are_tagged(bare: Sequence[str]) -> Verdict:
    if not bare:
        return ALLOWED
    return refused(
        "Tidak bertanda: {codes}. Lepas dari pilihan.",
        "Not tagged: {codes}. Leave them out.",
        codes=named(bare),
    )


def _is_own(by: Actor, batch: TagBatchRecord) -> Verdict:
    if batch.account_id == by.account_id:
        return ALLOWED
    return refused(
        "Hanya yang menandai yang dapat membatalkannya sekaligus. Cabut tandanya satu per satu.",
        "Only who tagged can undo it at once. Withdraw the tags one by one.",
    )


_UNDONE = Text("Penandaan ini sudah dibatalkan.", "This tagging was undone already.")
