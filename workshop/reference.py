"""Prints docs/reference from the code it documents, or says where the two differ."""

from __future__ import annotations

import importlib
import os
import pkgutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "reference"
MEND = "python -m workshop.reference"

Rows = Iterable[Iterable[object]]


def table(heads: Iterable[str], rows: Rows) -> str:
    """A Markdown table; marks that would break a cell are escaped."""
    names = list(heads)
    lines = [_line(names), _line("---" for _ in names), *(_line(row) for row in rows)]
    return "\n".join(lines) + "\n"


def _line(cells: Iterable[object]) -> str:
    shown = (str(cell).replace("|", "\\|").replace("\n", " ") for cell in cells)
    return f"| {' | '.join(shown)} |"


def settings() -> str:
    """Every environment variable."""
    from setara.config.environment import VARIABLES

    rows = (
        (f"`{each.name}`", f"`{each.default}`" if each.default else "", _both(each.explanation))
        for each in VARIABLES
    )
    return (
        "# Settings\n\nEnvironment variables. Odd values are refused with their reason.\n\n"
        + table(("name", "default", "what it does"), rows)
    )


def commands() -> str:
    """Every word of the terminal."""
    from setara.cli.main import all_words
    from setara.cli.word import Group

    rows: list[tuple[str, str]] = []
    waiting = [("./setara", word) for word in reversed(all_words())]
    while waiting:
        called, word = waiting.pop()
        named = f"{called} {word.name}"
        if isinstance(word, Group):
            waiting += [(named, each) for each in reversed(word.words)]
        else:
            rows.append((f"`{named}`", _both(word.says)))
    intro = "# Words of the terminal\n\n`./setara WORD --help` explains each with its options.\n\n"
    return intro + table(("word", "what it does"), rows)


def events() -> str:
    """Every event of the audit trail with the command that leaves it."""
    _import_all("setara.usecases")
    from setara.usecases.foundation.command import COMMANDS

    rows = sorted((kind.name, _both(kind.label), path) for path, kind in COMMANDS.items())
    return "# Events of the audit trail\n\n" + table(
        ("event", "what it says", "left by"),
        ((f"`{name}`", says, f"`{path.removeprefix('setara.')}`") for name, says, path in rows),
    )


def access() -> str:
    """Which seat may do what, and how far it reaches."""
    from setara.domain.foundation.permission import GRANTS, Permission

    kinds = list(GRANTS)
    rows = (
        (
            f"`{permission.value}`",
            *(_reach(GRANTS[kind].get(permission)) for kind in kinds),
        )
        for permission in Permission
    )
    heads = ("permission", *(kind.value for kind in kinds))
    return (
        "# Access\n\n● for the whole government, ○ for the own agency. Who speaks for a holder on "
        "one occasion only reads.\n\n" + table(heads, rows)
    )


def _reach(reach: Enum | None) -> str:
    return "" if reach is None else {"GOVERNMENT": "●", "OWN_AGENCY": "○"}[reach.name]


def states() -> str:
    """The states of everything that has them, as diagrams."""
    parts = ["# States\n\nDrawn from the transition tables of the rules.\n"]
    for title, module in (
        ("Gender issue", "setara.domain.statistics.issue"),
        ("Pathway (GAP)", "setara.domain.budget.pathway_steps"),
        ("Statement (GBS)", "setara.domain.budget.statement"),
        ("Meeting (rakor)", "setara.domain.coordination.meeting"),
        ("Follow-up", "setara.domain.coordination.follow_up"),
    ):
        loaded = importlib.import_module(module)
        parts.append(f"\n## {title}\n\n```mermaid\nstateDiagram-v2\n")
        parts += [f"    {arrow}\n" for arrow in _arrows(loaded.TRANSITIONS)]
        parts.append("```\n\n" + table(("state or step", "whose move"), _owners(loaded.OWNERS)))
    return "".join(parts)


def _arrows(transitions: Mapping[object, object]) -> list[str]:
    found = []
    for state, to in transitions.items():
        if isinstance(state, tuple):
            found.append(f"{state[0].value} --> {_value(to)}: {state[1].value}")
        else:
            found += [f"{_value(state)} --> {each}" for each in sorted(map(_value, _many(to)))]
    return found


