"""What an old book spends outside its activities is told before it is left out."""

from __future__ import annotations

from setara.domain.budget.outside import outside_findings
from setara.domain.budget.severity import Severity
from setara.domain.language.text import Language
from setara.usecases.budget.reading import read_file

HEAD = "Kode Rekening,Uraian,Jumlah\r\n"
# As in the book of KPMP Kota Yogyakarta 2016: belanja tidak langsung stands at no kegiatan.
INDIRECT = (
    "1.22.1.22.01.000.000.5,BELANJA,140\r\n"
    "1.22.1.22.01.000.000.5.1,BELANJA TIDAK LANGSUNG,100\r\n"
    "1.22.1.22.01.000.000.5.1.1,Belanja Pegawai,100\r\n"
)
DIRECT = (
    "1.22.1.22.01.16,Program Penguatan,{0}\r\n1.22.1.22.01.16.001,Pelatihan,{0}\r\n"
    "1.22.1.22.01.16.001.5.2,BELANJA LANGSUNG,{0}\r\n"
    "1.22.1.22.01.16.001.5.2.2,Belanja Barang dan Jasa,{0}\r\n"
)


def told(text: str) -> list[str]:
    reading = read_file(name="buku.csv", content=(HEAD + text).encode()).reading
    found = outside_findings(reading)
    assert all(each.severity is Severity.WARNING for each in found)
    return [each.message.say(Language.ENGLISH) for each in found]


def test_money_at_no_activity_is_told_with_the_whole():
    (said,) = told(INDIRECT + DIRECT.format(40))

    assert said.startswith("Rp100 of the Rp140 in this file stand at no activity")


def test_a_book_of_activities_alone_has_nothing_outside():
    assert told(DIRECT.format(40)) == []
