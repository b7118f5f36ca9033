"""An index of every row of a table: what comes in stays, what is computed is beside it."""

import json
from decimal import Decimal

import openpyxl
import pytest

from tests.cli.index_tables import (
    CASES,
    HEAD,
    KEYS,
    ROWS,
    read_csv,
    read_xlsx,
    write_csv,
    write_xlsx,
)

OURS = ["ipg", "ipg_unrounded", "ipg_method", "ipg_reason", "ipg_doubts"]


def numbers(row):
    """The row with its figures and its year as numbers."""
    return [row[0], *map(float, row[1:9]), int(row[9]), row[10]]


def test_every_row_gets_its_index_and_keeps_its_cells(run, tmp_path):
    given, out = write_csv(tmp_path / "a.csv", ROWS), tmp_path / "b.csv"

    outcome = run("index", "ipg", "--input", str(given), "--output", str(out))

    assert (outcome.status, outcome.out) == (0, "")
    assert f"{len(ROWS)} dari {len(ROWS)} baris" in outcome.err
    rows = read_csv(out)
    assert [[row[name] for name in HEAD] for row in rows] == ROWS
    assert list(rows[0])[: len(HEAD)] == HEAD
    assert list(rows[0])[len(HEAD) : len(HEAD) + 2] == OURS[:2]
    assert list(rows[0])[-3:] == OURS[2:]
    assert "ipm_female" in rows[0]
    for row, case in zip(rows, CASES, strict=True):
        assert abs(Decimal(row["ipg"]) - case["published"]["IPG"]) <= Decimal("0.02")
        assert row["ipg_method"] == "ipg.since_2014"


def test_without_a_file_the_csv_is_printed(run, tmp_path):
    given, out = write_csv(tmp_path / "a.csv", ROWS), tmp_path / "b.csv"
    run("index", "ipg", "--input", str(given), "--output", str(out))

    assert run("index", "ipg", "--input", str(given)).out == out.read_text("utf-8")


def test_decimals_are_as_published(run, tmp_path):
    row = ["72.5", "12", "8", "9000", "67.5", "12", "8", "9000"]
    given = write_csv(tmp_path / "a.csv", [[*row, "2021"]], [*KEYS, "year"])
    out = tmp_path / "b.csv"
    run("index", "ipg", "--input", str(given), "--output", str(out))

    assert read_csv(out)[0]["ipg"] == "100.00"


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_delimiters_and_encodings_are_told(run, tmp_path, delimiter, encoding):
    rows = [["Café – Ünïté", *row[1:]] for row in ROWS]
    given = write_csv(tmp_path / "a.csv", rows, delimiter=delimiter, encoding=encoding)
    out = tmp_path / "b.csv"

    assert run("index", "ipg", "--input", str(given), "--output", str(out)).status == 0
    read = read_csv(out, delimiter)
    assert [row["wilayah"] for row in read] == ["Café – Ünïté"] * len(rows)
    assert all(row["ipg"] for row in read)


def test_decimal_commas_and_grouped_thousands_are_read(run, tmp_path):
    rows = [[cell.replace(".", ",") for cell in row[:-1]] for row in ROWS]
    given, out = write_csv(tmp_path / "a.csv", rows, HEAD[:-1], delimiter=";"), tmp_path / "b.csv"

    run("index", "ipg", "--input", str(given), "--output", str(out))

    plain = write_csv(tmp_path / "c.csv", ROWS)
    run("index", "ipg", "--input", str(plain), "--output", str(tmp_path / "d.csv"))
    assert [row["ipg"] for row in read_csv(out, ";")] == [
        row["ipg"] for row in read_csv(tmp_path / "d.csv")
    ]
    assert [row[KEYS[0]] for row in read_csv(out, ";")] == [row[1] for row in rows]


