"""Compares two received budget files and says what differs, in words or as JSON."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from setara.cli.deeds.bar import moving_bar
from setara.cli.deeds.received import NotRead, content_of
from setara.cli.terminal import Terminal
from setara.cli.word import DONE, REFUSED, UNABLE
from setara.domain.budget.activity import ActivityLevel
from setara.domain.budget.differences import Change, Difference, LevelChange, VersionLine
from setara.domain.budget.reading.reading import BudgetReading, NotABudget
from setara.domain.language.text import Text
from setara.formats.tables import Unreadable
from setara.usecases.budget.file_differences import FilesCompared, compared_files
from setara.usecases.budget.reading import MOST_CSV_BYTES, read_file

MOST_TOLD = 100
READING = Text("Membaca {name}", "Reading {name}")
NO_ACTIVITIES = Text(
    "“{name}” terbaca, tetapi tidak memuat sub kegiatan atau kegiatan untuk dibandingkan.",
    "“{name}” is readable, but holds no sub-activities or activities to compare.",
)
SAME = Text("Kedua berkas memuat anggaran yang sama.", "The two files hold the same budget.")
MORE = Text(
    "… dan {count} baris lain; semuanya dengan --json.", "… and {count} more; all with --json."
)
BEFORE, AFTER = Text("Sebelum", "Before"), Text("Sesudah", "After")
DIFFERENCE, CODE = Text("Selisih", "Difference"), Text("Kode", "Code")
CHANGE, LINES, NAME = Text("Perubahan", "Change"), Text("Baris", "Lines"), Text("Nama", "Name")


def difference(given: Namespace, terminal: Terminal) -> int:
    """Say what two files differ in. DONE where they do not, REFUSED where they do."""
    readings = []
    for file in (given.before, given.after):
        try:
            readings.append(_read(Path(file), terminal))
        except (NotRead, Unreadable, NotABudget) as refusal:
            if given.json:
                name = Path(file).name
                terminal.json({"file": name, "readable": False, "reason": refusal.reason})
            terminal.tell(refusal.reason)
            return UNABLE
    found = compared_files(*readings)
    if given.json:
        terminal.json(_facts(found))
    else:
        _say(found, given.level, terminal)
    return DONE if found.is_same else REFUSED


def _read(path: Path, terminal: Terminal) -> BudgetReading:
    content = content_of(path, MOST_CSV_BYTES)
    with moving_bar(READING.filled(name=path.name), terminal) as progress:
        reading = read_file(name=path.name, content=content, progress=progress).reading
    if not reading.activities:
        raise NotABudget(NO_ACTIVITIES.filled(name=path.name))
    return reading


def _say(found: FilesCompared, level: str, terminal: Terminal) -> None:
    if found.is_same:
        terminal.say(SAME)
        return
    terminal.table(
        (CHANGE, LINES, BEFORE, AFTER, DIFFERENCE),
        [
            (kind.change.label, kind.lines, kind.before, kind.after, kind.amount)
            for kind in found.kinds
            if kind.lines
        ],
    )
    changed = [each for each in found.lines if Change.SAME not in each.changes]
    terminal.say(Text("", ""))
    terminal.table(
        (CODE, NAME, CHANGE, DIFFERENCE),
        [(e.shown.code, e.shown.name, _words(e), e.amount) for e in changed[:MOST_TOLD]],
    )
    if len(changed) > MOST_TOLD:
        terminal.say(MORE.filled(count=len(changed) - MOST_TOLD))
    terminal.say(Text("", ""))
    rows = [each for each in _level(found, level) if each.before != each.after]
    terminal.table(
        (CODE, NAME, BEFORE, AFTER, DIFFERENCE),
        [
            (each.code, found.names.get(each.code, ""), each.before, each.after, each.amount)
            for each in rows
        ],
    )


def _words(found: Difference) -> Text:
    labels = [each.label for each in Change if each in found.changes]
    return Text(", ".join(each.id for each in labels), ", ".join(each.en for each in labels))


def _level(found: FilesCompared, level: str) -> tuple[LevelChange, ...]:
    known = {each.value: each for each in ActivityLevel}
    return found.levels[known[level]] if level in known else found.accounts


def _facts(found: FilesCompared) -> dict[str, Any]:
    levels = {level.value: rows for level, rows in found.levels.items()}
    return {
        "same": found.is_same,
        "kinds": {
            kind.change.value: {
                "lines": kind.lines,
                "before": kind.before.amount,
                "after": kind.after.amount,
            }
            for kind in found.kinds
        },
        "lines": [
            {
                "changes": [change.value for change in Change if change in each.changes],
                "before": _line(each.before),
                "after": _line(each.after),
                "difference": each.amount.amount,
            }
            for each in found.lines
            if Change.SAME not in each.changes
        ],
        "levels": {
            level: [
                {
                    "code": each.code,
                    "name": found.names.get(each.code, ""),
                    "before": each.before.amount,
                    "after": each.after.amount,
                }
                for each in rows
            ]
            for level, rows in (levels | {"rekening": found.accounts}).items()
        },
    }


def _line(line: VersionLine | None) -> dict[str, Any] | None:
    if line is None:
        return None
    return {
        "agency": line.agency,
        "code": line.code,
        "name": line.name,
        "amount": line.amount.amount,
    }
