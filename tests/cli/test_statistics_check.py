"""`statistics check` on files as they come: answers, statuses, and clear words for what is bad."""

from __future__ import annotations

import io
import json
import struct
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter

from setara.formats.xlsx import xlsx
from tests.documents.workbooks import altered, ods, packed, xls

HEAD = ["Kecamatan", "Laki-laki", "Perempuan", "Jumlah"]
GOOD: list[list[Any]] = [HEAD, ["Kuaro", 10, 5, 15], ["Long Ikis", 3, 4, 7], ["Jumlah", 13, 9, 22]]


def csv(rows: Sequence[Sequence[Any]], mark: str = ";") -> str:
    return "\n".join(mark.join(map(str, row)) for row in rows)


def merged() -> bytes:
    """Title, blank row, bilingual headings merged over two rows, notes: as BPS prints it."""
    written = io.BytesIO()
    book = xlsxwriter.Workbook(written, {"in_memory": True})
    page = book.add_worksheet("Tabel 3.1")
    page.merge_range("A1:D1", "Penduduk menurut Kecamatan dan Jenis Kelamin, 2024")
    page.merge_range("A3:A4", "Kecamatan\nSubdistrict")
    page.merge_range("B3:D3", "Jenis Kelamin/Sex")
    for place, words in enumerate(("Laki-laki\nMale", "Perempuan\nFemale", "Jumlah\nTotal"), 1):
        page.write(3, place, words)
    for row, cells in enumerate(GOOD[1:], 4):
        page.write_row(row, 0, cells)
    page.write("A9", "Sumber/Source: Dukcapil")
    book.close()
    return written.getvalue()


def opened() -> bytes:
    """A workbook of another program, with a second sheet that holds no table."""
    book: Any = openpyxl.Workbook()
    for row in GOOD:
        book.active.append(row)
    book.create_sheet("Catatan")["A1"] = "dibuat otomatis"
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def page() -> str:
    rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in GOOD)
    return f"<html><body><table>{rows}</table></body></html>"


def placed() -> list[tuple[int, int, float | str]]:
    return [
        (row, place, float(cell) if isinstance(cell, int) else str(cell))
        for row, cells in enumerate(GOOD)
        for place, cell in enumerate(cells)
    ]


VARIANTS = {
    "merged.xlsx": merged(),
    "openpyxl.xlsx": opened(),
    "plain.xlsx": xlsx("Data", [], GOOD),
    "titled.xlsx": xlsx("Data", ["Peserta pelatihan", "Tahun 2024"], GOOD),
    "comma.csv": csv(GOOD, ",").encode(),
    "semicolon.csv": csv(GOOD).encode("utf-8-sig"),
    "tab.csv": csv(GOOD, "\t").encode(),
    "utf16.csv": csv(GOOD, "\t").encode("utf-16"),
    "cp1252.csv": csv([*GOOD, ["Catatan: angka \u2013 sementara"]]).encode("cp1252"),
    "latin1.csv": csv([*GOOD, ["Catatan: caf\xe9"]]).encode("latin-1"),
    "announced.csv": b"sep=;\r\n" + csv(GOOD).encode(),
    "preamble.csv": ("Judul;Peserta\nTahun;2024\n\n" + csv(GOOD)).encode(),
    "portal.xls": page().encode(),
    "old.xls": xls(placed()),
}


@pytest.fixture
def check(run, tmp_path: Path):
    """`check("a.csv", b"…")` writes the file and checks it; the facts come as JSON."""

    def checking(name: str, content: bytes, *more: str):
        path = tmp_path / name
        path.write_bytes(content)
        outcome = run("statistics", "check", str(path), "--json", *more)
        return outcome, json.loads(outcome.out)

    return checking


@pytest.mark.parametrize("name", VARIANTS)
def test_one_table_is_understood_in_every_wrapping(check, name):
    outcome, facts = check(name, VARIANTS[name])

    sheet = facts["sheets"][0]
    assert outcome.status == 0
    assert facts["understood"]
    assert sheet["layout"] == "sex_columns"
    assert [column["role"] for column in sheet["columns"]][:4] == [
        "place", "male", "female", "total",
    ]  # fmt: skip
    assert sheet["figure_count"] == 9
    assert [row["kind"] for row in sheet["rows"]][:3] == ["data", "data", "total"]
    assert [row.get("place") for row in sheet["rows"]][:2] == ["64.01.05", "64.01.06"]


def test_a_fault_is_told_with_its_cell_and_status_one(check):
    rows = [HEAD, ["Kuaro", 10, 5, 14], ["Long Ikis", 3, 4, 7]]

    outcome, facts = check("a.csv", csv(rows).encode())

    (finding,) = [f for f in facts["sheets"][0]["findings"] if f["severity"] == "error"]
    assert outcome.status == 1
    assert (finding["cell"], finding["fault"]) == ("D2", "sexes_not_total")
    assert "tetapi jumlahnya tertulis 14" in finding["message"]["id"]
    assert "the total reads 14" in finding["message"]["en"]


def test_people_read_it_in_their_language(run, tmp_path: Path):
    path = tmp_path / "a.xlsx"
    path.write_bytes(merged())

    said = run("statistics", "check", str(path))
    english = run("statistics", "check", str(path), "--language", "en")

    assert "Judul kolom: baris 3, 4; angka mulai baris 5" in said.out
    assert "Wilayah: 2 dikenal, 0 tidak" in said.out
    assert "Headings: rows 3, 4; figures from row 5" in english.out
    assert "Rows: 2 data, 1 total and 1 note" in english.out


