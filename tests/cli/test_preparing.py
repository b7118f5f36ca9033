"""What is made ready before serving: tables, assets, and a free door."""

import os
import socket
import time

import pytest
from django.core.management import call_command
from django.db import connection

from setara.cli.deeds import preparing, serving
from setara.cli.terminal import Terminal
from setara.cli.word import DONE, UNABLE


@pytest.fixture
def assets(settings, tmp_path):
    """One asset of our own, and an empty place to collect it in."""
    source = tmp_path / "assets"
    source.mkdir()
    (source / "mark.css").write_text("body { color: black }\n" * 200)
    settings.STATICFILES_DIRS = [str(source)]
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STATIC_ROOT = str(tmp_path / "static")
    settings.STORAGES = {name: dict(kind) for name, kind in settings.STORAGES.items()}
    return source


def age(path, seconds):
    then = time.time() - seconds
    os.utime(path, (then, then))


def test_assets_are_collected_under_names_that_change_with_their_content(assets, settings):
    assert preparing.assets_are_due()

    preparing.collect_assets()

    assert not preparing.assets_are_due()
    collected = {path.name for path in (assets.parent / "static").iterdir()}
    assert "staticfiles.json" in collected
    hashed = [name for name in collected if name.startswith("mark.") and name.endswith(".css")]
    assert len(hashed) == 2
    assert any(name.endswith(".css.gz") for name in collected)


def test_a_newer_asset_is_collected_again(assets):
    preparing.collect_assets()
    manifest = assets.parent / "static" / "staticfiles.json"
    age(manifest, 60)

    assert preparing.assets_are_due()

    age(assets / "mark.css", 120)
    assert not preparing.assets_are_due()


@pytest.mark.django_db
def test_tables_are_due_until_the_cache_has_its_own(settings):
    name = settings.CACHES["default"]["LOCATION"]
    call_command("createcachetable", verbosity=0)
    had_table = not preparing.tables_are_due()
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TABLE {name}")

    assert had_table
    assert preparing.tables_are_due()

    preparing.make_tables()
    assert not preparing.tables_are_due()


@pytest.mark.django_db
def test_migrating_twice_says_that_there_is_nothing_to_do(run):
    run("migrate")

    assert run("migrate", "--language", "en").out == "The database is up to date.\n"


def test_preparing_tells_only_what_takes_time(monkeypatch, capsys):
    due = {"tables": True, "assets": False}
    done = []
    monkeypatch.setattr(preparing, "tables_are_due", lambda: due["tables"])
    monkeypatch.setattr(preparing, "assets_are_due", lambda: due["assets"])
    monkeypatch.setattr(preparing, "make_tables", lambda: done.append("tables"))
    monkeypatch.setattr(preparing, "collect_assets", lambda: done.append("assets"))

    preparing.prepare(Terminal())

    assert done == ["tables"]
    assert capsys.readouterr() == ("", "Menyiapkan basis data …\n")


@pytest.fixture
def door():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        yield taken.getsockname()[1]


def test_a_door_that_is_taken_is_told_before_anything_is_done(run, door, monkeypatch):
    monkeypatch.setattr(serving, "prepare", lambda terminal: pytest.fail("prepared in vain"))

    outcome = run("serve", "--port", str(door), "--language", "en")

    assert outcome.status == UNABLE
    assert f"127.0.0.1:{door} cannot be used" in outcome.err


def test_a_house_that_is_none_is_told():
    # An address kept for documentation (RFC 5737): no machine has it.
    assert serving.in_the_way("203.0.113.7", 8000)


@pytest.mark.parametrize("port", ["0", "65536", "-1"])
def test_a_door_that_is_none_is_told(run, port):
    outcome = run("serve", "--port", port)

    assert outcome.status == UNABLE
    assert f"'{port}' tidak dapat dipakai untuk --port" in outcome.err


def test_serving_hands_the_application_to_one_worker(run, monkeypatch):
    served = []
    monkeypatch.setattr(serving, "prepare", lambda terminal: served.append("prepared"))
    monkeypatch.setattr(
        serving, "run", lambda host, port, *, threads: served.append((host, port, threads))
    )
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]

    outcome = run("serve", "--port", str(port), "--threads", "3")

    assert outcome.status == DONE
    assert served == ["prepared", ("127.0.0.1", port, 3)]
    assert f"http://127.0.0.1:{port}/" in outcome.err
