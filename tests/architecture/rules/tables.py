"""Tables keep, nothing else: no signals, no logic in `save()`, no order nobody asked for."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.rules.reading import Module, Violation, dotted_name, modules

SIGNAL_SOURCES = ("django.dispatch", "django.db.models.signals", "django.core.signals")
SIGNAL_NAMES = {"receiver", "Signal"}
HIDDEN_METHODS = {"save", "delete", "clean", "full_clean"}
OLD_META = {
    "ordering": "order where you ask: order_by(...)",
    "unique_together": "use constraints",
    "index_together": "use indexes",
}


def signal_violations(root: Path) -> list[Violation]:
    """Imports and uses of signals, on any floor: what a command causes is written in it."""
    return [
        module.violation(node, f"{what}: call it where it happens instead of by a signal")
        for module in modules(root)
        for node, what in _signals(module)
    ]


def hidden_logic_violations(root: Path) -> list[Violation]:
    """Logic that runs when a row is saved, and orders or constraints written the hidden way."""
    return [
        module.violation(node, f"{owner.name}: {why}")
        for module in modules(root, "store")
        for owner in ast.walk(module.tree)
        if isinstance(owner, ast.ClassDef)
        for node, why in _hidden(owner)
    ]


def unnamed_constraint_violations(root: Path) -> list[Violation]:
    """Constraints and indexes without a name of their own."""
    return [
        module.violation(node, f"{name} without a name")
        for module in modules(root, "store")
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call)
        if (name := dotted_name(node.func).rpartition(".")[2]).endswith(("Constraint", "Index"))
        if "name" not in {each.arg for each in node.keywords}
    ]


def _signals(module: Module) -> Iterator[tuple[ast.AST, str]]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                if alias.name.startswith(SIGNAL_SOURCES) or alias.name.endswith(".signals"):
                    yield node, alias.name
        elif isinstance(node, ast.ImportFrom):
            source = node.module or ""
            names = {alias.name for alias in node.names}
            if (
                source.startswith(SIGNAL_SOURCES)
                or source.endswith(".signals")
                or "signals" in names
            ):
                yield node, source
        elif isinstance(node, ast.Call) and dotted_name(node.func) in SIGNAL_NAMES:
            yield node, dotted_name(node.func)


def _hidden(owner: ast.ClassDef) -> Iterator[tuple[ast.AST, str]]:
    for node in owner.body:
        if isinstance(node, ast.FunctionDef) and node.name in HIDDEN_METHODS:
            yield node, f"{node.name}() hides logic in the table; write it in a use-case"
        elif owner.name == "Meta" and isinstance(node, ast.Assign):
            for name in map(dotted_name, node.targets):
                if name in OLD_META:
                    yield node, f"Meta.{name}; {OLD_META[name]}"
