"""`budget check` on files as they come: answers, and clear words for what is no budget."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from random import Random
from typing import Any

import openpyxl
import pytest

from setara.cli.word import DONE, UNABLE
from setara.formats.xlsx import xlsx
from tests.cli.conftest import Outcome
from tests.domain.budget.reading import rendering, rendering_books, rendering_tables

HEADINGS = ["kode_skpd", "nama_skpd", "kode_sub_kegiatan", "nama_sub_kegiatan", "pagu", "realisasi"]
ROW = ["1.02", "Dinas Kesehatan", "1.02.02.2.02.0009", "Pelayanan gizi", "1.250.000,00", "0"]
SIMPLE = "\n".join(";".join(row) for row in (HEADINGS, ROW)) + "\n"


@pytest.fixture
def checked(run, tmp_path: Path):
    """Check a file of the given content."""

    def check(name: str, content: bytes | str, *words: str) -> Outcome:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        outcome: Outcome = run("budget", "check", str(path), *words)
        return outcome

    return check


def facts(outcome: Outcome) -> dict[str, Any]:
    said: dict[str, Any] = json.loads(outcome.out)
    return said


def bomb() -> bytes:
    """A workbook of half a megabyte that unpacks to four hundred."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "x")
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 400_000_000)
    return packed.getvalue()


def test_a_budget_is_told_in_words(checked):
    outcome = checked("rka.csv", SIMPLE, "--lines")

    assert outcome.status == DONE
    out = outcome.out
    assert "rka.csv: tabel sub kegiatan dan pagu" in out
    assert "Ditulis: ascii, pemisah titik koma" in out
    assert "Perangkat daerah: 1.02 Dinas Kesehatan" in out
    assert "sub kegiatan: 1, Rp1.250.000" in out
    assert "1.02.02.2.02.0009  Pelayanan gizi  Rp1.250.000" in out


def test_a_budget_is_told_to_programs(checked):
    said = facts(checked("rka.csv", SIMPLE, "--json", "--lines"))

    assert (said["readable"], said["format"], said["rows"]) == (True, "simple", 1)
    assert said["agency"] == {"code": "1.02", "name": "Dinas Kesehatan"}
    assert said["totals"]["sub_kegiatan"] == {"count": 1, "amount": 1_250_000, "realised": 0}
    assert said["columns"][4]["style"] == "decimal_comma"
    assert said["lines"][0]["row"] == 2
    assert [each["fault"] for each in said["findings"]] == ["no_year"]


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("foto.csv", b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(256)), "gambar"),
        ("pindai.pdf", b"%PDF-1.7\n", "PDF"),
        ("kosong.csv", b"", "kosong"),
        ("spasi.csv", b"\n \n\n", "kosong"),
        ("bom.xlsx", bomb(), "mengembang"),
        ("separuh.xlsx", xlsx("RKA", [], [HEADINGS, ROW])[:2000], "rusak"),
        ("surat.txt", "Yth. Bapak Bupati,\nbersama ini kami sampaikan\n", "Baris judul"),
        ("penduduk.csv", "Kecamatan,Laki-laki,Perempuan\nKuaro,1,2\n", "Baris judul"),
        ("wilayah.csv", "Kode,Uraian,Jumlah\n64.01.01,Kuaro,7\n64.01.02,Batu,9\n", "kolom kode"),
        (
            "nomor.csv",
            "Kode,Uraian,Jumlah\n1,Laki-laki,7\n2,Perempuan,9\n",
            "bukan berkas anggaran",
        ),
    ],
)
def test_what_is_no_budget_is_refused_with_the_reason(checked, name, content, says):
    outcome = checked(name, content)

    assert (outcome.status, outcome.out) == (UNABLE, "")
    assert says in outcome.err
    assert "Traceback" not in outcome.err
    said = facts(checked(name, content, "--json"))
    assert said["readable"] is False
    assert set(said["reason"]) == {"id", "en"}


def test_a_missing_file_and_a_missing_sheet_are_said(run, checked):
    assert run("budget", "check", "tidak-ada.csv").status == UNABLE
    outcome = checked("a.xlsx", xlsx("RKA", [], [HEADINGS, ROW]), "--sheet", "Lain")
    assert outcome.status == UNABLE
    assert "Tidak ada lembar “Lain”. Yang ada: RKA" in outcome.err


