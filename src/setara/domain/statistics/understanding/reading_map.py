"""How a file is to be read, as data: proposed, corrected by a person, kept for the next file."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from setara.domain.language.numerals import DecimalStyle
from setara.domain.language.text import Language, Text
from setara.domain.statistics.address import column_letter
from setara.domain.statistics.understanding import wording
from setara.domain.statistics.understanding.columns import ColumnRead, Role
from setara.domain.statistics.understanding.header import Rows, is_counting_row
from setara.domain.statistics.understanding.structure import (
    Structure,
    columns_of,
    layout_of,
    settled_columns,
    title_of,
)
from setara.domain.statistics.understanding.understood import Given

FORMAT = 1
BY_MAP = Text("pemetaan yang dipilih", "the mapping that was chosen")


class BadMap(ValueError):
    """A mapping that cannot be used; `reason` says why."""

    def __init__(self, reason: Text) -> None:
        self.reason = reason
        super().__init__(reason.say(Language.ENGLISH))


NOT_OURS = Text(
    "Pemetaan ini tidak dapat dibaca. Petakan kolomnya sekali lagi.",
    "This mapping cannot be read. Map the columns once more.",
)
NO_SUCH_ROWS = Text(
    "Baris judul kolom {rows} tidak ada di lembar ini, yang berisi {count} baris.",
    "The heading rows {rows} are not in this sheet, which has {count} rows.",
)


@dataclass(frozen=True, slots=True)
class ReadingMap:
    """The decisions about one sheet.

    `header_rows` count from 1 and may be empty where there are no headings; `roles` and
    `headings` are by column from 0, `styles` by letter; `places` holds answers as
    `answer_key` writes them. `year` is that of the whole table, `element_code` what it is about.
    """

    sheet: str
    header_rows: tuple[int, ...]
    first_row: int
    roles: Mapping[int, Role]
    headings: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    styles: Mapping[str, DecimalStyle] = field(default_factory=dict)
    places: Mapping[str, str] = field(default_factory=dict)
    element_code: str = ""
    year: int | None = None

    @property
    def fingerprint(self) -> str:
        """Of the headings and their places, never of figures; years in headings are no part."""
        told = [[place, list(self.headings[place])] for place in sorted(self.headings)]
        return hashlib.sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()

    def as_data(self) -> dict[str, Any]:
        """Plain lists and texts, fit for JSON."""
        return {
            "format": FORMAT,
            "sheet": self.sheet,
            "header_rows": list(self.header_rows),
            "first_row": self.first_row,
            "roles": {str(place): role.value for place, role in self.roles.items()},
            "headings": {str(place): list(said) for place, said in self.headings.items()},
            "styles": {letter: style.name for letter, style in self.styles.items()},
            "places": dict(self.places),
            "element_code": self.element_code,
            "year": self.year,
        }

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> ReadingMap:
        """From what `as_data` gave. Raises BadMap."""
        try:
            if data["format"] != FORMAT:
                raise BadMap(NOT_OURS)
            year = data["year"]
            return cls(
                sheet=str(data["sheet"]),
                header_rows=tuple(int(row) for row in data["header_rows"]),
                first_row=int(data["first_row"]),
                roles={int(place): Role(role) for place, role in data["roles"].items()},
                headings={int(p): tuple(map(str, said)) for p, said in data["headings"].items()},
                styles={str(k): DecimalStyle[name] for k, name in data["styles"].items()},
                places={str(k): str(code) for k, code in data["places"].items()},
                element_code=str(data["element_code"]),
                year=None if year is None else int(year),
            )
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise BadMap(NOT_OURS) from error


def proposed_map(sheet: str, structure: Structure) -> ReadingMap:
    """What the understanding itself proposes."""
    return ReadingMap(
        sheet=sheet,
        header_rows=structure.header_rows,
        first_row=structure.first_row,
        roles={column.place: column.role for column in structure.columns},
        headings=_headings(structure.columns),
        year=structure.year,
    )


def _headings(columns: Sequence[ColumnRead]) -> dict[int, tuple[str, ...]]:
    return {
        column.place: tuple(wording.folded(wording.without_year(said)) for said in column.headings)
        for column in columns
    }


def given_by(chosen: ReadingMap, rows: Rows) -> Given:
    """The structure of `rows` as `chosen` has it, for `understood_sheet`.

    Raises BadMap where its rows are not there.
    """
    last = chosen.header_rows[-1] if chosen.header_rows else 0
    if not last < chosen.first_row <= len(rows) or any(row < 1 for row in chosen.header_rows):
        said = ", ".join(map(str, chosen.header_rows)) or str(chosen.first_row)
        raise BadMap(NO_SUCH_ROWS.filled(rows=said, count=len(rows)))
    columns = settled_columns(
        [
            _as_chosen(column, chosen.roles)
            for column in columns_of(rows, chosen.header_rows, chosen.first_row)
        ]
    )
    top = chosen.header_rows[0] if chosen.header_rows else chosen.first_row
    titles = tuple(n for n in range(1, top) if any(c is not None for c in rows[n - 1]))
    structure = Structure(
        title=title_of(rows, titles),
        title_rows=titles,
        header_rows=chosen.header_rows,
        first_row=chosen.first_row,
        columns=columns,
        layout=layout_of(columns),
        year=None if any(column.year for column in columns) else chosen.year,
    )
    return Given(structure, chosen.styles, chosen.places)


def _as_chosen(column: ColumnRead, roles: Mapping[int, Role]) -> ColumnRead:
    role = roles.get(column.place, column.role)
    if role is column.role:
        return column
    year = next((y for said in reversed(column.headings) if (y := wording.year_in(said))), None)
    is_figure = role.is_figure or role.is_percent
    return replace(column, role=role, because=BY_MAP, year=year if is_figure else None)


def with_header(chosen: ReadingMap, rows: Rows, header_rows: tuple[int, ...]) -> ReadingMap:
    """The mapping with other heading rows, for which roles and headings are told anew.

    Raises BadMap where the rows are not there or hold nothing below.
    """
    last = header_rows[-1] if header_rows else 0
    following = (
        number
        for number in range(last + 1, len(rows) + 1)
        if any(cell is not None for cell in rows[number - 1])
        and not is_counting_row(rows[number - 1])
    )
    first = next(following, None)
    if first is None or any(row < 1 for row in header_rows):
        said = ", ".join(map(str, header_rows))
        raise BadMap(NO_SUCH_ROWS.filled(rows=said, count=len(rows)))
    columns = columns_of(rows, header_rows, first)
    return replace(
        chosen,
        header_rows=header_rows,
        first_row=first,
        roles={column.place: column.role for column in columns},
        headings=_headings(columns),
    )


def applied(remembered: ReadingMap, proposed: ReadingMap) -> ReadingMap:
    """The remembered decisions at the rows where the new file has its headings.

    Both have one fingerprint. The year is the new file's own.
    """
    return replace(
        remembered,
        sheet=proposed.sheet,
        header_rows=proposed.header_rows,
        first_row=proposed.first_row,
        year=proposed.year,
    )


def changes(remembered: ReadingMap, found: ReadingMap) -> tuple[Text, ...]:
    """What is not as it was in the last file of the producer, column by column."""
    return tuple(_changes(remembered.headings, found.headings))


def _changes(
    before: Mapping[int, tuple[str, ...]], after: Mapping[int, tuple[str, ...]]
) -> Iterator[Text]:
    for place in sorted({*before, *after}):
        old, new = _said(before.get(place)), _said(after.get(place))
        if old == new:
            continue
        if place not in after:
            yield GONE.filled(letter=column_letter(place), old=old)
        elif place not in before:
            yield ADDED.filled(letter=column_letter(place), new=new)
        else:
            yield RENAMED.filled(letter=column_letter(place), old=old, new=new)


def _said(headings: tuple[str, ...] | None) -> str:
    return " / ".join(said for said in headings or () if said)


GONE = Text("Kolom {letter} “{old}” tidak ada lagi.", "Column {letter} “{old}” is gone.")
ADDED = Text("Kolom {letter} “{new}” baru.", "Column {letter} “{new}” is new.")
RENAMED = Text(
    "Kolom {letter} dahulu “{old}”, sekarang “{new}”.",
    "Column {letter} was “{old}”, now it is “{new}”.",
)
