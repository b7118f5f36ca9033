"""Printed forms one below the other in a sheet, each with its own head: one book of them all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from setara.domain.budget.reading.amounts import is_amount_like
from setara.domain.budget.reading.book import read_tree
from setara.domain.budget.reading.cells import Cells, is_blank
from setara.domain.budget.reading.findings import Fault, ReadingFinding
from setara.domain.budget.reading.heading import Heading, is_printed_again
from setara.domain.budget.reading.judging import found
from setara.domain.budget.reading.preamble import Preamble, preamble_of
from setara.domain.budget.reading.reading import BudgetReading
from setara.domain.budget.reading.roles import MONEY
from setara.domain.budget.reading.sheets import joined

# How far above its headings the head of a form is looked for.
_LONGEST_HEAD = 60


@dataclass(frozen=True, slots=True)
class _Form:
    """The rows of one table, the number of the first, and what its head says."""

    preamble: Preamble
    first: int
    rows: Sequence[Cells]


def read_forms(
    rows: Sequence[Cells], heading: Heading, preamble: Preamble, first: int
) -> BudgetReading:
    """The book in `rows`, of which `first` is the number of the first.

    A heading that is printed again begins another form where a head above it names another sub
    kegiatan or agency; else it is only another page. Raises NotABudget as `read_tree` does.
    """
    forms = _forms(rows, heading, preamble, first)
    readings = [read_tree(form.rows, heading, form.preamble, form.first) for form in forms]
    if len(readings) == 1:
        return readings[0]
    book = joined([("", reading) for reading in readings])
    return replace(book, parts=(), findings=(*book.findings, *_repeated(readings, heading)))


def _forms(rows: Sequence[Cells], heading: Heading, preamble: Preamble, first: int) -> list[_Form]:
    kept = list(rows)
    forms: list[_Form] = []
    start, height = 0, heading.last - heading.first + 1
    for number, cells in enumerate(rows):
        if number < start + height or is_blank(cells) or not is_printed_again(cells, heading):
            continue
        end = _end(rows, start, number, heading)
        head = preamble_of(rows[end:number])
        if not any(head.activity) and not any(head.agency):
            continue
        # Heads within a form are no rows of its table; its rows keep their numbers.
        kept[end : number + height] = [()] * len(kept[end : number + height])
        if (head.activity, head.agency) == (preamble.activity, preamble.agency):
            continue
        forms.append(_Form(preamble, first + start, kept[start:number]))
        preamble = replace(
            head,
            title=preamble.title,
            region=head.region or preamble.region,
            year=head.year or preamble.year,
        )
        start = number + height
    return [*forms, _Form(preamble, first + start, kept[start:])]


def _end(rows: Sequence[Cells], start: int, number: int, heading: Heading) -> int:
    """The row after the last one with an amount, before the heading in row `number`."""
    places = [heading.places[role] for role in MONEY if role in heading.places]
    top = max(start, number - _LONGEST_HEAD)
    for end in range(number, top, -1):
        cells = rows[end - 1]
        if any(place < len(cells) and is_amount_like(cells[place]) for place in places):
            return end
    return top


def _repeated(readings: Sequence[BudgetReading], heading: Heading) -> list[ReadingFinding]:
    """Forms of a sub kegiatan of the same agency that stand twice."""
    seen: dict[tuple[object, str], int] = {}
    findings = []
    for line in (line for reading in readings for line in reading.activities):
        row = seen.setdefault((line.agency, line.activity), line.row)
        if row != line.row and line.activity:
            place = heading.code_places[0] if heading.code_places else 0
            findings.append(
                found(
                    Fault.DUPLICATE, line.row, place, rows=(row,), code=line.activity, row=str(row)
                )
            )
    return findings
