"""Words on the law: what is known of a regulation, and whether all law files hold together."""

from __future__ import annotations

from setara.cli.parser import Parser
from setara.cli.word import Group, Word
from setara.domain.language.text import Text

DEEDS = "setara.cli.deeds.law"


def _takes_key(parser: Parser) -> None:
    parser.takes(
        "key",
        metavar="KEY",
        says=Text(
            "kunci peraturan, misalnya inpres-9-2000", "a regulation's key, such as inpres-9-2000"
        ),
    )


WORDS = (
    Group(
        "law",
        Text("peraturan, parameter, dan formulir", "regulations, parameters and forms"),
        (
            Word(
                "check",
                Text("periksa semua berkas hukum", "check all law files"),
                f"{DEEDS}:check",
                needs_django=False,
            ),
            Word(
                "show",
                Text(
                    "yang diketahui tentang satu peraturan, dan seberapa yakin",
                    "what is known of one regulation, and how well",
                ),
                f"{DEEDS}:show",
                _takes_key,
                needs_django=False,
            ),
            Word(
                "list",
                Text("daftar semua peraturan", "list all regulations"),
                f"{DEEDS}:list_regulations",
                needs_django=False,
            ),
        ),
    ),
)
