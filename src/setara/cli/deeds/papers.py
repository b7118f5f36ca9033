"""Prints the papers of a year or an agency into one archive."""

from __future__ import annotations

import shutil
from argparse import Namespace
from dataclasses import replace
from pathlib import Path

from django.utils.timezone import localdate, now

from setara.cli.deeds.bar import moving_bar
from setara.cli.terminal import Terminal
from setara.cli.word import DONE, REFUSED
from setara.domain.foundation.actor import Actor, SeatTaken
from setara.domain.foundation.seat import Capacity, SeatKind
from setara.domain.foundation.verdict import Refused
from setara.domain.language.text import Text
from setara.usecases.foundation.actors import OPERATOR
from setara.usecases.foundation.operating import households
from setara.usecases.foundation.queries import agencies
from setara.usecases.reports.batch_contents import BATCHED, BatchWanted
from setara.usecases.reports.batch_printing import BatchFolders, print_batch
from setara.usecases.reports.batch_running import batches_to_run, run_batch
from setara.usecases.reports.papers import NAMES, PaperFormat

PRINTING = Text("Mencetak dokumen", "Printing papers")
PRINTED = Text(
    "{path}: {papers} dokumen, {size} kB, {now} baru dicetak.",
    "{path}: {papers} papers, {size} kB, {now} of them set now.",
)
RAN = Text("Cetakan {number}: selesai.", "Batch {number}: done.")
NOT_RUN = Text(
    "Cetakan {number}: tidak dicetak. Sebabnya ada di halamannya; mungkin sedang dicetak, "
    "menunggu giliran, atau sudah dihapus.",
    "Batch {number}: not printed. Its page says why; it may be under way, wait for others, or be "
    "dropped.",
)
WHICH = Text(
    "Ada {count} pemerintah daerah yang cocok. Sebutkan satu dengan --government KODE (dan "
    "--practice untuk yang latihan).",
    "There are {count} governments that fit. Name one with --government CODE (and --practice for "
    "the practice one).",
)
NO_AGENCY = Text(
    "Perangkat daerah {code} tidak ada. Yang ada: {known}.",
    "There is no agency {code}. There are: {known}.",
)
NOT_A_FOLDER = Text("{path} bukan folder. Pilih folder lain.", "{path} is no folder. Choose one.")


def print_papers(given: Namespace, terminal: Terminal) -> int:
    """Print what is asked for into `--out`; what an interrupted run printed is used again."""
    by, today = _reader(given), localdate()
    wanted = BatchWanted(
        year=given.year,
        agency_id=_agency(by, given.agency) if given.agency else None,
        kinds=tuple(each for each in BATCHED if NAMES[each].lower() in (given.kind or USUAL)),
        form=PaperFormat(given.format),
        language=terminal.language,
    )
    out = _folder(Path(given.out))
    parts = out / f".setara-{wanted.year}-{wanted.form.value}-{wanted.language.value}"
    with moving_bar(PRINTING, terminal) as move:
        printed = print_batch(
            by=by,
            wanted=wanted,
            folders=BatchFolders(out, parts),
            today=today,
            clock=now,
            told=lambda done, of: move(done / of),
        )
    shutil.rmtree(parts, ignore_errors=True)
    terminal.say(
        PRINTED.filled(
            path=str(out / printed.name),
            papers=printed.papers,
            size=round(printed.archive.size / 1000),
            now=printed.set_now,
        )
    )
    return DONE


def run_batches(given: Namespace, terminal: Terminal) -> int:
    """Print the batches named, then all that wait. REFUSED where one of those meant was not.

    Only few are printed at once: whoever ends takes up those that had to wait meanwhile.
    """
    outcomes: dict[int, bool] = {}
    meant = list(given.batch or batches_to_run(now()))
    turn = list(meant)
    while turn:
        batch_id = turn.pop(0)
        outcomes[batch_id] = run_batch(batch_id, now)
        words = RAN if outcomes[batch_id] else NOT_RUN
        terminal.say(words.filled(number=str(batch_id)))
        turn = turn or [each for each in batches_to_run(now()) if each not in outcomes]
    return DONE if all(outcomes[each] for each in meant) else REFUSED


USUAL = ("gap", "gbs")


def _folder(path: Path) -> Path:
    if path.exists() and not path.is_dir():
        raise Refused(NOT_A_FOLDER.filled(path=str(path)))
    return path


def _reader(given: Namespace) -> Actor:
    """The operator, who reads along in the government meant and can change nothing in it."""
    found = [
        each
        for each in households(by=OPERATOR)
        if given.government in {None, each.place_code}
        if each.is_practice or not given.practice
    ]
    if len(found) > 1:
        found = [each for each in found if each.is_practice == given.practice]
    if len(found) != 1:
        raise Refused(WHICH.filled(count=len(found)))
    seat = SeatTaken(SeatKind.SECRETARY, Capacity.REPRESENTING)
    return replace(OPERATOR, government_id=found[0].government_id, seats=(seat,))


def _agency(by: Actor, code: str) -> int:
    known = {each.code: each.agency_id for each in agencies(by=by, on=localdate())}
    if code not in known:
        raise Refused(NO_AGENCY.filled(code=code, known=", ".join(sorted(known))))
    return known[code]
