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


def column_number(letters: str) -> int:
    """0 for `A`, 25 for `Z`, 26 for `AA`."""
    number = 0
    for letter in letters:
        number = number * _LETTERS + ord(letter) - ord("A") + 1
    return number - 1
