"""Checks a received table and says what was understood, in words or as JSON."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from setara.cli.deeds.understood_facts import facts_of
from setara.cli.deeds.understood_words import say_file
from setara.cli.terminal import Terminal
from setara.cli.word import DONE, REFUSED, UNABLE
from setara.domain.language.text import Text
from setara.formats.tables import MOST_BYTES, Unreadable
from setara.usecases.statistics.understanding import (
    NoSuchSheet,
    shipped_places,
    understood_file,
)

NO_FILE = Text(
    "Berkas “{name}” tidak dapat dibaca: {why}. Periksa nama dan foldernya.",
    "The file “{name}” cannot be read: {why}. Check its name and folder.",
)
MISSING = Text("tidak ada", "it is not there")
NOT_ALLOWED = Text("tidak boleh dibuka", "it may not be opened")
IS_FOLDER = Text("itu folder", "it is a folder")


class NotRead(Exception):
    """The file could not be read from the disk; `reason` says why."""

    def __init__(self, name: str, why: Text) -> None:
        self.reason = NO_FILE.filled(name=name, why=why)
        super().__init__(name)


def check(given: Namespace, terminal: Terminal) -> int:
    """Say what a file holds. DONE without errors, REFUSED with errors, UNABLE for no table."""
    path = Path(given.file)
    try:
        checked = understood_file(
            name=path.name,
            content=_content(path),
            gazetteer=shipped_places(),
            sheet=given.sheet,
        )
    except (NotRead, Unreadable, NoSuchSheet) as refusal:
        if given.json:
            terminal.json({"file": path.name, "understood": False, "reason": refusal.reason})
        terminal.tell(refusal.reason)
        return UNABLE
    if given.json:
        terminal.json(facts_of(checked))
    else:
        say_file(checked, terminal)
    if not checked.understood.tables:
        return UNABLE
    return REFUSED if checked.understood.has_errors else DONE


def _content(path: Path) -> bytes:
    """The bytes, one more than are taken at most: what is larger is refused by its size."""
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1024 * 1024)
    except FileNotFoundError as error:
        raise NotRead(path.name, MISSING) from error
    except IsADirectoryError as error:
        raise NotRead(path.name, IS_FOLDER) from error
    except OSError as error:
        raise NotRead(path.name, NOT_ALLOWED) from error
