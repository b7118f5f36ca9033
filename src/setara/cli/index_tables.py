"""The word that looks at a BPS table of gender indices without keeping it."""

from __future__ import annotations

from setara.cli.parser import Parser
from setara.cli.word import Word
from setara.domain.language.text import Text


def _takes_table(parser: Parser) -> None:
    parser.takes(
        "file",
        metavar="FILE",
        says=Text(
            "tabel indeks gender BPS atau komponennya (XLSX, XLS, ODS, CSV, HTML)",
            "a BPS table of gender indices or their parts (XLSX, XLS, ODS, CSV, HTML)",
        ),
    )
    parser.takes(
        "--series",
        choices=("old", "lf"),
        says=Text(
            "seri UHH, IPM, dan IPG bila tabel tidak menyebutnya: old (lama) atau lf (Long Form)",
            "series of life expectancy, IPM and IPG where the table does not say: old or lf",
        ),
    )
    parser.takes("--json", says=Text("keluaran JSON", "JSON output"), action="store_true")


IMPORT_CHECK = Word(
    "import-check",
    Text(
        "memeriksa tabel BPS tanpa menyimpannya (status 0: jelas semua, 1: ada yang diragukan "
        "atau perlu dijawab, 2: bukan tabel indeks)",
        "check a BPS table without keeping it (status 0: all clear, 1: doubts or questions, 2: no "
        "table of an index)",
    ),
    "setara.cli.deeds.index_tables:import_check",
    _takes_table,
    needs_django=False,
)
