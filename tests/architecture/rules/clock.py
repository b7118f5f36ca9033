"""Only interfaces read the clock; the ground floor knows neither network nor chance."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.rules.reading import Module, Violation, dotted_name, modules

CLOCKLESS = ("domain", "store", "usecases", "formats")
CLOCK_CALLS = {
    *(f"{owner}.{name}" for owner in ("datetime", "date", "timezone") for name in ("now", "today")),
    *(
        "datetime.utcnow",
        "datetime.datetime.now",
        "datetime.datetime.utcnow",
        "datetime.date.today",
    ),
    *("time.time", "time.time_ns", "time.localtime", "time.gmtime", "time.monotonic"),
    *("time.perf_counter", "models.functions.Now", "functions.Now", "Now"),
}
CLOCK_IMPORTS = {
    "django.utils.timezone": {"now"},
    "time": {"time", "time_ns", "localtime", "gmtime", "monotonic", "perf_counter"},
    "django.db.models.functions": {"Now"},
}
CLOCK_WITHOUT_ARGUMENT = {"localdate", "localtime", "timezone.localdate", "timezone.localtime"}
CLOCK_KEYWORDS = {"auto_now", "auto_now_add"}
NOT_ON_THE_GROUND = {
    *("random", "secrets", "uuid", "socket", "ssl", "http", "urllib.request", "ftplib", "smtplib"),
    *("subprocess", "asyncio", "threading", "multiprocessing", "time"),
}


def clock_violations(root: Path) -> list[Violation]:
    """Reads of the clock on floors that are given the time: calls, imports, self-dating columns."""
    return [
        module.violation(node, f"{what} reads the clock; take `at` or `today` instead")
        for module in modules(root, *CLOCKLESS)
        for node, what in _clocks(module)
    ]


def chance_violations(root: Path) -> list[Violation]:
    """Imports of the network, of chance or of other processes in the domain."""
    return [
        module.violation(node, f"the domain may not import {name}")
        for module in modules(root, "domain")
        for node, name in _imported(module)
        if name in NOT_ON_THE_GROUND
    ]


def _clocks(module: Module) -> Iterator[tuple[ast.AST, str]]:
    for node in ast.walk(module.tree):
        match node:
            case ast.Call():
                yield from ((node, name) for name in _clocks_called(node))
            case ast.ImportFrom(module=str(source), names=names) if source in CLOCK_IMPORTS:
                for alias in names:
                    if alias.name in CLOCK_IMPORTS[source]:
                        yield node, f"{source}.{alias.name}"
            case ast.keyword(arg="default", value=value) if dotted_name(value) in CLOCK_CALLS:
                yield value, dotted_name(value)


def _clocks_called(call: ast.Call) -> Iterator[str]:
    name = dotted_name(call.func)
    if name in CLOCK_CALLS:
        yield name
    if name in CLOCK_WITHOUT_ARGUMENT and not call.args and not call.keywords:
        yield f"{name}()"
    yield from (str(each.arg) for each in call.keywords if each.arg in CLOCK_KEYWORDS)


def _imported(module: Module) -> Iterator[tuple[ast.AST, str]]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from ((node, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            source = node.module or ""
            yield node, source
            yield from ((node, f"{source}.{alias.name}") for alias in node.names)
