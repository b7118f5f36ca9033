"""Tables inside HTML, which some portals hand out under the name of a workbook."""

from __future__ import annotations

from html.parser import HTMLParser

from setara.formats.csv_text import decoded

Rows = list[list[object]]

# A page may claim any span; a table by sex is never wider or higher than this in one cell.
_MOST_SPAN = 100


def tables_of_html(content: bytes) -> list[Rows]:
    """The tables of a page that hold no other table; a cell over several stands in the first.

    Where a portal freezes panes, labels and figures are tables of their own; they are joined.
    """
    reader = _Reader()
    reader.feed(decoded(content))
    reader.close()
    tables = [table.finished() for table in reader.leaves]
    return _joined([rows for rows in tables if any(rows)])


def _joined(tables: list[Rows]) -> list[Rows]:
    """Label tables of one column, each with the table of as many rows that stands beside it."""
    half = len(tables) // 2
    labels, figures = tables[:half], tables[half:]
    beside = [len(rows) for rows in labels] == [len(rows) for rows in figures]
    if not half or not beside or any(len(row) > 1 for rows in labels for row in rows):
        return tables
    return [
        [
            label + figure
            for of_labels, of_figures in zip(labels, figures, strict=True)
            for label, figure in zip(of_labels, of_figures, strict=True)
        ]
    ]


class _Table:
    """A table that fills up cell by cell, spans included."""

    def __init__(self) -> None:
        self.holds_table = False
        self.rows: Rows = []
        self._below: dict[int, int] = {}

    def start_row(self) -> None:
        self._fill_spans()
        self.rows.append([])

    def add(self, words: str, across: int, down: int) -> None:
        if not self.rows:
            self.start_row()
        self._fill_spans()
        start = len(self.rows[-1])
        self.rows[-1] += [words or None, *[None] * (across - 1)]
        if down > 1:
            self._below |= dict.fromkeys(range(start, start + across), down)

    def finished(self) -> Rows:
        """All rows, also those that only a span reaches, all equally wide."""
        self._fill_spans()
        while any(left > 1 for left in self._below.values()):
            self.start_row()
            self._fill_spans()
        width = max((len(row) for row in self.rows), default=0)
        return [row + [None] * (width - len(row)) for row in self.rows]

    def _fill_spans(self) -> None:
        """Leave blank what a cell from above covers at the end of the row so far."""
        if not self.rows:
            return
        row = self.rows[-1]
        while self._below.get(len(row), 0) > 1:
            self._below[len(row)] -= 1
            row.append(None)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.leaves: list[_Table] = []
        self._open: list[_Table] = []
        self._cell: list[str] | None = None
        self._spans = (1, 1)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self._close_cell()
            if self._open:
                self._open[-1].holds_table = True
            self._open.append(_Table())
        elif tag == "tr" and self._open:
            self._close_cell()
            self._open[-1].start_row()
        elif tag in {"td", "th"} and self._open:
            self._close_cell()
            given = dict(attrs)
            self._spans = (_span(given.get("colspan")), _span(given.get("rowspan")))
            self._cell = []

    def handle_data(self, data: str) -> None:
        if self._cell is not None:
            self._cell.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag in {"td", "th", "tr", "table"}:
            self._close_cell()
        if tag == "table" and self._open:
            self._keep(self._open.pop())

    def close(self) -> None:
        super().close()
        self._close_cell()
        # A page cut off in the middle still has its last table.
        while self._open:
            self._keep(self._open.pop())

    def _close_cell(self) -> None:
        if self._cell is not None and self._open:
            self._open[-1].add(" ".join("".join(self._cell).split()), *self._spans)
        self._cell = None

    def _keep(self, table: _Table) -> None:
        if not table.holds_table:
            self.leaves.append(table)


def _span(given: str | None) -> int:
    return min(max(int(given), 1), _MOST_SPAN) if given and given.isdecimal() else 1
