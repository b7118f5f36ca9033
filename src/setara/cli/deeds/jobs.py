"""What the words on the timers do: the loop around them, and the list."""

from __future__ import annotations

import signal
from argparse import Namespace
from threading import Event
from types import FrameType

from django.db import connection
from django.utils.timezone import localtime, now

from setara.cli.terminal import Terminal
from setara.cli.word import DONE, REFUSED
from setara.domain.language.text import Text
from setara.jobs.run import TIMERS, run_due
from setara.jobs.timer import Timer
from setara.usecases.foundation.timers import JobRunAnswer, job_runs

PAUSE = 60
"""Seconds between two looks at the clock."""

WAITING = Text(
    "Pekerjaan berkala berjalan – hentikan dengan Ctrl+C.",
    "The timers are running – stop them with Ctrl+C.",
)
NOTHING = Text("Tidak ada yang jatuh tempo.", "Nothing is due.")
NEVER = Text("belum pernah", "never")
FAILED = Text("gagal", "failed")
FINISHED = Text("selesai", "done")
UNFINISHED = Text("belum selesai", "not finished")


def run(given: Namespace, terminal: Terminal) -> int:
    """Run what is due, once or until SIGINT or SIGTERM; with --once, 1 where a work failed."""
    if given.once:
        outcomes = _look(terminal)
        if not outcomes:
            terminal.say(NOTHING)
        return DONE if all(outcomes) else REFUSED
    stopped = Event()

    def stop(number: int, frame: FrameType | None) -> None:
        stopped.set()

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, stop)
    terminal.tell(WAITING)
    while not stopped.is_set():
        _look(terminal)
        # A connection kept open for a night may be gone by the next look.
        connection.close()
        stopped.wait(PAUSE)
    return DONE


def list_jobs(given: Namespace, terminal: Terminal) -> int:
    """Each timer, when it is due, when it last ran and how that ended."""
    heads = (
        Text("Pekerjaan", "Work"),
        Text("Tiap hari pukul", "Daily at"),
        Text("Terakhir", "Last run"),
        Text("Keadaan", "State"),
        Text("Hasil", "Outcome"),
    )
    runs = job_runs()
    terminal.table(heads, [_row(timer, runs.get(timer.name)) for timer in TIMERS])
    return DONE


def _look(terminal: Terminal) -> list[bool]:
    """Run what is due, telling what came of it; for each whether it went well."""
    outcomes = []
    for ran in run_due(now):
        line = Text("{work}: {outcome}", "{work}: {outcome}")
        terminal.say(line.filled(work=ran.timer.says, outcome=ran.outcome))
        outcomes.append(not ran.has_failed)
    return outcomes


def _row(timer: Timer, last: JobRunAnswer | None) -> tuple[object, ...]:
    due = f"{timer.after:%H.%M}"
    if last is None:
        return (timer.says, due, NEVER, "", "")
    return (timer.says, due, localtime(last.started_at), _state(last), last.outcome)


def _state(last: JobRunAnswer) -> Text:
    if last.finished_at is None:
        return UNFINISHED
    return FAILED if last.has_failed else FINISHED
