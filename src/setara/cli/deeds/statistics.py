"""Checks a received table and says what was understood, in words or as JSON."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from setara.cli.deeds.received import NotRead, content_of
from setara.cli.deeds.understood_facts import facts_of
from setara.cli.deeds.understood_words import say_file
from setara.cli.terminal import Terminal
from setara.cli.word import DONE, REFUSED, UNABLE
from setara.formats.tables import MOST_BYTES, Unreadable
from setara.usecases.statistics.understanding import (
    NoSuchSheet,
    shipped_places,
    understood_file,
)


def check(given: Namespace, terminal: Terminal) -> int:
    """Say what a file holds. DONE without errors, REFUSED with errors, UNABLE for no table."""
    path = Path(given.file)
    try:
        checked = understood_file(
            name=path.name,
            content=content_of(path, MOST_BYTES),
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
