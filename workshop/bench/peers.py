"""What a benchmark is measured beside: the peers in an environment of their own, `.venv-bench`.

A peer that is not there is said to be absent; a figure is never taken without it and passed off.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from workshop.bench.measuring import Spent, spent_by
from workshop.environment import ROOT, Environment
from workshop.installing import prepare

PEERS = Environment(
    ROOT / ".venv-bench", ROOT / "requirements" / "bench.lock", keeps_installer=True
)
PINNED = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^\s;]+)", re.MULTILINE)


class PeerAbsent(OSError):
    """A peer could not be installed here; `str` names it and says what remains unmeasured."""

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__(f"{', '.join(names)}: absent, see {PEERS.log}")


def python_with(*names: str) -> Path:
    """The interpreter that can import the packages `names`, made on first use.

    Raises PeerAbsent where the environment could not be made, or lacks one of them.
    """
    absent = tuple(name for name in names if not version_of(name))
    if absent or not _is_made():
        raise PeerAbsent(absent or names)
    return PEERS.python


def version_of(name: str) -> str:
    """The locked version of a peer, empty where it is none."""
    locked = PINNED.finditer(PEERS.lock.read_text("utf-8"))
    return next((found["version"] for found in locked if found["name"] == name), "")


def versions(*names: str) -> str:
    """`pandas 3.1.1, duckdb 2.0.1`, to write beside a figure."""
    return ", ".join(f"{name} {version_of(name)}" for name in names)


def spent_by_peer(script: Path, *arguments: str, needs: tuple[str, ...]) -> Spent:
    """Median CPU and wall time of five runs of a peer's script, each a process of its own.

    `needs` are the packages it imports. Raises PeerAbsent and CalledProcessError.
    """
    return spent_by([str(python_with(*needs)), str(script), *arguments], surroundings())


def said_by_peer(script: Path, *arguments: str, needs: tuple[str, ...]) -> str:
    """What a peer's script prints in one run, to compare its answers with ours.

    Raises PeerAbsent and CalledProcessError.
    """
    command = [str(python_with(*needs)), str(script), *arguments]
    done = subprocess.run(command, env=surroundings(), capture_output=True, text=True, check=True)
    return done.stdout


def surroundings() -> Mapping[str, str]:
    """The environment peers run in: the project's own code is on their path."""
    return dict(os.environ) | {"PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}


@cache
def _is_made() -> bool:
    return PEERS.is_ready() or prepare(PEERS)
