"""Keeps the database quick."""

from __future__ import annotations

from datetime import datetime

from django.db import connection

from setara.domain.language.text import Text


def optimise(at: datetime) -> Text:
    """Let SQLite renew the statistics its plans rest on; PostgreSQL does so by itself."""
    if connection.vendor != "sqlite":
        return Text("Tidak diperlukan pada basis data ini.", "Not needed on this database.")
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA optimize")
    return Text("Statistik SQLite diperbarui.", "SQLite's statistics were renewed.")
