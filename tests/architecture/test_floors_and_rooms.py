"""The contracts of pyproject.toml: kept by the house, broken by each import they are to stop."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

LINT = "from importlinter.cli import lint_imports_command as lint; lint()"
BREAKING = [
    ("floors", "domain/budget", "setara.usecases.budget"),
    ("floors", "store/models/statistics", "setara.formats"),
    ("floors", "web/budget", "setara.cli"),
    ("rooms-of-the-domain", "domain/statistics", "setara.domain.reports"),
    ("rooms-of-the-domain", "domain/coordination", "setara.domain.budget"),
    ("rooms-of-the-tables", "store/models/foundation", "setara.store.models.statistics"),
    ("rooms-of-the-use-cases", "usecases/law", "setara.usecases.foundation"),
    ("rooms-of-the-web", "web/shell", "setara.web.budget"),
    ("tables", "web/budget", "setara.store.models"),
    ("tables", "cli", "setara.store"),
    ("tables", "api", "setara.store"),
    ("tables", "jobs", "setara.store"),
    ("roof", "web/shell", "setara.config"),
    ("bare-domain", "domain/law", "django.db"),
    ("no-cycles", "web/budget/views", "setara.web.budget.pages.book"),
]


def contracts(root: Path) -> list[dict[str, Any]]:
    """The contracts as pyproject.toml has them."""
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
    found: list[dict[str, Any]] = project["tool"]["importlinter"]["contracts"]
    return found


def lint(
    folder: Path, config: Path, contract: str | None = None
) -> subprocess.CompletedProcess[str]:
    """Lint the package `setara` that stands in `folder`."""
    chosen = ["--contract", contract] if contract else []
    return subprocess.run(
        [sys.executable, "-c", LINT, "--no-logo", "--no-cache", "--config", str(config), *chosen],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )


def empty_house(root: Path, folder: Path) -> Path:
    """A package with every floor and room that the contracts name, and nothing in them."""
    for contract in contracts(root):
        for container in contract.get("containers", []):
            for name in re.findall(r"\w+", " ".join(contract["layers"])):
                _add_package(folder, f"{container}.{name}")
    for part in ("views", "pages"):
        _add_package(folder, f"setara.web.budget.{part}")
    return folder


def _add_package(folder: Path, name: str) -> None:
    package = folder
    for part in name.split("."):
        package /= part
        package.mkdir(exist_ok=True)
        (package / "__init__.py").touch()


@pytest.fixture
def house(root: Path, tmp_path: Path) -> Path:
    """An empty house in which one import may be drawn."""
    return empty_house(root, tmp_path)


def test_the_house_keeps_its_contracts(root: Path) -> None:
    done = lint(root / "src", root / "pyproject.toml")

    assert done.returncode == 0, done.stdout


def test_an_empty_house_keeps_them_too(root: Path, house: Path) -> None:
    done = lint(house, root / "pyproject.toml")

    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(("contract", "here", "there"), BREAKING)
def test_an_import_against_the_order_is_refused(
    root: Path, house: Path, contract: str, here: str, there: str
) -> None:
    (house / "setara" / here / "drawn.py").write_text(f"import {there}\n", "utf-8")
    # The way back, which makes a cycle of the last case and changes nothing in the others.
    back = house / "setara/web/budget/pages/book.py"
    back.write_text("import setara.web.budget.views\n", "utf-8")

    done = lint(house, root / "pyproject.toml", contract)

    assert done.returncode == 1, done.stdout
    assert "BROKEN" in done.stdout


def test_a_room_that_nobody_declared_is_refused(root: Path, house: Path) -> None:
    _add_package(house, "setara.domain.utils")

    done = lint(house, root / "pyproject.toml", "rooms-of-the-domain")

    assert done.returncode == 1
    assert "setara.domain.utils" in done.stdout


def test_every_contract_was_seen_to_fail(root: Path) -> None:
    assert {contract["id"] for contract in contracts(root)} == {broken for broken, *_ in BREAKING}
