"""What was typed into the form of a GAP, as names and words before anything is judged.

Pasted lists are spread over rows, and rows are added and taken out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from setara.domain.language.pasting import TooLong, rows_of

INTERNAL, EXTERNAL, ACTION, INDICATOR = "internal", "external", "action", "indicator"
LISTS = (INTERNAL, EXTERNAL, ACTION, INDICATOR)
MOST_ROWS = 200
"""The most rows a list takes; more are not read, and the form says so."""
_NUMBERED_AS = {INTERNAL: "cause", EXTERNAL: "cause", ACTION: ACTION, INDICATOR: INDICATOR}
_ROW = re.compile(rf"({'|'.join(LISTS)})-(\d{{1,4}})-(\w+)")
_DROP = re.compile(rf"drop-({'|'.join(LISTS)})-(\d{{1,4}})")

Typed = MultiValueDict[str, str]
Row = dict[str, list[str]]


def rows_in(typed: Typed) -> dict[str, list[Row]]:
    """The rows of each list in the order of their numbers."""
    found: dict[str, dict[int, Row]] = {name: {} for name in LISTS}
    for name in typed:
        if match := _ROW.fullmatch(name):
            row = found[match[1]].setdefault(int(match[2]), {})
            row[match[3]] = typed.getlist(name)
    return {name: [rows[place] for place in sorted(rows)] for name, rows in found.items()}


def tidied(sent: QueryDict, do: str, free: Mapping[str, int]) -> Typed:
    """What was sent, after the deed of the button; `free` is the next number of each kind of row.

    A row in whose words a list was pasted becomes as many rows. Rows without a number get one.
    """
    lists = rows_in(sent)
    if (match := _DROP.fullmatch(do)) and int(match[2]) < len(lists[match[1]]):
        del lists[match[1]][int(match[2])]
    lists = {
        name: [part for row in rows for part in _spread(_open(row, free[_NUMBERED_AS[name]]))]
        for name, rows in lists.items()
    }
    if do.removeprefix("add-") in LISTS:
        lists[do.removeprefix("add-")].append({})
    typed: Typed = MultiValueDict(
        {name: sent.getlist(name) for name in sent if not _ROW.fullmatch(name)}
    )
    return laid_out(typed, lists, free)


def laid_out(typed: Typed, lists: Mapping[str, Iterable[Row]], free: Mapping[str, int]) -> Typed:
    """The rows beside the other fields, each list with at least one row to write in."""
    numbers = dict(free)
    filled = {name: list(rows) or [{}] for name, rows in lists.items()}
    for name, row in ((name, row) for name, rows in filled.items() for row in rows):
        kind, said = _NUMBERED_AS[name], "".join(row.get("key", []))
        if said.isascii() and said.isdecimal():
            numbers[kind] = max(numbers[kind], int(said[:9]) + 1)
    for name, rows in filled.items():
        for place, row in enumerate(rows[:MOST_ROWS]):
            kind = _NUMBERED_AS[name]
            if not "".join(row.get("key", [])):
                row["key"] = [str(numbers[kind])]
                numbers[kind] += 1
            for field, values in row.items():
                typed.setlist(f"{name}-{place}-{field}", values)
    return typed


def _open(row: Row, free: int) -> Row:
    """A new row in which nothing stands lends its number to one in which something does."""
    key = "".join(row.get("key", []))
    is_new = key.isascii() and key.isdecimal() and int(key[:9]) >= free
    if is_new and not any("".join(row[name]) for name in row if name not in {"key", "level"}):
        return {name: values for name, values in row.items() if name != "key"}
    return row


def _spread(row: Row) -> list[Row]:
    try:
        words = rows_of("".join(row.get("text", [])))
    except TooLong:
        # The form says so beside the field, with the words still in it.
        return [row]
    first, *others = words or ("",)
    rest = {name: values for name, values in row.items() if name not in {"key", "amount", "text"}}
    return [row | {"text": [first]}, *({**rest, "text": [other]} for other in others)]
