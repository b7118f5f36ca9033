"""What each peer of W4 does with the same file; run by the interpreter of the peers."""

from __future__ import annotations

import csv
import sys
from importlib import import_module
from itertools import islice
from pathlib import Path
from time import process_time
from typing import Any

LINES, PART = 1_000_000, 100
KEY = ("kode_skpd", "kode_sub_kegiatan", "kode_rekening", "kode_standar_harga", "pagu")


def import_export(home: Path) -> None:
    """A hundredth of the file as it does by itself: row by row, looking up the key."""
    model = _model(home)
    from import_export import resources

    taker = resources.modelresource_factory(model)
    taker._meta.import_id_fields = KEY
    _take(taker, home, LINES // PART)


def import_export_bulk(home: Path) -> None:
    """A tenth of the file in its quickest way: in bulk, nothing looked up or compared."""
    model = _model(home)
    from import_export import resources

    taker = resources.modelresource_factory(model)
    taker._meta.import_id_fields = ()
    taker._meta.force_init_instance = True
    taker._meta.use_bulk = True
    taker._meta.batch_size = 5000
    taker._meta.skip_diff = True
    taker._meta.skip_html_diff = True
    taker._meta.clean_model_instances = False
    _take(taker, home, LINES * 10 // PART)


def _take(taker: Any, home: Path, count: int) -> None:
    import tablib

    with (home / "budget.csv").open(encoding="utf-8", newline="") as file:
        taken = csv.reader(file)
        head = next(taken)
        data = tablib.Dataset(*islice(taken, count), headers=head)
    result = taker().import_data(data, raise_errors=True, use_transactions=True)
    if result.totals["new"] + result.totals["update"] != count:
        raise SystemExit(str(result.totals))


def duckdb(home: Path) -> None:
    """Load the file into a table."""
    import duckdb as engine

    target = home / "floor.duckdb"
    target.unlink(missing_ok=True)
    with engine.connect(str(target)) as base:
        base.execute(f"CREATE TABLE t AS SELECT * FROM read_csv('{home / 'budget.csv'}')")  # noqa: S608


def pandas(home: Path) -> None:
    """Read the workbook, nothing else."""
    import pandas as pd

    if len(pd.read_excel(home / "budget.xlsx", engine="openpyxl", dtype=str)) != LINES // 10:
        raise SystemExit(1)


def _model(home: Path) -> Any:
    import django
    from django.conf import settings
    from django.db import connection, models

    target = home / "peer.sqlite3"
    target.unlink(missing_ok=True)
    settings.configure(
        INSTALLED_APPS=["import_export"],
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": str(target)}},
    )
    django.setup()
    with (home / "budget.csv").open(encoding="utf-8", newline="") as file:
        head = next(csv.reader(file))
    fields: dict[str, Any] = {name: models.CharField(max_length=500) for name in head}
    fields["tahun"] = models.IntegerField()
    fields["pagu"] = models.BigIntegerField()
    meta = type(
        "Meta",
        (),
        {"app_label": "import_export", "indexes": [models.Index(fields=KEY, name="budget_key")]},
    )
    body = {**fields, "Meta": meta, "__module__": __name__}
    model = type("BudgetLine", (models.Model,), body)
    with connection.schema_editor() as editor:
        editor.create_model(model)
    return model


# Loaded before the clock starts, as ours are: a server pays for its imports once.
NEEDED = {
    "pandas": ("pandas", "openpyxl"),
    "duckdb": ("duckdb",),
    "import-export": ("tablib", "django.db.models"),
    "import-export-bulk": ("tablib", "django.db.models"),
}
DEEDS = {
    "pandas": pandas,
    "duckdb": duckdb,
    "import-export": import_export,
    "import-export-bulk": import_export_bulk,
}

if __name__ == "__main__":
    name, folder = sys.argv[1:]
    for package in NEEDED[name]:
        import_module(package)
    started = process_time()
    DEEDS[name](Path(folder))
    print(process_time() - started)
