"""Templates are laid out alike."""

from __future__ import annotations

from pathlib import Path

from tests.architecture.rules.layout import layout_violations


def test_templates_are_laid_out_alike(root: Path) -> None:
    assert layout_violations(root) == []
