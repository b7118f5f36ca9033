"""Django as the tests load it: a home of its own, one of two databases, none of your settings."""

from __future__ import annotations

import atexit
import os
import shutil
import sys
import tempfile
from pathlib import Path

from workshop.surroundings import make_neutral

ENGINES = {"sqlite": "sqlite3", "postgresql": "postgresql"}


def load_django() -> None:
    """Load and set up Django where its settings can be loaded.

    Where they cannot, the reason is printed and the tests that need no Django still run; those
    that do fail by themselves. Ends the run where the database asked for cannot be had.
    """
    if "PYTEST_XDIST_WORKER" not in os.environ:
        _prepare_environment()
    try:
        _set_up()
    except Exception as error:  # noqa: BLE001 - whatever it is, it is said and the rest goes on
        sys.stderr.write(f"\nDjango is not loaded: {type(error).__name__}: {error}\n\n")
        _forget_django()


def database() -> str:
    """Which database the run is on: `sqlite` or `postgresql`."""
    chosen = os.environ.get("SETARA_TEST_DATABASE", "sqlite")
    if chosen not in ENGINES:
        message = f"SETARA_TEST_DATABASE={chosen}: choose one of {', '.join(ENGINES)}"
        raise SystemExit(message)
    return chosen


def _prepare_environment() -> None:
    """What the program reads from its environment; workers of the run inherit it."""
    home = tempfile.mkdtemp(prefix="setara-test-")
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    make_neutral(os.environ, Path(home))
    if database() == "postgresql":
        os.environ["SETARA_DATABASE"] = _postgresql()


def _postgresql() -> str:
    # Imported here: the run on SQLite needs neither the package nor the server.
    from workshop.postgres import NoPostgres, start

    try:
        return start()
    except NoPostgres as reason:
        raise SystemExit(str(reason)) from reason


def _set_up() -> None:
    # Imported here: where Django is missing the ground floor is tested all the same.
    import django
    from django.conf import settings

    django.setup()
    # The real one takes half a second a password, by design.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    engine = settings.DATABASES["default"]["ENGINE"]
    if not engine.endswith(ENGINES[database()]):
        # Settings that were loaded before this module read another environment.
        message = f"the settings use {engine}; unset DJANGO_SETTINGS_MODULE and start again"
        raise SystemExit(message)


def _forget_django() -> None:
    """Leave no half-loaded settings behind, which the Django plugin would try to use."""
    os.environ.pop("DJANGO_SETTINGS_MODULE", None)
    if "django.conf" in sys.modules:
        from django.conf import settings
        from django.utils.functional import empty

        settings._wrapped = empty