def test_a_row_that_cannot_be_computed_stays_with_its_reason(run, tmp_path):
    rows = [
        ROWS[0],
        ["Tanpa", "-", *ROWS[0][2:]],
        ["Kata", "banyak", *ROWS[0][2:]],
        ["Dahulu", *ROWS[0][1:9], "2005", ""],
        ["Kosong", *[""] * 10],
        ["Pendek"],
        ROWS[1],
    ]
    given, out = write_csv(tmp_path / "a.csv", rows), tmp_path / "b.csv"

    outcome = run("index", "ipg", "--input", str(given), "--output", str(out))

    assert outcome.status == 1
    assert "2 dari 7" in outcome.err
    found = read_csv(out)
    assert [row["wilayah"] for row in found] == [row[0] for row in rows]
    assert [bool(row["ipg"]) for row in found] == [True, *[False] * 5, True]
    assert [bool(row["ipg_reason"]) for row in found] == [False, *[True] * 5, False]
    assert "tidak ada yang dapat dihitung" in found[1]["ipg_reason"]
    assert "“banyak” bukan angka" in found[2]["ipg_reason"]
    assert "metode lama" in found[3]["ipg_reason"]


def test_reasons_speak_the_language_asked_for(run, tmp_path):
    given = write_csv(tmp_path / "a.csv", [["Kata", "banyak", *ROWS[0][2:]]])

    outcome = run("index", "ipg", "--input", str(given), "--language", "en")

    assert "“banyak” is not a number" in outcome.out
    assert "0 of 1 rows" in outcome.err


def test_doubts_are_told_and_computed_all_the_same(run, tmp_path):
    swapped = ["Tertukar", "70.86", *ROWS[0][2:5], "74.84", *ROWS[0][6:]]
    given, out = write_csv(tmp_path / "a.csv", [swapped]), tmp_path / "b.csv"

    assert run("index", "ipg", "--input", str(given), "--output", str(out)).status == 0
    (row,) = read_csv(out)
    assert row["ipg"]
    assert "tertukar" in row["ipg_doubts"]


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".parquet"])
def test_a_workbook_goes_round(run, tmp_path, suffix):
    given = write_xlsx(tmp_path / "a.xlsx", [numbers(row) for row in ROWS])
    middle, out = tmp_path / f"b{suffix}", tmp_path / "c.xlsx"

    assert run("index", "ipg", "--input", str(given), "--output", str(middle)).status == 0
    assert run("index", "ipg", "--input", str(middle), "--output", str(out)).status == 0
    rows = read_xlsx(out)
    assert len(rows) == len(ROWS)
    for row, given_row in zip(rows, ROWS, strict=True):
        assert [row[name] for name in HEAD][0:1] == given_row[0:1]
        assert [float(row[key]) for key in KEYS] == [float(cell) for cell in given_row[1:9]]
        assert row["ipg_computed"] == pytest.approx(float(row["ipg"]))


def test_a_csv_becomes_a_workbook_whose_figures_are_numbers_and_texts_are_no_formulas(
    run, tmp_path
):
    given, out = write_csv(tmp_path / "a.csv", ROWS), tmp_path / "b.xlsx"
    run("index", "ipg", "--input", str(given), "--output", str(out))

    cells = next(openpyxl.load_workbook(out).active.iter_rows(min_row=2, max_row=2))
    assert [cell.data_type for cell in cells[:11]] == ["s", *"n" * 9, "s"]
    assert cells[10].value == ROWS[0][10]
    assert cells[11].number_format == "0.00"


def test_texts_that_are_numbers_in_a_workbook_are_read(run, tmp_path):
    given = write_xlsx(tmp_path / "a.xlsx", [[*row[:9], int(row[9]), ""] for row in ROWS])

    assert run("index", "ipg", "--input", str(given)).status == 0


def test_parquet_has_types(run, tmp_path):
    import pyarrow.parquet as pq

    given, out = write_csv(tmp_path / "a.csv", ROWS), tmp_path / "b.parquet"
    run("index", "ipg", "--input", str(given), "--output", str(out))

    table = pq.read_table(out)
    kinds = {field.name: str(field.type) for field in table.schema}
    assert (kinds[KEYS[0]], kinds["year"], kinds["ipg"]) == ("double", "int64", "double")
    assert kinds["wilayah"] == "string"
    assert table.column("catatan").to_pylist() == [row[10] for row in ROWS]


