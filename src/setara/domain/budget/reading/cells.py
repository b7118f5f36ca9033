"""Cells of a received table: as texts, folded for comparison, named as a spreadsheet does."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

Cells = Sequence[object]
"""One row of a neutral grid: texts, numbers, dates, None."""

_NOT_WORD = re.compile(r"[^0-9a-z]+")
_LETTERS = 26


def tidy(cell: object) -> str:
    """A cell as text, blanks and line breaks reduced to one space."""
    return "" if cell is None else " ".join(str(cell).split())


def folded(cell: object) -> str:
    """A heading reduced to its words: `Kode Sub Kegiatan`, `kode_sub_kegiatan` are one."""
    return _NOT_WORD.sub(" ", tidy(cell).lower()).strip()


def letter(place: int) -> str:
    """The column letter a spreadsheet shows for a position from 0: 0 is A, 26 is AA."""
    name = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, _LETTERS)
        name = chr(ord("A") + rest) + name
    return name


def is_blank(cells: Cells) -> bool:
    """Whether no cell of a row says anything."""
    return not any(tidy(cell) for cell in cells)


def is_number(cell: object) -> bool:
    """Whether the cell is a number of the file itself, not a text; True and dates are none."""
    return isinstance(cell, int | float) and not isinstance(cell, bool | date)


class Tidied(dict[object, str]):
    """Cells and their tidy texts, so that what is repeated is tidied and kept once.

    Cost: 0.1 µs for a text seen before.
    """

    def __missing__(self, cell: object) -> str:
        text = self[cell] = tidy(cell)
        return text
