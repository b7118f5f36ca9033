"""A file is computed in a stream: rows and cells as they were, and never half a target."""

import csv

import duckdb
import pytest

from setara.domain.indices.registry import index_named
from setara.store.lake.files import apart, compute_file
from setara.store.lake.frames import MissingColumn

IPG = index_named("ipg")
ROWS = [
    ["place", "year", *(measure.key for measure in IPG.measures)],
    ["Paser", "2021", "74.84", "13.47", "8.36", "2965", "70.86", "13.18", "9.15", "17502"],
    ["Paser, lama", "2009", "74.84", "13.47", "8.36", "2965", "70.86", "13.18", "9.15", "17502"],
    ["kosong", "2021", "-", "13.47", "8.36", "2965.0", "70.86", "13.18", "9.15", "17502"],
]


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "rows.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(ROWS)
    return path


def read(path):
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_a_csv_keeps_its_cells_and_gains_the_index(source, tmp_path):
    target = tmp_path / "out.csv"
    told: list[float] = []

    compute_file(source, target, IPG, progress=told.append)

    found = read(target)
    assert [[row[key] for key in ROWS[0]] for row in found] == ROWS[1:]
    assert [row["ipg"] for row in found] == ["71.19", "", ""]
    assert "2010" in found[1]["ipg_reason"]
    assert "angkanya tidak ada" in found[2]["ipg_reason"]
    assert told[-1] == 1.0
    assert not any(name.startswith("__") for name in found[0])


def test_parquet_comes_out_as_parquet(source, tmp_path):
    parquet, target = tmp_path / "rows.parquet", tmp_path / "out.parquet"
    duckdb.sql(f"COPY (SELECT * FROM read_csv('{source}')) TO '{parquet}'")

    compute_file(parquet, target, IPG)

    assert duckdb.sql(f"SELECT ipg FROM '{target}'").fetchall() == [(71.19,), (None,), (None,)]


def test_a_source_that_lacks_a_column_leaves_no_target(source, tmp_path):
    target = tmp_path / "out.csv"

    with pytest.raises(MissingColumn):
        compute_file(source, target, index_named("gii"))

    assert sorted(path.name for path in tmp_path.iterdir()) == ["rows.csv"]


def test_a_file_that_is_no_parquet_leaves_no_target(tmp_path):
    source = tmp_path / "photo.parquet"
    source.write_bytes(b"\xff\xd8\xff")

    with pytest.raises(duckdb.Error):
        compute_file(source, tmp_path / "out.parquet", IPG)

    assert not (tmp_path / "out.parquet").exists()


def test_an_interruption_stops_the_engine_and_is_handed_on():
    def interrupt(_: float) -> None:
        raise KeyboardInterrupt

    with duckdb.connect() as engine:
        endless = "SELECT sum(one.range * two.range) FROM range(9999999) one, range(9999999) two"

        with pytest.raises(KeyboardInterrupt):
            apart(engine, lambda: engine.execute(endless).fetchall(), interrupt)

        assert engine.execute("SELECT 1").fetchall() == [(1,)]