def test_a_file_that_breaks_off_is_told_so(checked):
    said = facts(checked("rka.csv", SIMPLE + ";".join(ROW)[:40], "--json"))

    assert said["readable"] is True
    assert "cut_off" in [each["fault"] for each in said["findings"]]


def test_a_bare_carriage_return_and_a_quoted_line_are_mended(checked):
    quoted = '"' + ";".join(ROW).replace("0009", "0010") + '"\n'
    broken = SIMPLE.replace("Pelayanan gizi", "Pelayanan\rgizi")

    said = facts(checked("rka.csv", broken + quoted, "--json"))

    assert said["rows"] == 2
    assert {(each["repair"], each["row"]) for each in said["repairs"]} == {
        ("carriage_return", 2),
        ("quoted_line", 3),
    }


def test_a_quote_that_nobody_closed_swallows_no_lines(checked):
    rows = [";".join(ROW).replace("0009", f"00{number}") for number in range(10, 20)]
    rows[3] = rows[3].replace("Pelayanan", '"Pelayanan')
    text = "\n".join([";".join(HEADINGS), *rows]) + "\n"

    said = facts(checked("rka.csv", text, "--json"))

    assert said["rows"] >= 9
    assert [each["repair"] for each in said["repairs"]] == ["open_quote"]


def test_formulas_without_results_are_told_and_never_run(checked):
    book: Any = openpyxl.Workbook()
    for row in (HEADINGS, [*ROW[:4], 5, 0], [*ROW[:2], "1.02.02.2.02.0010", "Lain", "=E2*2", 0]):
        book.active.append(row)
    written = io.BytesIO()
    book.save(written)

    said = facts(checked("rumus.xlsx", written.getvalue(), "--json"))

    assert said["amount"] == 5
    (formula,) = [each for each in said["findings"] if each["fault"] == "formula_without_value"]
    assert formula["row"] == 3


def merged(rows: list[list[Any]], merges: list[str]) -> bytes:
    """A workbook as printed, with merged cells, beside a sheet that is no budget."""
    book: Any = openpyxl.Workbook()
    page = book.active
    page.title = "BELANJA"
    for row in rows:
        page.append([None if cell == "" else cell for cell in row])
    for each in merges:
        page.merge_cells(each)
    book.create_sheet("Catatan")["A1"] = "dibuat otomatis"
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def test_a_printed_form_with_merged_headings_is_read_from_a_workbook(checked):
    leaves = rendering.current(Random(3))
    rows = rendering_books.detail(leaves, 2025, lambda amount: amount)
    head = next(n for n, row in enumerate(rows, 1) if row and row[0] == "Kode Rekening")
    merges = [f"A{head}:F{head + 1}", f"G{head}:G{head + 1}", f"H{head}:K{head}"]

    said = facts(checked("dpa.xlsx", merged(rows, merges), "--json"))

    assert (said["format"], said["sheet"], said["year"]) == ("printed_detail", "BELANJA", 2025)
    assert said["heading_rows"] == [head, head + 1]
    mine = sum(leaf.amount for leaf in leaves if leaf.activity == leaves[0].activity)
    assert said["amount"] == said["totals"]["rincian"]["amount"] == mine


def test_an_export_is_read_alike_as_text_and_as_workbook(checked):
    leaves = rendering.current(Random(5))
    rows = rendering_tables.sipd_items(leaves, 2025, lambda amount: amount)
    text = "\n".join("\t".join(map(str, row)) for row in rows) + "\n"

    one = facts(checked("a.csv", text, "--json"))
    other = facts(checked("a.xlsx", merged(rows, []), "--json"))

    assert one["format"] == other["format"] == "sipd_items"
    assert one["delimiter"] == "tab"
    assert (one["totals"], one["accounts"]) == (other["totals"], other["accounts"])


def test_noise_never_breaks_it(checked):
    for seed in range(5):
        noise = Random(seed).randbytes(3000).replace(b"\x00", b";")
        assert checked("acak.csv", noise).status == UNABLE
