"""Small: what does not fit on a page or two is split by meaning."""

from __future__ import annotations

from pathlib import Path

from tests.architecture.rules.reading import (
    Function,
    Violation,
    functions,
    modules,
    python_files,
    templates,
)

MODULE_SOFT = 250
MODULE = 400
FUNCTION = 40
VIEW = 20
TEMPLATE = 150


def module_violations(root: Path) -> list[Violation]:
    """Modules over the hard limit; tests and tools are held to it too."""
    return _longer_than(root, MODULE)


def modules_to_watch(root: Path) -> list[Violation]:
    """Modules over the soft limit: named by the check, not refused."""
    return _longer_than(root, MODULE_SOFT)


def function_violations(root: Path) -> list[Violation]:
    """Functions over 40 lines, views over 20, docstring counted, decorators not."""
    found = []
    for module in [*modules(root), *python_files(root, "workshop")]:
        is_views = "/web/" in module.path and module.file.name.startswith("views")
        limit = VIEW if is_views or "/views/" in module.path else FUNCTION
        found += [
            module.violation(function, f"{function.name} has {lines} lines, at most {limit}")
            for function in functions(module.tree)
            if (lines := _lines_of(function)) > limit
        ]
    return found


def template_violations(root: Path) -> list[Violation]:
    """Templates over 150 lines."""
    return [
        Violation(file.relative_to(root).as_posix(), 1, f"{lines} lines, at most {TEMPLATE}")
        for file in templates(root)
        if (lines := len(file.read_text("utf-8").splitlines())) > TEMPLATE
    ]


def _longer_than(root: Path, limit: int) -> list[Violation]:
    every = [*modules(root), *python_files(root, "tests"), *python_files(root, "workshop")]
    return [
        module.violation(1, f"{lines} lines, at most {limit}")
        for module in every
        if (lines := len(module.text.splitlines())) > limit
    ]


def _lines_of(function: Function) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1
