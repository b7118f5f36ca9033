"""Words on the timers: run what is due, and see when each last ran."""

from __future__ import annotations

from setara.cli.parser import Parser
from setara.cli.word import Group, Word
from setara.domain.language.text import Text

DEEDS = "setara.cli.deeds.jobs"


def _takes_once(parser: Parser) -> None:
    parser.takes(
        "--once",
        says=Text(
            "jalankan yang jatuh tempo lalu selesai, untuk cron atau systemd",
            "run what is due and end, for cron or systemd",
        ),
        action="store_true",
    )


WORDS = (
    Group(
        "jobs",
        Text("pekerjaan berkala", "work on timers"),
        (
            Word(
                "run",
                Text(
                    "jalankan pekerjaan yang jatuh tempo, terus-menerus",
                    "run the work that is due, again and again",
                ),
                f"{DEEDS}:run",
                _takes_once,
            ),
            Word(
                "list",
                Text("kapan tiap pekerjaan terakhir berjalan", "when each work last ran"),
                f"{DEEDS}:list_jobs",
            ),
        ),
    ),
)
