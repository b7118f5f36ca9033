"""The lowest lines of the books: kept beside their sub kegiatan, and read as columns."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from django.conf import settings
from django.db import transaction
from numpy.typing import NDArray

from setara.domain.budget.agency_match import AgencyMatch
from setara.domain.budget.reading.leaves import lowest
from setara.domain.budget.reading.level import account_level
from setara.domain.budget.reading.line import AgencyRef, Line
from setara.domain.budget.reading.reading import BudgetReading
from setara.formats.line_columns import LineColumns, nothing_known
from setara.store.lake.budget_details import Detail, packed, packed_columns
from setara.store.models import BudgetBookRecord, BudgetDetailRecord, BudgetVersionRecord


def keep_details(record: BudgetBookRecord, reading: BudgetReading, match: AgencyMatch) -> int:
    """Keep the lowest lines of a book; returns how many.

    Cost: about 10 µs a line, 2 where the lines are columns.
    """
    kept = packed_lines(reading, match)
    BudgetDetailRecord.objects.create(
        book=record,
        sha256=hashlib.sha256(kept.content).hexdigest(),
        lines=kept.lines,
        has_accounts=kept.has_accounts,
        content=kept.content,
    )
    return kept.lines


@dataclass(frozen=True, slots=True)
class PackedLines:
    """The lowest lines of a book as Parquet."""

    content: bytes
    lines: int
    has_accounts: bool


def packed_lines(reading: BudgetReading, match: AgencyMatch) -> PackedLines:
    """The lowest lines of a book packed: line by line, or as the columns they are held in."""
    if isinstance(reading.lines, LineColumns):
        return _packed_columns(reading.lines, reading, match)
    found = lowest(reading.lines)
    content = packed(_details(found, reading, match))
    return PackedLines(content, len(found), any(line.account for line in found))


def _packed_columns(lines: LineColumns, reading: BudgetReading, match: AgencyMatch) -> PackedLines:
    found = lines.lowest()
    names = {line.activity: line.name for line in reading.activities}
    agency_of = _agency_of(match)
    columns = {
        "agency": found.agency.mapped(agency_of),
        "activity": found.activity,
        "name": found.activity.mapped(lambda activity: names.get(activity, "")),
        "account": found.account,
        "account_name": found.account.mapped(lambda code: _account_name(code, reading)),
        "text": found.name,
        "fund": found.fund,
        "location": found.location,
    }
    arrays: dict[str, NDArray[Any]] = {"row": found.rows}
    arrays |= {name: column.spread() for name, column in columns.items()}
    for name, money in (
        ("amount", found.amount),
        ("before", found.before),
        ("realised", found.realised),
    ):
        arrays[f"{name}_sen"], arrays[f"{name}_known"] = (
            money.sen() if money else nothing_known(len(found))
        )
    has_accounts = any(found.account.values[code] for code in found.account.met())
    return PackedLines(packed_columns(arrays), len(found), has_accounts)


def _agency_of(match: AgencyMatch) -> Callable[[AgencyRef], str]:
    """Our code of an agency as the file writes it; of one that wrote none, that of the whole."""
    owners = set(match.codes.values())
    only = owners.pop() if len(owners) == 1 else ""
    return lambda written: match.codes.get(written, only)


def _details(found: Sequence[Line], reading: BudgetReading, match: AgencyMatch) -> Iterator[Detail]:
    agency_of = _agency_of(match)
    names = {line.activity: line.name for line in reading.activities}
    for line in found:
        yield Detail(
            row=line.row,
            agency=agency_of(line.agency),
            activity=line.activity,
            name=names.get(line.activity, ""),
            account=line.account,
            account_name=_account_name(line.account, reading),
            text=line.name,
            amount=line.amount,
            before=line.before,
            realised=line.realised,
            fund=line.fund,
            location=line.location,
        )


def _account_name(account: str, reading: BudgetReading) -> str:
    return reading.names.get((account_level(account), account), "") if account else ""


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


def drop_details(book: BudgetBookRecord) -> None:
    """Drop the lines of a book; its copy on disk goes once the running command is committed.

    A copy that another book of the same lines reads stays.
    """
    hashes = list(BudgetDetailRecord.objects.filter(book=book).values_list("sha256", flat=True))
    BudgetDetailRecord.objects.filter(book=book).delete()
    for sha256 in hashes:
        transaction.on_commit(partial(_forget, sha256))


def _forget(sha256: str) -> None:
    if not BudgetDetailRecord.objects.filter(sha256=sha256).exists():
        (Path(settings.LAKE_ROOT) / "budget" / f"{sha256}.parquet").unlink(missing_ok=True)


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
