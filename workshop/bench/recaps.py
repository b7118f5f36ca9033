"""W5, ARG recap: a million budget lines by every denominator and grouping, beside DuckDB's SQL."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter, process_time
from typing import TYPE_CHECKING

from workshop.bench.measuring import TIMES, Figure
from workshop.environment import ROOT

if TYPE_CHECKING:
    from setara.domain.budget.recap import Recap

COUNTS = (1_000, 1_000_000)
YEAR = 2025


def figures() -> Iterator[Figure]:
    """Wall time and queries of the recapitulation, the time of SQL by hand, and both answers."""
    ours = dict(os.environ) | {"PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
    for count in COUNTS:
        with tempfile.TemporaryDirectory(prefix="setara-bench-") as folder:
            command = [sys.executable, "-m", "workshop.bench.recaps", folder]
            subprocess.run([*command, str(count)], env=ours, check=True, stdout=subprocess.DEVNULL)
            done = subprocess.run(command, env=ours, check=True, capture_output=True, text=True)
        first, wall, cpu, by_hand, queries, differing = map(float, done.stdout.split())
        yield Figure(f"{count:,} lines: all ways, wholes, groupings", wall, "s", 1, "wall")
        yield Figure("the same, CPU", cpu, "s")
        yield Figure("the first time, its file not on disk yet", first, "s", note="wall")
        yield Figure("DuckDB's SQL written by hand", by_hand, "s", note="wall, answers only")
        yield Figure("sums that differ from those of SQL", differing, "", 0)
        yield Figure("queries of the database", queries, "")


def _set_up(home: Path) -> None:
    os.environ["SETARA_HOME"] = str(home)
    os.environ["DJANGO_SETTINGS_MODULE"] = "setara.config.settings"
    import django

    django.setup()


def _lay(home: Path, count: int) -> None:
    """In a process of its own, so that what is measured does not carry a million rows about."""
    _set_up(home)
    from workshop.bench.intake_ground import lay
    from workshop.bench.recap_ground import lay_budget

    lay(1, 1)
    lay_budget(count)


def _measure(home: Path) -> None:
    _set_up(home)
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from setara.domain.budget.numerators import Numerator
    from setara.usecases.budget.recap_queries import responsive_recap
    from workshop.bench.recap_by_hand import by_hand
    from workshop.bench.recap_ground import AT, detail_file, reader_of

    reader = reader_of()

    def once() -> Recap:
        asked = responsive_recap(
            by=reader, year=YEAR, today=AT.date(), numerator=Numerator.WEIGHTED
        )
        if asked.recap is None:
            raise SystemExit(1)
        return asked.recap

    started = perf_counter()
    made = once()
    first = perf_counter() - started
    wall, cpu = _medians(once)
    with CaptureQueriesContext(connection) as captured:
        once()
    answers = [by_hand(detail_file(home)) for _ in range(TIMES)]
    hand = statistics.median(took for _, took in answers)
    print(first, wall, cpu, hand, len(captured), _differing(made, answers[0][0]))


def _medians(once: Callable[[], object]) -> tuple[float, float]:
    """Wall and CPU of five runs."""
    walls, cpus = [], []
    for _ in range(TIMES):
        started, spent = perf_counter(), process_time()
        once()
        walls.append(perf_counter() - started)
        cpus.append(process_time() - spent)
    return statistics.median(walls), statistics.median(cpus)


def _differing(made: Recap, answer: dict[str, dict[str, int]]) -> int:
    """How many sums are not the same, to the rupiah for shares of it."""
    ours = {
        "category": made.by_category,
        "agency": made.by_agency,
        "field": made.by_field,
        "mission": made.by_mission,
        "district": made.by_district,
    }
    differing = 0
    for kind, parts in ours.items():
        sums = {part.key: part.sums.gross.amount for part in parts if part.sums.gross.amount}
        # A share of rupiah is rounded for each sub kegiatan here, once in all there.
        near = len(made.lines)
        keys = sums.keys() | answer[kind].keys()
        differing += sum(abs(sums.get(k, 0) - answer[kind].get(k, 0)) > near for k in keys)
    wholes = {each.key: each.whole.amount for each in made.shares if each.whole is not None}
    return differing + sum(wholes[key] != money for key, money in answer["whole"].items())


if __name__ == "__main__":
    where, *counts = sys.argv[1:]
    if counts:
        _lay(Path(where), int(counts[0]))
    else:
        _measure(Path(where))
