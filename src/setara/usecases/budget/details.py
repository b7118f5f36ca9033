"""The lowest lines of the books: kept beside their sub kegiatan, and read as columns."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile

from django.conf import settings

from setara.domain.budget.agency_match import AgencyMatch
from setara.domain.budget.reading.leaves import lowest
from setara.domain.budget.reading.level import account_level
from setara.domain.budget.reading.line import Line
from setara.domain.budget.reading.reading import BudgetReading
from setara.store.lake.budget_details import Detail, packed
from setara.store.models import BudgetBookRecord, BudgetDetailRecord, BudgetVersionRecord


def keep_details(record: BudgetBookRecord, reading: BudgetReading, match: AgencyMatch) -> int:
    """Keep the lowest lines of a book; returns how many. Cost: about 10 µs a line."""
    found = lowest(reading.lines)
    content = packed(_details(found, reading, match))
    BudgetDetailRecord.objects.create(
        book=record,
        sha256=hashlib.sha256(content).hexdigest(),
        lines=len(found),
        has_accounts=any(line.account for line in found),
        content=content,
    )
    return len(found)


def _details(found: Sequence[Line], reading: BudgetReading, match: AgencyMatch) -> Iterator[Detail]:
    owners = set(match.codes.values())
    only = owners.pop() if len(owners) == 1 else ""
    names = {line.activity: line.name for line in reading.activities}
    for line in found:
        yield Detail(
            row=line.row,
            agency=match.codes.get(line.agency, only),
            activity=line.activity,
            name=names.get(line.activity, ""),
            account=line.account,
            account_name=_account_name(line, reading),
            text=line.name,
            amount=line.amount,
            before=line.before,
            realised=line.realised,
            fund=line.fund,
            location=line.location,
        )


def _account_name(line: Line, reading: BudgetReading) -> str:
    if not line.account:
        return ""
    return reading.names.get((account_level(line.account), line.account), "")


def detail_files(version: BudgetVersionRecord) -> dict[int, Path]:
    """The Parquet file of each live book of a version, by book; books without details are left out.

    The files lie in a folder of their own and are written anew from the database where they are
    missing. Cost: one query, and one more for each file that is missing.
    """
    rows = BudgetDetailRecord.objects.filter(
        book__version=version, book__withdrawn_at__isnull=True
    ).values_list("book_id", "sha256")
    return {book: _on_disk(book, sha256) for book, sha256 in rows.order_by("book_id")}


def detail_files_of(versions: Collection[int]) -> dict[int, list[Path]]:
    """The Parquet files of the live books of several versions, by version; like `detail_files`.

    Cost: one query, and one more for each file that is missing.
    """
    rows = BudgetDetailRecord.objects.filter(
        book__version__in=versions, book__withdrawn_at__isnull=True
    ).values_list("book_id", "sha256", "book__version_id")
    found: dict[int, list[Path]] = {}
    for book, sha256, version in rows.order_by("book_id"):
        found.setdefault(version, []).append(_on_disk(book, sha256))
    return found


def _on_disk(book_id: int, sha256: str) -> Path:
    folder = Path(settings.LAKE_ROOT) / "budget"
    file = folder / f"{sha256}.parquet"
    if not file.exists():
        folder.mkdir(parents=True, exist_ok=True)
        content = BudgetDetailRecord.objects.values_list("content", flat=True).get(book=book_id)
        with _moved_into_place(file) as beside:
            beside.write_bytes(bytes(content))
    return file


@contextmanager
def _moved_into_place(file: Path) -> Iterator[Path]:
    """Two processes may write the same file; a reader never sees half of it."""
    with NamedTemporaryFile(dir=file.parent, prefix=f".{file.name}.", delete=False) as opened:
        beside = Path(opened.name)
    try:
        yield beside
        beside.replace(file)
    finally:
        beside.unlink(missing_ok=True)
