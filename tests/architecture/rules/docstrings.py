"""Every module says in its first line what it is."""

from __future__ import annotations

import ast
from pathlib import Path

from tests.architecture.rules.reading import Module, Violation, modules, python_files

ENDS = (".", "!", "?", ":")


def docstring_violations(root: Path) -> list[Violation]:
    """Modules without a first line that is a sentence; empty `__init__` files of tests are free."""
    every = [*modules(root), *python_files(root, "workshop"), *python_files(root, "tests")]
    return [
        module.violation(1, why)
        for module in every
        if module.text.strip() or not module.path.startswith("tests/")
        if (why := _fault(module))
    ]


def _fault(module: Module) -> str | None:
    docstring = ast.get_docstring(module.tree)
    if not docstring:
        return "says nothing about what it is"
    first = docstring.splitlines()[0]
    if not first.endswith(ENDS):
        return f"its first line is no sentence: {first}"
    return None
