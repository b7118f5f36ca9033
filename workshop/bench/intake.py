"""W1, intake: 100,000 observations judged and stored with provenance, beside peers on the file."""

from __future__ import annotations

import csv
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from functools import partial
from itertools import product
from pathlib import Path

import xlsxwriter

from workshop.bench.measuring import Figure, median_of
from workshop.bench.peers import python_with, surroundings, versions
from workshop.environment import ROOT

ELEMENTS, YEARS, PLACES, AGES = 50, 5, 20, 10
HEAD = ["element", "place", "year", "sex", "age", "value", "total"]
SEED = 20250616
FIRST_YEAR = 2000
ROWS = ELEMENTS * YEARS * PLACES * AGES * 2
# The slow peer is given a part of the file, and its time is multiplied.
PART = 50


def figures() -> Iterator[Figure]:
    """CPU of the work alone, ours with its reading process; nobody pays for imports here."""
    ours = dict(os.environ) | {"PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
    with tempfile.TemporaryDirectory(prefix="setara-bench-") as folder:
        home = Path(folder)
        subprocess.run([sys.executable, *_OURS, "prepare", folder], env=ours, check=True)
        _write_files(home)
        cpu: dict[str, float] = {}
        for form in ("csv", "xlsx"):
            command = [sys.executable, *_OURS, f"take-{form}", folder]
            cpu[form] = median_of(partial(_said, command, ours))
            note = "judged and stored with provenance"
            yield Figure(f"{ROWS:,} figures from {form.upper()}, CPU", cpu[form], "s", note=note)
        for name, form in _PEERS.items():
            needs = _NEEDS.get(name, ("django",))
            command = [str(python_with(*needs)), str(_THEIRS), name, folder]
            spent = median_of(partial(_said, command, surroundings()))
            if name == "import-export":
                spent *= PART
            yield Figure(f"{name}, CPU", spent, "s", note=versions(*needs))
            yield Figure(f"{name} over ours ({form})", spent / cpu[form], "×", note=_PROMISED[name])
        yield from _memory(home, ours)


_OURS = ("-m", "workshop.bench.intake")
_THEIRS = Path(__file__).with_name("intake_peers.py")
_NEEDS = {
    "frictionless": ("frictionless",),
    "pandas": ("pandas", "openpyxl"),
    "import-export": ("django", "django-import-export"),
    "duckdb": ("duckdb",),
}
_PEERS = {
    "frictionless": "csv",
    "pandas": "xlsx",
    "bulk_create": "csv",
    "import-export": "csv",
    "duckdb": "csv",
}
_PROMISED = {
    "frictionless": "it only validates; promised ≥ 5",
    "pandas": "it only reads (openpyxl); promised ≥ 5",
    "bulk_create": "it only stores",
    "import-export": f"one {PART}th of the file, times {PART}; promised ≥ 25",
    "duckdb": "it only loads: the floor",
}


def _said(command: list[str], environment: Mapping[str, str]) -> float:
    """The first figure a process prints."""
    done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    return float(done.stdout.split()[0])


def _memory(home: Path, environment: dict[str, str]) -> Iterator[Figure]:
    """The most memory our import holds, for the file and for one ten times as long."""
    for times in (1, 10):
        _write_csv(home, times)
        command = [sys.executable, *_OURS, "take-csv", str(home)]
        done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
        yield Figure(f"memory for {ROWS * times:,} figures", float(done.stdout.split()[-1]), "MB")


def _rows(home: Path, times: int = 1) -> Iterator[list[object]]:
    """Counts that grow from year to year; the first element is the population of the others."""
    chance = random.Random(SEED)  # noqa: S311 -- figures to practise on
    years = range(FIRST_YEAR, FIRST_YEAR + YEARS * times)
    places = (home / "places.txt").read_text("utf-8").split()
    for element, year, place, age in product(range(ELEMENTS), years, places, range(AGES)):
        most = 4000 if element == 0 else 900
        women, men = chance.randint(most // 2, most), chance.randint(most // 2, most)
        group = f"{age * 5}-{age * 5 + 4}"
        for sex, value in (("P", women), ("L", men)):
            yield [f"E{element:02}", place, year, sex, group, value, women + men]


def _write_files(home: Path) -> None:
    _write_csv(home)
    book = xlsxwriter.Workbook(str(home / "figures.xlsx"), {"constant_memory": True})
    page = book.add_worksheet("Data")
    for number, row in enumerate([HEAD, *_rows(home)]):
        page.write_row(number, 0, row)
    book.close()


def _write_csv(home: Path, times: int = 1) -> None:
    with (home / "figures.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEAD)
        writer.writerows(_rows(home, times))


def _set_up(home: Path) -> None:
    os.environ["SETARA_HOME"] = str(home)
    os.environ["DJANGO_SETTINGS_MODULE"] = "setara.config.settings"
    import django

    django.setup()


def _prepare(home: Path) -> None:
    """An empty government with fifty elements, in a database that each run starts from."""
    _set_up(home)
    from django.db import connections

    from workshop.bench.intake_ground import lay

    codes = lay(ELEMENTS, PLACES)
    (home / "places.txt").write_text("\n".join(codes), "utf-8")
    # What is still in the write-ahead log goes into the file.
    connections.close_all()
    shutil.copy(home / "setara.sqlite3", home / "empty.sqlite3")


def _take(home: Path, form: str) -> None:
    for leftover in home.glob("setara.sqlite3*"):
        leftover.unlink()
    shutil.copy(home / "empty.sqlite3", home / "setara.sqlite3")
    _set_up(home)
    from workshop.bench.intake_ground import take

    started = _cpu()
    kept = take(home / f"figures.{form}")
    spent = _cpu() - started
    if kept < ROWS:
        message = f"only {kept} figures were kept"
        raise OSError(message)
    print(spent, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def _cpu() -> float:
    """CPU of this process and of those it started."""
    return sum(os.times()[:4])


if __name__ == "__main__":
    what, folder = sys.argv[1:]
    if what == "prepare":
        _prepare(Path(folder))
    else:
        _take(Path(folder), what.removeprefix("take-"))
