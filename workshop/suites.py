"""The whole test run: SQLite, then PostgreSQL for what touches tables, then the browser."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from workshop import tally
from workshop.environment import ROOT
from workshop.tally import Tally

DATABASE_FOLDERS = ("tests/usecases", "tests/web", "tests/cli")
BROWSER_FOLDER = "tests/browser"
MOST_WORKERS = 4


@dataclass(frozen=True)
class Suite:
    """One run of pytest."""

    name: str
    database: str
    arguments: tuple[str, ...]


@dataclass(frozen=True)
class Outcome:
    """How a suite ended; `tally` is None where pytest itself did not come to its end."""

    suite: Suite
    status: int
    seconds: float
    tally: Tally | None


def main(arguments: list[str]) -> int:
    """Run every suite, or pytest once with `arguments`; 0 where nothing failed."""
    if arguments:
        return subprocess.run(
            [sys.executable, "-m", "pytest", *arguments], env=_environment("sqlite"), check=False
        ).returncode
    outcomes = [_run(suite) for suite in suites(ROOT)]
    print(summary(outcomes), flush=True)
    return int(any(outcome.status for outcome in outcomes))


def suites(root: Path) -> list[Suite]:
    """The runs that make up the whole, for the test folders that exist."""
    workers = ("-n", str(min(os.cpu_count() or 1, MOST_WORKERS)))
    plain = (*workers, "-m", "not browser")
    every = [Suite("SQLite", "sqlite", plain)]
    touching = tuple(folder for folder in DATABASE_FOLDERS if _has_tests(root / folder))
    if touching:
        every.append(Suite("PostgreSQL", "postgresql", (*plain, *touching)))
    if _has_tests(root / BROWSER_FOLDER):
        every.append(Suite("Browser", "sqlite", ("-m", "browser", BROWSER_FOLDER)))
    return every


def summary(outcomes: list[Outcome]) -> str:
    """A line a suite, why tests were skipped, and one total."""
    lines = ["", "=" * 80]
    for outcome in outcomes:
        closing = outcome.tally.closing if outcome.tally else f"exit status {outcome.status}"
        mark = "✗" if outcome.status else "✓"
        lines.append(f"{mark} {outcome.suite.name}: {closing} in {outcome.seconds:.1f}s")
    tallies = [outcome.tally for outcome in outcomes if outcome.tally]
    for reason in sorted({reason for each in tallies for reason in each.skip_reasons}):
        lines.append(f"!!! DILEWATI · SKIPPED: {reason}")
    # A run that broke off counts as one failure: it must not look like a pass.
    failed = sum(outcome.tally.failed if outcome.tally else 1 for outcome in outcomes)
    passed, skipped = sum(each.passed for each in tallies), sum(each.skipped for each in tallies)
    return "\n".join([*lines, f"{passed} passed, {failed} failed, {skipped} skipped"])


def _run(suite: Suite) -> Outcome:
    print(f"\n=== {suite.name} {'=' * (75 - len(suite.name))}", flush=True)
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="setara-tally-") as folder:
        file = Path(folder) / "tally.json"
        done = subprocess.run(
            [sys.executable, "-m", "pytest", "-q", "-p", "workshop.tally", *suite.arguments],
            env=_environment(suite.database) | {tally.FILE_VARIABLE: str(file)},
            check=False,
        )
        found = tally.read(file)
    return Outcome(suite, done.returncode, time.monotonic() - started, found)


def _environment(database: str) -> dict[str, str]:
    return {**os.environ, "SETARA_TEST_DATABASE": database}


def _has_tests(folder: Path) -> bool:
    return any(folder.rglob("test_*.py"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
