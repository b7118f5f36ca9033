"""The whole test run: which suites there are, and one honest total."""

from __future__ import annotations

from pathlib import Path

from workshop.suites import Outcome, Suite, suites, summary
from workshop.tally import Tally


def _outcome(status: int, tally: Tally | None) -> Outcome:
    return Outcome(Suite("SQLite", "sqlite", ()), status, 1.5, tally)


def test_suites_are_left_out_where_their_folder_has_no_test(tmp_path: Path) -> None:
    (tmp_path / "tests/usecases").mkdir(parents=True)
    (tmp_path / "tests/usecases/test_one.py").touch()

    found = suites(tmp_path)

    assert [suite.name for suite in found] == ["SQLite", "PostgreSQL"]
    assert "tests/usecases" in found[1].arguments
    assert "tests/web" not in found[1].arguments


def test_the_last_line_is_the_total_of_all_suites() -> None:
    one = Tally(3, 0, 1, "3 passed, 1 skipped", ["no browser"])
    two = Tally(2, 1, 0, "1 failed, 2 passed", [])

    lines = summary([_outcome(0, one), _outcome(1, two)]).splitlines()

    assert lines[-1] == "5 passed, 1 failed, 1 skipped"
    assert "!!! DILEWATI · SKIPPED: no browser" in lines
    assert "✓ SQLite: 3 passed, 1 skipped in 1.5s" in lines


def test_a_run_that_broke_off_is_no_pass() -> None:
    lines = summary([_outcome(3, None)]).splitlines()

    assert lines[-1] == "0 passed, 1 failed, 0 skipped"
    assert "✗ SQLite: exit status 3 in 1.5s" in lines
