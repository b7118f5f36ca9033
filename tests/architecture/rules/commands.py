"""The shape of verbs and questions: keyword-only, `by`, `at`; ids or answers come out."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.rules.reading import (
    Function,
    Module,
    Violation,
    dotted_name,
    modules,
    public_functions,
)

COMMAND_RETURNS = {"int", "str", "UUID", "None"}
UNFIT = {"Any", "object", "Model", "QuerySet", "Manager", "dict", "list", "set", "HttpResponse"}
"""What may not leave a query: rows, what can be changed afterwards, and what says nothing."""


def command_violations(root: Path) -> list[Violation]:
    """Commands that are not keyword-only with `by` and `at`, or return more than an id."""
    return [
        module.violation(function, f"command {function.name} {why}")
        for module, function in commands(root)
        for why in _command_faults(function)
    ]


def query_violations(root: Path) -> list[Violation]:
    """Queries that are not keyword-only with `by`, or hand out rows or changeable things."""
    return [
        module.violation(function, f"query {function.name} {why}")
        for module in modules(root, "usecases")
        if module.file.name.startswith("queries")
        for function in public_functions(module)
        for why in _query_faults(module, function)
    ]


def commands(root: Path) -> Iterator[tuple[Module, Function]]:
    """The public functions of `commands*.py` but rules (`may_…`), and all else declared so."""
    for module in modules(root, "usecases"):
        everything = module.file.name.startswith("commands")
        for function in public_functions(module):
            declared = "command" in map(_decorator, function.decorator_list)
            if declared or (everything and not function.name.startswith("may_")):
                yield module, function


def _decorator(node: ast.expr) -> str:
    return dotted_name(node.func if isinstance(node, ast.Call) else node)


def _command_faults(function: Function) -> Iterator[str]:
    if "command" not in map(_decorator, function.decorator_list):
        yield "is not declared with @command"
    yield from _signature_faults(function, {"by", "at"})
    returns = _names(function.returns)
    if not returns or returns - COMMAND_RETURNS:
        said = ast.unparse(function.returns) if function.returns else "anything"
        yield f"returns {said}, not an id"


def _query_faults(module: Module, function: Function) -> Iterator[str]:
    yield from _signature_faults(function, {"by"})
    if function.returns is None:
        yield "does not say what it returns"
    thawed = _thawed(module)
    for name in sorted(_names(function.returns)):
        if name in UNFIT or name.endswith("Record"):
            yield f"returns {name}"
        if name in thawed:
            yield f"returns {name}, which is not a frozen dataclass"


def _signature_faults(function: Function, needed: set[str]) -> Iterator[str]:
    arguments = function.args
    if arguments.args or arguments.posonlyargs or arguments.vararg:
        yield "takes arguments by position"
    missing = needed - {each.arg for each in arguments.kwonlyargs}
    if missing:
        yield f"takes no {' and no '.join(sorted(missing))}"


def _names(annotation: ast.expr | None) -> set[str]:
    """Every type named in an annotation, also in one written as text."""
    found: set[str] = set()
    for node in ast.walk(annotation) if annotation else ():
        if isinstance(node, ast.Name):
            found.add(node.id)
        elif isinstance(node, ast.Attribute):
            found.add(node.attr)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            found |= _names(ast.parse(node.value, mode="eval").body)
        elif isinstance(node, ast.Constant) and node.value is None:
            found.add("None")
    return found


def _thawed(module: Module) -> set[str]:
    """Classes of the module that can be changed after they were made; enumerations cannot."""
    return {
        node.name
        for node in module.tree.body
        if isinstance(node, ast.ClassDef)
        and not any("Enum" in ast.unparse(base) for base in node.bases)
        and not any("frozen=True" in ast.unparse(each) for each in node.decorator_list)
    }
