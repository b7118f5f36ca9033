"""Tables that cannot be read say what is wrong and what to do; nothing half is left behind."""

import io
import zipfile

import pytest

from tests.cli.index_tables import HEAD, KEYS, ROWS, write_csv, write_xlsx

PNG = bytes.fromhex("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489")


def refused(run, path, *more):
    outcome = run("index", "ipg", "--input", str(path), *more, "--language", "en")
    assert outcome.status == 2
    assert outcome.out == ""
    assert "Traceback" not in outcome.err
    return outcome.err


def bomb() -> bytes:
    """A workbook of a few kilobytes whose sheet claims to reach to the last cell."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"\x00" * 400_000_000)
    return written.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("kosong.csv", b"", "is empty"),
        ("kosong.csv", b"  \n\n", "is empty"),
        ("foto.csv", PNG, "is an image"),
        ("foto.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00", "is an image"),
        ("laporan.pdf", b"%PDF-1.7 ...", "is a PDF"),
        ("rusak.xlsx", b"PK\x03\x04rusak", "is damaged"),
        ("rusak.parquet", b"PAR1 rusak PAR1", "no Parquet file"),
        ("judul.csv", (",".join(HEAD) + "\n").encode(), "no row of figures"),
        ("lain.csv", b"a,b\n1,2\n", "“life_expectancy_female”"),
    ],
)
def test_what_is_no_table_is_named(run, tmp_path, name, content, says):
    path = tmp_path / name
    path.write_bytes(content)

    said = refused(run, path)
    assert says in said


def test_a_bomb_is_refused_before_it_is_unpacked(run, tmp_path):
    path = tmp_path / "bom.xlsx"
    path.write_bytes(bomb())

    assert "grows beyond" in refused(run, path)


def test_files_that_are_not_there_are_named(run, tmp_path):
    assert "“tidak.csv” cannot be read: it is not there" in refused(run, tmp_path / "tidak.csv")
    assert "it is a folder" in refused(run, tmp_path)


def test_no_table_at_all_is_told(run):
    outcome = run("index", "ipg")

    assert (outcome.status, "--input" in outcome.err) == (2, True)


def test_headings_of_two_rows_are_named(run, tmp_path):
    second = write_csv(tmp_path / "a.csv", [["", *["tahun"] * 8, "", ""], *ROWS])
    assert "row 2 seems to be a second heading" in refused(run, second)

    below = write_csv(tmp_path / "b.csv", [HEAD, *ROWS], ["Tabel 1", *[""] * 10])
    assert "headings seem to be in row 2" in refused(run, below)


def test_double_columns_are_named(run, tmp_path):
    path = write_csv(tmp_path / "a.csv", [[*row, "1"] for row in ROWS], [*HEAD, KEYS[0]])

    assert f"more than one “{KEYS[0]}”: columns B" in refused(run, path)


def test_cells_beside_the_headings_are_named_by_their_row(run, tmp_path):
    """As unquoted decimal commas leave them between commas."""
    path = write_csv(tmp_path / "a.csv", [ROWS[0], [*ROWS[1], "84"]])

    assert "12 cells in row 3 below 11 headings" in refused(run, path)


def test_an_open_quote_is_named_by_its_row(run, tmp_path):
    path = tmp_path / "a.csv"
    lines = [",".join(HEAD), *(",".join(row[:10]) + "," for row in ROWS * 40)]
    lines[3] = '"' + lines[3]
    path.write_text("\n".join(lines), "utf-8")

    assert "row 4: one cell holds hundreds of lines" in refused(run, path)


def test_two_ways_of_writing_numbers_in_one_column_are_named(run, tmp_path):
    path = write_csv(tmp_path / "a.csv", [ROWS[0], ["Paser", "74,84", *ROWS[1][2:]]])

    assert "Column B “life_expectancy_female”" in refused(run, path)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"[columns", "cannot be read as TOML"),
        (b"\xff\xfe", "cannot be read as TOML"),
        (b"columns = 3", "must hold [columns]"),
        (b"[columns]\nx = 1", "must hold [columns]"),
        (b'[columns]\n"x" = "year"', "the heading “x”"),
    ],
)
def test_maps_that_cannot_be_used_are_named(run, tmp_path, content, says):
    table, names = write_csv(tmp_path / "a.csv", ROWS), tmp_path / "map.toml"
    names.write_bytes(content)

    assert says in refused(run, table, "--map", str(names))


def test_a_year_twice_is_refused(run, tmp_path):
    path = write_csv(tmp_path / "a.csv", ROWS)

    assert "--year is not needed" in refused(run, path, "--year", "2021")


def test_outputs_that_cannot_be_written_are_refused_before_anything_is_computed(run, tmp_path):
    path = write_csv(tmp_path / "a.csv", ROWS)

    assert "saved as .csv, .xlsx or .parquet" in refused(run, path, "--output", "x.doc")
    assert "is the table itself" in refused(run, path, "--output", str(path))
    assert "no such folder" in refused(run, path, "--output", str(tmp_path / "x" / "y.csv"))
    assert "--explain" in refused(run, path, "--output", str(tmp_path / "x.html"))
    assert [each.name for each in tmp_path.iterdir() if each.name.startswith(".")] == []


def test_what_fails_leaves_the_file_that_was_there(run, tmp_path, monkeypatch):
    path, out = write_csv(tmp_path / "a.csv", ROWS), tmp_path / "b.csv"
    out.write_text("dahulu", "utf-8")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("setara.cli.deeds.index_output.write_csv", full)
    assert "No space left" in refused(run, path, "--output", str(out))
    assert out.read_text("utf-8") == "dahulu"
    assert sorted(each.name for each in tmp_path.glob("*.*") if each.is_file()) == [
        "a.csv",
        "b.csv",
    ]


def test_json_tells_the_reason_too(run, tmp_path):
    outcome = run("index", "ipg", "--input", str(tmp_path / "x.csv"), "--json")

    assert (outcome.status, '"reason"' in outcome.out) == (2, True)


def test_a_workbook_with_empty_rows_around_is_read(run, tmp_path):
    path = write_xlsx(tmp_path / "a.xlsx", [HEAD, *ROWS, [None], [None]], [])

    assert run("index", "ipg", "--input", str(path)).status == 0
