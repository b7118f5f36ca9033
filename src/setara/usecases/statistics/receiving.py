"""Received tables on their way in: kept, read with the decisions made so far, remembered."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import require
from setara.domain.language.numerals import DecimalStyle
from setara.domain.language.text import Language, Text
from setara.domain.statistics.dimension import dimensions
from setara.domain.statistics.element import Element, Measure
from setara.domain.statistics.understanding.columns import Role
from setara.domain.statistics.understanding.findings import SheetFinding
from setara.domain.statistics.understanding.gazetteer import Gazetteer, KnownPlace
from setara.domain.statistics.understanding.header import Rows
from setara.domain.statistics.understanding.reading_map import (
    BadMap,
    ReadingMap,
    applied,
    changes,
    given_by,
    proposed_map,
    with_header,
)
from setara.domain.statistics.understanding.structure import structure_of
from setara.domain.statistics.understanding.taking import Taken, taken
from setara.domain.statistics.understanding.understood import UnderstoodSheet, understood_sheet
from setara.domain.statistics.understanding.values import ALL_COLUMNS
from setara.formats.tables import Grid, Unreadable, read_grids
from setara.store.models import (
    ElementRecord,
    GovernmentRecord,
    PlaceRecord,
    ReadingMapRecord,
    ReceivedFileRecord,
    SourceRecord,
)
from setara.usecases.foundation.access import NotFound, government_of, one, visible
from setara.usecases.foundation.command import command, leave_event
from setara.usecases.foundation.files import keep_file
from setara.usecases.statistics.commands import ELEMENT

FILE = Text("Berkas", "The file")
MOST_COMPARED = 20
"""As many mappings of a producer are tried, the latest first."""

MOST_ROWS = 20_000
"""As many as are read while somebody waits; longer tables have a way in of their own."""

TOO_LONG = Text(
    "Tabel ini memuat {count} baris; yang dapat dipetakan paling banyak {most}. Pecah tabelnya, "
    "atau kirim sebagai tabel panjang dengan kode elemen dan kode wilayah.",
    "This table has {count} rows; at most {most} can be mapped. Split it, or send it as a long "
    "table with codes of elements and places.",
)
NO_TABLE = Text(
    "Tidak ada tabel angka di berkas ini: tidak ditemukan baris judul kolom yang diikuti baris "
    "angka. Unggah lembar yang memuat tabelnya.",
    "There is no table of figures in this file: no heading row is followed by rows of figures. "
    "Upload the sheet that holds the table.",
)


class TableRefused(Exception):
    """Nothing of the file was kept; `findings` say cell by cell what to mend."""

    def __init__(self, reason: Text, findings: tuple[SheetFinding, ...] = ()) -> None:
        super().__init__(reason.say(Language.ENGLISH))
        self.reason = reason
        self.findings = findings


@dataclass(frozen=True, slots=True)
class Choices:
    """What a person has decided on the way; None and empty leave it to what was understood."""

    sheet: str = ""
    header_rows: tuple[int, ...] | None = None
    roles: Mapping[int, Role] = field(default_factory=dict)
    style: DecimalStyle | None = None
    places: Mapping[str, str] = field(default_factory=dict)
    year: int | None = None


NO_CHOICES = Choices()


@dataclass(frozen=True, slots=True)
class Remembered:
    """A mapping of an earlier file of the producer: when and by whom; what changed since."""

    at: datetime
    by: str
    is_same_build: bool
    changes: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadAnswer:
    """A received file as it is read now, and the figures that would be kept."""

    file_id: int
    file_name: str
    sheets: tuple[str, ...]
    sheet: UnderstoodSheet
    chosen: ReadingMap
    taken: Taken
    element: Element | None
    remembered: Remembered | None
    places: tuple[KnownPlace, ...]
    row_count: int


@command("statistics.file.received", says=Text("Berkas tabel diterima", "Table file received"))
def receive_table(*, by: Actor, at: datetime, name: str, content: bytes) -> int:
    """Keep a file that holds a table, to be mapped before any figure of it is kept.

    Returns its id; a file that was received before but not taken in is found again. Raises
    TableRefused for what cannot be read; Refused for a file whose figures are there already.
    """
    require(by.may(Permission.IMPORT_STATISTICS))
    grid = _table_in(read_or_refuse(name, content), "")
    if len(grid.rows) > MOST_ROWS:
        raise TableRefused(TOO_LONG.filled(count=len(grid.rows), most=MOST_ROWS))
    file = waiting_file(by, content) or keep_file(by=by, at=at, name=name, content=content)
    leave_event("statistics.file.received", by=by, at=at, subject=file, sha256=file.sha256)
    return file.pk


def waiting_file(by: Actor, content: bytes) -> ReceivedFileRecord | None:
    """The same bytes, received before, of which nothing was taken in."""
    sha256 = hashlib.sha256(content).hexdigest()
    known = ReceivedFileRecord.objects.filter(government_id=government_of(by), sha256=sha256)
    return known.exclude(pk__in=SourceRecord.objects.exclude(file=None).values("file")).first()


def read_or_refuse(name: str, content: bytes) -> tuple[Grid, ...]:
    """The sheets of a file. Raises TableRefused."""
    try:
        return read_grids(name, content)
    except Unreadable as unreadable:
        raise TableRefused(unreadable.reason) from unreadable


def read_received(
    *,
    by: Actor,
    file_id: int,
    producer: str = "",
    element_code: str = "",
    choices: Choices = NO_CHOICES,
) -> ReadAnswer:
    """A received file, read by what is remembered of the producer and then by the choices.

    Raises NotFound, TableRefused where there is no table. Cost: six queries and the reading.
    """
    require(by.may(Permission.IMPORT_STATISTICS))
    file = one(by, ReceivedFileRecord.objects.all(), file_id, what=FILE)
    element = element_of(by, element_code).as_rule_sees_it() if element_code else None
    grids = read_or_refuse(file.name, bytes(file.content))
    grid = _table_in(grids, choices.sheet)
    proposed, remembered = _proposed(by, producer, grid)
    chosen = replace(_chosen(proposed, grid.rows, choices), element_code=element_code)
    places = territory_of(by)
    sheet = _understood(grid, chosen, places, element)
    return ReadAnswer(
        file_id=file.pk,
        file_name=file.name,
        sheets=tuple(each.sheet for each in grids),
        sheet=sheet,
        chosen=_as_read(chosen, sheet),
        taken=_taken(sheet, chosen, places, element),
        element=element,
        remembered=remembered,
        places=places,
        row_count=len(grid.rows),
    )


def element_of(by: Actor, code: str) -> ElementRecord:
    """The element of that code. Raises NotFound."""
    element = visible(by, ElementRecord.objects.filter(code=code)).first()
    if element is None:
        raise NotFound(ELEMENT)
    return element


def territory_of(by: Actor) -> tuple[KnownPlace, ...]:
    """The government's own place first, then those in it, by code. Cost: two queries."""
    home = GovernmentRecord.objects.select_related("place").get(pk=government_of(by)).place
    below = PlaceRecord.objects.filter(code__startswith=f"{home.code}.").select_related("parent")
    return tuple(
        KnownPlace(p.code, p.name, p.kind, p.parent.code if p.parent else None)
        for p in (home, *below.order_by("code"))
    )


