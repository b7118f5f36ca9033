"""Names say what a thing is, in the one word the glossary has for it."""

from __future__ import annotations

from pathlib import Path

from tests.architecture.rules.names import (
    class_violations,
    drawer_violations,
    identifier_violations,
)


def test_no_package_is_a_drawer_for_the_rest(root: Path) -> None:
    assert drawer_violations(root) == []


def test_no_identifier_collides_with_another_meaning(root: Path) -> None:
    assert identifier_violations(root) == []


def test_no_class_is_called_after_nothing(root: Path) -> None:
    assert class_violations(root) == []
