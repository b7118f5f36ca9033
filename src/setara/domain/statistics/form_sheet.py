"""One table of the form as a sheet of placed cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Language, Text
from setara.domain.statistics import form_slots as at
from setara.domain.statistics import form_words as words
from setara.domain.statistics.address import column_number
from setara.domain.statistics.asked import AskedCell
from setara.domain.statistics.form import (
    Bounds,
    Content,
    FormCell,
    FormSheet,
    Formula,
    Role,
    address,
    both,
    stacked,
)
from setara.domain.statistics.form_bounds import WHOLE, figure_bounds
from setara.domain.statistics.form_checks import (
    difference,
    difference_check,
    row_check,
    sexes_of,
    sum_of,
    whole_of,
)
from setara.domain.statistics.form_slots import Place, Stated, slots_of, totals_of, totals_of_places
from setara.domain.statistics.form_tables import FormFacts, Table, TableRow
from setara.domain.statistics.observation import Nothing, Value

_WIDTHS = (26, 16, 9, 11, 17, 9, 11, 17, 10, 11, 12, 34)


@dataclass(frozen=True, slots=True)
class Filling:
    """What stands in the open cells instead of what is kept, and what is wrong where."""

    entries: Mapping[Place, Content]
    marks: Mapping[Place, Text]


AS_KEPT = Filling({}, {})


def sheet_of(table: Table, facts: FormFacts, filling: Filling) -> FormSheet:
    """The sheet with everything that is kept, or with what `filling` says instead."""
    drawn = _Drawing(table, filling, contents_of(table, filling))
    cells = (*_heads(table, facts), *drawn.rows(), *drawn.totals())
    return FormSheet(
        name=table.sheet,
        cells=cells,
        widths=_widths(table),
        frozen_row=at.FIRST_ROW,
        frozen_column=1,
        head_rows=(at.GROUP_ROW, at.HEAD_ROW),
        tone="wrong" if any(sheet == table.sheet for sheet, _ in filling.marks) else "",
    )


def contents_of(table: Table, filling: Filling) -> dict[str, Content]:
    """What stands in each open cell of the sheet, by address."""
    found: dict[str, Content] = {}
    for slot in slots_of((table,)):
        value = slot.asked.value
        found[slot.figure[1]] = value if isinstance(value, Decimal) else None
        found[slot.reason[1]] = value.label.id if isinstance(value, Nothing) else None
    found |= {stated.place[1]: None for stated in totals_of((table,))}
    theirs = {
        where: each for (sheet, where), each in filling.entries.items() if sheet == table.sheet
    }
    return found | theirs


def _widths(table: Table) -> tuple[int, ...]:
    """Columns that say nothing in this table are hidden."""
    widths = list(_WIDTHS)
    if table.element is None:
        widths[at.LABEL] = 38
    elif not any(row.breakdown for row in table.rows):
        widths[at.DETAIL] = 0
    for sex in Sex:
        if not any(sex in row.cells for row in table.rows):
            for column in range(at.FIRST_OF[sex], at.FIRST_OF[sex] + 3):
                widths[column] = 0
    if not any(row.adds_up for row in table.rows):
        widths[at.SUM] = widths[at.STATED] = 0
    return tuple(widths)


def _heads(table: Table, facts: FormFacts) -> Iterator[FormCell]:
    yield FormCell(at.TITLE_ROW, 0, Role.TITLE, both(table.title))
    unit = table.element.unit if table.element else Text("lihat baris", "see the rows")
    lead = words.SHEET_LEAD.filled(unit=unit, period=facts.period, agency=facts.agency_name)
    yield FormCell(at.LEAD_ROW, 0, Role.SOFT, f"{both(lead)}{_last_period(table)}")
    yield FormCell(at.FILL_ROW, 0, Role.LEAD, both(words.FILL_LEAD))
    is_whole = table.element is None
    labels = {
        at.LABEL: words.ELEMENT if is_whole else words.PLACE,
        at.DETAIL: words.UNIT if is_whole else words.ROWS,
        at.SUM: words.SUM,
        at.STATED: words.STATED,
        at.CHECK: words.CHECK,
        at.NOTE: words.NOTE,
    }
    for column, label in labels.items():
        yield FormCell(at.GROUP_ROW, column, Role.HEAD, None)
        yield FormCell(at.HEAD_ROW, column, Role.HEAD, stacked(label))
    for sex, first in at.FIRST_OF.items():
        yield FormCell(at.GROUP_ROW, first, Role.HEAD, both(words.BY_SEX[sex]), wide=3)
        for column, label in enumerate((words.LAST, words.FIGURE, words.REASON), start=first):
            yield FormCell(at.HEAD_ROW, column, Role.HEAD, stacked(label))


def _last_period(table: Table) -> str:
    """Which period the last figures are of; no part of what has to come back unchanged."""
    periods = {cell.last_period for row in table.rows for cell in row.cells.values()} - {None}
    if len(periods) != 1:
        return ""
    return " · " + both(words.LAST_IS.filled(period=periods.pop()))


@dataclass(frozen=True, slots=True)
class _Drawing:
    table: Table
    filling: Filling
    contents: Mapping[str, Content]

    def rows(self) -> Iterator[FormCell]:
        """Every row of figures."""
        for number, row in enumerate(self.table.rows, start=at.FIRST_ROW):
            yield FormCell(number, at.LABEL, Role.LABEL, stacked(row.label))
            yield FormCell(number, at.DETAIL, Role.LABEL, stacked(row.detail))
            for sex in Sex:
                yield from self._pair(number, sex, row)
            yield from self._sums(number, row)
            yield FormCell(number, at.CHECK, Role.CHECK, row_check(row, number, self.contents))
            yield FormCell(number, at.NOTE, Role.NOTE, self._note(number, row))

    def _pair(self, number: int, sex: Sex, row: TableRow) -> Iterator[FormCell]:
        asked = row.cells.get(sex)
        first = at.FIRST_OF[sex]
        if asked is None:
            yield from (FormCell(number, first + step, Role.CLOSED) for step in range(3))
            return
        yield FormCell(number, first, Role.LAST, _shown(asked.last), decimals=_decimals(asked.last))
        yield self._open(number, first + 1, Role.FIGURE, figure_bounds(row.element), asked)
        reasons = Bounds(words=words.WORDS, says=words.CHOOSE_REASON)
        yield self._open(number, first + 2, Role.REASON, reasons, None)

    def _sums(self, number: int, row: TableRow) -> Iterator[FormCell]:
        if not row.adds_up:
            yield FormCell(number, at.SUM, Role.CLOSED)
            yield FormCell(number, at.STATED, Role.CLOSED)
            return
        parts = [address(number, at.FIGURE_OF[sex]) for sex in sexes_of(row)]
        yield FormCell(number, at.SUM, Role.SUM, whole_of(parts, self.contents))
        yield self._open(number, at.STATED, Role.STATED, WHOLE, None)

    def _open(
        self, row: int, column: int, role: Role, bounds: Bounds, asked: AskedCell | None
    ) -> FormCell:
        where = address(row, column)
        mark = self.filling.marks.get((self.table.sheet, where))
        content = self.contents.get(where)
        comment = asked.comment if asked and not asked.is_settled else ""
        return FormCell(
            row,
            column,
            role,
            content,
            bounds=bounds,
            remark=both(mark) if mark else comment,
            remarked_by="Setara" if mark else (asked.commented_by if asked else ""),
            is_marked=mark is not None,
            decimals=_decimals(content) if isinstance(content, Decimal) else None,
        )

    def _note(self, number: int, row: TableRow) -> str:
        """What is wrong in the row, else what the reviewer said of it."""
        columns = (*at.FIGURE_OF.values(), *at.REASON_OF.values(), at.STATED)
        places = sorted(columns)
        marks = [self.filling.marks.get((self.table.sheet, address(number, c))) for c in places]
        found = [words.MEND.filled(what=mark).say(Language.INDONESIAN) for mark in marks if mark]
        found += [
            words.REVIEWED.filled(comment=cell.comment).say(Language.INDONESIAN)
            for cell in row.cells.values()
            if cell.comment and not cell.is_settled
        ]
        return "\n".join(found)

    def totals(self) -> Iterator[FormCell]:
        """The sum of the places, the totals of a source, and what lies between them."""
        totals = totals_of_places(self.table)
        if not totals:
            return
        labels = (words.ADDED, words.STATED_ROW, words.DIFFERENCE_ROW)
        for row, label in enumerate(labels, start=at.added_row(self.table)):
            yield FormCell(row, at.LABEL, Role.LABEL, stacked(label))
            yield from self._closed(row, {_column(stated) for stated in totals})
        differences = []
        for stated in totals:
            column, (_, where) = _column(stated), stated.place
            parts = [slot.figure[1] for slot in stated.parts]
            sums = FormCell(
                at.added_row(self.table), column, Role.SUM, sum_of(parts, self.contents)
            )
            away = difference(where, sums.address, self.contents, parts)
            differences.append(FormCell(at.difference_row(self.table), column, Role.SUM, away))
            yield sums
            yield self._open(at.stated_row(self.table), column, Role.STATED, WHOLE, None)
        yield from differences
        yield self._total_check(differences)

    def _closed(self, row: int, open_columns: set[int]) -> Iterator[FormCell]:
        """The rest of a row below the table."""
        check = {at.CHECK} if row == at.difference_row(self.table) else set()
        for column in range(at.DETAIL, at.NOTE + 1):
            if column not in open_columns | check:
                yield FormCell(row, column, Role.CLOSED)

    def _total_check(self, differences: list[FormCell]) -> FormCell:
        found = [cell.content for cell in differences if isinstance(cell.content, Formula)]
        check = difference_check([cell.address for cell in differences], found)
        return FormCell(at.difference_row(self.table), at.CHECK, Role.CHECK, check)


def _column(stated: Stated) -> int:
    return column_number(stated.place[1].rstrip("0123456789"))


def _shown(value: Value | None) -> Content:
    return value.symbol if isinstance(value, Nothing) else value


def _decimals(value: Value | Content) -> int | None:
    if not isinstance(value, Decimal):
        return None
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else None
