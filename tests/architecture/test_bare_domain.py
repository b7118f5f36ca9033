"""Indices and law work in a Python with nothing installed."""

from __future__ import annotations

from pathlib import Path

from tests.architecture.rules.ground import bare_domain_violations


def test_every_module_of_the_domain_is_imported_without_any_package(root: Path) -> None:
    assert bare_domain_violations(root) == []
