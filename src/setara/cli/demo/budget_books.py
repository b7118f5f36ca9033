"""Writes the sample books of a budget year, with the accounts and priced lines of each activity."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from io import StringIO

MILLION = 1_000_000
# A line is priced in units that come to its amount exactly: so many of them, at a whole price.
UNITS = 10
HEAD = (
    "kode_skpd",
    "nama_skpd",
    "kode_sub_kegiatan",
    "nama_sub_kegiatan",
    "kode_rekening",
    "nama_rekening",
    "nama_komponen",
    "volume",
    "satuan",
    "harga_satuan",
    "pagu",
    "realisasi",
)

Kinds = Mapping[str, Sequence[tuple[str, str, str, str, int]]]


class Book(StrEnum):
    """The books of the year; the value is the column of the data that has its amounts."""

    PREVIOUS = "previous"
    DPA = "dpa"
    DPPA = "dppa"
    JUNE = "june"
    SEPTEMBER = "september"

    @property
    def phase(self) -> str:
        """The phase it is kept under."""
        return {"previous": "DPA", "dpa": "DPA", "dppa": "DPPA"}.get(self.value, "REALISASI")

    @property
    def month(self) -> int:
        """Up to which month a realisation counts, 0 for a plan."""
        return {"june": 6, "september": 9}.get(self.value, 0)

    @property
    def plan(self) -> str:
        """The column with what might be spent: what was gone by September was planned in June."""
        return {"june": "dpa", "september": "dppa"}.get(self.value, self.value)


def book_content(
    rows: Sequence[Mapping[str, str]], kinds: Kinds, agencies: Mapping[str, str], book: Book
) -> bytes:
    """The CSV file a treasurer would hand in."""
    written = StringIO()
    writer = csv.writer(written, delimiter=";", lineterminator="\n")
    writer.writerow(HEAD)
    for row in rows:
        writer.writerows(_lines(row, kinds[row["kind"]], agencies[row["agency"]], book))
    return written.getvalue().encode()


def _lines(
    row: Mapping[str, str],
    kind: Sequence[tuple[str, str, str, str, int]],
    agency: str,
    book: Book,
) -> Iterator[list[object]]:
    # What was spent on an activity that the change took out still stands against its old plan.
    planned = row[book.plan] or (row["dpa"] if book.month else "")
    if not planned:
        return
    for account, account_name, text, unit, part in kind:
        amount = int(planned) * MILLION * part // 100
        spent = int(row[book.value] or 0) * MILLION * part // 100 if book.month else ""
        yield [
            row["agency"],
            agency,
            row["code"],
            row["name"],
            account,
            account_name,
            text,
            UNITS,
            unit,
            amount // UNITS,
            amount,
            spent,
        ]