def _table_in(grids: tuple[Grid, ...], wanted: str) -> Grid:
    """The sheet asked for, else the first that holds a table by sex, else any table."""
    asked = [grid for grid in grids if grid.sheet == wanted]
    if asked:
        return asked[0]
    found = [(grid, s) for grid in grids if (s := structure_of(grid.rows)) is not None]
    if not found:
        raise TableRefused(NO_TABLE)
    by_sex = (grid for grid, structure in found if structure.layout.has_sex)
    return next(by_sex, found[0][0])


def _proposed(by: Actor, producer: str, grid: Grid) -> tuple[ReadingMap, Remembered | None]:
    """What the grid proposes, or what was decided for a file of the same build."""
    structure = structure_of(grid.rows)
    nothing = ReadingMap(grid.sheet, (), 1, {})
    proposed = proposed_map(grid.sheet, structure) if structure else nothing
    if not producer.strip():
        return proposed, None
    rows = visible(by, ReadingMapRecord.objects.filter(producer=producer.strip()))
    records = list(rows.order_by("-remembered_at")[:MOST_COMPARED])
    for record in records:
        kept = ReadingMap.from_data(record.mapping)
        for found in (proposed, _headed_like(kept, proposed, grid)):
            if found is not None and found.fingerprint == record.fingerprint:
                by_whom = record.remembered_by
                same = Remembered(record.remembered_at, by_whom, is_same_build=True)
                return applied(kept, found), same
    if not records:
        return proposed, None
    last = records[0]
    told = changes(ReadingMap.from_data(last.mapping), proposed)
    by_whom = last.remembered_by
    return proposed, Remembered(last.remembered_at, by_whom, is_same_build=False, changes=told)


def _headed_like(kept: ReadingMap, proposed: ReadingMap, grid: Grid) -> ReadingMap | None:
    """The new file with the heading rows that somebody chose for the one before."""
    try:
        return with_header(proposed, grid.rows, kept.header_rows)
    except BadMap:
        return None


def _chosen(proposed: ReadingMap, rows: Rows, choices: Choices) -> ReadingMap:
    """Raises TableRefused for heading rows that are not there."""
    chosen = proposed
    try:
        if choices.header_rows is not None and choices.header_rows != proposed.header_rows:
            chosen = with_header(proposed, rows, choices.header_rows)
    except BadMap as bad:
        raise TableRefused(bad.reason) from bad
    roles = {p: role for p, role in choices.roles.items() if p in chosen.roles}
    return replace(
        chosen,
        roles={**chosen.roles, **roles},
        places={**chosen.places, **choices.places},
        year=choices.year or chosen.year,
        styles=_styles(chosen, choices),
    )


def _styles(chosen: ReadingMap, choices: Choices) -> Mapping[str, DecimalStyle]:
    if choices.style is None:
        return chosen.styles
    return {ALL_COLUMNS: choices.style}


def _understood(
    grid: Grid, chosen: ReadingMap, places: tuple[KnownPlace, ...], element: Element | None
) -> UnderstoodSheet:
    try:
        given = given_by(chosen, grid.rows)
    except BadMap as bad:
        raise TableRefused(bad.reason) from bad
    is_count = None if element is None else element.measure is Measure.COUNT
    settled = replace(given, is_count=is_count)
    return understood_sheet(grid.sheet, grid.rows, Gazetteer.of(places), settled)


def _as_read(chosen: ReadingMap, sheet: UnderstoodSheet) -> ReadingMap:
    """The mapping with the roles that the reading itself has found out."""
    columns = sheet.structure.columns if sheet.structure else ()
    return replace(chosen, roles={column.place: column.role for column in columns})


def _taken(
    sheet: UnderstoodSheet,
    chosen: ReadingMap,
    places: tuple[KnownPlace, ...],
    element: Element | None,
) -> Taken:
    known = dimensions()
    codes = element.dimensions if element is not None and element.dimensions else tuple(known)
    of_element = tuple(known[code] for code in codes if code in known)
    return taken(sheet, home=places[0].code, year=chosen.year, dimensions=of_element)
