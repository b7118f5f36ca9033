"""One word for one thing, and no drawer for what nobody could name."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.rules.reading import Module, Violation, modules, python_files

DRAWERS = {"utils", "util", "helpers", "helper", "common", "core", "misc"}
FORBIDDEN = {
    "gap": "GAP is Pathway, kesenjangan is Disparity",
    "arg": "ARG is Allocation or responsive_share",
}
CLASS_SUFFIXES = ("Manager", "Helper", "Helpers", "Util", "Utils")
FRAMEWORK_BASES = ("BaseUserManager",)
"""Django asks for a class of this kind where accounts sign in with something but a user name."""
WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")


def drawer_violations(root: Path) -> list[Violation]:
    """Packages and modules whose name says nothing."""
    every = [*modules(root), *python_files(root, "tests"), *python_files(root, "workshop")]
    return [
        module.violation(1, f"'{drawer[0]}' says nothing about what is in it")
        for module in every
        if (drawer := sorted(DRAWERS & set(module.name.split("."))))
    ]


def identifier_violations(root: Path) -> list[Violation]:
    """Forbidden words as a whole identifier or as a part of one; text in quotes is free."""
    return [
        module.violation(line, f"'{name}': {FORBIDDEN[word]}")
        for module in modules(root)
        for line, name in identifiers(module)
        for word in map(str.lower, WORD.findall(name))
        if word in FORBIDDEN
    ]


def class_violations(root: Path) -> list[Violation]:
    """Classes named after nothing they do."""
    return [
        module.violation(node, f"class {node.name}: say what it does instead")
        for module in modules(root)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ClassDef) and node.name.endswith(CLASS_SUFFIXES)
        if not any(base in ast.unparse(part) for part in node.bases for base in FRAMEWORK_BASES)
    ]


def identifiers(module: Module) -> Iterator[tuple[int, str]]:
    """Every name the module gives, with its line; a name that is only read is another's."""
    yield 1, module.name.rpartition(".")[2]
    for node in ast.walk(module.tree):
        line = getattr(node, "lineno", 1)
        match node:
            case ast.ClassDef(name=name) | ast.FunctionDef(name=name):
                yield line, name
            case ast.AsyncFunctionDef(name=name):
                yield line, name
            case ast.Name(id=name, ctx=ast.Store()) | ast.arg(arg=name):
                yield line, name
            case ast.Attribute(attr=name, ctx=ast.Store()):
                yield line, name
            case ast.keyword(arg=str(name)):
                yield line, name
            case ast.alias(asname=str(name)):
                yield line, name
