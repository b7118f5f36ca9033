"""Two who act in the same moment leave one whole chain."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection, connections

from setara.usecases.foundation.commands import note_sign_in
from setara.usecases.foundation.trail import trails
from tests.events import count_of_events
from tests.makers import AT

ROUNDS = 15

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def shared_by_threads(cast, tmp_path, monkeypatch):
    """The database as several connections see it: the tests' SQLite lives in one connection."""
    if connection.vendor != "sqlite":
        yield
        return
    path = tmp_path / "shared.sqlite3"
    with sqlite3.connect(path) as copy:
        connection.connection.backup(copy)
    copy.close()
    with monkeypatch.context() as patch:
        patch.setitem(connections.settings["default"], "NAME", str(path))
        yield


def act(who, together):
    together.wait()
    for _ in range(ROUNDS):
        note_sign_in(by=who, at=AT)
    connections.close_all()


def state(who):
    (answer,) = trails(by=who)
    connections.close_all()
    return answer


def test_two_writers_keep_one_chain(cast, shared_by_threads):
    before, together = count_of_events(cast.joko), Barrier(2)

    with ThreadPoolExecutor(2) as threads:
        for done in [threads.submit(act, who, together) for who in (cast.sari, cast.budi)]:
            done.result()
        answer = threads.submit(state, cast.joko).result()

    assert answer.faults == ()
    assert answer.events == before + 2 * ROUNDS
