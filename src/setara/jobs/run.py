"""Runs every timer that is due, each once however many processes ask."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, time

from setara.domain.language.text import Text
from setara.jobs import batches, screening, sessions, trails, upkeep
from setara.jobs.timer import Timer
from setara.usecases.foundation.timers import claim, note_end

LOG = logging.getLogger(__name__)

TIMERS = (
    Timer(
        "sessions",
        Text("hapus sesi yang kedaluwarsa", "delete expired sessions"),
        time(1, 30),
        sessions.clear_expired,
    ),
    Timer(
        "trails",
        Text("periksa keutuhan jejak audit", "verify the audit trails"),
        time(2, 0),
        trails.verify,
    ),
    Timer(
        "screening",
        Text("latih model penyaringan anggaran", "learn the models of the budget screening"),
        time(2, 30),
        screening.learn,
    ),
    Timer(
        "batches",
        Text("hapus cetakan sekaligus yang lama", "delete old batches of papers"),
        time(2, 45),
        batches.clean,
    ),
    Timer(
        "upkeep",
        Text("perbarui statistik basis data", "renew the database's statistics"),
        time(3, 0),
        upkeep.optimise,
    ),
)


@dataclass(frozen=True, slots=True)
class Ran:
    """A timer that ran, and what came of it."""

    timer: Timer
    outcome: Text
    has_failed: bool


def run_due(clock: Callable[[], datetime], timers: Iterable[Timer] = TIMERS) -> Iterator[Ran]:
    """Run what is due by `clock`, one after the other, and keep how each ended.

    One that fails does not keep the others from running; its error is logged.
    """
    for timer in timers:
        at = clock()
        if claim(name=timer.name, due_since=timer.due_since(at), at=at):
            ran = _run(timer, at)
            note_end(
                name=timer.name,
                at=clock(),
                outcome=ran.outcome,
                has_failed=ran.has_failed,
            )
            yield ran


def _run(timer: Timer, at: datetime) -> Ran:
    try:
        return Ran(timer, timer.work(at), has_failed=False)
    except Exception as error:
        LOG.exception("timer %s failed", timer.name)
        failure = Text("Gagal: {why}", "Failed: {why}")
        return Ran(timer, failure.filled(why=type(error).__name__), has_failed=True)
