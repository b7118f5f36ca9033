"""Words on budgets: a received budget file, read without any database."""

from __future__ import annotations

from setara.cli.parser import Parser
from setara.cli.word import Group, Word
from setara.domain.language.text import Text


def _takes_file(parser: Parser) -> None:
    _takes_budget(parser)
    parser.takes(
        "--lines",
        says=Text("setiap baris anggaran juga", "every line of the budget too"),
        action="store_true",
    )


def _takes_screened(parser: Parser) -> None:
    _takes_budget(parser)
    parser.takes(
        "--all",
        says=Text("baris yang tidak layak dilihat juga", "lines not worth a look too"),
        action="store_true",
    )


def _takes_budget(parser: Parser) -> None:
    parser.takes(
        "file",
        metavar="FILE",
        says=Text(
            "berkas anggaran XLSX, XLS, ODS, CSV, atau HTML sebagaimana diterima",
            "a budget file as XLSX, XLS, ODS, CSV or HTML, as it was received",
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
        "budget",
        Text("anggaran", "budgets"),
        (
            Word(
                "check",
                Text(
                    "memeriksa berkas anggaran: apa yang dikenali, diperbaiki, dan diragukan "
                    "(status 0: terbaca, 2: bukan anggaran)",
                    "check a budget file: what was recognised, repaired and doubted (status 0: "
                    "readable, 2: not a budget)",
                ),
                "setara.cli.deeds.budget:check",
                _takes_file,
                needs_django=False,
            ),
            Word(
                "screen",
                Text(
                    "menunjukkan sub kegiatan mana dalam berkas yang layak dilihat dan mengapa, "
                    "menurut aturan",
                    "show which sub-activities of a file deserve a look and why, by the rules",
                ),
                "setara.cli.deeds.budget_screening:screen",
                _takes_screened,
                needs_django=False,
            ),
        ),
    ),
)
