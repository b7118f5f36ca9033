"""Small tables of Paser and its neighbours, in every form the command line takes."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl

from setara.domain.indices.ipg import IPG
from tests.domain.indices.published import PASER, figures

KEYS = [measure.key for measure in IPG.measures]
HEAD = ["wilayah", *KEYS, "year", "catatan"]


def row_of(case: dict[str, Any], note: str = "") -> list[str]:
    """A published year of Paser as a row of texts."""
    given = figures(case)
    return ["Paser", *(str(given[key]) for key in KEYS), str(case["year"]), note]


CASES = [param.values[0] for param in PASER]
ROWS = [row_of(case, '=1+1; "kutip"') for case in CASES]


def write_csv(
    path: Path,
    rows: Sequence[Sequence[object]],
    head: Sequence[str] = HEAD,
    *,
    delimiter: str = ",",
    encoding: str = "utf-8",
) -> Path:
    """The table as a CSV file."""
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=delimiter).writerows([head, *rows])
    path.write_bytes(written.getvalue().encode(encoding))
    return path


def read_csv(path: Path, delimiter: str = ",") -> list[dict[str, str]]:
    """The rows of a CSV by heading, as another program reads them."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter))


def write_xlsx(path: Path, rows: Sequence[Sequence[object]], head: Sequence[str] = HEAD) -> Path:
    """The table as a workbook; numbers are numbers where `rows` has them so."""
    book: Any = openpyxl.Workbook()
    for row in [head, *rows]:
        book.active.append(list(row))
    book.save(path)
    return path


def read_xlsx(path: Path) -> list[dict[str, Any]]:
    """The rows of a workbook by heading."""
    head, *rows = openpyxl.load_workbook(path).active.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rows]
