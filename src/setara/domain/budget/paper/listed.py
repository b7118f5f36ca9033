"""A GAP or GBS whose fields stand below each other: label left, writing right, or headings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from setara.domain.budget.paper.fields import Fields, Writer
from setara.domain.budget.paper.labels import MEASURED_PARTS, Part, label_of, split_label
from setara.domain.budget.paper.places import Cells, Line, Place, Sheet, lines_of
from setara.domain.budget.reading.cells import tidy

_BEGINS = {Part.TITLE, Part.AGENCY, Part.NAME, Part.PROGRAM, Part.SUB_ACTIVITY, Part.DATA}
_LATE = {Part.ACTIONS, Part.INDICATORS, Part.REFORMULATED, Part.BENCHMARK, Part.EXTERNAL}
_WITHIN_ACTIONS = {Part.PROGRAM, Part.SUB_ACTIVITY, Part.NAME}


def listed(sheets: Iterable[Sheet]) -> list[Fields]:
    """Every GAP or GBS in the sheets; each begins where its heads come again after its end.

    A sheet of a workbook begins a new one.
    """
    found: list[Fields] = []
    writer = Writer(Fields())
    for sheet in sheets:
        if sheet.is_workbook:
            found.append(writer.fields)
            writer = Writer(Fields())
        for line in _lines(sheet):
            if _begins_anew(line, writer):
                found.append(writer.fields)
                writer = Writer(Fields())
            writer.take(line)
    return [fields for fields in (*found, writer.fields) if fields.is_analysis]


def heads_of(sheets: Iterable[Sheet]) -> Fields:
    """What is said above a matrix: agency, year, programme."""
    writer = Writer(Fields())
    for sheet in sheets:
        for line in _lines(sheet):
            writer.take(line)
    return writer.fields


def _begins_anew(line: Line, writer: Writer) -> bool:
    part, _ = split_label(line.text)
    seen = writer.fields.seen
    if part not in _BEGINS or Part.DATA not in seen or not _LATE & set(seen):
        return False
    if writer.part is Part.ACTIONS and part in _WITHIN_ACTIONS:
        return False
    return part is Part.TITLE or part in seen


def _lines(sheet: Sheet) -> Iterator[Line]:
    """The lines of a sheet in reading order, labels brought before what they stand beside."""
    measured: dict[int, Part] = {}
    for number, row in enumerate(sheet.rows):
        places = _places(sheet, number, row)
        heads = _measured_heads(row)
        if heads:
            measured = heads
            yield from (Line("Rencana Aksi", place) for _, place, part in places if part)
            continue
        if measured and len(places) > 1 and label_of(tidy(row[0])) is None:
            yield from _of_actions(row, places, measured)
            continue
        measured = {}
        yield from _of_row(row, places)


def _places(sheet: Sheet, number: int, row: Cells) -> list[tuple[int, Place, Part | None]]:
    return [
        (column, Place(sheet.name, number, column, sheet.is_workbook), label_of(tidy(cell)))
        for column, cell in enumerate(row)
        if tidy(cell) and tidy(cell) != ":"
    ]


def _of_row(row: Cells, places: list[tuple[int, Place, Part | None]]) -> Iterator[Line]:
    for column, place, _ in places:
        for line in lines_of(row[column], place):
            # `: Dinas Pertanian` beside its label.
            yield Line(line.text.removeprefix(":").strip(), place)


def _measured_heads(row: Cells) -> dict[int, Part]:
    """The columns of a table of actions with input, output and outcome beside them."""
    parts = {column: label_of(tidy(cell)) for column, cell in enumerate(row)}
    kept = {
        column: part
        for column, part in parts.items()
        if part is Part.ACTIONS or part in MEASURED_PARTS
    }
    values = set(kept.values())
    return dict(kept) if Part.ACTIONS in values and values & MEASURED_PARTS else {}


def _of_actions(
    row: Cells, places: list[tuple[int, Place, Part | None]], heads: dict[int, Part]
) -> Iterator[Line]:
    words = {Part.OUTPUT: "Output: ", Part.OUTCOME: "Outcome: ", Part.INPUT: "Input: "}
    for column, place, _ in places:
        part = heads.get(column)
        if part is None:
            continue
        for line in lines_of(row[column], place):
            yield Line(words.get(part, "") + line.text, place)
