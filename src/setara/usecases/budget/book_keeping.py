"""Books taken out of a version or exchanged, without losing what hangs on their lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db.models import Q, QuerySet

from setara.domain.budget.statement import APPROVED_STATES
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import ALLOWED, Verdict, first_refusal, refused, require
from setara.domain.language.text import Text
from setara.store.models import BudgetBookRecord, BudgetLineRecord
from setara.usecases.budget.details import drop_details
from setara.usecases.foundation.access import NotFound, one
from setara.usecases.foundation.command import command, leave_event

BOOK = Text("Berkas anggaran", "The budget file")
_MOST_NAMED = 5
_CHANGING = ("book", "name", "amount", "realised", "row")


@command("budget.book.withdrawn", says=Text("Buku anggaran ditarik", "Budget book withdrawn"))
def withdraw_book(*, by: Actor, at: datetime, book_id: int, reason: str) -> None:
    """Take a book with all its lines out of its version; the file and the reason stay known.

    Raises Refused where a line of it bears a tag, a decision or a statement, and NotFound.
    """
    require(first_refusal(by.may(Permission.IMPORT_BUDGET), may_take_out(reason)))
    book = live_book(by, book_id)
    require(_is_free(_bearing(BudgetLineRecord.objects.filter(book=book))))
    lines = book.lines.count()
    book.lines.all().delete()
    take_out(book, by.name, at, reason)
    leave_event("budget.book.withdrawn", by=by, at=at, subject=book, lines=lines, reason=reason)


def may_take_out(reason: str) -> Verdict:
    """Whether a reason is given: who looks for the book later reads why it is gone."""
    if reason.strip():
        return ALLOWED
    return refused(
        "Tulis alasannya: mengapa berkas ini ditarik atau diganti?",
        "Write the reason: why is this file withdrawn or replaced?",
    )


def live_book(by: Actor, book_id: int) -> BudgetBookRecord:
    """A book not taken out, held with its version until the command ends. Raises NotFound."""
    # The version too, as an import holds it: its lines come from several books.
    rows = BudgetBookRecord.objects.select_related("version").select_for_update(
        of=("self", "version")
    )
    book = one(by, rows, book_id, what=BOOK, through="version__government")
    if book.withdrawn_at is not None:
        raise NotFound(BOOK)
    return book


def take_out(book: BudgetBookRecord, who: str, moment: datetime, reason: str) -> None:
    """Mark a book as taken out; its details go with it."""
    drop_details(book)
    book.withdrawn_at, book.withdrawn_by, book.withdrawal_reason = moment, who, reason.strip()
    book.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawal_reason"])


def exchange(before: BudgetBookRecord, fresh: Sequence[BudgetLineRecord]) -> None:
    """Put the fresh lines in the place of a book's; those of the same code stay the same record.

    Raises Refused, naming the lines, where something that hangs on one would lose its ground.
    """
    there = {(line.agency_id, line.code): line for line in before.lines.all()}
    coming = {(line.agency_id, line.code): line for line in fresh}
    gone = [line.pk for key, line in there.items() if key not in coming]
    require(_is_free(_bearing(BudgetLineRecord.objects.filter(pk__in=gone))))
    changed = [
        line.pk
        for key, line in there.items()
        if key in coming and coming[key].amount != line.amount
    ]
    approved = BudgetLineRecord.objects.filter(
        pk__in=changed, statements__state__in=APPROVED_STATES
    )
    require(_stays(approved))
    BudgetLineRecord.objects.filter(pk__in=gone).delete()
    for key in there.keys() & coming.keys():
        for field in _CHANGING:
            setattr(there[key], field, getattr(coming[key], field))
    BudgetLineRecord.objects.bulk_update(
        [there[key] for key in coming if key in there], _CHANGING, batch_size=500
    )
    BudgetLineRecord.objects.bulk_create([coming[key] for key in coming if key not in there])


def named(codes: Iterable[str]) -> Text:
    """A few of the codes, and how many more there are."""
    every = list(codes)
    first = ", ".join(every[:_MOST_NAMED])
    if len(every) <= _MOST_NAMED:
        return Text(first, first)
    return Text("{first} dan {more} lainnya", "{first} and {more} more").filled(
        first=first, more=len(every) - _MOST_NAMED
    )


def _bearing(lines: QuerySet[BudgetLineRecord]) -> QuerySet[BudgetLineRecord]:
    borne = Q(tags__isnull=False) | Q(declines__isnull=False) | Q(statements__isnull=False)
    return lines.filter(borne).distinct()


def _is_free(bearing: QuerySet[BudgetLineRecord]) -> Verdict:
    codes = list(bearing.order_by("code").values_list("code", flat=True))
    if not codes:
        return ALLOWED
    return refused(
        "Tidak dapat ditarik: {codes} memuat penandaan, putusan penyaringan, atau GBS. Riwayatnya "
        "akan hilang bersama barisnya. Impor anggaran yang baru sebagai tahap berikutnya.",
        "It cannot be taken out: {codes} bear tags, screening decisions or a GBS, whose "
        "history would go with the lines. Import the new budget as the next stage.",
        codes=named(codes),
    )


def _stays(approved: QuerySet[BudgetLineRecord]) -> Verdict:
    codes = list(approved.order_by("code").distinct().values_list("code", flat=True))
    if not codes:
        return ALLOWED
    return refused(
        "Pagu {codes} berubah, padahal GBS-nya sudah disetujui. Perubahan pagu diimpor sebagai "
        "tahap berikutnya, lalu disusun GBS perubahannya.",
        "The amount of {codes} changes although its GBS is approved. A change is imported as the "
        "next stage, and a changed GBS drawn up.",
        codes=named(codes),
    )
