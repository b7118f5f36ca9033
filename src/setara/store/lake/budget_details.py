"""The lowest lines of a budget as columns: packed into Parquet, and asked by DuckDB.

A million lines pack in half a second of CPU into a few megabytes, and a sum over them by any
column takes hundredths of a second.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import duckdb
import numpy as np

from setara.domain.budget.reading.line import Amount, sen_of

_MONEY = ("amount", "before", "realised")
_WORDS = ("agency", "activity", "name", "account", "account_name", "text", "fund", "location")


class Detail(NamedTuple):
    """One line with the money of its own, none of which is in another line.

    `agency` is the code of the government's agency, `activity` the sub kegiatan (or kegiatan in a
    book without), `account` the rekening. Texts are empty where the file has none; `amount` is
    the pagu, `before` the one before a change, None where the file has none.
    """

    row: int
    agency: str
    activity: str
    name: str
    account: str
    account_name: str
    text: str
    amount: Amount | None
    before: Amount | None
    realised: Amount | None
    fund: str
    location: str


def packed(details: Iterable[Detail]) -> bytes:
    """The lines as Parquet, in their order. Cost: about 4 µs a line."""
    columns = list(zip(*details, strict=True)) or [()] * len(Detail._fields)
    named = dict(zip(Detail._fields, columns, strict=True))
    arrays = {"row": np.array(named["row"], dtype=np.int64)}
    for word in _WORDS:
        arrays[word] = np.array(named[word], dtype=object)
    for money in _MONEY:
        arrays |= sen_columns(money, named[money])
    return packed_columns(arrays)


def sen_columns(name: str, amounts: Sequence[Amount | None]) -> dict[str, np.ndarray[Any, Any]]:
    """Rupiah as whole sen with a mask of the known ones, which is how `packed_columns` takes it."""
    known = np.array([amount is not None for amount in amounts], dtype=bool)
    sen = np.array(
        [0 if amount is None else sen_of(amount) for amount in amounts],
        dtype=np.int64,
    )
    return {f"{name}_sen": sen, f"{name}_known": known}


def packed_columns(columns: Mapping[str, np.ndarray[Any, Any]]) -> bytes:
    """The lines as Parquet out of columns of equal length.

    `row` and, for `amount`, `before` and `realised`, `…_sen` (int64) with `…_known` (bool); the
    other columns of Detail hold texts. Cost: about 0.4 µs a line.
    """
    asked = [
        "CAST(row AS INTEGER) AS row",
        *(f"CAST({word} AS VARCHAR) AS {word}" for word in _WORDS[:6]),
        *(
            f"CASE WHEN {money}_known THEN "
            f"CAST(CAST({money}_sen AS DECIMAL(18, 0)) * 0.01 AS DECIMAL(18, 2)) END AS {money}"
            for money in _MONEY
        ),
        *(f"CAST({word} AS VARCHAR) AS {word}" for word in _WORDS[6:]),
    ]
    with TemporaryDirectory() as folder, duckdb.connect() as engine:
        target = Path(folder) / "details.parquet"
        engine.register("details", dict(columns))
        rows = engine.sql(f"SELECT {', '.join(asked)} FROM details")  # noqa: S608
        rows.write_parquet(str(target), compression="zstd")
        return target.read_bytes()


@contextmanager
def opened(files: Mapping[str, Path]) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection with each Parquet file as a view of that name; a name of letters only."""
    with duckdb.connect() as engine:
        for name, file in files.items():
            engine.read_parquet(str(file)).create_view(name)
        yield engine


def details_in(file: Path) -> list[Detail]:
    """The lines of a file in their order."""
    with opened({"details": file}) as engine:
        rows = engine.sql(f"SELECT {', '.join(Detail._fields)} FROM details ORDER BY row")  # noqa: S608
        return [Detail(*row) for row in rows.fetchall()]
