"""Sums over the lowest lines of several budget files at once, asked by DuckDB.

Over a million lines one of these takes hundredths of a second.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import duckdb
import numpy as np


class AccountSum(NamedTuple):
    """What the lines of one agency at one account come to; `account` is empty where none is."""

    file: str
    agency: str
    account: str
    amount: Decimal


class PlaceSum(NamedTuple):
    """What the lines of one sub kegiatan at one place come to, the place in the file's words."""

    file: str
    agency: str
    activity: str
    location: str
    amount: Decimal
    realised: Decimal


def account_sums(files: Sequence[Path]) -> list[AccountSum]:
    """The money of every agency at every account, by the path of the file."""
    if not files:
        return []
    with _opened(files) as engine:
        rows = engine.sql(
            "SELECT filename, agency, account, sum(amount) FROM details "
            "WHERE amount IS NOT NULL GROUP BY ALL ORDER BY ALL"
        ).fetchall()
    return [AccountSum(*row) for row in rows]


def place_sums(files: Sequence[Path], activities: Collection[tuple[str, str]]) -> list[PlaceSum]:
    """The money of the given sub kegiatan (agency and code) by the place that is written there."""
    if not files or not activities:
        return []
    wanted = {
        "agency": np.array([agency for agency, _ in activities], dtype=object),
        "activity": np.array([code for _, code in activities], dtype=object),
    }
    with _opened(files) as engine:
        engine.register("wanted", wanted)
        rows = engine.sql(
            "SELECT filename, agency, activity, location, coalesce(sum(amount), 0), "
            "coalesce(sum(realised), 0) FROM details SEMI JOIN wanted USING (agency, activity) "
            "WHERE location <> '' GROUP BY ALL ORDER BY ALL"
        ).fetchall()
    return [PlaceSum(*row) for row in rows]


@contextmanager
def _opened(files: Sequence[Path]) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as engine:
        engine.read_parquet([str(file) for file in files], filename=True).create_view("details")
        yield engine
