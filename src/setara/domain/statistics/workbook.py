"""The form as a whole: how it is made, and how one that came back is judged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from setara.domain.language.text import Language, Text
from setara.domain.statistics.asked import AskedCell, FilledCell
from setara.domain.statistics.form import Content, Form
from setara.domain.statistics.form_checks import row_check
from setara.domain.statistics.form_guide import Mending, guide_sheet, mending_sheet
from setara.domain.statistics.form_judging import Judging, Unread, cited
from setara.domain.statistics.form_received import Received, recognised, spot
from setara.domain.statistics.form_seal import seal_rows
from setara.domain.statistics.form_sheet import Filling, contents_of, sheet_of
from setara.domain.statistics.form_slots import FIRST_ROW, Place, slots_of, totals_of
from setara.domain.statistics.form_tables import FormFacts, Table, tables_of
from setara.domain.statistics.form_words import COMPLETE, FORM_TITLE, MATCHES, MENDING_SHEET

__all__ = ["Judged", "Received", "form_of", "judge_form"]


@dataclass(frozen=True, slots=True)
class Judged:
    """The cells that change where nothing needs mending; what the marked form holds otherwise."""

    changes: tuple[FilledCell, ...]
    mendings: tuple[Mending, ...]
    entries: Mapping[Place, Content]
    empty: int


def form_of(
    facts: FormFacts,
    cells: Iterable[AskedCell],
    entries: Mapping[Place, Content] | None = None,
    mendings: Sequence[Mending] = (),
) -> Form:
    """The form with what is kept; `entries` stand instead of it, `mendings` are marked."""
    tables = tables_of(cells)
    filling = Filling(entries or {}, _marks(mendings))
    sheets = tuple(sheet_of(table, facts, filling) for table in tables)
    guide = guide_sheet(facts, tables, [_ready(table, filling) for table in tables])
    first = (mending_sheet(mendings),) if mendings else ()
    return Form(
        title=FORM_TITLE.filled(title=facts.call_title).say(Language.INDONESIAN),
        sheets=(*first, guide, *sheets),
        seal=seal_rows(facts, sheets, slots_of(tables)),
        starts_on=MENDING_SHEET if mendings else guide.name,
    )


def _marks(mendings: Sequence[Mending]) -> dict[Place, Text]:
    marks: dict[Place, Text] = {}
    for each in mendings:
        marks.setdefault(each.place, each.message)
    return marks


def _ready(table: Table, filling: Filling) -> int:
    contents = contents_of(table, filling)
    checks = (row_check(row, n, contents) for n, row in enumerate(table.rows, start=FIRST_ROW))
    return sum(
        isinstance(check.result, str) and check.result in {COMPLETE, MATCHES} for check in checks
    )


def judge_form(facts: FormFacts, cells: Iterable[AskedCell], received: Received) -> Judged:
    """Judge a whole file against what is asked and kept now.

    Cells that were left as they were when the form was made change nothing, so that two people
    who fill in different cells lose nothing. Raises NotThisForm for a file that is not this
    producer's form of this round as it is now.
    """
    tables = tables_of(cells)
    seal = recognised(facts, tables, received)
    judging = Judging(received, seal, [], {})
    values = {slot.figure: judging.value(slot) for slot in slots_of(tables)}
    for stated in totals_of(tables):
        judging.compare(stated, values)
    pairs = [(slot, values[slot.figure]) for slot in slots_of(tables)]
    changes = tuple(
        FilledCell(slot.asked.key, value, cited(slot, value))
        for slot, value in pairs
        if not isinstance(value, Unread) and value != slot.asked.value
    )
    empty = sum(value is None for _, value in pairs)
    order = {place: number for number, place in enumerate(_reading_order(tables))}
    mendings = sorted(judging.mendings, key=lambda each: order[each.place])
    return Judged(changes, tuple(mendings), judging.entries, empty)


def _reading_order(tables: Sequence[Table]) -> Iterator[Place]:
    """The open cells row by row, as somebody who mends them goes through the form."""
    slots, totals = slots_of(tables), totals_of(tables)
    open_cells = [place for slot in slots for place in (slot.figure, slot.reason)]
    open_cells += [stated.place for stated in totals]
    sheets = {table.sheet: number for number, table in enumerate(tables)}
    return iter(sorted(open_cells, key=lambda place: (sheets[place[0]], *spot(place[1]))))
