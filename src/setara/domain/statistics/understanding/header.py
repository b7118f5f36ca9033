"""Where the title, the heading rows and the first figures of a received table are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from setara.domain.statistics.understanding import wording
from setara.domain.statistics.understanding.cells import Kind, kind_of

Rows = Sequence[Sequence[object]]

SEARCHED_ROWS = 80
_MOST_HEADINGS = 4
_LOOKED_AHEAD = 3
# The column of names often goes without a number.
_FIRST_NUMBERS = 2


@dataclass(frozen=True, slots=True)
class Header:
    """Row numbers from 1: the titles, the headings, and the first row of figures."""

    title_rows: tuple[int, ...]
    header_rows: tuple[int, ...]
    first_row: int


def header_of(rows: Rows) -> Header | None:
    """The header of the first table in `rows`; None where no row holds figures below headings."""
    for index in range(min(len(rows), SEARCHED_ROWS)):
        if _starts_data(rows, index):
            headings = _headings_above(rows, index)
            if headings:
                titles = [n for n in range(1, headings[0]) if _filled(rows[n - 1])]
                return Header(tuple(titles), headings, headings[-1] + 1)
    return None


def is_counting_row(cells: Sequence[object]) -> bool:
    """Whether a row numbers the columns: `(1) (2) (3)`."""
    numbers: list[int] = []
    for cell in cells:
        if not _text(cell):
            continue
        found = wording.COUNTING_CELL.fullmatch(str(cell).strip())
        if found is None:
            return False
        numbers.append(int(found[1]))
    return (
        len(numbers) > 1
        and numbers[0] <= _FIRST_NUMBERS
        and all(later == earlier + 1 for earlier, later in pairwise(numbers))
    )


def _starts_data(rows: Rows, index: int) -> bool:
    """Whether this row and those after it hold figures."""
    if not _holds_figures(rows[index]) or is_counting_row(rows[index]):
        return False
    following = [cells for cells in rows[index + 1 : index + 12] if _filled(cells)]
    ahead = following[:_LOOKED_AHEAD]
    return sum(map(_holds_figures, ahead)) * 2 >= len(ahead)


def _holds_figures(cells: Sequence[object]) -> bool:
    """A name and a figure that is no year; or several figures that are not all years."""
    kinds = [kind for cell in cells if (kind := kind_of(cell)) is not None]
    figures = [kind for kind in kinds if kind in {Kind.NUMBER, Kind.NOTHING}]
    return bool(figures) and len(kinds) > 1


def _headings_above(rows: Rows, data: int) -> tuple[int, ...]:
    """The numbers of the heading rows above row index `data`, from the top."""
    first = _first_column(rows, data)
    found: list[int] = []
    for index in range(data - 1, -1, -1):
        cells = rows[index]
        if is_counting_row(cells) or (not found and _is_group(cells, first)):
            continue
        if len(found) == _MOST_HEADINGS or not _is_heading(cells, first, is_last=not found):
            break
        found.append(index + 1)
    return tuple(reversed(found))


def _is_heading(cells: Sequence[object], first: int, *, is_last: bool) -> bool:
    """Several cells, or one that stands above the figures; a single cell in front is a title."""
    filled = [place for place, cell in enumerate(cells) if _text(cell)]
    if not filled:
        return False
    if (len(filled) == 1 and filled[0] <= first) or _holds_figures(cells):
        return False
    return not (is_last and all(kind_of(cells[place]) is Kind.NUMBER for place in filled))


def _is_group(cells: Sequence[object], first: int) -> bool:
    """Whether a row is empty or names only what the rows below it have in common."""
    filled = [place for place, cell in enumerate(cells) if _text(cell)]
    return not filled or filled == [first]


def _first_column(rows: Rows, data: int) -> int:
    """The first column in use at or below the first row of figures."""
    places = [
        next((place for place, cell in enumerate(cells) if _text(cell)), len(cells))
        for cells in rows[data : data + _LOOKED_AHEAD]
    ]
    return min(places, default=0)


def _filled(cells: Sequence[object]) -> list[object]:
    return [cell for cell in cells if _text(cell)]


def _text(cell: object) -> bool:
    return cell is not None and (not isinstance(cell, str) or bool(cell.strip()))


def headings_by_column(rows: Rows, header_rows: Sequence[int], width: int) -> list[list[str]]:
    """The headings of each column from the top; a merged cell counts for every column below it.

    Only what a wider cell of a row above can cover is filled: the last heading row is not.
    """
    found: list[list[str]] = [[] for _ in range(width)]
    last = header_rows[-1] if header_rows else 0
    edges: set[int] = {0}
    for number in header_rows:
        cells = rows[number - 1]
        current = ""
        for place in range(width):
            cell = cells[place] if place < len(cells) else None
            if _text(cell):
                current = _said(cell)
                edges.add(place)
            elif number == last or place in edges:
                # A column that a row further up closed off is not covered by its neighbour.
                current = ""
            if current:
                found[place].append(current)
    return found


def _said(cell: object) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()
