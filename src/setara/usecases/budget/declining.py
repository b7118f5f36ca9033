"""Verbs on lines looked at and found not gender-responsive: said with a reason, and taken back."""

from __future__ import annotations

from collections.abc import Iterable
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
    DeclinedLineRecord,
)
from setara.usecases.budget.queries import VERSION
from setara.usecases.budget.tagging_windows import in_window
from setara.usecases.budget.tags import LINE
from setara.usecases.foundation.access import CHANGED_MEANWHILE, NotFound, account_of, one
from setara.usecases.foundation.command import command, leave_event

DECLINE = Text("Keputusan tentang baris anggaran", "The decision on the budget line")
_MOST_NAMED = 5


@command(
    "budget.lines.declined",
    says=Text(
        "Baris anggaran dinyatakan tidak responsif gender",
        "Budget lines found not gender-responsive",
    ),
)
def decline_lines(
    *, by: Actor, at: datetime, version_id: int, line_ids: frozenset[int], because: str
) -> None:
    """Say of lines that somebody looked at them and they are not gender-responsive; all or none.

    Raises Refused without a reason, outside the tagging windows, and for lines decided already;
    NotFound.
    """
    version = one(by, BudgetVersionRecord.objects.all(), version_id, what=VERSION)
    lines = list(
        BudgetLineRecord.objects.filter(version=version, pk__in=line_ids)
        .select_for_update()
        .order_by("row")
    )
    if len(lines) != len(line_ids):
        raise NotFound(LINE)
    may = _may_decide(by, (line.agency_id for line in lines))
    require(first_refusal(may, in_window(version, at)))
    require(first_refusal(_is_chosen(len(lines)), _says_why(because), _are_open(lines)))
    account = account_of(by)
    DeclinedLineRecord.objects.bulk_create(
        DeclinedLineRecord(
            line=line, reason=because.strip(), account_id=account, set_by=by.name, set_at=at
        )
        for line in lines
    )
    leave_event(
        "budget.lines.declined",
        by=by,
        at=at,
        subject=version,
        lines=[line.pk for line in lines],
        reason=because.strip(),
    )


@command(
    "budget.declines.taken_back",
    says=Text(
        "Pernyataan tidak responsif gender dibatalkan",
        "Finding of not gender-responsive taken back",
    ),
)
def take_back_declines(
    *, by: Actor, at: datetime, version_id: int, decline_ids: frozenset[int]
) -> None:
    """Open lines of a book again that were declined, in its tagging windows; all or none.

    Raises Refused, NotFound.
    """
    version = one(by, BudgetVersionRecord.objects.all(), version_id, what=VERSION)
    rows = DeclinedLineRecord.objects.filter(line__version=version, pk__in=decline_ids)
    found = list(rows.values_list("line_id", "line__agency_id"))
    if len(found) != len(decline_ids):
        raise NotFound(DECLINE)
    may = _may_decide(by, (agency_id for _, agency_id in found))
    require(first_refusal(may, in_window(version, at), _is_chosen(len(found))))
    standing = DeclinedLineRecord.objects.filter(pk__in=decline_ids, withdrawn_at__isnull=True)
    if standing.update(withdrawn_at=at, withdrawn_by=by.name) != len(found):
        raise Refused(CHANGED_MEANWHILE)
    leave_event(
        "budget.declines.taken_back",
        by=by,
        at=at,
        subject=version,
        lines=sorted(line_id for line_id, _ in found),
    )


def _may_decide(by: Actor, agencies: Iterable[int]) -> Verdict:
    asked: set[int | None] = set(agencies) or {None}
    return first_refusal(*(by.may(Permission.TAG_BUDGET, agency_id=each) for each in asked))


def _is_chosen(count: int) -> Verdict:
    if count:
        return ALLOWED
    return refused("Pilih paling sedikit satu baris anggaran.", "Choose at least one budget line.")


def _says_why(because: str) -> Verdict:
    if because.strip():
        return ALLOWED
    return refused(
        "Tulis mengapa baris ini tidak responsif gender.",
        "Say why the line is not gender-responsive.",
    )


def _are_open(lines: Iterable[BudgetLineRecord]) -> Verdict:
    ids = [line.pk for line in lines]
    tagged = BudgetTagRecord.objects.filter(line_id__in=ids, withdrawn_at__isnull=True)
    declined = DeclinedLineRecord.objects.filter(line_id__in=ids, withdrawn_at__isnull=True)
    decided = {
        *tagged.values_list("line_id", flat=True),
        *declined.values_list("line_id", flat=True),
    }
    if not decided:
        return ALLOWED
    codes = [line.code for line in lines if line.pk in decided]
    return refused(
        "Sudah diputuskan: {codes}. Cabut tandanya atau batalkan putusannya dahulu, atau lepas "
        "dari pilihan.",
        "Decided already: {codes}. Withdraw the tag or take the finding back first, or leave them "
        "out.",
        codes=", ".join(codes[:_MOST_NAMED]) + (", …" if len(codes) > _MOST_NAMED else ""),
    )
