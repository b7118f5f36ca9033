"""Words for the installation: serve it, migrate it, print its settings, manage it."""

from __future__ import annotations

from setara.cli.parser import Parser
from setara.cli.word import Word
from setara.domain.language.text import Text

DEEDS = "setara.cli.deeds"
HIGHEST_PORT = 65_535


def _takes_address(parser: Parser) -> None:
    parser.takes(
        "--host",
        metavar="ALAMAT",
        says=Text(
            "alamat yang didengarkan; 0.0.0.0 untuk seluruh jaringan kantor",
            "address to listen on; 0.0.0.0 for the whole office network",
        ),
        default="127.0.0.1",
    )
    parser.takes(
        "--port",
        metavar="PORT",
        says=Text("nomor port", "port number"),
        type=port,
        default=8000,
    )
    parser.takes(
        "--threads",
        metavar="N",
        says=Text("permintaan yang dilayani bersamaan", "requests served at the same time"),
        type=int,
        default=8,
    )


def port(typed: str) -> int:
    """A port number. Raises ValueError, which the parser tells."""
    number = int(typed)
    if not 0 < number <= HIGHEST_PORT:
        raise ValueError(typed)
    return number


WORDS = (
    Word(
        "serve",
        Text(
            "layani Setara di peramban; basis data dan berkasnya disiapkan lebih dahulu",
            "serve Setara to browsers; its database and files are made ready first",
        ),
        f"{DEEDS}.serving:serve",
        _takes_address,
    ),
    Word(
        "migrate",
        Text("siapkan atau perbarui basis data", "make or update the database"),
        f"{DEEDS}.preparing:migrate",
    ),
    Word(
        "settings",
        Text("daftar pengaturan SETARA_…", "list the settings SETARA_…"),
        f"{DEEDS}.settings:print_settings",
        needs_django=False,
    ),
    Word(
        "manage",
        Text("perintah Django untuk operator", "Django's commands, for operators"),
        f"{DEEDS}.managing:manage",
        passes_on=True,
    ),
)
