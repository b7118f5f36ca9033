"""Screens a received budget file by the rules, without any data base."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from setara.cli.deeds.received import NotRead, content_of
from setara.cli.terminal import Terminal
from setara.cli.word import DONE, UNABLE
from setara.domain.budget.reading.judging import rupiah
from setara.domain.budget.reading.line import Line
from setara.domain.budget.reading.reading import NotABudget
from setara.domain.budget.screening.rules import Candidate, Screened, screened_if_known
from setara.domain.language.text import Text, listed
from setara.formats.tables import Unreadable
from setara.usecases.budget.reading import MOST_CSV_BYTES, NoSuchSheet, read_file

Looked = tuple[Line, Screened]

NO_MODEL = Text(
    "Hanya menurut aturan: model belajar dari keputusan pemerintah daerah, yang tidak ada dalam "
    "berkas. Impor anggarannya, lalu buka halaman Penyaringan.",
    "By the rules only: the model learns from a government's decisions, which are not in a file. "
    "Import the budget and open its Screening page.",
)
SUMMARY = Text(
    "{name}: {found} dari {of} sub kegiatan layak dilihat.",
    "{name}: {found} of {of} sub-activities deserve a look.",
)
HEADS = (
    Text("Nilai", "Points"),
    Text("Kode", "Code"),
    Text("Sub kegiatan", "Sub-activity"),
    Text("Pagu", "Budget"),
    Text("Mengapa", "Why"),
)


def screen(given: Namespace, terminal: Terminal) -> int:
    """Say which lines of a file deserve a look. DONE where it can be read, UNABLE where not."""
    path = Path(given.file)
    try:
        content = content_of(path, MOST_CSV_BYTES)
        read = read_file(name=path.name, content=content, sheet=given.sheet)
    except (NotRead, Unreadable, NotABudget, NoSuchSheet) as refusal:
        terminal.tell(refusal.reason)
        return UNABLE
    looked = [
        (line, screened_if_known(Candidate(line.activity, line.name), {}))
        for line in read.reading.activities
    ]
    found = [each for each in looked if each[1].is_worth_a_look]
    told = sorted(looked if given.all else found, key=lambda each: -each[1].points)
    if given.json:
        terminal.json([_facts(line, screened) for line, screened in told])
    else:
        terminal.say(SUMMARY.filled(name=read.name, found=len(found), of=len(looked)))
        _say(told, terminal)
    terminal.tell(NO_MODEL)
    return DONE


def _say(told: Sequence[Looked], terminal: Terminal) -> None:
    if told:
        terminal.table(HEADS, [_row(line, screened) for line, screened in told])


def _row(line: Line, screened: Screened) -> tuple[object, ...]:
    why = listed([reason.text for reason in screened.reasons])
    amount = "" if line.amount is None else rupiah(line.amount)
    return (screened.points, line.activity, line.name, amount, why)


def _facts(line: Line, screened: Screened) -> dict[str, object]:
    return {
        "row": line.row,
        "code": line.activity,
        "name": line.name,
        "agency": line.agency.name,
        "amount": line.amount,
        "points": screened.points,
        "worth_a_look": screened.is_worth_a_look,
        "reasons": [
            {"rule": each.rule, "points": each.points, "text": each.text}
            for each in screened.reasons
        ],
    }
