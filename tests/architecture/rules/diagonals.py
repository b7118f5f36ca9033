"""Rooms lean left, on lower floors too: the order that layers of one package cannot express."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.architecture.rules.reading import Module, Violation, modules

RANK = {
    "language": 0,
    "law": 1,
    "foundation": 2,
    "statistics": 3,
    "indices": 4,
    # Siblings: same rank, and neither may import the other.
    "budget": 5,
    "coordination": 5,
    "assessment": 6,
    "reports": 7,
}
FLOORS = ("domain", "store.models", "usecases", "web", "api", "jobs", "cli")
"""Where rooms are named. `cli.demo` is no room and so is free: it fills all rooms through their
verbs. `config` is the roof and may name everything."""
FRAME = "shell"
FRAME_MAY_KNOW = {"language", "law", "foundation"}
"""The frame every page stands in: any room of the web may import it, it knows three rooms."""
SAME_ROOM = dict.fromkeys(("accounts", "files", "jobs", "trail"), "foundation")
"""Modules of `store.models` that keep tables of a room under another name."""


@dataclass
class Package:
    """Names of the package's modules, and where each name a package hands on comes from."""

    names: set[str] = field(default_factory=set)
    handed_on: dict[str, str] = field(default_factory=dict)

    def origin(self, source: str, name: str) -> str:
        """The module that `from source import name` really reads."""
        dotted = f"{source}.{name}"
        if dotted in self.names:
            return dotted
        return self.handed_on.get(dotted, source)


def diagonal_violations(root: Path) -> list[Violation]:
    """Imports from a room to one further right, or to its sibling, on any floor."""
    found = modules(root)
    package = _package(found)
    return [
        module.violation(line, f"room {here} may not import {target} (room {there})")
        for module in found
        if (here := room_of(module.name))
        for line, target in _imports(module, package)
        if (there := room_of(target)) and not may_import(here, there)
    ]


def may_import(here: str, there: str) -> bool:
    """Whether a module of room `here` may import one of room `there`, on its floor or below."""
    if there in {here, FRAME}:
        return True
    if here == FRAME:
        return there in FRAME_MAY_KNOW
    return RANK[there] < RANK[here]


def room_of(name: str) -> str | None:
    """The room a dotted name stands in; None outside of every room."""
    for floor in FLOORS:
        rest = name.removeprefix(f"setara.{floor}.")
        if rest != name:
            part = SAME_ROOM.get(rest.split(".")[0], rest.split(".")[0])
            return part if part in RANK or (part == FRAME and floor == "web") else None
    return None


def _package(found: list[Module]) -> Package:
    package = Package({module.name for module in found})
    for module in found:
        if module.is_package:
            for node in _import_froms(module):
                for alias in node.names:
                    name = f"{module.name}.{alias.asname or alias.name}"
                    package.handed_on[name] = node.module or ""
    return package


def _imports(module: Module, package: Package) -> Iterator[tuple[int, str]]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
    for node in _import_froms(module):
        for alias in node.names:
            yield node.lineno, package.origin(node.module or "", alias.name)


def _import_froms(module: Module) -> Iterator[ast.ImportFrom]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ImportFrom):
            yield node
