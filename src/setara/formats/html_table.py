"""Tables inside HTML, which some portals hand out under the name of a workbook."""

from __future__ import annotations

from html.parser import HTMLParser

from setara.formats.csv_text import decoded


def rows_of_html(content: bytes) -> list[list[object]]:
    """All table rows of a page one under the other, cells as texts, spans repeated as blanks."""
    reader = _Rows()
    reader.feed(decoded(content))
    reader.close()
    return reader.rows


class _Rows(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[list[object]] = []
        self._cell: list[str] | None = None
        self._span = 1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.rows.append([])
        elif tag in {"td", "th"} and self.rows:
            self._cell = []
            span = dict(attrs).get("colspan") or "1"
            # A page may claim any span; a table by sex is never wider than this.
            self._span = min(int(span), 100) if span.isdecimal() else 1

    def handle_data(self, data: str) -> None:
        if self._cell is not None:
            self._cell.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag in {"td", "th"} and self._cell is not None:
            words = " ".join("".join(self._cell).split())
            self.rows[-1].append(words or None)
            self.rows[-1].extend([None] * (self._span - 1))
            self._cell = None
