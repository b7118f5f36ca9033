"""Reading a project's source without importing it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

PACKAGE = "setara"
Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Violation:
    """A place in the source, and the rule it breaks."""

    path: str
    line: int
    why: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.why}"


@dataclass(frozen=True)
class Module:
    """A Python file; `name` is its dotted name where it belongs to a package."""

    root: Path
    file: Path
    name: str

    @cached_property
    def text(self) -> str:
        """What stands in the file."""
        return self.file.read_text("utf-8")

    @cached_property
    def tree(self) -> ast.Module:
        """The file as Python reads it."""
        return ast.parse(self.text, str(self.file))

    @property
    def path(self) -> str:
        """The file's place in the project."""
        return self.file.relative_to(self.root).as_posix()

    @property
    def is_package(self) -> bool:
        """Whether it is the `__init__` of a package."""
        return self.file.name == "__init__.py"

    def violation(self, node: ast.AST | int, why: str) -> Violation:
        """`why`, at the line of `node`."""
        line = node if isinstance(node, int) else getattr(node, "lineno", 1)
        return Violation(self.path, line, why)


def modules(root: Path, *floors: str) -> list[Module]:
    """The modules of the package, or of the named floors only, without generated migrations."""
    source = root / "src"
    below = [source / PACKAGE / floor for floor in floors] or [source / PACKAGE]
    files = sorted(file for folder in below for file in folder.rglob("*.py"))
    return [Module(root, file, _dotted(source, file)) for file in files if _is_written(file)]


def python_files(root: Path, folder: str) -> list[Module]:
    """The Python files of any folder of the project."""
    files = sorted((root / folder).rglob("*.py"))
    return [Module(root, file, _dotted(root, file)) for file in files if _is_written(file)]


def templates(root: Path) -> list[Path]:
    """Every template of the package."""
    found = (root / "src" / PACKAGE).glob("**/templates/**/*")
    return sorted(file for file in found if file.suffix in {".html", ".txt"})


def functions(tree: ast.AST) -> Iterator[Function]:
    """Every function and method, at any depth."""
    for node in ast.walk(tree):
        if isinstance(node, Function):
            yield node


def public_functions(module: Module) -> Iterator[Function]:
    """The functions at the top of a module whose name has no leading underscore."""
    for node in module.tree.body:
        if isinstance(node, Function) and not node.name.startswith("_"):
            yield node


def dotted_name(node: ast.AST) -> str:
    """`a.b.c` for a chain of attributes, the last name alone where its start is an expression."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        return f"{dotted_name(node.value)}.{node.attr}".lstrip(".")
    return ""


def _is_written(file: Path) -> bool:
    return not {"migrations", "__pycache__"} & set(file.parts)


def _dotted(source: Path, file: Path) -> str:
    parts = file.relative_to(source).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
