"""The word that recomputes a published table."""

from __future__ import annotations

from setara.cli.parser import Parser
from setara.cli.word import Word
from setara.domain.language.text import Text


def _takes_table(parser: Parser) -> None:
    parser.takes(
        "file",
        says=Text(
            "tabel yang diterbitkan (CSV, XLSX, ODS) dengan judul kolom aslinya",
            "a published table (CSV, XLSX, ODS) with the headings it was published with",
        ),
    )
    parser.takes(
        "--by-year",
        says=Text("hitung juga menurut tahun", "count by year too"),
        action="store_true",
    )
    parser.takes("--json", says=Text("keluaran JSON", "JSON output"), action="store_true")


VERIFY = Word(
    "verify",
    Text(
        "hitung ulang setiap angka tabel yang diterbitkan dan bandingkan; 0 semua cocok, 1 tidak",
        "recompute every value of a published table and compare; 0 all match, 1 some do not",
    ),
    "setara.cli.deeds.index_verification:verify",
    _takes_table,
    needs_django=False,
)
