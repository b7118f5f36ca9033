"""Parquet, read and written by DuckDB; nothing is looked for on the network."""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from setara.domain.language.text import Text
from setara.formats.flat_table import Column, in_csv
from setara.formats.tables import Unreadable

MARK = b"PAR1"
"""The first and the last four bytes of a Parquet file."""
_NULL = "\\N"
_MOST_DIGITS = 38

NO_PARQUET = Text(
    "“{name}” rusak atau bukan berkas Parquet. Simpan ulang dari data aslinya.",
    "“{name}” is damaged or no Parquet file. Save it again from the original data.",
)


def rows_of_parquet(path: Path) -> tuple[list[str], list[Sequence[object]]]:
    """The headings and the rows, each cell in its type. Raises Unreadable."""
    import duckdb  # noqa: PLC0415 -- CSV and workbooks are read without it

    with _database() as database:
        try:
            found = database.read_parquet(str(path))
            return list(found.columns), found.fetchall()
        except duckdb.Error as error:
            raise Unreadable(NO_PARQUET, name=path.name) from error


def write_parquet(path: Path, columns: Sequence[Column], rows: Sequence[Sequence[object]]) -> None:
    """The rows as Parquet; each column has the narrowest type that holds all its cells.

    Names must differ. Cost: 2 µs a cell, by way of a temporary text file.
    """
    kinds = {
        column.name: _kind([row[place] for row in rows], column)
        for place, column in enumerate(columns)
    }
    with tempfile.TemporaryDirectory() as folder, _database() as database:
        text = Path(folder) / "rows.csv"
        _write_text(text, rows)
        given = database.read_csv(
            str(text),
            header=False,
            delimiter=",",
            quotechar='"',
            escapechar='"',
            na_values=[_NULL],
            columns=kinds,
            auto_detect=False,
            parallel=False,
        )
        given.write_parquet(str(path), compression="zstd")


def _database() -> Any:
    import duckdb  # noqa: PLC0415 -- CSV and workbooks are written without it

    return duckdb.connect(config={"autoinstall_known_extensions": "false"})


def _write_text(path: Path, rows: Iterable[Sequence[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerows([_NULL if cell is None else in_csv(cell) for cell in row] for row in rows)


def _kind(cells: Sequence[object], column: Column) -> str:
    kinds = {type(cell) for cell in cells} - {type(None)}
    if column.is_number or (float in kinds and kinds <= {int, float, Decimal}):
        return "DOUBLE"
    if not kinds:
        return "VARCHAR"
    if kinds <= {int}:
        return (
            "BIGINT"
            if all(-(2**63) <= c < 2**63 for c in cells if isinstance(c, int))
            else "DOUBLE"
        )
    if kinds <= {int, Decimal}:
        return _decimal(cells)
    single = kinds.pop() if len(kinds) == 1 else str
    return {bool: "BOOLEAN", datetime: "TIMESTAMP", date: "DATE"}.get(single, "VARCHAR")


def _decimal(cells: Sequence[object]) -> str:
    """A decimal type wide enough for every cell, or a double where none is."""
    numbers = [Decimal(cell) for cell in cells if isinstance(cell, int | Decimal)]
    places = max(max(-int(number.as_tuple().exponent), 0) for number in numbers)
    whole = max(max(number.adjusted() + 1, 1) for number in numbers)
    return f"DECIMAL({whole + places},{places})" if whole + places <= _MOST_DIGITS else "DOUBLE"