def test_json_is_for_programs(run, tmp_path):
    given = write_csv(tmp_path / "a.csv", [ROWS[0], ["Kata", "banyak", *ROWS[0][2:]]])

    outcome = run("index", "ipg", "--input", str(given), "--json")

    facts = json.loads(outcome.out)
    assert (facts["rows"], facts["computed"], facts["not_computed"]) == (2, 1, 1)
    first, second = facts["results"]
    assert first["input"]["wilayah"] == "Paser"
    assert Decimal(first["steps"]["ipg"]) == Decimal(first["unrounded"])
    assert (second["ipg"], "banyak" in second["reason"]) == (None, True)


def test_headings_are_mapped_by_a_file(run, tmp_path):
    head = ["wilayah", "Umur Harapan Hidup P", *KEYS[1:], "Tahun", "catatan"]
    given = write_csv(tmp_path / "a.csv", ROWS, head)
    names = tmp_path / "map.toml"
    names.write_text(
        '[columns]\n"Umur Harapan Hidup P" = "life_expectancy_female"\n"Tahun" = "year"\n',
        "utf-8",
    )

    assert run("index", "ipg", "--input", str(given)).status == 2
    outcome = run("index", "ipg", "--input", str(given), "--map", str(names))
    assert outcome.status == 0
    assert outcome.out.startswith("wilayah,Umur Harapan Hidup P,")


def test_one_year_serves_a_table_without_years(run, tmp_path):
    given = write_csv(tmp_path / "a.csv", [row[:9] for row in ROWS], HEAD[:9])

    assert run("index", "ipg", "--input", str(given)).status == 2
    assert run("index", "ipg", "--input", str(given), "--year", "2021").status == 0


def test_a_table_that_has_the_published_index_keeps_it(run, tmp_path):
    given = write_csv(tmp_path / "a.csv", [[*row, "99.99"] for row in ROWS], [*HEAD, "ipg"])
    out = tmp_path / "b.csv"
    run("index", "ipg", "--input", str(given), "--output", str(out))

    row = read_csv(out)[0]
    assert (row["ipg"], row["ipg_computed"] != "99.99") == ("99.99", True)


def test_one_sheet_of_several_is_chosen_by_name(run, tmp_path):
    given = write_xlsx(tmp_path / "a.xlsx", [numbers(row) for row in ROWS])
    book = openpyxl.load_workbook(given)
    book.create_sheet("Catatan")["A1"] = "dibuat 2022"
    book.active.title = "Tabel"
    book.save(given)

    outcome = run("index", "ipg", "--input", str(given))
    assert (outcome.status, "--sheet" in outcome.err, "“Catatan”" in outcome.err) == (2, True, True)
    assert run("index", "ipg", "--input", str(given), "--sheet", "Tabel").status == 0
    assert "“Tabel”" in run("index", "ipg", "--input", str(given), "--sheet", "X").err


def test_an_index_of_ones_own_is_computed_by_its_definition(run, tmp_path):
    from importlib.resources import files

    definition = files("setara.domain.indices") / "data" / "gggi.toml"
    given = write_csv(
        tmp_path / "a.csv",
        [[48, 84, 50, 50, 1.0, 1.0, 20, 80]],
        [
            "labour_force_female",
            "labour_force_male",
            "primary_enrolment_female",
            "primary_enrolment_male",
            "sex_ratio_birth_female",
            "sex_ratio_birth_male",
            "parliament_female",
            "parliament_male",
        ],
    )

    word = ("index", "composite", "--definition", str(definition), "--input", str(given))
    outcome = run(*word)
    assert run("index", "gggi", "--input", str(given)).out == outcome.out
    assert run("index", "composite", "--input", str(given)).status == 2


def test_indices_and_their_columns_are_listed(run):
    assert "Indeks Pembangunan Gender" in run("index", "list").out
    assert "life_expectancy_female" in run("index", "columns", "ipg").out
    assert "ipg_unrounded" in run("index", "columns", "ipg", "--language", "en").out
    facts = json.loads(run("index", "columns", "ipg", "--json").out)
    assert [column["key"] for column in facts["columns"]] == KEYS
    assert {"ipg", "hdi"} <= {
        index["key"] for index in json.loads(run("index", "list", "--json").out)
    }
    assert run("index", "columns", "composite").status == 2
