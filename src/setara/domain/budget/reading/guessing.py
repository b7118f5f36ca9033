"""Columns whose headings nobody knows, told by what stands below them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from setara.domain.budget.reading.amounts import UNREAD, Amounts, is_amount_like
from setara.domain.budget.reading.cells import Cells, is_blank, tidy
from setara.domain.budget.reading.codes import FIRST_ACCOUNTS, tokens_of, written_code
from setara.domain.budget.reading.heading import SEARCHED_ROWS, ColumnRead, Heading
from setara.domain.budget.reading.roles import DESCRIPTIONS, MONEY, Role

_FEWEST_ROWS = 4
_SHARE = 0.4
_FEWEST_LETTERS = 3


def completed(heading: Heading | None, rows: Sequence[Cells]) -> tuple[Heading | None, list[int]]:
    """The heading with a code, a description and an amount where it names none, and the places
    guessed.

    A column counts as what four in ten of the rows below say it is. Without any heading the row
    above the first coded one is taken for it. None where nothing can be told.
    """
    started = heading or _bare_heading(rows)
    if started is None:
        return None, []
    body = [row for row in rows[started.last + 1 : SEARCHED_ROWS * 2] if not is_blank(row)]
    if len(body) < _FEWEST_ROWS:
        return heading, []
    roles: dict[int, Role] = {}
    places = started.places
    if not started.code_places:
        _guess(started, body, is_code_like, Role.CODE, roles)
    if not any(role in places for role in DESCRIPTIONS):
        _guess(started, body, _is_worded, Role.TEXT, roles)
    if not any(role in places for role in MONEY):
        _guess_money(started, body, roles)
    if not roles or (heading is None and set(roles.values()) < {Role.CODE, Role.TEXT, Role.AMOUNT}):
        return heading, []
    return _with(started, roles), list(roles)


def is_code_like(cell: object) -> bool:
    """Whether a cell could be a code of a budget: parts between dots, the first of one digit."""
    tokens = tokens_of(written_code(cell)[0]) if tidy(cell) else ()
    if not tokens or len(tokens[0]) != 1:
        return False
    return len(tokens) > 1 or tokens[0] in FIRST_ACCOUNTS


def _is_worded(cell: object) -> bool:
    return sum(mark.isalpha() for mark in tidy(cell)) >= _FEWEST_LETTERS


def _bare_heading(rows: Sequence[Cells]) -> Heading | None:
    """The row above the first one with a code and, right of it, an amount."""
    for number, cells in enumerate(rows[:SEARCHED_ROWS]):
        codes = [place for place, cell in enumerate(cells) if is_code_like(cell)]
        if codes and any(is_amount_like(cell) for cell in cells[codes[0] + 2 :]):
            above = number - 1
            while (
                above >= 0 and codes[0] < len(rows[above]) and is_code_like(rows[above][codes[0]])
            ):
                above -= 1
            return _untold(rows, above)
    return None


def _untold(rows: Sequence[Cells], number: int) -> Heading:
    """A row taken for the heading, none of its columns known; -1 where nothing stands above."""
    cells = rows[number] if number >= 0 else ()
    titles = (tidy(cells[p]) if p < len(cells) else "" for p in range(max(map(len, rows))))
    columns = tuple(ColumnRead(place, title, None) for place, title in enumerate(titles))
    return Heading(max(number, 0), number, columns, ())


def _guess(
    heading: Heading,
    body: Sequence[Cells],
    fits: Callable[[object], bool],
    role: Role,
    roles: dict[int, Role],
) -> None:
    """Give `role` to the column without one whose cells fit best."""
    best = _best(heading, body, fits, roles)
    if best is not None:
        roles[best] = role


def _best(
    heading: Heading, body: Sequence[Cells], fits: Callable[[object], bool], roles: dict[int, Role]
) -> int | None:
    counts = {
        each.place: sum(1 for row in body if each.place < len(row) and fits(row[each.place]))
        for each in heading.columns
        if each.role is None and each.place not in roles
    }
    best = max(counts, key=lambda place: (counts[place], -place), default=None)
    return best if best is not None and counts[best] >= len(body) * _SHARE else None


def _guess_money(heading: Heading, body: Sequence[Cells], roles: dict[int, Role]) -> None:
    """The first column of amounts; with a second and their difference, before and after."""
    found: list[int] = []
    taken = dict(roles)
    while (place := _best(heading, body, is_amount_like, taken)) is not None:
        taken[place] = Role.AMOUNT
        found.append(place)
    found.sort()
    if not found:
        return
    if len(found) > 2 and _is_difference(body, found[:3]):  # noqa: PLR2004
        roles.update(zip(found[:3], (Role.BEFORE, Role.AFTER, Role.CHANGE), strict=True))
    else:
        roles[found[0]] = Role.AMOUNT


def _is_difference(body: Sequence[Cells], places: Sequence[int]) -> bool:
    """Whether the third column is the second less the first, in most rows."""
    columns = [Amounts([row[p] for row in body if p < len(row)]) for p in places]
    agreeing = counted = 0
    for row in body:
        if places[-1] >= len(row):
            continue
        values = [column[row[place]] for column, place in zip(columns, places, strict=True)]
        if None in values or UNREAD in values:
            continue
        before, after, change = values
        counted += 1
        agreeing += after - before == change  # type: ignore[operator]
    return counted > 0 and agreeing > counted * (1 - _SHARE)


def _with(heading: Heading, roles: dict[int, Role]) -> Heading:
    columns = tuple(replace(e, role=roles.get(e.place, e.role)) for e in heading.columns)
    codes = tuple(place for place, role in roles.items() if role is Role.CODE)
    return replace(heading, columns=columns, code_places=heading.code_places or codes)
