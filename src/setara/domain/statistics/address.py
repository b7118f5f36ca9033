"""The address of a cell as spreadsheets write it."""

from __future__ import annotations

_LETTERS = 26


def column_letter(place: int) -> str:
    """`A` for 0, `Z` for 25, `AA` for 26."""
    letters, left = "", place + 1
    while left:
        left, rest = divmod(left - 1, _LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters
