"""What may be said of a table of indices before it is read, the same for every word."""

from __future__ import annotations

from setara.cli.parser import Parser
from setara.domain.language.text import Text


def takes_reading(parser: Parser) -> None:
    """Other headings, the sheet, the year and the decimal mark."""
    parser.takes(
        "--map",
        metavar="FILE",
        says=Text(
            'berkas TOML: [columns] "judul di tabel" = "nama kolom"',
            'a TOML file: [columns] "heading in the table" = "name of the column"',
        ),
    )
    parser.takes(
        "--sheet", metavar="NAME", says=Text("lembar buku kerja", "the sheet of a workbook")
    )
    parser.takes(
        "--year",
        metavar="YYYY",
        says=Text(
            "tahun data, bila tabelnya tidak memuat kolom year",
            "year of the data, where the table has no column year",
        ),
        type=int,
    )
    parser.takes(
        "--decimal",
        says=Text(
            "tanda desimal pada tabel, bila tidak dapat dikenali dari angkanya",
            "the decimal mark of the table, where its figures do not tell",
        ),
        choices=("comma", "point"),
    )
