"""A paper as data: what stands on it and in which order, before any format is chosen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from setara.domain.language.text import Language, Text


class Orientation(StrEnum):
    """How the sheet (A4) lies."""

    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"


class Alignment(StrEnum):
    """Where the words of a column stand."""

    LEFT = "left"
    RIGHT = "right"
    CENTRE = "center"


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The head of an official paper: the government, the agency, and its address."""

    government: str
    agency: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is below the paper's title."""

    text: Text
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running words; `is_small` for what explains a figure, to the right for a letter's date."""

    text: Text
    is_small: bool = False
    alignment: Alignment = Alignment.LEFT


@dataclass(frozen=True, slots=True)
class SourceNote:
    """Where the figures above it come from; the word `Sumber` is put before it."""

    text: Text


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels with what belongs to them, as on the head of a form; narrow ones for a letter."""

    rows: tuple[tuple[Text, Text], ...]
    is_narrow: bool = False


@dataclass(frozen=True, slots=True)
class Items:
    """A list of points, numbered or not."""

    items: tuple[Text, ...]
    is_numbered: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A table's column: its heading, its part of the width, where its words stand.

    Columns side by side with the same `group` share a cell above them. Where columns have a
    `number`, the numbers are a row of their own below the headings.
    """

    heading: Text
    width: int = 1
    alignment: Alignment = Alignment.LEFT
    group: Text | None = None
    number: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose head is repeated on every page.

    A cell is a list of points; a single one stands without a bullet. `has_total` says that
    the last row adds up the others.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[tuple[Text, ...], ...], ...]
    caption: Text | None = None
    has_total: bool = False

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row) != len(self.columns):
                message = f"a row has {len(row)} cells, the table {len(self.columns)} columns"
                raise ValueError(message)


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart: its drawing (SVG), its caption, and the same said in words."""

    svg: str
    caption: Text
    alternative: Text


@dataclass(frozen=True, slots=True)
class Notice:
    """What a reader must not overlook, in a frame."""

    text: Text


NO_PLACE = Text("", "")


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs; `office` carries `Plt.` where the holder acts.

    `place_and_day` is NO_PLACE in a letter, whose date stands at its head.
    """

    place_and_day: Text
    office: Text
    agency: str
    name: str
    rank: str = ""
    employee_number: str = ""


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new sheet, from here on lying as it says; None keeps the old way."""

    orientation: Orientation | None = None


Block = (
    Heading
    | Paragraph
    | SourceNote
    | Facts
    | Items
    | Table
    | Figure
    | Notice
    | Signature
    | PageBreak
)

SOURCE = Text("Sumber: {source}", "Source: {source}")


@dataclass(frozen=True, slots=True)
class Outline:
    """A whole paper.

    `notice` stands on every page (a sample, a draft); `footer` beside the page number;
    `check_url` is printed as a QR code where there is one. `subject` and `dated_on` are kept
    in the file's properties.
    """

    title: Text
    blocks: tuple[Block, ...]
    # A letter bears its title in the file's properties only.
    is_letter: bool = False
    subtitle: Text | None = None
    letterhead: Letterhead | None = None
    orientation: Orientation = Orientation.PORTRAIT
    notice: Text | None = None
    footer: Text | None = None
    author: str = ""
    check_url: str | None = None
    subject: Text | None = None
    dated_on: date | None = None


def as_text(outline: Outline, language: Language) -> str:
    """The paper in plain words, one block after the other; what golden tests compare."""
    return "\n".join(_lines(outline, language)) + "\n"


def _lines(outline: Outline, language: Language) -> Iterator[str]:
    if outline.notice:
        yield f"!! {outline.notice.say(language)}"
    if outline.letterhead:
        head = outline.letterhead
        yield " | ".join(part for part in (head.government, head.agency, head.address) if part)
    if not outline.is_letter:
        yield f"# {outline.title.say(language)}"
    if outline.subtitle:
        yield outline.subtitle.say(language)
    for block in outline.blocks:
        yield ""
        yield from _block_lines(block, language)
    if outline.footer:
        yield ""
        yield f"-- {outline.footer.say(language)}"


def _block_lines(  # noqa: C901 -- one case a kind of block
    block: Block, language: Language
) -> Iterator[str]:
    match block:
        case Heading(text, level):
            yield f"{'#' * (level + 1)} {text.say(language)}"
        case Paragraph(text):
            yield text.say(language)
        case SourceNote(text):
            yield SOURCE.filled(source=text).say(language)
        case Facts(rows):
            yield from (f"{label.say(language)}: {value.say(language)}" for label, value in rows)
        case Items(items, is_numbered):
            for number, item in enumerate(items, start=1):
                yield f"{f'{number}.' if is_numbered else '-'} {item.say(language)}"
        case Table():
            yield from _table_lines(block, language)
        case Figure(_, caption, alternative):
            yield f"[{caption.say(language)}: {alternative.say(language)}]"
        case Notice(text):
            yield f"! {text.say(language)}"
        case Signature():
            yield from _signature_lines(block, language)
        case PageBreak():
            yield "---"


def _table_lines(table: Table, language: Language) -> Iterator[str]:
    if table.caption:
        yield table.caption.say(language)
    yield " | ".join(_heading_words(column, language) for column in table.columns)
    for row in table.rows:
        yield " | ".join("; ".join(part.say(language) for part in cell) for cell in row)


def _heading_words(column: Column, language: Language) -> str:
    heading = column.heading.say(language)
    if column.number:
        heading = f"({column.number}) {heading}"
    return f"{column.group.say(language)} / {heading}" if column.group else heading


def _signature_lines(signature: Signature, language: Language) -> Iterator[str]:
    number = f"NIP. {signature.employee_number}" if signature.employee_number else ""
    if signature.place_and_day != NO_PLACE:
        yield signature.place_and_day.say(language)
    yield signature.office.say(language)
    yield from (part for part in (signature.agency, signature.name, signature.rank, number) if part)
