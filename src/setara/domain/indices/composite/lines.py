"""Where each setting of a TOML file stands; Python's reader forgets the lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

_PART = r"""(?:[A-Za-z0-9_-]+|"[^"\n]*"|'[^'\n]*')"""
_DOTTED = rf"{_PART}(?:\s*\.\s*{_PART})*"
_TABLE = re.compile(rf"\s*\[\s*({_DOTTED})\s*\]\s*(?:#.*)?$")
_ENTRY = re.compile(rf"\s*\[\[\s*({_DOTTED})\s*\]\]\s*(?:#.*)?$")
_SETTING = re.compile(rf"\s*({_DOTTED})\s*=")
_FENCE = re.compile(r'"""|\'\'\'')

Path = tuple[str | int, ...]


class Lines:
    """The line of every section and setting; `twice` are those that stand there again.

    A path is the keys down to a setting; the entries of a repeated section are counted from 0.
    """

    def __init__(self, text: str) -> None:
        self.found: dict[Path, int] = {(): 1}
        self.twice: list[tuple[int, str, int]] = []
        self._entries: dict[Path, int] = {}
        for number, path, name in self._read(text):
            first = self.found.setdefault(path, number)
            if first != number:
                self.twice.append((number, name, first))

    def of(self, *path: str | int) -> int:
        """The line of the setting, or of the nearest thing around it."""
        for length in range(len(path), -1, -1):
            if path[:length] in self.found:
                return self.found[path[:length]]
        return 1

    def _read(self, text: str) -> Iterator[tuple[int, Path, str]]:
        section: Path = ()
        fence = ""
        for number, line in enumerate(text.splitlines(), 1):
            if not fence:
                if entry := _ENTRY.match(line):
                    section = self._entry(entry[1])
                    yield number, section, entry[1]
                elif table := _TABLE.match(line):
                    section = self._within(_parts(table[1]))
                    yield number, section, table[1]
                elif setting := _SETTING.match(line):
                    yield number, (*section, *_parts(setting[1])), setting[1]
            fence = _fence_after(line, fence)

    def _entry(self, dotted: str) -> Path:
        path = self._within(_parts(dotted))
        self._entries[path] = self._entries.get(path, -1) + 1
        return (*path, self._entries[path])

    def _within(self, path: Path) -> Path:
        """The path, through the newest entry of a repeated section above it."""
        for length in range(1, len(path)):
            if path[:length] in self._entries:
                return (*path[:length], self._entries[path[:length]], *path[length:])
        return path


def _parts(dotted: str) -> Path:
    return tuple(part.strip("\"'") for part in re.findall(_PART, dotted))


def _fence_after(line: str, fence: str) -> str:
    """The quotes that are still open behind the line, which may hold anything until they close."""
    for mark in _FENCE.findall(line):
        if not fence:
            fence = mark
        elif mark == fence:
            fence = ""
    return fence
