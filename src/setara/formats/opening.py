"""Opens one received file in a process of its own, and says its rows as JSON lines.

A workbook of a few kilobytes can claim a sheet of seventeen thousand million cells; the reader
reserves them all and brings its process down. It must not be the process that serves people.
"""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable, Iterator
from datetime import date, datetime
from enum import IntEnum
from typing import Any

# A year's budget of 100,000 lines in 32 columns has to go in.
MOST_CELLS = 4_000_000
MOST_MEMORY = 1536 * 1024 * 1024
_LOT = 500


class Ending(IntEnum):
    """How the process ended; anything else means that the reader itself broke down."""

    READ = 0
    TOO_LARGE = 3
    UNREADABLE = 4


def main(kind: str) -> int:
    """Read standard input, write a line for each sheet (its name) and each lot of rows (lists)."""
    _bound_memory()
    content = sys.stdin.buffer.read()
    try:
        for line in _READERS[kind](content):
            sys.stdout.write(json.dumps(line, default=_dated) + "\n")
    except MemoryError:
        return Ending.TOO_LARGE
    except _Ended as ended:
        return ended.ending
    return Ending.READ


class _Ended(Exception):
    def __init__(self, ending: Ending) -> None:
        super().__init__(ending)
        self.ending = ending


def _bound_memory() -> None:
    if sys.platform == "win32":
        # Windows knows no such bound; a process of its own is all the protection there.
        return
    import resource  # noqa: PLC0415 -- not there on Windows

    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _html(content: bytes) -> Iterator[object]:
    from setara.formats.html_table import tables_of_html  # noqa: PLC0415 -- not for workbooks

    tables = tables_of_html(content)
    _bound(sum(len(row) for table in tables for row in table))
    for number, table in enumerate(tables, start=1):
        yield f"HTML {number}" if len(tables) > 1 else "HTML"
        yield from _some_at_once(table)


def _workbook(content: bytes) -> Iterator[object]:
    import python_calamine  # noqa: PLC0415 -- not for pages

    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        cells = 0
        for name in book.sheet_names:
            sheet = book.get_sheet_by_name(name)
            cells += sheet.total_height * sheet.total_width
            _bound(cells)
            yield name
            # The rows above the first used one are kept: row numbers are those people see.
            yield from _some_at_once(sheet.to_python(skip_empty_area=False))
    except (python_calamine.CalamineError, OSError) as error:
        raise _Ended(Ending.UNREADABLE) from error


def _document(content: bytes) -> Iterator[object]:
    from setara.formats.docx_text import NotADocument, parts_of_docx  # noqa: PLC0415 -- not for others

    try:
        for name, rows in parts_of_docx(content):
            _bound(sum(len(row) for row in rows))
            yield name
            yield from _some_at_once(rows)
    except NotADocument as error:
        raise _Ended(Ending.UNREADABLE) from error


def _some_at_once(rows: list[Any]) -> Iterator[object]:
    """Rows in lots, because a line for each costs twice the time."""
    for start in range(0, len(rows), _LOT):
        yield rows[start : start + _LOT]


def _bound(cells: int) -> None:
    if cells > MOST_CELLS:
        raise _Ended(Ending.TOO_LARGE)


def _dated(cell: object) -> dict[str, Any] | str:
    """What JSON does not know: days and instants are marked, times and durations are words."""
    if isinstance(cell, datetime):
        return {"at": cell.isoformat()}
    if isinstance(cell, date):
        return {"on": cell.isoformat()}
    return str(cell)


_READERS: dict[str, Callable[[bytes], Iterator[object]]] = {
    "html": _html,
    "workbook": _workbook,
    "document": _document,
}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
