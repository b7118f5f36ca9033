"""The word that says what moves the index of one row of a table."""

from __future__ import annotations

from setara.cli.index_reading import takes_reading
from setara.cli.parser import Parser
from setara.cli.word import Word
from setara.domain.indices.registry import INDICES
from setara.domain.language.text import Text


def _takes_row(parser: Parser) -> None:
    parser.takes(
        "index",
        metavar="NAME",
        says=Text("nama indeks, misalnya ipg", "name of an index, such as ipg"),
        choices=[index.key for index in INDICES],
    )
    parser.takes(
        "--input",
        metavar="FILE",
        says=Text(
            "tabel .csv, .xlsx, atau .parquet; judul kolomnya seperti pada `index columns`",
            "a table as .csv, .xlsx or .parquet; its headings as in `index columns`",
        ),
        required=True,
    )
    parser.takes(
        "--row",
        metavar="N",
        says=Text(
            "baris data ke-N (1: tepat di bawah judul)", "data row N (1: right below the headings)"
        ),
        type=int,
        default=1,
    )
    _takes_questions(parser)
    takes_reading(parser)
    parser.takes("--json", says=Text("keluaran JSON", "JSON output"), action="store_true")


def _takes_questions(parser: Parser) -> None:
    parser.takes(
        "--target",
        metavar="X",
        says=Text(
            "nilai indeks yang hendak dicapai, dengan titik desimal",
            "the value of the index to reach, with a decimal point",
        ),
    )
    parser.takes(
        "--seats",
        metavar="N",
        says=Text(
            "jumlah seluruh kursi DPRD, agar langkahnya satu kursi",
            "all seats of the council, to count in seats",
        ),
        type=int,
    )


LEVERS = Word(
    "levers",
    Text(
        "apa yang menggerakkan indeks satu baris: kepekaan tepat dan perubahan terkecil ke target",
        "what moves the index of one row: exact slopes and the smallest change to a target",
    ),
    "setara.cli.deeds.index_levers:levers_of_row",
    _takes_row,
    needs_django=False,
)
