"""Reads a received budget file and says what was recognised, in words or as JSON."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from setara.cli.deeds.bar import moving_bar
from setara.cli.deeds.budget_facts import facts_of
from setara.cli.deeds.budget_words import say_reading
from setara.cli.deeds.received import NotRead, content_of
from setara.cli.terminal import Terminal
from setara.cli.word import DONE, UNABLE
from setara.domain.budget.nomenclature.headings import NotANomenclature
from setara.domain.budget.reading.reading import NotABudget
from setara.domain.language.text import Text
from setara.formats.tables import Unreadable
from setara.usecases.budget.nomenclature_reading import (
    MOST_BYTES,
    ReadNomenclature,
    held_against,
    read_nomenclature,
)
from setara.usecases.budget.reading import MOST_CSV_BYTES, NoSuchSheet, read_file

READING = Text("Membaca {name}", "Reading {name}")


def check(given: Namespace, terminal: Terminal) -> int:
    """Say what a budget file holds. DONE where it can be read, UNABLE where it is no budget."""
    path = Path(given.file)
    try:
        content = content_of(path, MOST_CSV_BYTES)
        with moving_bar(READING.filled(name=path.name), terminal) as progress:
            read = read_file(name=path.name, content=content, sheet=given.sheet, progress=progress)
        read = held_against(read, _list(given.nomenclature))
    except (NotRead, Unreadable, NotABudget, NoSuchSheet, NotANomenclature) as refusal:
        if given.json:
            terminal.json({"file": path.name, "readable": False, "reason": refusal.reason})
        terminal.tell(refusal.reason)
        return UNABLE
    if given.json:
        terminal.json(facts_of(read, with_lines=given.lines))
    else:
        say_reading(read, terminal, with_lines=given.lines)
    return DONE


def _list(file: str | None) -> ReadNomenclature | None:
    """The list to hold the budget against. Raises NotRead, Unreadable, NotANomenclature."""
    if file is None:
        return None
    path = Path(file)
    return read_nomenclature(name=path.name, content=content_of(path, MOST_BYTES))
