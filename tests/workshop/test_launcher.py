"""The launcher: what it says before anything is installed, and to a Python that is too old."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from workshop.environment import ROOT

# What an old Python would find in `sys`, for a launcher that runs under a new one.
PRETEND_OLD = """
import runpy, sys
sys.version_info = (3, 8, 18, "final", 0)
sys.argv = ["./setara", "demo"]
runpy.run_path(sys.executable_script, run_name="__main__")
"""


def test_the_launcher_is_readable_by_python_3_8() -> None:
    source = (ROOT / "setara").read_text("utf-8")

    assert ast.parse(source, feature_version=(3, 8))


def test_the_launcher_can_be_started() -> None:
    assert os.access(ROOT / "setara", os.X_OK)


@pytest.mark.parametrize(("path", "remedy"), [("", "python.org"), (os.environ["PATH"], "")])
def test_an_old_python_is_told_so_in_both_languages(path: str, remedy: str) -> None:
    script = PRETEND_OLD.replace("sys.executable_script", repr(str(ROOT / "setara")))

    done = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 1
    assert "memerlukan Python 3.11" in done.stderr
    assert "needs Python 3.11" in done.stderr
    assert "Traceback" not in done.stderr
    assert remedy in done.stderr


def test_help_needs_no_installation(tmp_path: Path) -> None:
    shutil.copy(ROOT / "setara", tmp_path)
    for name in ("workshop", "requirements"):
        shutil.copytree(ROOT / name, tmp_path / name)

    done = subprocess.run(
        [sys.executable, str(tmp_path / "setara"), "--help"],
        capture_output=True,
        text=True,
        check=True,
    )

    for word in ("demo", "test", "check", "bench"):
        assert f"./setara {word}" in done.stdout
