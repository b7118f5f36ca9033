"""Templates are laid out alike: two blanks a step, no tabs, nothing at the end of a line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.architecture.rules.reading import Violation, templates

STEP = 2


def layout_violations(root: Path) -> list[Violation]:
    """Templates with tabs, odd indents, blanks at line ends, or without a last line end."""
    return [
        Violation(file.relative_to(root).as_posix(), line, why)
        for file in templates(root)
        if file.suffix == ".html"
        for line, why in _faults(file.read_text("utf-8"))
    ]


def _faults(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.splitlines(), start=1):
        indent = len(line) - len(line.lstrip())
        if "\t" in line:
            yield number, "a tab"
        if line != line.rstrip():
            yield number, "blanks at the end of the line"
        if indent % STEP:
            yield number, f"indented by {indent} blanks, not by a multiple of {STEP}"
    if text and (not text.endswith("\n") or text.endswith("\n\n")):
        yield text.count("\n") + 1, "does not end with one line end"