def _owners(owners: Mapping[object, object]) -> list[tuple[str, str]]:
    return [
        (f"`{_value(key)}`", ", ".join(sorted(map(_value, _many(value)))) or "nobody")
        for key, value in owners.items()
    ]


def _many(value: object) -> list[object]:
    return list(value) if isinstance(value, frozenset | set | tuple) else [value]


def _value(member: object) -> str:
    return str(member.value) if isinstance(member, Enum) else str(member)


def glossary() -> str:
    """Every term with the name it has in the code."""
    from setara.domain.law.glossary import terms

    rows = (
        (
            each.term.id,
            each.term.en,
            f"`{each.identifier}`" if each.identifier else "",
            each.definition.en,
            "yes" if each.verified else "no",
        )
        for each in terms()
    )
    heads = ("Indonesian", "English", "in code", "meaning", "verified")
    return "# Glossary\n\n" + table(heads, rows)


def law() -> str:
    """The register of regulations and the parameters that cite it."""
    from setara.domain.law.parameters import history, keys
    from setara.domain.law.regulations import register

    regulations = (
        (
            each.name,
            each.title.id,
            each.state.label.en,
            each.mark.value,
            "yes" if each.verified else "no",
        )
        for each in register()
    )
    values = (
        (
            f"`{value.key}`",
            f"{value.value} {value.unit}",
            f"{value.valid_from} – {value.valid_to or ''}",
            f"{value.regulation}: {value.locator}",
            "yes" if value.verified else "no",
        )
        for key in keys()
        for value in history(key)
    )
    return (
        "# Law as data\n\nMarks: Q read in a source, K the compilers' knowledge, C their "
        "inference. What is not verified is marked so wherever it is shown.\n\n## Regulations\n\n"
        + table(("regulation", "title", "state", "mark", "verified"), regulations)
        + "\n## Parameters\n\n"
        + table(("parameter", "value", "in force", "source", "verified"), values)
    )


def rules() -> str:
    """The rules of substance that a GAP is checked by."""
    from setara.domain.budget.rule_book import SENTENCES, SEVERITIES

    rows = (
        (
            f"`{rule}`",
            sentence.en,
            sentence.id,
            ", ".join(severity.value for severity in SEVERITIES[rule]),
        )
        for rule, sentence in SENTENCES.items()
    )
    return (
        "# Rules of substance\n\nWhat a GAP is checked by, in the register and in a file (see "
        "[check a GAP or GBS](../how-to/check-a-gap.md)). An *error* stops a signature, a "
        "*warning* is explained and let through, a *note* is told. A government may switch a rule "
        "off; its errors stay. A name is never used again.\n\n"
        + table(("rule", "what it asks for", "in Indonesian", "weight"), rows)
    )


PAGES: dict[str, Callable[[], str]] = {
    "settings.md": settings,
    "commands.md": commands,
    "events.md": events,
    "access.md": access,
    "states.md": states,
    "glossary.md": glossary,
    "law.md": law,
    "rules.md": rules,
}


def _both(text: object) -> str:
    return f"{text.en} / {text.id}"  # type: ignore[attr-defined]


def _import_all(package: str) -> None:
    root = importlib.import_module(package)
    for module in pkgutil.walk_packages(root.__path__, f"{package}."):
        importlib.import_module(module.name)


def _set_up() -> None:
    """Load the tables in a folder of its own, so that nothing of an installation is touched."""
    os.environ["SETARA_HOME"] = tempfile.mkdtemp(prefix="setara-reference-")
    os.environ["DJANGO_SETTINGS_MODULE"] = "setara.config.settings"
    importlib.import_module("django").setup()


def main(given: list[str]) -> int:
    """Write the pages, or with --check tell which ones are out of date."""
    _set_up()
    FOLDER.mkdir(parents=True, exist_ok=True)
    stale = []
    for name, make in PAGES.items():
        content = f"<!-- Printed by {MEND}; do not edit. -->\n\n{make()}"
        path = FOLDER / name
        if path.exists() and path.read_text("utf-8") == content:
            continue
        stale.append(name)
        if "--check" not in given:
            path.write_text(content, "utf-8")
    if "--check" in given and stale:
        print(f"Out of date: {', '.join(stale)}. Mend with: {MEND}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
