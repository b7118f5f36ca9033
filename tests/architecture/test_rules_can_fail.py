"""Each rule against a made-up project that breaks it: a rule that cannot fail holds nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.architecture.broken import BROKEN, SOUND
from tests.architecture.rules import (
    clock,
    commands,
    dependencies,
    diagonals,
    docstrings,
    ground,
    layout,
    names,
    sizes,
    tables,
    words,
)
from tests.architecture.rules.reading import Violation

Rule = Callable[[Path], list[Violation]]
RULE_MODULES = (
    clock,
    commands,
    dependencies,
    diagonals,
    docstrings,
    ground,
    layout,
    names,
    sizes,
    tables,
    words,
)
RULES: dict[str, Rule] = {
    name: rule
    for module in RULE_MODULES
    for name, rule in vars(module).items()
    if name.endswith("_violations") and rule.__module__ == module.__name__
}


def project(root: Path, *, changed: dict[str, str]) -> Path:
    """A small sound project with some files changed or added."""
    for name, text in (SOUND | changed).items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return root


@pytest.mark.parametrize("name", RULES)
def test_a_sound_project_breaks_no_rule(name: str, tmp_path: Path) -> None:
    assert RULES[name](project(tmp_path, changed={})) == []


@pytest.mark.parametrize(("name", "path", "text", "why"), BROKEN)
def test_a_broken_rule_is_reported(
    name: str, path: str, text: str, why: str, tmp_path: Path
) -> None:
    found = RULES[name](project(tmp_path, changed={path: text}))

    assert [violation for violation in found if violation.path == path and why in violation.why]


def test_every_rule_was_seen_to_fail() -> None:
    assert {name for name, *_ in BROKEN} == set(RULES)


def test_modules_to_watch_are_named_before_they_are_refused(tmp_path: Path) -> None:
    path = "src/setara/domain/budget/long.py"
    root = project(tmp_path, changed={path: '"""Long."""\n' + "A = 1\n" * 300})

    assert [found.path for found in sizes.modules_to_watch(root)] == [path]
    assert sizes.module_violations(root) == []
