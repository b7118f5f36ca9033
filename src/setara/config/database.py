"""Where the tables are kept: SQLite unless one setting names a PostgreSQL."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import dj_database_url

from setara.config.environment import BadSetting, Environment

# WAL lets readers go on while one writes; NORMAL is safe with WAL and spares a sync a transaction.
# 16 MB of pages in memory hold the working set of one government. A long table is laid out in a
# temporary one: kept in memory it would need 300 MB for a million rows.
SQLITE_PRAGMAS = (
    "PRAGMA journal_mode=WAL;"
    "PRAGMA synchronous=NORMAL;"
    "PRAGMA foreign_keys=ON;"
    "PRAGMA busy_timeout=20000;"
    "PRAGMA cache_size=-16000;"
    "PRAGMA temp_store=FILE;"
)
# IMMEDIATE takes the write lock at the start: two commands at once wait instead of failing half-
# way.
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "init_command": SQLITE_PRAGMAS,
    "timeout": 20,
}
SCHEMES = ("sqlite", "postgresql", "postgres")


def database(environment: Environment, home: Path) -> dict[str, Any]:
    """Django's settings of the one database.

    Raises BadSetting for an address that is not one of SQLite or PostgreSQL; the message never
    repeats the address, which may hold a password.
    """
    address = environment.text("SETARA_DATABASE") or f"sqlite:///{home / 'setara.sqlite3'}"
    if address.partition("://")[0] not in SCHEMES:
        raise _not_an_address()
    try:
        settings: dict[str, Any] = dict(dj_database_url.parse(address))
    except ValueError as unreadable:
        raise _not_an_address() from unreadable
    if not settings["NAME"]:
        raise _not_an_address()
    own: dict[str, Any] = SQLITE_OPTIONS if address.startswith("sqlite") else _pooled(environment)
    settings["OPTIONS"] = own | dict(settings.get("OPTIONS", {}))
    return settings


def _pooled(environment: Environment) -> dict[str, Any]:
    most = environment.number("SETARA_DATABASE_POOL", least=1, most=100)
    return {"pool": {"min_size": 1, "max_size": most, "timeout": 20}}


def _not_an_address() -> BadSetting:
    return BadSetting(
        "SETARA_DATABASE bukan alamat basis data yang dikenal. Contoh: "
        "postgresql://pengguna:sandi@host:5432/setara. Huruf khusus dalam sandi ditulis "
        "sebagai %XX.",
        "SETARA_DATABASE is not a database address known here. Example: "
        "postgresql://user:password@host:5432/setara. Special characters of a password are "
        "written as %XX.",
    )
