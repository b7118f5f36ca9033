"""Tables as offices hand them in, read into one neutral grid."""

from __future__ import annotations

from datetime import date

import pytest

from setara.formats.csv_text import rows_of_csv
from setara.formats.tables import Grid, read_grids
from setara.formats.xlsx import xlsx
from tests.documents.workbooks import ods, xls

ROWS = [
    ["Kecamatan", "Laki-laki", "Perempuan", "Tanggal"],
    ["Kuaro", 21575, "21 619", date(2024, 12, 31)],
    ["Long Ikis", 120.5, "-", None],
]


def test_an_xlsx_keeps_texts_numbers_days_and_row_numbers():
    (grid,) = read_grids("a.xlsx", xlsx("Penduduk", ["Judul"], ROWS))

    assert grid == Grid(
        "Penduduk",
        (
            ("Judul", None, None, None),
            (None, None, None, None),
            ("Kecamatan", "Laki-laki", "Perempuan", "Tanggal"),
            ("Kuaro", 21575, "21 619", date(2024, 12, 31)),
            ("Long Ikis", 120.5, "-", None),
        ),
    )
    assert isinstance(grid.rows[3][1], int)


def test_an_old_xls_and_an_ods_are_read_by_their_content_not_by_their_name():
    old = xls([(1, 0, "Kuaro"), (1, 1, 12.5), (0, 1, "Perempuan")])

    assert read_grids("a.csv", old) == (Grid("Data", ((None, "Perempuan"), ("Kuaro", 12.5))),)
    assert read_grids("a.xlsx", ods(2, 3, 7)) == (Grid("Data", ((7, 7, 7), (7, 7, 7))),)


def test_html_under_the_name_of_a_workbook_is_read():
    page = """<html><body><table>
      <tr><th rowspan=2>Wilayah</th><th colspan="2">Jumlah &amp; jenis</th></tr>
      <tr><th>L</th><th>P</th></tr>
      <tr><td>Kuaro</td><td>21 575</td><td>  </td></tr></table></body></html>"""
    (grid,) = read_grids("portal.xls", page.encode())

    assert grid == Grid(
        "HTML",
        (
            ("Wilayah", "Jumlah & jenis", None),
            (None, "L", "P"),
            ("Kuaro", "21 575", None),
        ),
    )


def test_labels_and_figures_in_tables_of_their_own_are_joined():
    page = """<table><tr><td>
      <table><tr><th rowspan="2">Wilayah</th></tr></table>
      <table><tr><td>Kuaro</td></tr><tr><td>Long Ikis</td></tr></table></td><td>
      <table><tr><th colspan="2">2024</th></tr><tr><th>L</th><th>P</th></tr></table>
      <table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>
    </td></tr></table>"""
    (grid,) = read_grids("bps.xls", page.encode())

    assert grid.rows == (
        ("Wilayah", "2024", None),
        (None, "L", "P"),
        ("Kuaro", "1", "2"),
        ("Long Ikis", "3", "4"),
    )


def test_tables_of_a_page_that_do_not_belong_together_stay_apart():
    page = "<table><tr><td>a</td><td>b</td></tr></table><table><tr><td>c</td></table>"
    grids = read_grids("a.html", page.encode())

    assert grids == (Grid("HTML 1", (("a", "b"),)), Grid("HTML 2", (("c",),)))


@pytest.mark.parametrize(
    ("content", "rows"),
    [
        (b"a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
        (b"Nama;L;P\r\nKuaro;12,5;10,5\r\n", [["Nama", "L", "P"], ["Kuaro", "12,5", "10,5"]]),
        (b"Kuaro;12,5;1,5\nMuara;1,5;2,5\n", [["Kuaro", "12,5", "1,5"], ["Muara", "1,5", "2,5"]]),
        (b"a\tb\n1\t2", [["a", "b"], ["1", "2"]]),
        (b"sep=;\r\na;b,c\r\n", [["a", "b,c"]]),
        (b"\xef\xbb\xbfa;b\n\n1; 2 ", [["a", "b"], [], ["1", "2"]]),
        ("a\tñ\n".encode("utf-16"), [["a", "ñ"]]),
        (b"1.19 \x96 Badan;1\nx;2", [["1.19 – Badan", "1"], ["x", "2"]]),
        (b'"a;b";"c ""d"""\n1;2\n', [["a;b", 'c "d"'], ["1", "2"]]),
        (b'"baris satu\nbaris dua";2\n1;2\n', [["baris satu\nbaris dua", "2"], ["1", "2"]]),
        (b"Judul\nDaerah,Paser\nkode,nama,nilai\n1,x,2\n",
         [["Judul"], ["Daerah", "Paser"], ["kode", "nama", "nilai"], ["1", "x", "2"]]),
        (b"a,,\n", [["a", None, None]]),
        (b"satu kolom saja\nx", [["satu kolom saja"], ["x"]]),
    ],
)  # fmt: skip
def test_a_csv_is_read_whatever_its_mark_and_code_page(content, rows):
    assert rows_of_csv(content) == rows
    assert read_grids("a.csv", content) == (Grid("CSV", tuple(rows)),)


def test_a_quote_that_nobody_closed_does_not_swallow_the_file():
    lines = "".join(f"{number};x\n" for number in range(1000))
    rows = rows_of_csv(f'a;"belum ditutup\n{lines}'.encode())

    assert len(rows) == 1001
    assert rows[-1] == ["999", "x"]
