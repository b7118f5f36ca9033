"""A plugin of pytest that writes down how a run ended, for the total of several runs."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

import pytest

FILE_VARIABLE = "SETARA_TEST_TALLY"


@dataclass(frozen=True)
class Tally:
    """How one run ended; errors of set-up count as failures."""

    passed: int
    failed: int
    skipped: int
    closing: str
    skip_reasons: list[str]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Write the tally where the environment says; nothing without it."""
    path = os.environ.get(FILE_VARIABLE)
    if path:
        Path(path).write_text(json.dumps(asdict(_tally(terminalreporter))), "utf-8")


def read(path: Path) -> Tally | None:
    """The tally a run left, or None where it did not come to its end."""
    if not path.exists():
        return None
    return Tally(**json.loads(path.read_text("utf-8")))


def _tally(reporter: pytest.TerminalReporter) -> Tally:
    stats = reporter.stats
    skipped = [*stats.get("skipped", []), *stats.get("xfailed", [])]
    parts, _ = reporter.build_summary_stats_line()
    return Tally(
        passed=len(stats.get("passed", [])),
        failed=len(stats.get("failed", [])) + len(stats.get("error", [])),
        skipped=len(skipped),
        closing=", ".join(text for text, _ in parts),
        skip_reasons=sorted({_reason(report) for report in skipped}),
    )


def _reason(report: pytest.TestReport) -> str:
    if isinstance(report.longrepr, tuple):
        return report.longrepr[2].removeprefix("Skipped: ")
    return getattr(report, "wasxfail", "") or report.nodeid
