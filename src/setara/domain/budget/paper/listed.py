"""A GAP or GBS whose fields stand below each other: label left, writing right, or headings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from setara.domain.budget.paper.fields import Fields, Writer
from setara.domain.budget.paper.labels import (
    FACTOR_PARTS,
    MEASURED_PARTS,
    Part,
    label_of,
    split_label,
)
from setara.domain.budget.paper.places import Cells, Line, Place, Sheet, lines_of
from setara.domain.budget.reading.cells import folded, tidy

_BEGINS = {Part.TITLE, Part.AGENCY, Part.NAME, Part.PROGRAM, Part.SUB_ACTIVITY, Part.DATA}
_LATE = {Part.ACTIONS, Part.INDICATORS, Part.REFORMULATED, Part.BENCHMARK, Part.EXTERNAL}
_WITHIN_ACTIONS = {Part.PROGRAM, Part.SUB_ACTIVITY, Part.NAME}


def listed(sheets: Iterable[Sheet]) -> list[Fields]:
    """Every GAP or GBS in the sheets; each begins where its heads come again after its end.

    A sheet of a workbook begins a new one.
    """
    found: list[Fields] = []
    writer, taken = Writer(Fields()), list[Line]()
    for sheet in sheets:
        for number, line in enumerate(_lines(sheet)):
            if (sheet.is_workbook and not number) or _begins_anew(line, writer):
                found.append(_finished(writer, taken))
                writer, taken = Writer(Fields()), []
            taken.append(line)
            writer.take(line)
    found.append(_finished(writer, taken))
    return [fields for fields in found if fields.is_analysis]


def _finished(writer: Writer, taken: Iterable[Line]) -> Fields:
    """The fields; read once more where the factors turn out to stand as headings below the data."""
    fields = writer.fields
    heads = [line for line in fields.lines(Part.DATA) if label_of(line.text) in FACTOR_PARTS]
    if Part.FACTORS in fields.seen or not heads:
        return fields
    again = Writer(Fields(), factors_apart=True)
    for line in taken:
        again.take(line)
    return again.fields


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
    return part is Part.TITLE or part in writer.fields.parts


def _lines(sheet: Sheet) -> Iterator[Line]:
    """The lines of a sheet in reading order, labels brought before what they stand beside."""
    measured: dict[int, Part | None] = {}
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


def _measured_heads(row: Cells) -> dict[int, Part | None]:
    """The columns of a table of actions with input, output and outcome beside them.

    A column that counts the actions is among them, as None.
    """
    kept: dict[int, Part | None] = {}
    for column, cell in enumerate(row):
        part = label_of(tidy(cell))
        if part is Part.ACTIONS or part in MEASURED_PARTS:
            kept[column] = part
        elif folded(cell) in {"no", "nomor"}:
            kept[column] = None
    values = set(kept.values())
    return kept if Part.ACTIONS in values and values & MEASURED_PARTS else {}


def _of_actions(
    row: Cells, places: list[tuple[int, Place, Part | None]], heads: dict[int, Part | None]
) -> Iterator[Line]:
    """The cells of an action; a row that is not counted where others are is the sum of them."""
    counters = [column for column, part in heads.items() if part is None]
    is_sum = bool(counters) and not any(tidy(row[column]) for column in counters)
    money = next((tidy(row[c]) for c, part in heads.items() if part is Part.INPUT), "")
    for column, place, _ in places:
        part = heads.get(column)
        lines = lines_of(row[column], place)
        if part is Part.ACTIONS and not is_sum:
            cost = f": {money}" if len(lines) == 1 and money.startswith("Rp") else ""
            yield from (Line(line.text + cost, line.place) for line in lines)
        elif part in {Part.OUTPUT, Part.OUTCOME}:
            yield from (Line(f"{_WORDS[part]}: {line.text}", place) for line in lines)


_WORDS = {Part.OUTPUT: "Output", Part.OUTCOME: "Outcome"}
