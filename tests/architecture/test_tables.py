"""Tables keep, and do nothing behind anyone's back."""

from __future__ import annotations

from pathlib import Path

from tests.architecture.rules.tables import (
    hidden_logic_violations,
    signal_violations,
    unnamed_constraint_violations,
)


def test_nothing_is_called_by_a_signal(root: Path) -> None:
    assert signal_violations(root) == []


def test_no_table_hides_logic_or_order(root: Path) -> None:
    assert hidden_logic_violations(root) == []


def test_every_constraint_has_a_name(root: Path) -> None:
    assert unnamed_constraint_violations(root) == []
