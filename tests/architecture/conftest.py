"""The root of the project whose source the rules read."""

from __future__ import annotations

from pathlib import Path

import pytest

from workshop.environment import ROOT


@pytest.fixture(scope="session")
def root() -> Path:
    """The project itself; the rules' own tests give made-up ones instead."""
    return ROOT


def pytest_assertrepr_compare(op: str, left: object, right: object) -> list[str] | None:
    """Name every violation, each with its place, instead of the first."""
    if op == "==" and right == [] and isinstance(left, list):
        return [f"{len(left)} violations", *map(str, left)]
    return None
