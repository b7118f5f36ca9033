"""Sets a computed table down: CSV, XLSX or Parquet in a file, CSV or JSON on the screen."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from setara.cli.deeds.index_input import NotTaken
from setara.cli.deeds.index_table import Worked, columns_of, input_rows, row_of
from setara.cli.terminal import Terminal
from setara.domain.indices.table.rows import Outcome
from setara.domain.language.text import Language, Text
from setara.formats.beside import written_beside
from setara.formats.flat_table import Column, in_csv, write_csv, write_xlsx
from setara.formats.parquet import write_parquet

TABLES = (".csv", ".xlsx", ".parquet")
LONG = 2000
"""From so many rows on a person at a terminal is shown how far it is."""


def computed_rows(work: Worked, terminal: Terminal, places: Sequence[int]) -> Iterator[Outcome]:
    """The outcomes of the rows at `places`; a bar moves meanwhile where somebody may wait."""
    if len(places) < LONG or not sys.stderr.isatty():
        yield from map(work.outcome, places)
        return
    from rich.console import Console  # noqa: PLC0415 -- only for people who wait
    from rich.progress import track  # noqa: PLC0415

    words = COMPUTING.filled(index=work.index.symbol).say(terminal.language)
    console = Console(stderr=True)
    yield from map(work.outcome, track(places, words, console=console, transient=True))


def write_table(
    work: Worked, found: Sequence[Outcome], path: Path | None, language: Language
) -> None:
    """The table with its results: to a file that is whole or not there, or to the screen."""
    columns = columns_of(work)
    if path is None:
        write_csv(sys.stdout, columns, _rows(work, found, ".csv", language), work.table.delimiter)
        return
    suffix = path.suffix.lower()
    rows = _rows(work, found, suffix, language)
    try:
        with written_beside(path) as beside:
            _write(beside, suffix, columns, rows, work)
    except OSError as error:
        raise not_written(path, error) from error


def not_written(path: Path, error: OSError) -> NotTaken:
    """What to say where a file could not be written."""
    return NotTaken(NOT_WRITTEN, name=str(path), why=error.strerror or str(error))


def _write(
    beside: Path,
    suffix: str,
    columns: Sequence[Column],
    rows: Iterable[Sequence[object]],
    work: Worked,
) -> None:
    if suffix == ".csv":
        with beside.open("w", encoding="utf-8", newline="") as file:
            write_csv(file, columns, rows, work.table.delimiter)
    elif suffix == ".xlsx":
        write_xlsx(beside, work.index.key, columns, list(rows))
    else:
        write_parquet(beside, columns, list(rows))


def _rows(
    work: Worked, found: Sequence[Outcome], suffix: str, language: Language
) -> Iterator[list[object]]:
    for place, row in enumerate(input_rows(work, suffix)):
        yield [*row, *row_of(work, place, found[place], language)]


def facts_of_row(work: Worked, place: int, found: Outcome, language: Language) -> dict[str, object]:
    """One row for programs: what came in, and what was computed or why it was not."""
    result = found.result
    given = {
        name: in_csv(cell)
        for name, cell in zip(work.headings.names, work.table.rows[place], strict=True)
    }
    facts: dict[str, object] = {"row": place + 1, "input": given}
    if result is None:
        reason = found.reason.say(language) if found.reason else ""
        return facts | {work.index.key: None, "reason": reason}
    return facts | {
        work.index.key: f"{result.published:f}",
        "unrounded": f"{result.unrounded:f}",
        "steps": {key: f"{value:f}" for key, value in result.steps.items()},
        "method": result.method.key,
        "doubts": [fault.reason.say(language) for fault in result.doubts],
    }


def facts_of_table(work: Worked, found: Sequence[Outcome], language: Language) -> dict[str, object]:
    """The whole table for programs."""
    done = sum(outcome.result is not None for outcome in found)
    return {
        "index": work.index.key,
        "engine": "exact",
        "rows": len(found),
        "computed": done,
        "not_computed": len(found) - done,
        "results": [
            facts_of_row(work, place, outcome, language) for place, outcome in enumerate(found)
        ],
    }


COMPUTING = Text("Menghitung {index}", "Computing the {index}")
NOT_WRITTEN = Text(
    "“{name}” tidak dapat ditulis: {why}. Periksa foldernya; yang ada sebelumnya tidak berubah.",
    "“{name}” cannot be written: {why}. Check its folder; what was there before is unchanged.",
)
