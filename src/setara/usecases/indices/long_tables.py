"""An index of tables too long to compute row by row: by columns, in floats, in a stream."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

from setara.domain.indices.definition import Index
from setara.domain.indices.worksheet import NEWEST
from setara.domain.language.numerals import NOTHING
from setara.domain.language.text import Language
from setara.store.lake.files import apart, compute_file

_READ = {".parquet": "read_parquet(?)", ".csv": "read_csv(?, all_varchar = true, header = true)"}
_DIGITS = 15


@dataclass(frozen=True, slots=True)
class LongTable:
    """A table by its headings; `is_plain` where every figure in it is a plain number or nothing."""

    headings: tuple[str, ...]
    rows: int
    is_plain: bool


@dataclass(frozen=True, slots=True)
class LongResult:
    """How many rows there are, and how many of them have the index."""

    rows: int
    computed: int


def looked_at(source: Path, figures: Sequence[str]) -> LongTable | None:
    """What a CSV or Parquet file holds, its columns of `figures` looked through once.

    None where it cannot be read as a table. Cost: 0.1 s for a million cells.
    """
    try:
        with duckdb.connect() as engine:
            table = _READ[source.suffix.lower()]
            found = engine.execute(f"DESCRIBE SELECT * FROM {table}", [str(source)])  # noqa: S608 -- one of two texts of ours
            headings = tuple(row[0] for row in found.fetchall())
            odd = " + ".join(map(_odd, [each for each in figures if each in headings])) or "0"
            sums = f"SELECT count(*), coalesce(sum({odd}), 0) FROM {table}"  # noqa: S608 -- names are quoted
            ((rows, strange),) = engine.execute(sums, [str(source)]).fetchall()
    except (duckdb.Error, KeyError):
        return None
    return LongTable(headings, int(rows), int(strange) == 0)


def _odd(heading: str) -> str:
    """1 where a cell is neither a plain number nor a sign of nothing."""
    cell = f"trim(CAST({_quoted(heading)} AS VARCHAR))"
    signs = ", ".join(f"'{sign}'" for sign in sorted(NOTHING))
    is_odd = f"{cell} IS NOT NULL AND TRY_CAST({cell} AS DOUBLE) IS NULL"
    return f"CAST({is_odd} AND lower({cell}) NOT IN ({signs}) AS INTEGER)"


def compute_long_table(
    source: Path,
    target: Path,
    index: Index,
    *,
    columns: Mapping[str, str],
    names: Sequence[str],
    year: str,
    delimiter: str,
    language: Language,
    progress: Callable[[float], None],
) -> LongResult:
    """Write `source` with the index of each row to `target`; both are .csv or .parquet.

    `columns` are headings by measure, `names` our columns in their order. Values are floats;
    the index is printed with the decimals of its publisher.
    """
    with tempfile.TemporaryDirectory(dir=target.parent) as folder, duckdb.connect() as engine:
        middle = Path(folder) / "middle.parquet"
        compute_file(
            source,
            middle,
            index,
            columns=columns,
            year=year,
            language=language,
            progress=progress,
        )
        given = engine.read_parquet(str(middle))
        is_text = target.suffix.lower() == ".csv"
        cells = [_quoted(name) for name in given.columns if name not in names]
        cells += [_named(index, name, given.columns, is_text=is_text) for name in names]
        result = given.project(", ".join(cells))
        if is_text:
            apart(engine, lambda: result.write_csv(str(target), sep=delimiter))
        else:
            apart(engine, lambda: result.write_parquet(str(target)))
        ((rows, computed),) = given.aggregate(f"count(*), count({_quoted(index.key)})").fetchall()
    return LongResult(int(rows), int(computed))


def _named(index: Index, name: str, known: Sequence[str], *, is_text: bool) -> str:
    """One of our columns as it is printed, under its name."""
    cell = _cell(index, name, is_text=is_text) if name in known else "CAST(NULL AS VARCHAR)"
    return f"{cell} AS {_quoted(name)}"


def _cell(index: Index, name: str, *, is_text: bool) -> str:
    if name == f"{index.key}_reason":
        return f"nullif({_quoted(name)}, '')"
    if name == f"{index.key}_method" or not is_text:
        return _quoted(name)
    if name == index.key:
        decimals = int(index.rounding(NEWEST).value)
        return f"printf('%.{decimals}f', {_quoted(name)})"
    return f"CAST(TRY_CAST(printf('%.{_DIGITS}g', {_quoted(name)}) AS DOUBLE) AS VARCHAR)"


def _quoted(name: str) -> str:
    escaped = name.replace('"', '""')
    return f'"{escaped}"'
