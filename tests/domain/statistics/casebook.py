"""Worked examples from case files: published figures, each with the source it was read in."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

CASES = Path(__file__).parents[2] / "cases"


class UnsourcedCase(Exception):
    """A case says what should come out, but not who published it."""


def cases_in(path: Path) -> list[dict[str, Any]]:
    """The `[[case]]` tables of one file. Raises UnsourcedCase where a source is missing."""
    cases: list[dict[str, Any]] = tomllib.loads(
        path.read_text(encoding="utf-8"), parse_float=Decimal
    )["case"]
    for case in cases:
        if not str(case.get("source", "")).strip():
            message = f"{path.name}: “{case.get('name', '?')}” names no source"
            raise UnsourcedCase(message)
    return cases


def cases(room: str, *stems: str) -> list[Any]:
    """The cases of `tests/cases/<room>/<stem>.toml`, each a parameter named after its case."""
    found = [case for stem in stems for case in cases_in(CASES / room / f"{stem}.toml")]
    return [pytest.param(case, id=case["name"]) for case in found]


def figure(value: Decimal | int) -> Decimal:
    """TOML writes whole numbers without a point; the rules want Decimals."""
    return Decimal(value)
