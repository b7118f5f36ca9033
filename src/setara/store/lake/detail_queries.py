"""The lowest lines of some sub kegiatan out of the Parquet files of a version."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb

from setara.store.lake.budget_details import Detail

Activity = tuple[str, str]
"""The code of the agency and of the sub kegiatan."""

_ASKED = """FROM details SEMI JOIN (SELECT unnest(?) AS agency, unnest(?) AS activity) AS asked
    USING (agency, activity)"""


def details_of(files: Iterable[Path], asked: Collection[Activity]) -> list[Detail]:
    """The lines of the activities asked for, in the order of their file. Cost: one scan."""
    rows = _asked(files, asked, f"SELECT {', '.join(Detail._fields)} {_ASKED} ORDER BY row")
    return [Detail(*row) for row in rows]


def money_by_account(
    files: Iterable[Path], asked: Collection[Activity]
) -> list[tuple[str, str, str, Decimal]]:
    """Agency, activity, the first three parts of the account, and its money. Cost: one scan."""
    kind = "array_to_string(string_split(account, '.')[1:3], '.')"
    return _asked(
        files,
        asked,
        f"SELECT agency, activity, {kind} AS kind, SUM(COALESCE(amount, 0)) {_ASKED} "
        "GROUP BY ALL ORDER BY ALL",
    )


def _asked(files: Iterable[Path], asked: Collection[Activity], query: str) -> list[tuple[Any, ...]]:
    paths = [str(file) for file in files]
    if not paths or not asked:
        return []
    agencies, activities = map(list, zip(*sorted(asked), strict=True))
    with duckdb.connect() as engine:
        engine.read_parquet(paths).create_view("details")
        return engine.execute(query, [agencies, activities]).fetchall()
