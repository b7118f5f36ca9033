"""Where in a received paper something stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from setara.domain.budget.reading.cells import letter
from setara.domain.language.text import Text

Cells = Sequence[object]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table of a document or sheet of a workbook; `name` is empty for text between tables.

    The first row is row 1 of the table, the first cell column A.
    """

    name: str
    rows: tuple[Cells, ...]
    is_workbook: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """A cell; `row` and `column` count from 0. Text between tables has no cell."""

    sheet: str
    row: int
    column: int
    is_workbook: bool = False

    @property
    def label(self) -> Text:
        """As a reader looks for it: `GAP!B5` in a workbook, `Tabel 1, sel B5` in a document."""
        if not self.sheet:
            return Text("teks di luar tabel", "text outside the tables")
        cell = f"{letter(self.column)}{self.row + 1}"
        if self.is_workbook:
            return Text("{sheet}!{cell}", "{sheet}!{cell}").filled(sheet=self.sheet, cell=cell)
        return Text("tabel {sheet}, sel {cell}", "table {sheet}, cell {cell}").filled(
            sheet=self.sheet, cell=cell
        )


@dataclass(frozen=True, slots=True)
class Line:
    """One line of writing with its cell."""

    text: str
    place: Place


def lines_of(cell: object, place: Place) -> list[Line]:
    """The lines of a cell that say something."""
    if cell is None:
        return []
    texts = (" ".join(line.split()) for line in str(cell).splitlines())
    return [Line(text, place) for text in texts if text]
