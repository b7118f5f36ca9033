"""Tables of more rows than are computed one by one: handed to the engine of columns."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from setara.cli.deeds.bar import moving_bar
from setara.cli.deeds.index_input import given_map
from setara.cli.deeds.index_table import own_columns
from setara.cli.terminal import Terminal
from setara.cli.word import DONE, REFUSED
from setara.domain.indices.definition import Index
from setara.domain.indices.table.headings import YEAR, matched
from setara.domain.language.text import Text
from setara.formats.beside import written_beside
from setara.formats.csv_text import delimiter_of

EXACT_ROWS = 100_000
"""Up to so many rows are computed exactly, one by one: a minute's work."""
_KINDS = (".csv", ".parquet")
_SAMPLE = 1 << 16
_PIECE = 1 << 20


def computed_in_columns(index: Index, given: Namespace, terminal: Terminal) -> int | None:
    """The status after a long table was computed by columns; None where it is none.

    Only files whose figures are plain numbers, or nothing, are computed so: what has to be
    understood first is read row by row, however long it takes.
    """
    source = Path(given.input)
    if not _may_be_long(source, given):
        return None
    from setara.usecases.indices import long_tables  # noqa: PLC0415 -- loads DuckDB and NumPy

    mapped = given_map(Path(given.map)) if given.map else {}
    keys = [measure.key for measure in index.measures]
    figures = [*keys, *(heading for heading, key in mapped.items() if key in keys)]
    table = long_tables.looked_at(source, figures)
    if table is None or table.rows <= EXACT_ROWS or not table.is_plain:
        return None
    found = matched(index, table.headings, mapped)
    own = [column.name for column in own_columns(index)]
    if set(own) & set(table.headings):
        return None
    target = Path(given.output)
    with (
        written_beside(target) as beside,
        moving_bar(COMPUTING.filled(index=index.symbol), terminal) as progress,
    ):
        result = long_tables.compute_long_table(
            source,
            beside,
            index,
            columns={key: table.headings[place] for key, place in found.places.items()},
            names=own,
            year=table.headings[found.year] if found.year is not None else YEAR,
            delimiter=_delimiter(source),
            language=terminal.language,
            progress=progress,
        )
    terminal.tell(BY_COLUMNS.filled(index=index.symbol, rows=result.rows, done=result.computed))
    return DONE if result.computed == result.rows else REFUSED


def _may_be_long(source: Path, given: Namespace) -> bool:
    is_simple = not (given.explain is not None or given.row or given.where or given.json)
    if not is_simple or given.decimal or given.year is not None or given.output is None:
        return False
    kinds = {source.suffix.lower(), Path(given.output).suffix.lower()}
    if not kinds <= set(_KINDS) or not source.is_file():
        return False
    return source.suffix.lower() == ".parquet" or _has_many_lines(source)


def _has_many_lines(source: Path) -> bool:
    """Whether a text has more lines than rows are computed exactly. Cost: 0.1 s for 100 MB."""
    lines = 0
    with source.open("rb") as file:
        while piece := file.read(_PIECE):
            lines += piece.count(b"\n")
    return lines > EXACT_ROWS


def _delimiter(source: Path) -> str:
    """What separates the cells of a text; a comma for anything else."""
    if source.suffix.lower() != ".csv":
        return ","
    with source.open("rb") as file:
        return delimiter_of(file.read(_SAMPLE).decode("utf-8", errors="replace"))


COMPUTING = Text("Menghitung {index} per kolom", "Computing the {index} by columns")
BY_COLUMNS = Text(
    "{index}: {done} dari {rows} baris dihitung per kolom dengan bilangan titik-mengambang, "
    "karena tabelnya panjang; keraguan tidak diperiksa.",
    "{index}: {done} of {rows} rows computed by columns in floating point, since the table is "
    "long; doubts are not looked for.",
)
