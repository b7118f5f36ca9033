"""Timers run when they are due, once a day however many ask, and keep how they ended."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, time, timedelta
from threading import Barrier

import pytest
from django.db import connection, connections

from setara.domain.language.text import Text
from setara.jobs.run import TIMERS, run_due
from setara.jobs.timer import Timer
from setara.usecases.foundation.timers import claim, job_runs

WITA = timedelta(hours=8)
NIGHT = datetime(2025, 6, 16, 2, 0, tzinfo=UTC) - WITA
"""Two o'clock in Paser."""


class Worker:
    """Work that counts how often it was done, on a clock that a test moves."""

    def __init__(self):
        self.at = NIGHT
        self.done = []

    def work(self, at):
        self.done.append(at)
        return Text("Beres {count}", "Done {count}").filled(count=len(self.done))

    def clock(self):
        return self.at

    def look(self, timer):
        return list(run_due(self.clock, [timer]))


@pytest.fixture
def worker():
    return Worker()


@pytest.fixture
def timer(worker):
    return Timer("test", Text("uji", "test"), time(2, 0), worker.work)


def test_work_is_due_from_its_time_on_until_it_is_its_time_again(timer):
    assert timer.due_since(NIGHT) == NIGHT
    assert timer.due_since(NIGHT + timedelta(hours=23, minutes=59)) == NIGHT
    assert timer.due_since(NIGHT - timedelta(minutes=1)) == NIGHT - timedelta(days=1)


@pytest.mark.django_db
def test_work_is_done_once_a_day(worker, timer):
    assert len(worker.look(timer)) == 1
    worker.at += timedelta(hours=23)
    assert worker.look(timer) == []
    worker.at += timedelta(hours=1)
    assert len(worker.look(timer)) == 1

    assert worker.done == [NIGHT, NIGHT + timedelta(days=1)]


@pytest.mark.django_db
def test_what_was_missed_is_made_up_for_once(worker, timer):
    worker.look(timer)
    worker.at += timedelta(days=9, hours=5)

    assert len(worker.look(timer)) == 1
    assert worker.look(timer) == []


@pytest.mark.django_db
def test_how_a_run_ended_is_kept_in_both_languages(worker, timer):
    worker.look(timer)

    last = job_runs()["test"]
    assert (last.started_at, last.finished_at, last.has_failed) == (NIGHT, NIGHT, False)
    assert (last.outcome.id, last.outcome.en) == ("Beres 1", "Done 1")


@pytest.mark.django_db
def test_work_that_fails_is_logged_and_lets_the_others_run(worker, timer, caplog):
    def broken(at):
        message = "a disc is full"
        raise OSError(message)

    failing = Timer("broken", Text("rusak", "broken"), time(2, 0), broken)

    first, second = run_due(worker.clock, [failing, timer])

    assert (first.has_failed, second.has_failed) == (True, False)
    assert job_runs()["broken"].has_failed
    assert "OSError" in job_runs()["broken"].outcome.en
    assert "a disc is full" in caplog.text
    worker.at += timedelta(days=1)
    assert [ran.has_failed for ran in run_due(worker.clock, [failing, timer])] == [True, False]


@pytest.mark.django_db
def test_a_run_that_was_cut_off_is_seen_and_taken_again_the_next_day(worker, timer):
    assert claim(name="test", due_since=NIGHT, at=NIGHT)
    assert job_runs()["test"].finished_at is None
    assert worker.look(timer) == []

    worker.at += timedelta(days=1)

    assert len(worker.look(timer)) == 1
    assert job_runs()["test"].finished_at == worker.at


@pytest.mark.django_db
def test_the_shipped_timers_run_at_night_and_leave_no_failure():
    names = [ran.timer.name for ran in run_due(lambda: NIGHT + timedelta(hours=2))]

    assert (
        names
        == [timer.name for timer in TIMERS]
        == ["sessions", "trails", "screening", "batches", "upkeep"]
    )
    assert not any(run.has_failed for run in job_runs().values())
    assert all(timer.after < time(5, 0) for timer in TIMERS)


@pytest.fixture
def shared_by_threads(tmp_path, monkeypatch):
    """The database as several connections see it: the tests' SQLite lives in one connection."""
    if connection.vendor != "sqlite":
        yield
        return
    path = tmp_path / "shared.sqlite3"
    connection.ensure_connection()
    with sqlite3.connect(path) as copy:
        connection.connection.backup(copy)
    copy.close()
    with monkeypatch.context() as patch:
        patch.setitem(connections.settings["default"], "NAME", str(path))
        yield


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("ran_before", [False, True])
def test_of_many_who_ask_at_once_one_gets_the_run(shared_by_threads, ran_before):
    together = Barrier(6)

    def ask(number):
        if ran_before and number == 0:
            claim(name="test", due_since=NIGHT, at=NIGHT - timedelta(days=1))
        together.wait()
        try:
            return claim(name="test", due_since=NIGHT, at=NIGHT)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(6) as threads:
        assert sorted(threads.map(ask, range(6))) == [False] * 5 + [True]
