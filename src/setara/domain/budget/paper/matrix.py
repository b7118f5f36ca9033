"""The nine columns of a GAP as one table: its headings found, its rows gathered into GAPs."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from setara.domain.budget.paper.fields import FACTOR_WORDS, Fields, take_all
from setara.domain.budget.paper.labels import FACTOR_PARTS, Part, is_column_number, label_of
from setara.domain.budget.paper.places import Cells, Line, Place, Sheet, lines_of
from setara.domain.budget.reading.cells import folded, tidy

COLUMNS: tuple[tuple[Part, int], ...] = (
    (Part.NAME, 1),
    (Part.DATA, 2),
    (Part.FACTORS, 3),
    (Part.INTERNAL, 4),
    (Part.EXTERNAL, 5),
    (Part.REFORMULATED, 6),
    (Part.ACTIONS, 7),
    (Part.BASELINE, 8),
    (Part.INDICATORS, 9),
)
_IN_HEADING = {part for part, _ in COLUMNS} | FACTOR_PARTS
_SAME = {
    Part.SUB_ACTIVITY: Part.NAME,
    Part.ACTIVITY: Part.NAME,
    Part.PROGRAM: Part.NAME,
}
_HIGHEST_HEADING = 4
_FEWEST = 4
_CODE = re.compile(r"\b\d\.\d{2}\.\d{2}\b")
_ORDINAL = re.compile(r"\d{1,3}[.)]?")


@dataclass(frozen=True, slots=True)
class Heading:
    """Which column holds what, and the row the GAPs begin in; `counter` is a column of numbers."""

    columns: Mapping[int, Part]
    first: int
    counter: int | None
    place: Mapping[Part, Place]


def heading_of(sheet: Sheet) -> Heading | None:
    """The heading of a matrix, over one to four rows with groups; None for another table."""
    best: tuple[int, int, dict[int, Part]] | None = None
    for start in range(min(len(sheet.rows), 60)):
        columns: dict[int, Part] = {}
        end = start
        for number in range(start, min(start + _HIGHEST_HEADING, len(sheet.rows))):
            found = _parts(sheet.rows[number])
            if number > start and not found and not _only_headings(sheet.rows[number]):
                break
            columns |= {place: part for place, part in found.items() if part in _IN_HEADING}
            end = number + 1
        if len(set(columns.values())) >= _FEWEST and (best is None or len(columns) > best[0]):
            best = (len(columns), end, columns)
    if best is None:
        return None
    _, first, columns = best
    while first < len(sheet.rows) and _only_headings(sheet.rows[first]):
        first += 1
    place = {
        part: Place(sheet.name, first - 1, column, sheet.is_workbook)
        for column, part in columns.items()
    }
    return Heading(columns, first, _counter(sheet, first, columns), place)


def gathered(sheet: Sheet, heading: Heading) -> list[Fields]:
    """The GAPs of the table: each begins with a row that names another policy or activity."""
    found: list[Fields] = []
    for number in range(heading.first, len(sheet.rows)):
        row = sheet.rows[number]
        if not any(tidy(cell) for cell in row):
            continue
        if not found or _begins(row, heading, found[-1]):
            found.append(Fields(seen=dict(heading.place)))
        for column, part in heading.columns.items():
            cell = row[column] if column < len(row) else None
            _take(found[-1], part, lines_of(cell, _place(sheet, number, column)))
    return [fields for fields in found if len(fields.parts) > 1]


def _take(fields: Fields, part: Part, lines: Sequence[Line]) -> None:
    if part in FACTOR_PARTS:
        fields.see(Part.FACTORS, lines[0].place) if lines else None
        for line in lines:
            fields.add(part, line)
    elif part in {Part.NAME, Part.FACTORS}:
        take_all(fields, lines, part)
    else:
        for line in lines:
            fields.add(part, line)


def _place(sheet: Sheet, row: int, column: int) -> Place:
    return Place(sheet.name, row, column, sheet.is_workbook)


def _parts(row: Cells) -> dict[int, Part]:
    found = {}
    for column, cell in enumerate(row):
        part = label_of(tidy(cell))
        if part is not None:
            found[column] = _SAME.get(part, part)
    return found


def _only_headings(row: Cells) -> bool:
    """Whether a row says nothing but headings and the numbers of columns."""
    said = [tidy(cell) for cell in row if tidy(cell)]
    numbered = [text for text in said if is_column_number(text)]
    known = [text for text in said if label_of(text) is not None or folded(text) in {"no", "nomor"}]
    return bool(said) and len(numbered) + len(known) == len(said) and len(said) > 1


def _counter(sheet: Sheet, first: int, columns: Mapping[int, Part]) -> int | None:
    """The column of running numbers left of the first one, where there is one."""
    left = min(columns)
    for column in range(left):
        heads = {folded(row[column]) for row in sheet.rows[:first] if column < len(row)}
        if heads & {"no", "nomor", "no urut"}:
            return column
    return None


def _begins(row: Cells, heading: Heading, before: Fields) -> bool:
    counter = heading.counter
    if counter is not None and counter < len(row) and _ORDINAL.fullmatch(tidy(row[counter])):
        return True
    column = next((place for place, part in heading.columns.items() if part is Part.NAME), None)
    name = tidy(row[column]) if column is not None and column < len(row) else ""
    if not name or not before.parts:
        return False
    if _CODE.search(name) or name.casefold().startswith(("sub kegiatan", "nama sub")):
        return bool(_CODE.search(before.text(Part.NAME, Part.SUB_ACTIVITY, Part.SUB_CODE))) or (
            Part.DATA in before.parts
        )
    data = next((place for place, part in heading.columns.items() if part is Part.DATA), None)
    has_data = data is not None and data < len(row) and bool(tidy(row[data]))
    return has_data and counter is None and not name.casefold().startswith(("tujuan", "indikator"))


__all__ = ["COLUMNS", "FACTOR_WORDS", "Heading", "gathered", "heading_of"]
