"""`index import-check` on tables of BPS: what was recognised, mended, asked and doubted."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from setara.cli.main import main

CLEAR = "Indeks Ketimpangan Gender\nkode;Wilayah;2021;2022\n6401;Paser;0,500;0,480\n"
DOUBTED = CLEAR + "6402;Berau;0,3;0,4\n"
ASKED = "Wilayah;IPG 2021\nPaser;71,19\nBerau;88,00\n"


def file_of(folder: Path, content: str) -> str:
    file = folder / "tabel.csv"
    file.write_text(content, "utf-8")
    return str(file)


@pytest.mark.parametrize(
    ("content", "status", "says"),
    [
        (CLEAR, 0, "“2021” dibaca sebagai Indeks Ketimpangan Gender (IKG), 2021."),
        (DOUBTED, 1, "Nama “Berau” dan kode 6402 bertentangan: Kabupaten Berau"),
        (ASKED, 1, "1 perlu jawaban:"),
        ("Kecamatan;Penduduk\nKuaro;10\nLong Ikis;12\n", 2, "0 angka"),
    ],
)
def test_the_status_says_whether_all_is_clear(tmp_path, capsys, content, status, says):
    assert main(["index", "import-check", file_of(tmp_path, content)]) == status
    assert says in capsys.readouterr().out


def test_the_series_is_answered_on_the_command_line(tmp_path, capsys):
    file = file_of(tmp_path, ASKED)
    assert main(["index", "import-check", file, "--series", "lf", "--json"]) == 0

    facts = json.loads(capsys.readouterr().out)
    assert [(f["region"], f["element"], f["value"], f["cell"]) for f in facts["figures"]] == [
        ("64.01", "IX02-LF", "71.19", "B2"),
        ("64.03", "IX02-LF", "88.00", "B3"),
    ]
    assert facts["remark_counts"] == {"recognised": 2}


@pytest.mark.parametrize("content", ["", "%PDF-1.7"])
def test_what_cannot_be_read_is_told(tmp_path, capsys, content):
    assert main(["index", "import-check", file_of(tmp_path, content), "--json"]) == 2
    seen = capsys.readouterr()
    assert json.loads(seen.out)["understood"] is False
    assert "tabel.csv" in seen.err


def test_a_file_that_is_not_there_is_named(capsys):
    assert main(["index", "import-check", "tiada.csv"]) == 2
    assert "tiada.csv" in capsys.readouterr().err
