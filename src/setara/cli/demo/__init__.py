"""The practice government: Paser's true places and published figures, and marked samples."""

from __future__ import annotations

from setara.cli.parser import Parser
from setara.cli.word import Word
from setara.domain.language.text import Text


def _options(parser: Parser) -> None:
    parser.takes(
        "--no-serve",
        says=Text("siapkan semuanya tanpa membuka layanan", "do everything but serve"),
        action="store_true",
    )
    parser.takes(
        "--port", says=Text("nomor port", "the port"), type=int, default=8000, metavar="PORT"
    )


WORDS = (
    Word(
        "demo",
        Text(
            "isi pemerintah daerah latihan (Paser), cetak GBS, lalu buka di peramban",
            "fill a practice government (Paser), print the GBS, then open it in a browser",
        ),
        "setara.cli.demo.showing:demo",
        _options,
        # It moves to a folder of its own first, so that practice never meets real data.
        needs_django=False,
    ),
)
