"""What a beginner needs beside each column of a GAP: what belongs there, and two examples."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from setara.domain.language.text import Text
from setara.domain.law.source import MalformedLaw, Table, needed, only, optional, pair, parsed

FILE = files("setara.domain.budget") / "data" / "teaching.toml"

_COLUMN = frozenset({"code", "belongs", "belongs_en", "ask", "ask_en", "good", "weak"})
_EXAMPLE = frozenset({"text", "text_en", "why", "why_en", "source"})


@dataclass(frozen=True, slots=True)
class Example:
    """One example with the reason it is good or weak; without `source` it is made up to teach."""

    text: Text
    why: Text
    source: str

    @property
    def is_made_up(self) -> bool:
        """Whether it stands in no document."""
        return not self.source


@dataclass(frozen=True, slots=True)
class Teaching:
    """What is taught beside one column; `ask` is a question its writer can put to himself."""

    code: str
    belongs: Text
    ask: Text
    good: Example
    weak: Example


def teaching_of(code: str) -> Teaching | None:
    """What is taught beside the column of that code; None for a column of another form."""
    return teachings().get(code)


@cache
def teachings(file: Traversable = FILE) -> Mapping[str, Teaching]:
    """All columns by code, in the order of the form. Raises MalformedLaw, naming the place."""
    read = parsed(file.name, file)
    only(file.name, read, frozenset({"verified", "column"}))
    found: dict[str, Teaching] = {}
    for entry in needed(file.name, read, "column", list):
        teaching = _teaching(file.name, entry)
        if teaching.code in found:
            raise MalformedLaw(file.name, f"column “{teaching.code}” stands twice")
        found[teaching.code] = teaching
    return found


def _teaching(name: str, entry: Table) -> Teaching:
    code = needed(name, entry, "code", str)
    where = f"{name}, {code}"
    only(where, entry, _COLUMN)
    return Teaching(
        code=code,
        belongs=pair(where, entry, "belongs"),
        ask=pair(where, entry, "ask"),
        good=_example(f"{where}, good", needed(where, entry, "good", dict)),
        weak=_example(f"{where}, weak", needed(where, entry, "weak", dict)),
    )


def _example(where: str, entry: Table) -> Example:
    only(where, entry, _EXAMPLE)
    return Example(
        text=pair(where, entry, "text"),
        why=pair(where, entry, "why"),
        source=optional(where, entry, "source", str) or "",
    )
