"""The timers are run and listed from the terminal."""

import os
import signal
import threading

import pytest

from setara.cli.deeds import jobs as deeds
from setara.cli.word import DONE, REFUSED
from setara.domain.language.text import Text
from setara.jobs.run import TIMERS, Ran

pytestmark = pytest.mark.django_db


def test_once_runs_what_is_due_and_then_nothing_is(run):
    first, second = run("jobs", "run", "--once"), run("jobs", "run", "--once")

    assert (first.status, second.status) == (DONE, DONE)
    assert len(first.out.splitlines()) == len(TIMERS)
    assert second.out == "Tidak ada yang jatuh tempo.\n"


def test_once_ends_with_1_where_a_work_failed(run, monkeypatch):
    failed = Ran(TIMERS[0], Text("Gagal: OSError", "Failed: OSError"), has_failed=True)
    monkeypatch.setattr(deeds, "run_due", lambda clock: iter([failed]))

    assert run("jobs", "run", "--once").status == REFUSED


def test_the_list_says_when_each_last_ran_and_how_it_ended(run):
    before = run("jobs", "list").out
    run("jobs", "run", "--once")
    after = run("jobs", "list", "--language", "en").out

    assert before.count("belum pernah") == len(TIMERS)
    assert after.count("done") == len(TIMERS)
    assert "02.00" in after
    assert "audit trails are whole" in after


def test_the_loop_ends_after_the_look_in_which_it_was_told_to_stop(run, monkeypatch):
    looks = []
    monkeypatch.setattr(deeds, "PAUSE", 0)
    monkeypatch.setattr("django.db.connection.close", lambda: None)
    handlers = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}

    def look(terminal):
        looks.append(threading.current_thread())
        if len(looks) == 3:
            os.kill(os.getpid(), signal.SIGTERM)
        return []

    monkeypatch.setattr(deeds, "_look", look)
    try:
        assert run("jobs", "run").status == DONE
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)

    assert len(looks) == 3
