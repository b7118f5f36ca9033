"""Words on indices: recomputed from figures given, without any database."""

from __future__ import annotations

from setara.cli.index_definitions import CHECK_DEFINITION
from setara.cli.parser import Parser
from setara.cli.word import Group, Word
from setara.domain.language.text import Text

FOUR = Text(
    "umur harapan hidup, harapan lama sekolah, rata-rata lama sekolah, pengeluaran (ribu rupiah), "
    "dipisahkan koma, misalnya 74.84,13.47,8.36,2965",
    "life expectancy, expected schooling, mean schooling, expenditure (thousand rupiah), "
    "separated by commas, such as 74.84,13.47,8.36,2965",
)


def _takes_components(parser: Parser) -> None:
    parser.takes("--year", says=Text("tahun data", "year of the data"), type=int, required=True)
    parser.takes("--women", metavar="4", says=FOUR, required=True)
    parser.takes("--men", metavar="4", says=FOUR, required=True)
    parser.takes(
        "--explain",
        says=Text("tampilkan setiap langkah dan sumbernya", "show each step and its source"),
        action="store_true",
    )
    parser.takes("--json", says=Text("keluaran JSON", "JSON output"), action="store_true")


WORDS = (
    Group(
        "index",
        Text("indeks gender, dihitung ulang", "gender indices, recomputed"),
        (
            Word(
                "ipg",
                Text("Indeks Pembangunan Gender (BPS)", "gender development index of BPS"),
                "setara.cli.deeds.indices:ipg_of",
                _takes_components,
                needs_django=False,
            ),
            CHECK_DEFINITION,
        ),
    ),
)
