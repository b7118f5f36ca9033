"""A received file read as it is, and what was understood of it; works without any table of ours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from setara.domain.language.text import Text
from setara.domain.law.places import places_of
from setara.domain.statistics.understanding.findings import Fault, SheetFinding, error, warning
from setara.domain.statistics.understanding.gazetteer import Gazetteer, KnownPlace
from setara.domain.statistics.understanding.understood import (
    NOTHING_GIVEN,
    Given,
    Understood,
    UnderstoodSheet,
    understood_sheet,
)
from setara.formats.carried import Carried, FileKind, carried_by
from setara.formats.tables import Grid, read_grids

SHIPPED = "64.01"
"""The pilot government, whose places and those around it are in the shipped list."""

NO_VALUE = Text(
    "Rumus di sel ini tidak menyimpan hasil, sehingga selnya terbaca kosong.",
    "The formula in this cell holds no result, so the cell reads as empty.",
)
NO_VALUE_REMEDY = Text(
    "Buka berkasnya di aplikasi lembar kerja, simpan kembali, lalu unggah.",
    "Open the file in a spreadsheet program, save it again, then upload it.",
)
LINKS = Text(
    "Berkas ini mengambil nilai dari berkas lain. Nilai yang tersimpan dipakai; tautannya tidak "
    "pernah dibuka.",
    "This file takes values from other files. The stored values are used; the links are never "
    "opened.",
)
LINKS_REMEDY = Text(
    "Pastikan nilainya mutakhir sebelum berkas disimpan.",
    "Make sure the values were current when the file was saved.",
)


class NoSuchSheet(Exception):
    """The file has no sheet of that name; `reason` lists those it has."""

    def __init__(self, sheet: str, names: Iterable[str]) -> None:
        self.reason = Text(
            "Tidak ada lembar “{sheet}”. Yang ada: {names}.",
            "There is no sheet “{sheet}”. There are: {names}.",
        ).filled(sheet=sheet, names=", ".join(names))
        super().__init__(sheet)


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """What a file is and what was understood of it."""

    kind: FileKind
    understood: Understood


def shipped_places() -> Gazetteer:
    """The places of the shipped list: the pilot, what lies in it and around it."""
    around = (p for p in places_of(SHIPPED.partition(".")[0]) if p.kind in {"kabupaten", "kota"})
    return gazetteer_of(
        KnownPlace(place.code, place.name, place.kind, place.parent)
        for place in (*places_of(SHIPPED), *around)
    )


def gazetteer_of(places: Iterable[KnownPlace]) -> Gazetteer:
    """Places to recognise, without the country, which no row is about."""
    return Gazetteer.of(place for place in places if place.parent is not None)


def understood_file(
    *,
    name: str,
    content: bytes,
    gazetteer: Gazetteer,
    sheet: str | None = None,
    given: Mapping[str, Given] | None = None,
) -> CheckedFile:
    """What every sheet of a file says, or the one asked for; `given` is settled by sheet name.

    Raises Unreadable for what is no table file, NoSuchSheet. Cost: reading the file, which is
    bounded in time and memory, then linear in its cells.
    """
    grids = _asked(read_grids(name, content), sheet)
    carried = carried_by(content)
    settled = given or {}
    sheets = tuple(
        _with_formulas(
            understood_sheet(
                grid.sheet, grid.rows, gazetteer, settled.get(grid.sheet, NOTHING_GIVEN)
            ),
            carried,
        )
        for grid in grids
    )
    findings = (warning(Fault.LINKS_OUTSIDE, LINKS, LINKS_REMEDY),) if carried.has_links else ()
    return CheckedFile(carried.kind, Understood(name, sheets, findings))


def _asked(grids: tuple[Grid, ...], sheet: str | None) -> tuple[Grid, ...]:
    if sheet is None:
        return grids
    found = tuple(grid for grid in grids if grid.sheet == sheet)
    if not found:
        raise NoSuchSheet(sheet, [grid.sheet for grid in grids])
    return found


def _with_formulas(sheet: UnderstoodSheet, carried: Carried) -> UnderstoodSheet:
    cells = [cell for name, cell in carried.empty_formulas if name == sheet.name]
    found = [_formula(cell) for cell in cells]
    return replace(sheet, findings=(*sheet.findings, *found)) if found else sheet


def _formula(cell: str) -> SheetFinding:
    column = cell.rstrip("0123456789")
    row = int(cell[len(column) :])
    return error(Fault.FORMULA_WITHOUT_VALUE, NO_VALUE, NO_VALUE_REMEDY, row=row, column=column)