def test_one_sheet_can_be_asked_for(check, run, tmp_path: Path):
    outcome, facts = check("a.xlsx", opened(), "--sheet", "Catatan")
    assert outcome.status == 2
    assert not facts["understood"]

    missing = run("statistics", "check", str(tmp_path / "a.xlsx"), "--sheet", "Lain")
    assert missing.status == 2
    assert "Sheet, Catatan" in missing.err


def with_formula() -> bytes:
    book: Any = openpyxl.Workbook()
    for row in [HEAD, ["Kuaro", 10, 5, "=B2+C2"], ["Long Ikis", 3, 4, 7]]:
        book.active.append(row)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def test_a_formula_without_a_result_is_reported_at_its_cell(check):
    outcome, facts = check("a.xlsx", with_formula())

    assert outcome.status == 1
    assert "D2 formula_without_value" in [
        f"{f['cell']} {f['fault']}" for f in facts["sheets"][0]["findings"]
    ]


def with_link() -> bytes:
    written = io.BytesIO(xlsx("Data", [], GOOD))
    with zipfile.ZipFile(written, "a") as archive:
        archive.writestr("xl/externalLinks/externalLink1.xml", "<externalLink/>")
    return written.getvalue()


def test_a_link_to_another_file_is_told_and_never_followed(check):
    outcome, facts = check("a.xlsx", with_link())

    assert outcome.status == 0
    assert [f["fault"] for f in facts["findings"]] == ["links_outside"]


def with_macros() -> bytes:
    written = io.BytesIO(xlsx("Data", [], GOOD))
    with zipfile.ZipFile(written, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"macro")
    return written.getvalue()


def claiming(cell: bytes) -> bytes:
    """A workbook of some kilobytes whose last cell stands ten million cells away."""
    return altered(xlsx("Data", [], GOOD), lambda _, part: part.replace(b'r="D4"', cell))


def lying_archive() -> bytes:
    """An archive that says its part has four bytes and holds a megabyte."""
    content = bytearray(packed({"xl/worksheets/sheet1.xml": "0" * 1024**2}))
    place = content.rfind(b"PK\x01\x02") + 24
    content[place : place + 4] = struct.pack("<I", 4)
    return bytes(content)


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
BAD = {
    "empty": (b"", "kosong"),
    "blanks": (b" \n \n", "kosong"),
    "words": (b"hanya satu kalimat\n", "tidak ada"),
    "pdf-renamed": (b"%PDF-1.7 x", "PDF"),
    "truncated": (xlsx("Data", [], GOOD)[:900], "rusak"),
    "docx": (packed({"word/document.xml": "<a/>"}), "adalah dokumen"),
    "bomb": (packed({"xl/worksheets/sheet1.xml": "0" * 301 * 1024**2}), "mengembang"),
    "lying": (lying_archive(), ""),
    "macros": (with_macros(), "makro"),
    "locked-xlsx": (OLE + "EncryptedPackage".encode("utf-16-le"), "sandi"),
    "locked-xls": (xls([(0, 0, "a")], is_locked=True), "sandi"),
    "ten-million-rows": (claiming(b'r="D10000000"'), ""),
    "far-corner": (claiming(b'r="XFD1048576"'), "sel"),
    "ods-claims": (ods(3000, 3000, 1), "sel"),
    "bytes": (bytes(range(256)) * 40, "bukan tabel"),
    "page-without-table": (b"<html><p>Maaf</p></html>", "halaman web tanpa tabel"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_no_table_ends_with_a_reason_and_never_with_a_trace(check, name):
    content, says = BAD[name]

    outcome, facts = check(f"{name}.xlsx", content)

    told = outcome.out + outcome.err
    assert outcome.status == 2
    assert not facts["understood"]
    assert says.lower() in told.lower()
    assert "Traceback" not in told


def test_a_cell_of_a_million_letters_is_cut_in_what_is_said(check):
    rows = [HEAD, ["Kuaro", "x" * 1_000_000, 5, 15], ["y" * 1_000_000, 3, 4, 7]]

    outcome, facts = check("a.csv", csv(rows).encode())

    findings = facts["sheets"][0]["findings"]
    assert outcome.status == 1
    assert {"not_a_number", "long_cell"} <= {f["fault"] for f in findings}
    assert all(len(json.dumps(f)) < 3000 for f in findings)


def test_a_text_that_looks_like_a_formula_stays_a_text(check):
    rows = [HEAD, ["=cmd|'/c calc'!A1", 1, 2, 3], ["Kuaro", "=1+1", 2, 4]]

    _, facts = check("a.csv", csv(rows).encode())

    sheet = facts["sheets"][0]
    assert sheet["rows"][0]["label"].startswith("=cmd")
    assert "B3 not_a_number" in [f"{f['cell']} {f['fault']}" for f in sheet["findings"]]


def test_a_file_that_is_not_there_is_said_so(run, tmp_path: Path):
    missing = run("statistics", "check", str(tmp_path / "tidak.xlsx"))
    folder = run("statistics", "check", str(tmp_path))

    assert (missing.status, folder.status) == (2, 2)
    assert "tidak ada" in missing.err
    assert "folder" in folder.err
