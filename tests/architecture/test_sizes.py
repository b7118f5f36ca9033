"""Modules, functions, views and templates stay small."""

from __future__ import annotations

from pathlib import Path

from tests.architecture.rules.sizes import (
    function_violations,
    module_violations,
    template_violations,
)


def test_no_module_is_longer_than_400_lines(root: Path) -> None:
    assert module_violations(root) == []


def test_no_function_is_longer_than_40_lines_and_no_view_than_20(root: Path) -> None:
    assert function_violations(root) == []


def test_no_template_is_longer_than_150_lines(root: Path) -> None:
    assert template_violations(root) == []
