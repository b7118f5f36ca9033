"""A form to be filled in away from Setara: sheets of placed cells, some of them open for input."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from setara.domain.language.text import Language, Text
from setara.domain.statistics.address import column_letter


class Role(StrEnum):
    """What a cell is for; a writer gives each its looks, a reader reads only what is open."""

    TITLE = "title"
    LEAD = "lead"
    HEAD = "head"
    LABEL = "label"
    SOFT = "soft"
    SAID = "said"
    AWAY = "away"
    LAST = "last"
    FIGURE = "figure"
    REASON = "reason"
    STATED = "stated"
    SUM = "sum"
    CHECK = "check"
    NOTE = "note"
    CLOSED = "closed"
    LINK = "link"


FIXED = frozenset({Role.TITLE, Role.HEAD, Role.LABEL})
"""The roles whose words tell where a figure stands: they come back as they went out."""


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula in the English of spreadsheets, with the result that is shown until it is run."""

    text: str
    result: str | Decimal = ""


Content = str | Decimal | Formula | None


@dataclass(frozen=True, slots=True)
class Bounds:
    """What may be typed: a number within bounds, one of the words, or any text."""

    is_whole: bool = False
    least: Decimal | None = None
    most: Decimal | None = None
    words: tuple[str, ...] = ()
    says: Text = field(default_factory=lambda: Text("", ""))
    is_text: bool = False


@dataclass(frozen=True, slots=True)
class FormCell:
    """One cell, rows and columns counted from 0.

    `remark` is the comment that hangs on it, `remarked_by` who wrote it; a marked cell is wrong.
    `decimals` are the digits behind the mark of its figure, None to show as many as there are.
    `link` is where a click leads to within the file. `wide` is how many columns it covers.
    """

    row: int
    column: int
    role: Role
    content: Content = None
    bounds: Bounds | None = None
    remark: str = ""
    remarked_by: str = ""
    is_marked: bool = False
    decimals: int | None = None
    link: str = ""
    wide: int = 1

    @property
    def is_open(self) -> bool:
        """Whether it is filled in; every other cell is locked."""
        return self.bounds is not None

    @property
    def address(self) -> str:
        """`D8`."""
        return address(self.row, self.column)


@dataclass(frozen=True, slots=True)
class FormSheet:
    """One sheet; the rows above `frozen_row` and the columns before `frozen_column` stand still.

    `widths` are in characters, 0 hides a column. `head_rows` are repeated on every printed page.
    """

    name: str
    cells: tuple[FormCell, ...]
    widths: tuple[int, ...]
    frozen_row: int = 0
    frozen_column: int = 0
    head_rows: tuple[int, int] | None = None
    tone: str = ""

    @property
    def open_cells(self) -> Iterator[FormCell]:
        """The cells that are filled in."""
        return (cell for cell in self.cells if cell.is_open)


@dataclass(frozen=True, slots=True)
class Form:
    """The whole file; `seal` are the rows of its hidden sheet, by which it is recognised."""

    title: str
    sheets: tuple[FormSheet, ...]
    seal: tuple[tuple[str, ...], ...] = ()
    starts_on: str = ""


def address(row: int, column: int) -> str:
    """The address of a cell by its row and column, both from 0."""
    return f"{column_letter(column)}{row + 1}"


def both(text: Text) -> str:
    """Indonesian with English beside, once where they are the same."""
    from_id, from_en = _sides(text)
    return from_id if from_id == from_en else f"{from_id} / {from_en}"


def stacked(text: Text) -> str:
    """Indonesian with English below, once where they are the same."""
    from_id, from_en = _sides(text)
    return from_id if from_id == from_en else f"{from_id}\n{from_en}"


def _sides(text: Text) -> tuple[str, str]:
    return text.say(Language.INDONESIAN), text.say(Language.ENGLISH)
