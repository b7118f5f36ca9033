"""W6, indices: all of 550 regions over twelve years, and ten million rows of one."""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import Any

from workshop.bench.measuring import TIMES, Figure
from workshop.bench.peers import surroundings

REGIONS, YEARS = 550, range(2010, 2022)
MANY = 10_000_000
SEED = 20261124
SINGLE = 100
"""Rows that are computed one by one; a row costs the same in any number."""
NEAR = 1e-12

Arrays = Mapping[str, Any]


def figures() -> Iterator[Figure]:
    """CPU of the arithmetic and of the whole door, and what a stream of ten million rows takes."""
    from setara.domain.indices.registry import INDICES

    given, years = table()
    ours = spent(lambda: [_columns(index.key, given, years) for index in INDICES])
    yield Figure(f"all {len(INDICES)} indices, NumPy, CPU", ours * 1000, "ms", note=_rows())
    yield from _beside_numpy(given, years)
    yield from _single(given, years)
    yield from _streamed()
    yield from _doors(given, years)


def table() -> tuple[dict[str, Any], Any]:
    """Plausible figures of every measure there is, one column each, and the years."""
    import numpy as np

    from setara.domain.indices.registry import INDICES

    draw = np.random.default_rng(SEED)
    size = REGIONS * len(YEARS)
    given: dict[str, Any] = {}
    for index in INDICES:
        for each in index.measures:
            low, high = float(each.lowest), float(each.highest)
            middle = draw.uniform(low + 0.3 * (high - low), low + 0.7 * (high - low), size)
            given.setdefault(each.key, middle.round(4))
    given["seats_male"] = 100 - given["seats_female"]
    return given, np.repeat(np.array(YEARS), REGIONS)


def _columns(key: str, given: Arrays, years: Any) -> Any:
    from setara.domain.indices.registry import index_named
    from setara.store.lake.computing import columns_of

    index = index_named(key)
    own = {each.key: given[each.key] for each in index.measures}
    return columns_of(index, own, years)


def spent(deed: Callable[[], object]) -> float:
    """Median CPU seconds of five runs after one that warms up."""
    deed()
    runs = []
    for _ in range(TIMES):
        started = process_time()
        deed()
        runs.append(process_time() - started)
    return median(runs)


def _rows() -> str:
    return f"{REGIONS * len(YEARS):,} rows, every named step kept"


def _beside_numpy(given: Arrays, years: Any) -> Iterator[Figure]:
    """The three indices written out by hand, on the same columns."""
    from workshop.bench.indices_by_hand import BY_HAND

    for key, by_hand in BY_HAND.items():
        found, theirs = _columns(key, given, years), by_hand(given, years)
        worst = float(abs(found.unrounded - theirs).max())
        if not worst <= NEAR * 100:
            message = f"{key} by hand differs by {worst:.1e}"
            raise OSError(message)
        ours = spent(lambda key=key: _columns(key, given, years))  # type: ignore[misc]
        hand = spent(lambda each=by_hand: each(given, years))  # type: ignore[misc]
        note = f"{ours * 1000:.2f} over {hand * 1000:.2f} ms CPU; greatest difference {worst:.0e}"
        yield Figure(f"{key}: ours over NumPy by hand", ours / hand, "×", 3, note)


def _doors(given: Arrays, years: Any) -> Iterator[Figure]:
    """The IPG through the door for frames: judged, with reasons, method and steps."""
    absent = [name for name in ("pandas", "polars") if find_spec(name) is None]
    if absent:
        message = f"{', '.join(absent)}: absent; run it with the packages of the tests"
        raise OSError(message)
    import duckdb
    import pandas
    import polars

    from setara.store.lake import with_index

    frame = pandas.DataFrame({**given, "year": years})
    yield from _beside_pandas(frame, given, years)
    native = polars.DataFrame({**given, "year": years})
    base = duckdb.connect()
    base.execute("CREATE TABLE figures AS SELECT * FROM frame")
    deeds: dict[str, Callable[[], object]] = {
        "pandas": lambda: with_index(frame, "ipg"),
        "polars": lambda: with_index(native, "ipg"),
        "polars lazy": lambda: with_index(native.lazy(), "ipg").collect(),
        "DuckDB": lambda: with_index(base.table("figures"), "ipg").fetchall(),
    }
    for name, deed in deeds.items():
        yield Figure(f"ipg through the door, {name}, CPU", spent(deed) * 1000, "ms")


def _beside_pandas(frame: Any, given: Arrays, years: Any) -> Iterator[Figure]:
    """The same three as a script on a DataFrame: the formulas by hand, on its columns."""
    from workshop.bench.indices_by_hand import BY_HAND

    for key, by_hand in BY_HAND.items():
        script = spent(lambda each=by_hand: each(frame, frame["year"]))  # type: ignore[misc]
        ours = spent(lambda key=key: _columns(key, given, years))  # type: ignore[misc]
        note = f"{script * 1000:.2f} over {ours * 1000:.2f} ms CPU"
        yield Figure(f"{key}: a pandas script over ours", script / ours, "×", note=note)


def _single(given: Arrays, years: Any) -> Iterator[Figure]:
    from setara.domain.indices.computing import computed
    from setara.domain.indices.registry import index_named

    index = index_named("ipg")
    rows = [
        {each.key: float(given[each.key][row]) for each in index.measures} for row in range(SINGLE)
    ]
    chosen = [int(year) for year in years[:SINGLE]]

    def deed() -> None:
        for row, year in zip(rows, chosen, strict=True):
            computed(index, row, year=year)

    whole = spent(deed) / SINGLE * len(years) * 1000
    yield Figure("ipg, exact decimals row by row, CPU", whole, "ms", note=f"from {SINGLE} rows")


def _streamed() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory(prefix="setara-bench-") as folder:
        home = Path(folder)
        subprocess.run(
            [sys.executable, "-m", "workshop.bench.indices", "make", folder],
            env=surroundings(),
            check=True,
        )
        done = subprocess.run(
            [sys.executable, "-m", "workshop.bench.indices", "stream", folder],
            env=surroundings(),
            check=True,
            capture_output=True,
            text=True,
        )
        wall, cpu, peak = (float(each) for each in done.stdout.split())
        size = (home / "rows.parquet").stat().st_size / 1e6
        note = f"parquet of {size:.0f} MB, one run"
        yield Figure(f"ipg of {MANY:,} rows, wall", wall, "s", note=note)
        yield Figure("the same, CPU", cpu, "s")
        yield Figure("the same, peak memory of the process", peak, "MB")


def main(act: str, home: Path) -> None:
    """Make the file of many rows, or compute it and print wall, CPU and peak memory."""
    import duckdb

    from setara.domain.indices.registry import index_named
    from setara.store.lake.files import compute_file

    index = index_named("ipg")
    source = home / "rows.parquet"
    if act == "make":
        columns = ", ".join(
            f"round({low} + random() * {high - low}, 2) AS {each.key}"
            for each in index.measures
            for low, high in [_middle(float(each.lowest), float(each.highest))]
        )
        # The parts are our own names and numbers.
        rows = f"SELECT 2010 + range % 12 AS year, {columns} FROM range({MANY})"  # noqa: S608
        duckdb.connect().query(rows).write_parquet(str(source))
        return
    started, spent_before = perf_counter(), process_time()
    compute_file(source, home / "out.parquet", index)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(perf_counter() - started, process_time() - spent_before, peak)


def _middle(low: float, high: float) -> tuple[float, float]:
    return low + 0.3 * (high - low), low + 0.7 * (high - low)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
