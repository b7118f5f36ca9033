"""Words on indices: recomputed from a table or from figures given, without any database."""

from __future__ import annotations

from collections.abc import Callable

from setara.cli.index_definitions import CHECK_DEFINITION
from setara.cli.index_levers import LEVERS
from setara.cli.index_reading import takes_reading
from setara.cli.index_tables import IMPORT_CHECK
from setara.cli.index_verification import VERIFY
from setara.cli.parser import Parser
from setara.cli.word import Group, Word
from setara.domain.indices.definition import Index
from setara.domain.indices.registry import INDICES
from setara.domain.language.text import Text

DEEDS = "setara.cli.deeds.indices"
COMPOSITE = "composite"
"""The word for an index that a definition file describes."""
EXPLANATIONS = ("text", "json", "html")

FOUR = Text(
    "tanpa tabel: umur harapan hidup, harapan lama sekolah, rata-rata lama sekolah, pengeluaran "
    "(ribu rupiah), dipisahkan koma, misalnya 74.84,13.47,8.36,2965",
    "without a table: life expectancy, expected schooling, mean schooling, expenditure (thousand "
    "rupiah), separated by commas, such as 74.84,13.47,8.36,2965",
)


def _takes_table(parser: Parser) -> None:
    parser.takes(
        "--input",
        metavar="FILE",
        says=Text(
            "tabel .csv, .xlsx, atau .parquet; judul kolomnya seperti pada `index columns`",
            "a table as .csv, .xlsx or .parquet; its headings as in `index columns`",
        ),
    )
    parser.takes(
        "--output",
        metavar="FILE",
        says=Text(
            "simpan sebagai .csv, .xlsx, atau .parquet; tanpa ini hasilnya CSV di layar. Dengan "
            "--explain juga .txt, .json, .html untuk penjelasannya",
            "save as .csv, .xlsx or .parquet; without it CSV is printed. With --explain also "
            ".txt, .json, .html for the explanation",
        ),
    )


def _takes_explanation(parser: Parser) -> None:
    parser.takes(
        "--explain",
        says=Text(
            "jelaskan setiap langkah dan sumbernya: text, json, atau html siap cetak",
            "explain each step and its source: text, json, or html to print",
        ),
        nargs="?",
        const="",
        choices=("", *EXPLANATIONS),
        metavar="text|json|html",
    )
    parser.takes(
        "--row",
        metavar="N",
        says=Text(
            "jelaskan hanya baris data ke-N (1: tepat di bawah judul)",
            "explain only data row N (1: right below the headings)",
        ),
        type=int,
    )
    parser.takes(
        "--where",
        metavar="KOLOM=ISI",
        says=Text(
            "jelaskan hanya baris yang kolomnya berisi ini",
            "explain only the rows whose column holds this",
        ),
    )
    _takes_json(parser)


def _takes_json(parser: Parser) -> None:
    parser.takes("--json", says=Text("keluaran JSON", "JSON output"), action="store_true")


def _options(index: Index) -> Callable[[Parser], None]:
    def takes(parser: Parser) -> None:
        parser.set_defaults(index=index.key, definition=None, women=None, men=None)
        _takes_table(parser)
        takes_reading(parser)
        _takes_explanation(parser)
        if index.key == "ipg":
            parser.takes("--women", metavar="4", says=FOUR)
            parser.takes("--men", metavar="4", says=FOUR)

    return takes


def _takes_composite(parser: Parser) -> None:
    parser.set_defaults(index=COMPOSITE, women=None, men=None)
    _takes_definition(parser, required=True)
    _takes_table(parser)
    takes_reading(parser)
    _takes_explanation(parser)


def _takes_definition(parser: Parser, *, required: bool) -> None:
    parser.takes(
        "--definition",
        metavar="FILE",
        says=Text(
            "berkas definisi indeks (TOML), lihat `index check-definition`",
            "a definition file of an index (TOML), see `index check-definition`",
        ),
        required=required,
    )


def _takes_name(parser: Parser) -> None:
    parser.takes(
        "index",
        metavar="NAME",
        says=Text("nama indeks, misalnya ipg", "name of an index, such as ipg"),
        choices=[*(index.key for index in INDICES), COMPOSITE],
    )
    _takes_definition(parser, required=False)
    _takes_json(parser)


def _word(index: Index) -> Word:
    says = Text("{name} – {publisher}", "{name} – {publisher}")
    return Word(
        index.key,
        says.filled(name=index.name, publisher=index.publisher),
        f"{DEEDS}:index_of",
        _options(index),
        needs_django=False,
    )


WORDS = (
    Group(
        "index",
        Text("indeks gender, dihitung ulang", "gender indices, recomputed"),
        (
            Word(
                "list",
                Text("daftar indeks dan metodenya", "list the indices and their methods"),
                f"{DEEDS}:list_indices",
                _takes_json,
                needs_django=False,
            ),
            CHECK_DEFINITION,
            IMPORT_CHECK,
            Word(
                "columns",
                Text(
                    "kolom yang diperlukan suatu indeks dan yang dihasilkannya",
                    "the columns an index needs and those it gives",
                ),
                f"{DEEDS}:columns_of_index",
                _takes_name,
                needs_django=False,
            ),
            VERIFY,
            LEVERS,
            *map(_word, INDICES),
            Word(
                COMPOSITE,
                Text(
                    "indeks menurut berkas definisi Anda sendiri",
                    "an index by a definition file of your own",
                ),
                f"{DEEDS}:index_of",
                _takes_composite,
                needs_django=False,
            ),
        ),
    ),
)
