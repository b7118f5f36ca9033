"""What is installed has a reason, a lock and a hash."""

from __future__ import annotations

from pathlib import Path

from tests.architecture.rules.dependencies import (
    hash_violations,
    lock_violations,
    reason_violations,
)


def test_every_dependency_says_why_it_is_there(root: Path) -> None:
    assert reason_violations(root) == []


def test_every_dependency_is_locked(root: Path) -> None:
    assert lock_violations(root) == []


def test_every_locked_package_is_held_to_its_hash(root: Path) -> None:
    assert hash_violations(root) == []
