"""Time is given, not read; the ground floor meets neither network nor chance."""

from __future__ import annotations

from pathlib import Path

from tests.architecture.rules.clock import chance_violations, clock_violations


def test_only_interfaces_read_the_clock(root: Path) -> None:
    assert clock_violations(root) == []


def test_the_domain_knows_no_network_and_no_chance(root: Path) -> None:
    assert chance_violations(root) == []
