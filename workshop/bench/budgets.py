"""W4, budgets: a million lines read, checked, matched and kept, beside peers on the same file."""

from __future__ import annotations

import csv
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

import xlsxwriter

from workshop.bench.budget_ground import HEAD, rows
from workshop.bench.measuring import Figure, median_of
from workshop.bench.peers import python_with, surroundings, versions
from workshop.environment import ROOT

LINES, LINES_OF_A_WORKBOOK = 1_000_000, 100_000
# The slow peer is given a part of the file, and its time is multiplied.
PART = 100
_OURS = ("-m", "workshop.bench.budgets")
_THEIRS = Path(__file__).with_name("budgets_peers.py")
_FORMS = {"csv": LINES, "xlsx": LINES_OF_A_WORKBOOK}
_PEERS = {
    "import-export": ("csv", ("django", "django-import-export")),
    "import-export-bulk": ("csv", ("django", "django-import-export")),
    "duckdb": ("csv", ("duckdb",)),
    "pandas": ("xlsx", ("pandas", "openpyxl")),
}
_PARTS = {"import-export": PART, "import-export-bulk": PART // 10}
_PROMISED = {
    "import-export": f"row by row, looking up the key; one {PART}th of the file, times {PART}",
    "import-export-bulk": "its quickest way, no key looked up; a tenth of the file; promised ≥ 5",
    "duckdb": "it only loads: the floor; promised ≥ 0.2",
    "pandas": "it only reads (openpyxl); promised ≥ 5",
}


def figures() -> Iterator[Figure]:
    """CPU of the work alone, ours with its reading process; nobody pays for imports here."""
    ours = dict(os.environ) | {"PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
    with tempfile.TemporaryDirectory(prefix="setara-bench-") as folder:
        home = Path(folder)
        _write_files(home)
        subprocess.run([sys.executable, *_OURS, "prepare", folder], env=ours, check=True)
        cpu: dict[str, float] = {}
        for form, lines in _FORMS.items():
            command = [sys.executable, *_OURS, f"take-{form}", folder]
            cpu[form] = median_of(partial(_said, command, ours))
            said = _told(command, ours)
            note = "read, checked, matched and stored"
            yield Figure(f"{lines:,} lines from {form.upper()}, CPU", cpu[form], "s", note=note)
            yield Figure(f"{lines:,} lines from {form.upper()}, wall", said[1], "s")
            yield Figure(f"{lines:,} lines from {form.upper()}, reading alone", said[2], "s")
            yield Figure(f"{lines:,} lines from {form.upper()}, memory", said[3], "MB")
        for name, (form, needs) in _PEERS.items():
            command = [str(python_with(*needs)), str(_THEIRS), name, folder]
            spent = median_of(partial(_said, command, surroundings())) * _PARTS.get(name, 1)
            yield Figure(f"{name}, CPU", spent, "s", note=versions(*needs))
            yield Figure(f"{name} over ours ({form})", spent / cpu[form], "×", note=_PROMISED[name])


def _told(command: list[str], environment: Mapping[str, str]) -> list[float]:
    done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    return [float(each) for each in done.stdout.split()]


def _said(command: list[str], environment: Mapping[str, str]) -> float:
    """The first figure a process prints."""
    return _told(command, environment)[0]


def _write_files(home: Path) -> None:
    with (home / "budget.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEAD)
        writer.writerows(rows(LINES))
    book = xlsxwriter.Workbook(str(home / "budget.xlsx"), {"constant_memory": True})
    page = book.add_worksheet("Rincian")
    for number, row in enumerate([HEAD, *rows(LINES_OF_A_WORKBOOK)]):
        page.write_row(number, 0, row)
    book.close()


def _set_up(home: Path) -> None:
    os.environ["SETARA_HOME"] = str(home)
    os.environ["DJANGO_SETTINGS_MODULE"] = "setara.config.settings"
    import django

    django.setup()


def _prepare(home: Path) -> None:
    """A government with its agencies, in a database that each run starts from."""
    _set_up(home)
    from django.db import connections

    from workshop.bench.budgets_taking import lay

    lay()
    # What is still in the write-ahead log goes into the file.
    connections.close_all()
    shutil.copy(home / "setara.sqlite3", home / "empty.sqlite3")


def _take(home: Path, form: str) -> None:
    """Print CPU, wall, CPU of the reading alone, and the most memory held."""
    for leftover in home.glob("setara.sqlite3*"):
        leftover.unlink()
    shutil.copy(home / "empty.sqlite3", home / "setara.sqlite3")
    _set_up(home)
    from workshop.bench.budgets_taking import take

    spent = take(home / f"budget.{form}", _FORMS[form])
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(spent.cpu, spent.wall, spent.reading, held)


if __name__ == "__main__":
    what, folder = sys.argv[1:]
    if what == "prepare":
        _prepare(Path(folder))
    else:
        _take(Path(folder), what.removeprefix("take-"))
