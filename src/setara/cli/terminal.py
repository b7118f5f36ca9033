"""Prints for people and for programs: sentences, tables, JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from setara.domain.language.text import Language, Sayable, Text, spoken

WIDEST = 60


@dataclass(frozen=True, slots=True)
class Terminal:
    """Speaks one language; answers go to standard output, everything else to standard error."""

    language: Language = Language.INDONESIAN

    def say(self, text: Sayable) -> None:
        """An answer, as a sentence."""
        print(text.say(self.language))

    def tell(self, text: Sayable) -> None:
        """A remark that is no part of the answer: progress, a warning, a reason."""
        print(text.say(self.language), file=sys.stderr, flush=True)

    def json(self, facts: object) -> None:
        """An answer for programs; Texts are written in both languages."""
        print(json.dumps(facts, ensure_ascii=False, indent=2, default=_plain))

    def table(self, heads: Sequence[Text], rows: Iterable[Sequence[object]]) -> None:
        """Columns as wide as their widest cell, which is cut where it would fill a screen.

        What goes into a file or a pipe is whole.
        """
        cut = _cut if sys.stdout.isatty() else str
        lines = [[head.say(self.language) for head in heads]]
        lines += [[cut(spoken(cell, self.language)) for cell in row] for row in rows]
        widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
        ruled = [lines[0], ["─" * width for width in widths], *lines[1:]]
        for line in ruled:
            cells = (cell.ljust(width) for cell, width in zip(line, widths, strict=True))
            print("  ".join(cells).rstrip())


def _cut(cell: str) -> str:
    return cell if len(cell) <= WIDEST else f"{cell[: WIDEST - 1]}…"


def _plain(value: object) -> object:
    if isinstance(value, Text):
        return {language.value: value.say(language) for language in Language}
    return str(value)
