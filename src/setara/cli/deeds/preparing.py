"""Makes an installation ready to be served, and does nothing where it already is."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.cache import caches
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from setara.cli.terminal import Terminal
from setara.cli.word import DONE
from setara.domain.language.text import Text

MIGRATING = Text("Menyiapkan basis data …", "Making the database ready …")
COLLECTING = Text("Menyiapkan berkas tampilan …", "Making the page assets ready …")
UP_TO_DATE = Text("Basis data mutakhir.", "The database is up to date.")
MIGRATED = Text("Basis data siap.", "The database is ready.")

HASHING = "whitenoise.storage.CompressedManifestStaticFilesStorage"
"""Names files by their content, so that browsers may keep them for ever."""


def migrate(given: Namespace, terminal: Terminal) -> int:
    """Make or update the database."""
    if not tables_are_due():
        terminal.say(UP_TO_DATE)
        return DONE
    make_tables()
    terminal.say(MIGRATED)
    return DONE


def prepare(terminal: Terminal) -> None:
    """Bring tables and assets up to date, telling only what takes time."""
    if tables_are_due():
        terminal.tell(MIGRATING)
        make_tables()
    if assets_are_due():
        terminal.tell(COLLECTING)
        collect_assets()


def tables_are_due() -> bool:
    """Whether a migration or the table of the cache is missing."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return True
    return settings.CACHES["default"]["LOCATION"] not in connection.introspection.table_names()


def make_tables() -> None:
    """Apply every migration and make the table of the cache."""
    call_command("migrate", interactive=False, verbosity=0)
    call_command("createcachetable", verbosity=0)
    caches.close_all()


def assets_are_due() -> bool:
    """Whether an asset is newer than the collected ones. Cost: a look at each file's date."""
    manifest = Path(settings.STATIC_ROOT) / "staticfiles.json"
    if not manifest.exists():
        return True
    collected = manifest.stat().st_mtime
    return any(
        Path(storage.path(path)).stat().st_mtime > collected
        for finder in get_finders()
        for path, storage in finder.list([])
    )


def collect_assets() -> None:
    """Copy every asset under a name that changes with its content, compressed beside it."""
    # The settings choose plain names until the collected ones exist.
    settings.STORAGES["staticfiles"] = {"BACKEND": HASHING}
    call_command("collectstatic", interactive=False, verbosity=0, clear=True)
