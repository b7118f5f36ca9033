"""Checks and tests do not see what the developer set for a server of his own."""

from __future__ import annotations

from pathlib import Path

from workshop.surroundings import make_neutral


def test_only_the_test_runs_own_variables_stay(tmp_path: Path) -> None:
    environment = {
        "PATH": "/bin",
        "SETARA_DATABASE": "postgresql://server/real",
        "SETARA_BROWSER": "required",
        "SETARA_TEST_DATABASE": "postgresql",
    }

    make_neutral(environment, tmp_path)

    assert environment == {
        "PATH": "/bin",
        "SETARA_TEST_BROWSER": "required",
        "SETARA_TEST_DATABASE": "postgresql",
        "SETARA_HOME": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "setara.config.settings",
    }
