"""The headings of a budget file, over up to four rows, and what each column holds."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from setara.domain.budget.reading.amounts import is_amount_like
from setara.domain.budget.reading.cells import Cells, folded, is_blank, tidy
from setara.domain.budget.reading.roles import (
    MONEY,
    NUMBER_HEADS,
    Role,
    amount_rank,
    bare_heading,
    misspelt_role_of,
    role_of,
)

SEARCHED_ROWS = 80
_MOST_HEADING_ROWS = 4
FEWEST_HEADINGS = 2
_CODE_ROLES = (Role.SUB_CODE, Role.CODE, Role.ACCOUNT_CODE, Role.ACTIVITY_CODE)
# Tables of people name a kecamatan too.
_SAYS_NOTHING = frozenset({None, Role.IGNORED, Role.LOCATION})
_NAME_ROLES = (Role.SUB_NAME, Role.TEXT, Role.ACCOUNT_NAME, Role.ACTIVITY_NAME)
_PART_ROLES = (
    Role.AFFAIR_NAME,
    Role.FIELD_NAME,
    Role.PROGRAM_NAME,
    Role.ACTIVITY_NAME,
    Role.SUB_NAME,
)
_BELOW = " › "
# Columns are numbered `1`, `2`, `14=(10+11)`.
_NUMBERED = re.compile(r"\d{1,2}(?:\s*=.*)?")
_FEWEST_NUMBERED = 3
_NOT_SPENT = frozenset({"pendapatan", "penerimaan", "pembiayaan"})
_LEAVES = frozenset(
    {Role.PERCENT, Role.VOLUME, Role.UNIT, Role.PRICE, Role.TAX, Role.LAST_YEAR, Role.NEXT_YEAR}
)


@dataclass(frozen=True, slots=True)
class ColumnRead:
    """A column by its place from 0, its heading and its role; None for one not understood."""

    place: int
    heading: str
    role: Role | None


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading rows (from 0) and the columns; `code_places` are the cells a code is split over.

    A column whose role an earlier or better named one has keeps its heading and loses the role.
    """

    first: int
    last: int
    columns: tuple[ColumnRead, ...]
    code_places: tuple[int, ...]

    @property
    def places(self) -> Mapping[Role, int]:
        """Where each role stands, from 0."""
        return {each.role: each.place for each in self.columns if each.role is not None}

    def has(self, *roles: Role) -> bool:
        """Whether there is a column for each of the roles."""
        found = {each.role for each in self.columns}
        return all(role in found for role in roles)


def heading_of(rows: Sequence[Cells]) -> Heading | None:
    """The rows that name most of the known columns, among the first eighty; None for none.

    Of equally good ones the first. Cost: each heading cell is looked up once.
    """
    best, best_score = None, 0
    for number, cells in enumerate(rows[:SEARCHED_ROWS]):
        score = _score(cells)
        if score > best_score:
            best, best_score = number, score
    if best is None:
        return None
    last = _last_row(rows, best)
    return _heading(rows, best, last)


def _score(cells: Cells) -> int:
    """Known headings in a row; a code and a name count more, numbers among them speak against."""
    if sum(1 for cell in cells if tidy(cell)) < FEWEST_HEADINGS:
        return 0
    roles = {role_of(cell) for cell in cells if tidy(cell)} - _SAYS_NOTHING
    if len(roles) < FEWEST_HEADINGS:
        return 0
    numbers = sum(1 for cell in cells if is_amount_like(cell))
    has_code, has_name = roles & {*_CODE_ROLES, *_PART_ROLES}, roles & {*_NAME_ROLES, *_PART_ROLES}
    return len(roles) + 3 * bool(has_code) + 3 * bool(has_name) - 2 * numbers


def _last_row(rows: Sequence[Cells], first: int) -> int:
    """The last heading row: those below the first that only divide its columns further."""
    leading = next((place for place, cell in enumerate(rows[first]) if tidy(cell)), 0)
    last = first
    for number in range(first + 1, min(first + _MOST_HEADING_ROWS, len(rows))):
        cells = rows[number]
        if is_blank(cells) or (leading < len(cells) and tidy(cells[leading])):
            break
        said = [cell for cell in cells if tidy(cell)]
        if any(is_amount_like(cell) for cell in said) or len(said) < FEWEST_HEADINGS:
            break
        if not any(role_of(cell) for cell in said):
            break
        last = number
    return last


def _heading(rows: Sequence[Cells], first: int, last: int) -> Heading:
    titles = _titles(rows[first : last + 1])
    roles = _spent(titles, [_role(parts) for parts in titles])
    headings = [_BELOW.join(dict.fromkeys(parts)) for parts in titles]
    code_places = (
        _part_places(roles) or _code_places(roles, headings) or _number_places(roles, titles)
    )
    columns = tuple(
        ColumnRead(place, heading, role)
        for place, (heading, role) in enumerate(
            zip(headings, _settled(roles, titles, code_places), strict=True)
        )
    )
    return Heading(first, last, columns, code_places)


