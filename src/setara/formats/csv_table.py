"""CSV as offices really hand it in: its encoding, its mark, and what had to be mended."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from setara.formats.streamed import encoding_of

_ANNOUNCED = re.compile(rb"(?:\xef\xbb\xbf)?sep=(.)\r?\n", re.IGNORECASE)
_BARE_RETURN = re.compile(rb"\r(?!\n)")
# Stands for a bare carriage return, is a blank to everyone, and is met nowhere else.
_JOINT = b"\x0b"
_SAMPLE = 1 << 16
_SAMPLED_LINES = 200
_MARKS = ";\t|,"
_QUOTED = re.compile(r'"(?:[^"]|"")*"')
# Shares of lines are compared in steps, so that a few titles decide nothing.
_STEPS = 8
# A quote that nobody closed swallows the rest of the file; such a file is read line by line.
_MOST_SWALLOWED = 200
_MOST_HELD = 32 * 1024 * 1024
_FEWEST_PARTS = 3


class LineFault(StrEnum):
    """What was wrong with a line of a CSV file, and was mended."""

    IN_QUOTES = "line_in_quotes"
    BROKEN = "line_broken"
    QUOTE_OPEN = "quote_open"


@dataclass(slots=True)
class CsvTable:
    """The rows of a CSV file; iterate once. `faults` and `cut_off` are known when all were taken.

    `ends_open` is True where the file does not end at the end of a line; `cut_off` is the number
    of the last row where it breaks off in that, 0 where it does not.
    """

    content: bytes
    encoding: str
    delimiter: str
    ends_open: bool
    has_joints: bool
    cut_off: int = 0
    faults: list[tuple[LineFault, int, str]] = field(default_factory=list)

    @property
    def is_large(self) -> bool:
        """Whether it is read as it comes, without looking for quotes that nobody closed."""
        return len(self.content) > _MOST_HELD

    def __iter__(self) -> Iterator[list[str]]:
        yield from self.mended(self._rows(), first=1, before=0)

    def mended(self, rows: Iterable[list[str]], *, first: int, before: int) -> Iterator[list[str]]:
        """The last rows of the file as they are meant; `before` is the width of the one above."""
        number = first - 1
        width = before
        mark = self.delimiter
        for number, row in enumerate(rows, start=first):
            before, width = width, len(row)
            if self.has_joints and any("\x0b" in cell for cell in row):
                self.faults.append((LineFault.BROKEN, number, mark.join(row)))
            if width and mark in row[0] and not any(row[1:]):
                yield self._apart(number, row)
            else:
                yield row
        if self.ends_open and 0 < width < before:
            self.cut_off = number

    def rows_from(self, start: int, end: int | None = None) -> Iterator[list[str]]:
        """The rows between two bytes of the content, at each of which a row begins."""
        encoding = "utf-8" if start and self.encoding == "utf-8-sig" else self.encoding
        piece = io.BytesIO(self.content[start:end])
        text = io.TextIOWrapper(piece, encoding, errors="replace", newline="")
        return csv.reader(text, delimiter=self.delimiter)

    def _apart(self, number: int, row: list[str]) -> list[str]:
        """A line wholly inside quotes, taken apart once more."""
        line = row[0].replace("\r", " ").replace("\n", " ")
        parts = next(csv.reader([line], delimiter=self.delimiter))
        # A blank behind the mark is prose: `Perindustrian, Perdagangan dan Koperasi`.
        if len(parts) < _FEWEST_PARTS and (len(parts) == 1 or parts[1].startswith(" ")):
            return row
        self.faults.append((LineFault.IN_QUOTES, number, row[0]))
        return parts

    def _rows(self) -> Iterable[list[str]]:
        rows = self.rows_from(0)
        if self.is_large:
            return rows
        held = list(rows)
        swallowed = self._swallowed(held)
        if swallowed:
            self.faults.append((LineFault.QUOTE_OPEN, *swallowed))
            return self._line_by_line()
        return held

    def _swallowed(self, rows: list[list[str]]) -> tuple[int, str] | None:
        """The row and the cell in which a quote that nobody closed holds further lines."""
        widths = Counter(len(row) for row in rows)
        marks = max(widths, key=lambda width: widths[width], default=1) - 1
        for number, row in enumerate(rows, start=1):
            for cell in row:
                lines = cell.split("\n")[1:]
                if lines and (
                    len(lines) > _MOST_SWALLOWED
                    or (marks > 1 and any(line.count(self.delimiter) >= marks for line in lines))
                ):
                    return number, cell
        return None

    def _line_by_line(self) -> Iterator[list[str]]:
        text = self.content.decode(self.encoding, errors="replace")
        for line in text.split("\n"):
            yield next(csv.reader([line.rstrip("\r")], delimiter=self.delimiter), [])


def csv_table(content: bytes) -> CsvTable:
    """The table in the bytes. Never raises: each byte means something."""
    encoding = encoding_of(content)
    announced = None if encoding == "utf-16" else _ANNOUNCED.match(content)
    if announced:
        content = content[announced.end() :]
    has_joints = False
    if encoding != "utf-16" and b"\n" in content and _BARE_RETURN.search(content):
        content, has_joints = _BARE_RETURN.sub(_JOINT, content), True
    sample = content[:_SAMPLE].decode(encoding, errors="replace")
    return CsvTable(
        content=content,
        encoding=encoding,
        delimiter=announced[1].decode("ascii", "replace") if announced else _delimiter(sample),
        ends_open=not content.endswith((b"\n", b"\r", b"\n\x00", b"\r\x00")),
        has_joints=has_joints,
    )


def _delimiter(sample: str) -> str:
    """The mark that stands equally often in most lines, outside quotes.

    On a tie the comma comes last: it is the decimal mark inside Indonesian cells. Where the lines
    stand inside quotes as a whole, what is inside them tells.
    """
    lines = [line for line in sample.splitlines() if line.strip()]
    bare = [line for line in _QUOTED.sub("", sample).splitlines() if line.strip()]
    if len(bare) * 2 < len(lines):
        bare = [next(csv.reader([line]), [""])[0] for line in lines]
    best, best_share = ",", 0
    for mark in _MARKS:
        counts = Counter(count for line in bare[:_SAMPLED_LINES] if (count := line.count(mark)))
        share = round(_STEPS * max(counts.values(), default=0) / max(len(bare[:_SAMPLED_LINES]), 1))
        if share > best_share:
            best, best_share = mark, share
    return best
