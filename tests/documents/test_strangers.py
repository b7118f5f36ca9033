"""Files that are no table are told by what they are, whatever their name says."""

from __future__ import annotations

import io
import zipfile

import openpyxl
import pytest

from setara.domain.language.text import Language
from setara.formats.tables import Unreadable, read_grids


def packed(*names: str) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return written.getvalue()


def empty_workbook() -> bytes:
    written = io.BytesIO()
    openpyxl.Workbook().save(written)
    return written.getvalue()


LOGIN = b'<html><table><tr><td>Sandi</td><td><input type="password"></td></tr></table></html>'
XML_BOOK = b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"%PDF-1.7\n", "PDF"),
        (b"\xef\xbb\xbf\r\n%PDF-1.4\n", "PDF"),
        (b"\xff\xd8\xff\xe0\x10JFIF", "gambar"),
        (b"\x89PNG\r\n\x1a\n....", "gambar"),
        (b"RIFF\x01\x02\x03\x04WEBPVP8 ", "gambar"),
        (b"\x00\x00\x00\x20ftypheic", "gambar"),
        (b"Rar!\x1a\x07\x01\x00", "arsip"),
        (b"\x1f\x8b\x08\x00abc", "arsip"),
        (packed("a.csv", "b/c.xlsx"), "arsip"),
        (packed("[Content_Types].xml", "word/document.xml"), "dokumen"),
        (packed("[Content_Types].xml", "ppt/presentation.xml"), "dokumen"),
        (b"{\\rtf1\\ansi Program Kegiatan}", "dokumen"),
        (OLE + "WordDocument".encode("utf-16-le"), "dokumen"),
        (b'{"error": "Unauthorized"}', "JSON"),
        (b'[{"kode_sub_giat": "2.08.02.2.01.0001"}]', "JSON"),
        (XML_BOOK, "XML"),
        (LOGIN, "halaman masuk"),
        (b"<html><body>502 Bad Gateway</body></html>", "halaman web tanpa tabel"),
        (b"\xef\xbb\xbf", "kosong"),
        (b"\xff\xfe", "kosong"),
        (empty_workbook(), "kosong"),
        (bytes(range(1, 256)) * 4, "bukan tabel"),
    ],
)
def test_a_stranger_is_called_by_its_name(content, says):
    with pytest.raises(Unreadable) as refused:
        read_grids("anggaran.csv", content)

    assert says in refused.value.reason.say(Language.INDONESIAN)
    assert "anggaran.csv" in refused.value.reason.say(Language.ENGLISH)


@pytest.mark.parametrize(
    "content",
    [
        b"Kode;Uraian;Jumlah\n5.1;Belanja \x96 Pegawai;5\n",
        b"[#] Rapat,5\n[-] Konsumsi,4\n",
        "Kode,Uraian\n5,“Belanja”\n".encode("utf-16"),
        b"Kode,Uraian\x0b lanjutan\n5,Belanja\n",
        b"MM*,5\nGIF,6\n",
    ],
)
def test_a_table_is_no_stranger(content):
    (grid,) = read_grids("anggaran.csv", content)

    assert len(grid.rows) == 2