def _titles(rows: Sequence[Cells]) -> list[list[str]]:
    """The heading of each column from above to below, merged cells filled in."""
    width = max(map(len, rows))
    titles: list[list[str]] = [[] for _ in range(width)]
    for number, cells in enumerate(rows):
        said = ""
        for place in range(width):
            own = tidy(cells[place]) if place < len(cells) else ""
            below = any(place < len(row) and tidy(row[place]) for row in rows[number + 1 :])
            said = own or (said if below else "")
            if said:
                titles[place].append(said)
    return titles


def _role(parts: list[str]) -> Role | None:
    """The role of a heading over several rows: its lowest part, within those above."""
    if not parts:
        return None
    roles = [role_of(part) or misspelt_role_of(part) for part in parts]
    leaf = roles[-1]
    if len(parts) == 1 or leaf in _LEAVES:
        return leaf
    for whole in (Role.CHANGE, Role.BY_KIND, Role.BEFORE, Role.AFTER, Role.REALISED):
        if whole in roles:
            return whole
    return next((role for role in reversed(roles) if role is not None), None)


def _spent(titles: list[list[str]], roles: list[Role | None]) -> list[Role | None]:
    """Without the columns of income and financing, where those of expenditure stand beside them."""
    tops = [folded(parts[0]) if len(parts) > 1 else "" for parts in titles]
    if "belanja" not in tops:
        return roles
    return [
        Role.IGNORED if top in _NOT_SPENT else role for top, role in zip(tops, roles, strict=True)
    ]


def _part_places(roles: list[Role | None]) -> tuple[int, ...]:
    """The columns Urusan, Bidang Urusan, Program … that each hold one part of a code.

    They do where a column of descriptions stands beside them and none is named a code.
    """
    parts = tuple(place for place, role in enumerate(roles) if role in _PART_ROLES)
    has_code = any(role in _CODE_ROLES for role in roles)
    is_row = len(parts) > FEWEST_HEADINGS and parts[-1] - parts[0] == len(parts) - 1
    return parts if is_row and Role.TEXT in roles and not has_code else ()


def _code_places(roles: list[Role | None], headings: list[str]) -> tuple[int, ...]:
    """The column of codes, with those right of it that have no heading of their own."""
    wanted = next((role for role in _CODE_ROLES if role in roles), None)
    if wanted is None:
        return ()
    start = roles.index(wanted)
    end = start + 1
    while end < len(headings) and not headings[end]:
        end += 1
    # Empty columns at the end of a file are no parts of a code.
    return tuple(range(start, end if end < len(headings) else start + 1))


def _number_places(roles: list[Role | None], titles: list[list[str]]) -> tuple[int, ...]:
    """`Nomor Urut` holds the codes where only descriptions and money stand beside it."""
    if Role.TEXT not in roles or not any(role in MONEY for role in roles):
        return ()
    numbered = (n for n, t in enumerate(titles) if t and bare_heading(t[-1]) in NUMBER_HEADS)
    place = next(numbered, None)
    if place is None:
        return ()
    roles[place] = Role.CODE
    return (place,)


def _settled(
    roles: list[Role | None], titles: list[list[str]], code_places: tuple[int, ...]
) -> list[Role | None]:
    """Each role once: the best named amount, else the first column; the rest lose it."""
    settled: list[Role | None] = list(roles)
    if len(code_places) > 1:
        for place in code_places:
            settled[place] = None
        settled[code_places[0]] = (
            Role.CODE if roles[code_places[0]] in _PART_ROLES else roles[code_places[0]]
        )
    amounts = [place for place, role in enumerate(settled) if role is Role.AMOUNT]
    if amounts:
        best = min(amounts, key=lambda place: (amount_rank(titles[place][-1]), -len(titles[place])))
        for place in amounts:
            settled[place] = Role.AMOUNT if place == best else Role.IGNORED
    if Role.BEFORE in settled and not {Role.AFTER, Role.AMOUNT} & set(settled):
        # `Sebelum`, `Perubahan`: then the second is the amount after it.
        settled = [Role.AFTER if role is Role.CHANGE else role for role in settled]
    seen: set[Role] = set()
    for place, role in enumerate(settled):
        if role is None or role in {Role.IGNORED, Role.BY_KIND}:
            continue
        settled[place] = Role.IGNORED if role in seen else role
        seen.add(role)
    return settled


def is_printed_again(cells: Cells, heading: Heading) -> bool:
    """Whether a row repeats the headings, as each printed page does, or numbers the columns."""
    said = [tidy(cell) for cell in cells if tidy(cell)]
    firsts = [folded(each.heading.partition(_BELOW)[0]) for each in heading.columns]
    words = [folded(cell) for cell in cells[: len(firsts)]]
    is_heading = sum(
        1 for word, first in zip(words, firsts, strict=False) if word and word == first
    )
    if len(said) >= _FEWEST_NUMBERED and is_heading == len(said):
        return True
    if len(said) < _FEWEST_NUMBERED or not all(_NUMBERED.fullmatch(each) for each in said):
        return False
    numbers = [int(each.partition("=")[0]) for each in said]
    return numbers[0] == 1 and numbers == sorted(set(numbers)) and numbers[-1] <= len(cells) + 1
