"""The words on definition files of indices."""

from __future__ import annotations

from setara.cli.parser import Parser
from setara.cli.word import Word
from setara.domain.language.text import Text


def _takes_file(parser: Parser) -> None:
    parser.takes(
        "file",
        metavar="FILE",
        says=Text(
            "berkas definisi indeks (TOML), lihat docs/how-to/write-your-own-index.md",
            "a definition file of an index (TOML), see docs/how-to/write-your-own-index.md",
        ),
    )
    parser.takes("--json", says=Text("keluaran JSON", "JSON output"), action="store_true")


CHECK_DEFINITION = Word(
    "check-definition",
    Text(
        "memeriksa berkas definisi indeks dan menyebut setiap kesalahan dengan barisnya (status "
        "0: dapat dipakai, 1: ada kesalahan, 2: tidak terbaca)",
        "check a definition file of an index and tell each fault with its line (status 0: usable, "
        "1: has faults, 2: cannot be read)",
    ),
    "setara.cli.deeds.index_definition:check",
    _takes_file,
    needs_django=False,
)
