"""Verbs and questions have one shape each."""

from __future__ import annotations

from pathlib import Path

from tests.architecture.rules.commands import command_violations, commands, query_violations


def test_every_command_takes_by_and_at_and_returns_an_id_or_nothing(root: Path) -> None:
    assert command_violations(root) == []


def test_every_query_takes_by_and_returns_what_cannot_be_changed(root: Path) -> None:
    assert query_violations(root) == []


def test_commands_are_found_in_modules_of_any_name(root: Path) -> None:
    found = {function.name for _, function in commands(root)}

    assert {"found_agency", "fill_seat", "open_account"} <= found
