"""Every check of the code, each to its end, and one verdict."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from tests.architecture.rules.sizes import MODULE_SOFT, modules_to_watch
from workshop.environment import ROOT
from workshop.surroundings import make_neutral

LINT_IMPORTS = "from importlinter.cli import lint_imports_command as lint; lint()"
AT_ONCE = 2


@dataclass(frozen=True)
class Check:
    """A command that passes by ending with 0; `skipped` says why it is not run."""

    name: str
    arguments: tuple[str, ...]
    fix: tuple[str, ...] = ()
    skipped: str = ""


@dataclass(frozen=True)
class Result:
    """How a check ended, and what it printed."""

    check: Check
    status: int
    seconds: float
    printed: str

    @property
    def mark(self) -> str:
        """What the table shows at the start of the line."""
        if self.check.skipped:
            return "–"
        return "✗" if self.status else "✓"


def checks(*, online: bool) -> list[Check]:
    """All checks, the slowest first, so that two at once end together."""
    locks = [str(lock) for lock in sorted((ROOT / "requirements").glob("*.lock"))]
    audited = [word for lock in locks for word in ("--requirement", lock)]
    return [
        Check("types (mypy)", ("-m", "mypy")),
        Check(
            "style (ruff check)",
            ("-m", "ruff", "check", "--output-format", "concise"),
            fix=("-m", "ruff", "check", "--fix-only"),
        ),
        Check(
            "format (ruff format)",
            ("-m", "ruff", "format", "--check"),
            fix=("-m", "ruff", "format"),
        ),
        Check("floors and rooms (import-linter)", ("-c", LINT_IMPORTS, "--no-logo", "--no-cache")),
        Check("templates (djlint)", ("-m", "djlint", "src/setara", "--lint", "--quiet")),
        Check("settings (django check)", ("-m", "django", "check", "--fail-level", "WARNING")),
        Check(
            "migrations (makemigrations --check)",
            ("-m", "django", "makemigrations", "--check", "--dry-run"),
        ),
        Check("reference pages (workshop.reference)", ("-m", "workshop.reference", "--check")),
        Check(
            "security (bandit)",
            ("-m", "bandit", "-c", "pyproject.toml", "-q", "-r", "src", "workshop", "setara"),
        ),
        Check(
            "known vulnerabilities (pip-audit)",
            ("-m", "pip_audit", "--strict", "--require-hashes", "--disable-pip", *audited),
            skipped="" if online else "needs the network: ./setara check --online",
        ),
    ]


def main(words: list[str]) -> int:
    """Run every check; 0 where none failed."""
    options = _options(words)
    every = checks(online=options.online)
    with tempfile.TemporaryDirectory(prefix="setara-check-") as home:
        environment = dict(os.environ)
        make_neutral(environment, Path(home))
        if options.fix:
            for check in every:
                if check.fix:
                    _run(Check(check.name, check.fix), environment)
        with ThreadPoolExecutor(AT_ONCE) as pool:
            results = list(pool.map(lambda check: _run(check, environment), every))
    for result in results:
        if result.status:
            print(f"\n=== {result.check.name} {'=' * (75 - len(result.check.name))}")
            print(result.printed.rstrip())
    print(table(results))
    return int(any(result.status for result in results))


def table(results: list[Result]) -> str:
    """A line a check, what to watch, and the verdict."""
    width = max(len(result.check.name) for result in results)
    lines = [""]
    for result in results:
        seconds = "" if result.check.skipped else f"{result.seconds:6.1f} s"
        lines.append(
            f"{result.mark} {result.check.name:<{width}} {seconds}{result.check.skipped}".rstrip()
        )
    watched = modules_to_watch(ROOT)
    if watched:
        lines += ["", f"Over the soft limit of {MODULE_SOFT} lines, to watch:"]
        lines += [f"  {each.path}" for each in watched]
    failed = sum(1 for result in results if result.status)
    skipped = sum(1 for result in results if result.check.skipped)
    passed = len(results) - failed - skipped
    return "\n".join(
        [
            *lines,
            "",
            f"PUTUSAN: {passed} lulus, {failed} gagal, {skipped} dilewati",
            f"VERDICT: {passed} passed, {failed} failed, {skipped} skipped",
        ]
    )


def _run(check: Check, environment: dict[str, str]) -> Result:
    if check.skipped:
        return Result(check, 0, 0.0, "")
    started = time.monotonic()
    done = subprocess.run(
        [sys.executable, *check.arguments],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    result = Result(check, done.returncode, time.monotonic() - started, done.stdout)
    print(f"{result.mark} {check.name}", flush=True)
    return result


def _options(words: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./setara check", description=__doc__)
    parser.add_argument("--fix", action="store_true", help="mend style and format first")
    parser.add_argument("--online", action="store_true", help="ask for known vulnerabilities too")
    return parser.parse_args(words)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
