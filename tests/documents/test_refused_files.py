"""Files that are no table, or would do harm, are refused with the reason and what to do."""

from __future__ import annotations

import io
import resource
import zipfile

import pytest

from setara.domain.language.text import Language
from setara.formats import apart, opening, tables
from setara.formats.tables import Unreadable, read_grids
from setara.formats.xlsx import xlsx
from tests.documents.workbooks import altered, ods, packed, xls

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
PLAIN = xlsx("Data", [], [["a", "b"], [1, 2]])
FAR_CORNER = altered(PLAIN, lambda _, part: part.replace(b'r="B2"', b'r="XFD1048576"'))


def with_macros() -> bytes:
    written = io.BytesIO(PLAIN)
    with zipfile.ZipFile(written, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"macro")
    return written.getvalue()


def refusal(content: bytes, name: str = "data.xlsx") -> Unreadable:
    with pytest.raises(Unreadable) as refused:
        read_grids(name, content)
    return refused.value


@pytest.mark.parametrize(
    ("content", "indonesian", "english"),
    [
        (b"", "kosong", "is empty"),
        (b" \n\t ", "kosong", "is empty"),
        (b"%PDF-1.7 ...", "adalah PDF", "is a PDF"),
        (b"\x00\x01\x02\x03", "bukan tabel", "is not a table"),
        (b"<html><p>Tidak ada tabel</p></html>", "halaman web tanpa tabel", "without a table"),
        (PLAIN[:400], "rusak", "is damaged"),
        (packed({"word/document.xml": "<a/>"}), "adalah dokumen", "is a document"),
        (OLE, "tidak dapat dibuka", "cannot be opened"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "dikunci dengan sandi", "with a password"),
        (xls([(0, 0, "a")], is_locked=True), "dikunci dengan sandi", "with a password"),
        (packed({"META-INF/manifest.xml": "<encryption-data/>"}), "dikunci", "with a password"),
        (with_macros(), "memuat makro", "holds macros"),
        (OLE + "_VBA_PROJECT_CUR".encode("utf-16-le"), "memuat makro", "holds macros"),
    ],
    ids=["nothing", "blanks", "pdf", "bytes", "page", "cut-off", "docx", "ole", "locked-xlsx",
         "locked-xls", "locked-ods", "macros", "old-macros"],
)  # fmt: skip
def test_a_file_that_cannot_be_taken_says_why_and_what_to_do(content, indonesian, english):
    refused = refusal(content)
    sentences = [refused.reason.say(language) for language in Language]

    assert indonesian in sentences[0]
    assert english in sentences[1]
    for sentence in sentences:
        assert "data.xlsx" in sentence
        assert sentence.count(".") >= 2


@pytest.mark.parametrize(
    "content",
    [FAR_CORNER, xls([(0, 0, "a"), (65535, 255, 1.0)]), ods(3000, 3000, 1)],
    ids=["xlsx", "xls", "ods"],
)
def test_a_small_file_that_claims_a_huge_sheet_ends_its_own_process_only(content):
    assert len(content) < 20_000
    assert "4,000,000 cells" in str(refusal(content))


def test_an_archive_that_grows_is_refused_before_it_is_opened(monkeypatch):
    monkeypatch.setattr(tables, "MOST_UNPACKED", 10 * 1024**2)
    monkeypatch.setattr(tables, "opened_apart", pytest.fail)
    bomb = packed({"xl/worksheets/sheet1.xml": "0" * 11 * 1024**2})

    assert len(bomb) < 100_000
    assert "10 MB" in str(refusal(bomb))


def test_a_file_beyond_the_bound_is_refused_by_its_size(monkeypatch):
    monkeypatch.setattr(tables, "MOST_BYTES", 2 * 1024**2)

    assert "has 3 MB; at most 2 MB" in str(refusal(b"a" * 3 * 1024**2))


def test_a_csv_with_too_many_cells_is_refused(monkeypatch):
    monkeypatch.setattr(tables, "MOST_CELLS", 5)

    assert "more than 5 cells" in str(refusal(b"a;b;c\n1;2;3\n", "a.csv"))


def test_a_reader_that_takes_too_long_is_stopped(monkeypatch):
    monkeypatch.setattr(apart, "SECONDS", 0.001)

    assert "too large to open" in str(refusal(PLAIN))


def test_a_reader_that_breaks_down_is_a_file_that_cannot_be_opened(monkeypatch):
    monkeypatch.setattr(apart, "_PROGRAM", "import sys; sys.exit(101)")

    assert "cannot be opened" in str(refusal(PLAIN))


def test_the_reader_itself_may_not_take_all_memory(monkeypatch):
    asked = []
    monkeypatch.setattr(resource, "setrlimit", lambda kind, bound: asked.append((kind, bound)))

    opening._bound_memory()

    assert (resource.RLIMIT_AS, (opening.MOST_MEMORY,) * 2) in asked
