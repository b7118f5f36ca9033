"""An index over a file of any length: DuckDB reads, computes and writes it in a stream.

Needs DuckDB beside numpy and narwhals. Ten million rows pass without being held in memory.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as NotYet
from pathlib import Path

import duckdb
import narwhals as nw

from setara.domain.indices.definition import Index
from setara.domain.language.text import Language
from setara.store.lake.frames import headings
from setara.store.lake.lazy import with_index_lazily

SECONDS_BETWEEN = 0.2
"""How often progress is told."""
Progress = Callable[[float], None]


def compute_file(
    source: Path,
    target: Path,
    index: Index,
    *,
    columns: Mapping[str, str] | None = None,
    year: str = "year",
    language: Language = Language.INDONESIAN,
    progress: Progress | None = None,
) -> None:
    """Write `source` (.csv or .parquet) with the columns of the index to `target` (the same).

    All columns and rows of the source stay, in their order; CSV cells stay as they are written.
    What is no number in a measure's column counts as missing. `progress` is told the part done,
    0 to 1. Raises MissingColumn, and duckdb.Error for a file that is not what its name says.
    The target is written beside and moved into place, so that there is never half a file.
    """
    with duckdb.connect() as engine:
        engine.execute("SET enable_progress_bar = true; SET enable_progress_bar_print = false")
        rows = _opened(engine, source)
        found = headings(rows.columns, index, columns or {}, year)
        has_year = year in rows.columns
        numbers = _numbers(rows, found, year if has_year else None)
        asked = with_index_lazily(
            nw.from_native(numbers),
            index,
            columns={key: _MEASURE + key for key in found},
            year=_YEAR if has_year else None,
            language=language,
        )
        result = asked.drop(
            *(_MEASURE + key for key in found), *([_YEAR] if has_year else [])
        ).to_native()
        _written(engine, result, target, progress)


_MEASURE = "__figure_"
_YEAR = "__year"


def _opened(engine: duckdb.DuckDBPyConnection, source: Path) -> duckdb.DuckDBPyRelation:
    if source.suffix.casefold() == ".parquet":
        return engine.read_parquet(str(source))
    return engine.read_csv(str(source), all_varchar=True, header=True)


def _numbers(
    rows: duckdb.DuckDBPyRelation, found: Mapping[str, str], year: str | None
) -> duckdb.DuckDBPyRelation:
    """The rows with every measure as a number of its own beside the column as it is written."""
    casts = [
        f"TRY_CAST({_quoted(heading)} AS DOUBLE) AS {_quoted(_MEASURE + key)}"
        for key, heading in found.items()
    ]
    if year is not None:
        casts.append(f"TRY_CAST({_quoted(year)} AS INTEGER) AS {_quoted(_YEAR)}")
    return rows.project(", ".join(["*", *casts]))


def _quoted(name: str) -> str:
    escaped = name.replace('"', '""')
    return f'"{escaped}"'


def _written(
    engine: duckdb.DuckDBPyConnection,
    result: duckdb.DuckDBPyRelation,
    target: Path,
    progress: Progress | None,
) -> None:
    beside = target.with_name(f".{target.name}.part")
    write = result.write_parquet if target.suffix.casefold() == ".parquet" else result.write_csv
    try:
        apart(engine, lambda: write(str(beside)), progress)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)
    if progress is not None:
        progress(1.0)


def apart(
    engine: duckdb.DuckDBPyConnection,
    deed: Callable[[], object],
    progress: Progress | None = None,
) -> None:
    """Do a long deed of the engine on a thread of its own, so that Ctrl-C ends it at once.

    Raises what the deed raises, and KeyboardInterrupt after the engine has let go.
    """
    with ThreadPoolExecutor(1) as threads:
        doing = threads.submit(deed)
        try:
            while True:
                try:
                    doing.result(SECONDS_BETWEEN)
                    return
                except NotYet:
                    if progress is not None:
                        progress(max(0.0, engine.query_progress()) / 100)
        except KeyboardInterrupt:
            engine.interrupt()
            raise
