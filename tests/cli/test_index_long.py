"""Long tables are computed by columns; what comes out is what the exact way gives."""

from decimal import Decimal

import pytest

from tests.cli.index_tables import CASES, HEAD, ROWS, read_csv, row_of, write_csv, write_xlsx

BAD = [["Tanpa", "-", *ROWS[0][2:]], ["Dahulu", *ROWS[0][1:9], "2005", "x"]]
TABLE = [*ROWS, *BAD, row_of(CASES[0], 'a;b,"c"')]


@pytest.fixture
def long(monkeypatch):
    """What is long is three rows here."""
    monkeypatch.setattr("setara.cli.deeds.index_long.EXACT_ROWS", 3)


@pytest.mark.parametrize("delimiter", [",", ";"])
def test_columns_give_what_rows_give(run, tmp_path, monkeypatch, delimiter):
    given = write_csv(tmp_path / "a.csv", TABLE, delimiter=delimiter)
    exact, by_columns = tmp_path / "b.csv", tmp_path / "c.csv"

    word = ("index", "ipg", "--input", str(given), "--output")
    first = run(*word, str(exact))
    monkeypatch.setattr("setara.cli.deeds.index_long.EXACT_ROWS", 3)
    second = run(*word, str(by_columns))

    assert (first.status, second.status) == (1, 1)
    assert "secara eksak" in first.err
    assert f"{len(ROWS) + 1} dari {len(TABLE)} baris dihitung per kolom" in second.err
    ours, theirs = read_csv(by_columns, delimiter), read_csv(exact, delimiter)
    assert [list(row) for row in ours] == [list(row) for row in theirs]
    for row, other in zip(ours, theirs, strict=True):
        assert [row[name] for name in [*HEAD, "ipg", "ipg_method"]] == [
            other[name] for name in [*HEAD, "ipg", "ipg_method"]
        ]
        assert bool(row["ipg_reason"]) == bool(other["ipg_reason"])
        if row["ipg"]:
            difference = Decimal(row["ipm_female"]) - Decimal(other["ipm_female"])
            assert abs(difference) < Decimal("1e-9")


def test_parquet_passes_through(run, tmp_path, long):
    given, middle, out = (tmp_path / name for name in ("a.csv", "b.parquet", "c.parquet"))
    write_csv(given, TABLE)
    run("index", "hdi", "--input", str(given), "--output", str(middle))

    first = run("index", "ipg", "--input", str(given), "--output", str(middle))
    assert "per kolom" in first.err
    second = run("index", "ipm", "--input", str(middle), "--output", str(out))
    assert second.status == 2
    assert "“life_expectancy”" in second.err


@pytest.mark.parametrize(
    "odd",
    [
        ["Kata", "banyak", *ROWS[0][2:]],
        ["Koma", *[cell.replace(".", ",") for cell in ROWS[0][1:]]],
    ],
)
def test_what_must_be_understood_first_is_read_row_by_row(run, tmp_path, long, odd):
    rows = [odd] * 5 if odd[0] == "Koma" else [*ROWS, odd]
    given = write_csv(tmp_path / "a.csv", rows)

    outcome = run("index", "ipg", "--input", str(given), "--output", str(tmp_path / "b.csv"))

    assert "secara eksak" in outcome.err


def test_mapped_headings_are_known_to_columns_too(run, tmp_path, long):
    head = ["wilayah", "UHH P", *HEAD[2:9], "Tahun", "catatan"]
    given, names = write_csv(tmp_path / "a.csv", ROWS, head), tmp_path / "map.toml"
    names.write_text('[columns]\n"UHH P" = "life_expectancy_female"\n"Tahun" = "year"\n', "utf-8")
    word = ("index", "ipg", "--input", str(given), "--map", str(names), "--output")

    outcome = run(*word, str(tmp_path / "b.csv"))
    assert (outcome.status, "per kolom" in outcome.err) == (0, True)


def test_workbooks_and_the_screen_stay_exact(run, tmp_path, long):
    given = write_xlsx(tmp_path / "a.xlsx", [[*row[:9], int(row[9]), ""] for row in ROWS])

    assert "secara eksak" in run("index", "ipg", "--input", str(given)).err
