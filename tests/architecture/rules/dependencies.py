"""Nothing is depended on without a reason, and nothing is installed without its hash."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from tests.architecture.rules.reading import Violation

REQUIREMENT = re.compile(r'^\s*"(?P<name>[A-Za-z0-9._-]+)[^"]*",?\s*(?P<reason>#\s*\S.*)?$')
PINNED = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)(\[[^\]]*\])?==(?P<version>\S+)")
LOCKS = {"app": ("app",), "test": ("app", "test"), "bench": ("bench",)}
"""Lock file by name, and the groups of pyproject.toml whose packages it must hold."""


def reason_violations(root: Path) -> list[Violation]:
    """Dependencies without a comment that says why they are there."""
    found = []
    lines = (root / "pyproject.toml").read_text("utf-8").splitlines()
    section = ""
    for number, line in enumerate(lines, start=1):
        if line.startswith("["):
            section = line.strip("[] ")
        match = REQUIREMENT.match(line)
        is_list = section in {"project.optional-dependencies", "dependency-groups"}
        if is_list and match and not match["reason"]:
            why = f"{match['name']}: say why it is needed"
            found.append(Violation("pyproject.toml", number, why))
    return found


def hash_violations(root: Path) -> list[Violation]:
    """Locked packages without a hash, or without an exact version."""
    found = []
    for lock in sorted((root / "requirements").glob("*.lock")):
        path = lock.relative_to(root).as_posix()
        entries = re.split(r"\n(?=[^\s#])", lock.read_text("utf-8").strip())
        for entry in entries:
            first = entry.strip().splitlines()[0]
            if not PINNED.match(first):
                found.append(Violation(path, 1, f"{first}: not held to one version"))
            elif "--hash=sha256:" not in entry:
                found.append(Violation(path, 1, f"{first}: no hash"))
    return found


def lock_violations(root: Path) -> list[Violation]:
    """Dependencies of pyproject.toml that the lock files do not hold."""
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
    groups = project["project"]["optional-dependencies"] | project["dependency-groups"]
    found = []
    for lock, names in LOCKS.items():
        path = f"requirements/{lock}.lock"
        locked = {
            _normal(match["name"])
            for line in (root / path).read_text("utf-8").splitlines()
            if (match := PINNED.match(line))
        }
        wanted = {
            _normal(re.split(r"[\[<>=~! ]", each)[0]) for name in names for each in groups[name]
        }
        found += [Violation(path, 1, f"{name} is not locked") for name in sorted(wanted - locked)]
    return found


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
