"""The SQL somebody would write by hand for W5, over the same file and tables."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter

import duckdb

from setara.domain.budget.whereabouts import PlaceNames
from setara.store.models import BudgetTagRecord, MissionProgramRecord, PlaceRecord

_ARG = "sum(d.amount) * 0.4"
_GROUPINGS = {
    "category": "t.category",
    "agency": "d.agency",
    "field": "split_part(d.activity, '.', 1) || '.' || split_part(d.activity, '.', 2)",
    "mission": "coalesce(CAST(m.number AS VARCHAR), '')",
    "district": "p.district",
}
_WHOLES = {
    "goods_social_capital": "account LIKE '5.1.02.%' OR account LIKE '5.1.06.%' "
    "OR account LIKE '5.2.%'",
    "total": "account LIKE '5.%'",
    "operating_capital": "account LIKE '5.1.%' OR account LIKE '5.2.%'",
}


def by_hand(file: Path) -> tuple[dict[str, dict[str, int]], float]:
    """Sums by grouping and the wholes, and the seconds that the SQL took.

    The tables of tags, missions and places are loaded beforehand, which costs it nothing; our
    reading of place names is lent to it.
    """
    with duckdb.connect() as engine:
        engine.execute("CREATE TABLE tags (agency VARCHAR, code VARCHAR, category VARCHAR)")
        tags = BudgetTagRecord.objects.values_list("line__agency__code", "line__code", "category")
        engine.executemany("INSERT INTO tags VALUES (?, ?, ?)", list(tags))
        engine.execute("CREATE TABLE missions (code VARCHAR, number INTEGER)")
        programs = MissionProgramRecord.objects.values_list("code", "number")
        engine.executemany("INSERT INTO missions VALUES (?, ?)", list(programs))
        engine.execute("CREATE TABLE places (location VARCHAR, district VARCHAR)")
        engine.executemany("INSERT INTO places VALUES (?, ?)", _places(file))
        engine.read_parquet(str(file)).create_view("details")
        started = perf_counter()
        found = {kind: _grouped(engine, by) for kind, by in _GROUPINGS.items()}
        wholes = ", ".join(f"sum(amount) FILTER (WHERE {each})" for each in _WHOLES.values())
        sums = engine.execute(f"SELECT {wholes} FROM details").fetchone() or ()  # noqa: S608
        took = perf_counter() - started
    found["whole"] = {key: int(money) for key, money in zip(_WHOLES, sums, strict=True)}
    return found, took


def _grouped(engine: duckdb.DuckDBPyConnection, by: str) -> dict[str, int]:
    rows = engine.execute(
        f"SELECT {by} AS part, {_ARG} FROM details d "  # noqa: S608
        "JOIN tags t ON t.agency = d.agency AND t.code = d.activity "
        "LEFT JOIN missions m ON m.code = array_to_string(split(d.activity, '.')[1:3], '.') "
        "LEFT JOIN places p ON p.location = d.location GROUP BY part"
    ).fetchall()
    return {key: int(amount) for key, amount in rows}


def _places(file: Path) -> list[tuple[str, str]]:
    with duckdb.connect() as engine:
        rows = engine.read_parquet(str(file)).project("location").distinct().fetchall()
    below = PlaceRecord.objects.filter(code__startswith="64.01.").select_related("parent")
    names = PlaceNames.of(each.as_rule_sees_it() for each in below)
    return [(location, names.district_of(location)) for (location,) in rows]
