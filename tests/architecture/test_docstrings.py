"""Every module says what it is."""

from __future__ import annotations

from pathlib import Path

from tests.architecture.rules.docstrings import docstring_violations


def test_every_module_starts_with_a_sentence(root: Path) -> None:
    assert docstring_violations(root) == []
