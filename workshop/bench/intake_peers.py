"""What each peer of W1 does with the same file; run by the interpreter of the peers."""

from __future__ import annotations

import csv
import sys
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from time import process_time
from typing import Any

PART = 50


def frictionless(home: Path) -> None:
    """Validate types, code lists, the key, the totals and the population; it stores nothing."""
    from frictionless import Checklist, Resource, Schema

    places = (home / "places.txt").read_text("utf-8").split()
    whole = {"type": "integer", "constraints": {"required": True, "minimum": 0}}
    schema = Schema.from_descriptor(
        {
            "fields": [
                _listed("element", [f"E{number:02}" for number in range(50)]),
                _listed("place", places),
                {"name": "year", "type": "integer", "constraints": {"minimum": 1990}},
                _listed("sex", ["L", "P"]),
                {"name": "age", "type": "string", "constraints": {"required": True}},
                {"name": "value", **whole},
                {"name": "total", **whole},
            ],
            "primaryKey": ["element", "place", "year", "sex", "age"],
        }
    )
    resource = Resource(path="figures.csv", basepath=str(home), schema=schema)
    report = resource.validate(Checklist(checks=[_together()]))
    if not report.valid:
        raise SystemExit(str(report.flatten(["message"])[:3]))


def _together() -> Any:
    """Women and men make the total, and nobody is counted who is not there, in its own words."""
    from frictionless import Check, errors

    class Together(Check):  # type: ignore[misc]
        Errors = [errors.RowError]

        def __init__(self) -> None:
            super().__init__()
            self.halves: dict[tuple[Any, ...], Any] = {}
            self.people: dict[tuple[Any, ...], Any] = {}

        def validate_row(self, row: Any) -> Any:
            where = (row["place"], row["year"], row["age"])
            key = (row["element"], *where)
            half = self.halves.pop(key, None)
            if half is None:
                self.halves[key] = row["value"]
            elif half + row["value"] != row["total"]:
                yield errors.RowError.from_row(row, note="the total is not the sum")
            if row["element"] == "E00":
                self.people[(*where, row["sex"])] = row["value"]
            elif row["value"] > self.people[(*where, row["sex"])]:
                yield errors.RowError.from_row(row, note="more than there are people")

    return Together()


def _listed(name: str, values: list[str]) -> dict[str, Any]:
    return {"name": name, "type": "string", "constraints": {"required": True, "enum": values}}


def pandas(home: Path) -> None:
    """Read the workbook, nothing else."""
    import pandas as pd

    if len(pd.read_excel(home / "figures.xlsx", engine="openpyxl")) != _lines(home):
        raise SystemExit(1)


def duckdb(home: Path) -> None:
    """Load the file into a table."""
    import duckdb as engine

    target = home / "floor.duckdb"
    target.unlink(missing_ok=True)
    with engine.connect(str(target)) as base:
        base.execute(f"CREATE TABLE t AS SELECT * FROM read_csv('{home / 'figures.csv'}')")  # noqa: S608


def bulk_create(home: Path) -> None:
    """Store every row through Django's ORM, five thousand at once, unjudged."""
    model = _model(home)
    with (home / "figures.csv").open(encoding="utf-8", newline="") as file:
        rows = [
            model(
                element=row["element"],
                place=row["place"],
                year=int(row["year"]),
                sex=row["sex"],
                age=row["age"],
                value=Decimal(row["value"]),
                total=Decimal(row["total"]),
            )
            for row in csv.DictReader(file)
        ]
    model.objects.bulk_create(rows, batch_size=5000)


def import_export(home: Path) -> None:
    """Import one part of the file as django-import-export does: row by row, looking up the key."""
    model = _model(home)
    import tablib
    from import_export import resources

    taker = resources.modelresource_factory(model)
    taker._meta.import_id_fields = ("element", "place", "year", "sex", "age")
    with (home / "figures.csv").open(encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file)
    data = tablib.Dataset(*rows[: len(rows) // PART], headers=head)
    result = taker().import_data(data, raise_errors=True, use_transactions=True)
    if result.totals["new"] != len(rows) // PART:
        raise SystemExit(str(result.totals))


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

    class Figure(models.Model):
        element = models.CharField(max_length=10)
        place = models.CharField(max_length=13)
        year = models.IntegerField()
        sex = models.CharField(max_length=1)
        age = models.CharField(max_length=10)
        value = models.DecimalField(max_digits=24, decimal_places=6)
        total = models.DecimalField(max_digits=24, decimal_places=6)

        class Meta:
            app_label = "import_export"
            constraints = [
                models.UniqueConstraint(
                    fields=["element", "place", "year", "sex", "age"], name="once"
                )
            ]

    with connection.schema_editor() as editor:
        editor.create_model(Figure)
    return Figure


def _lines(home: Path) -> int:
    with (home / "figures.csv").open("rb") as file:
        return sum(1 for _ in file) - 1


# Loaded before the clock starts, as ours are: a server pays for its imports once.
NEEDED = {
    "frictionless": ("frictionless", "frictionless.formats"),
    "pandas": ("pandas", "openpyxl"),
    "duckdb": ("duckdb",),
    "bulk_create": ("django.db.models",),
    "import-export": ("tablib", "django.db.models"),
}
DEEDS = {
    "frictionless": frictionless,
    "pandas": pandas,
    "duckdb": duckdb,
    "bulk_create": bulk_create,
    "import-export": import_export,
}

if __name__ == "__main__":
    name, folder = sys.argv[1:]
    for package in NEEDED.get(name, ()):
        import_module(package)
    started = process_time()
    DEEDS[name](Path(folder))
    print(process_time() - started)
