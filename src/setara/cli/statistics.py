"""Words on statistics: a received table, understood without any database."""

from __future__ import annotations

from setara.cli.parser import Parser
from setara.cli.word import Group, Word
from setara.domain.language.text import Text


def _takes_file(parser: Parser) -> None:
    parser.takes(
        "file",
        metavar="FILE",
        says=Text(
            "tabel XLSX, XLS, ODS, CSV, atau HTML sebagaimana diterima",
            "a table as XLSX, XLS, ODS, CSV or HTML, as it was received",
        ),
    )
    parser.takes(
        "--sheet",
        metavar="NAME",
        says=Text("hanya lembar bernama ini", "only the sheet of this name"),
    )
    parser.takes("--json", says=Text("keluaran JSON", "JSON output"), action="store_true")


WORDS = (
    Group(
        "statistics",
        Text("data terpilah", "data by sex"),
        (
            Word(
                "check",
                Text(
                    "memeriksa berkas tabel: apa yang dipahami, apa yang keliru (status 0: tanpa "
                    "kesalahan, 1: ada kesalahan, 2: bukan tabel)",
                    "check a table file: what was understood and what is wrong (status 0: no "
                    "errors, 1: errors found, 2: not a table)",
                ),
                "setara.cli.deeds.statistics:check",
                _takes_file,
                needs_django=False,
            ),
        ),
    ),
)
