"""Grids as tests type them, and what was understood of them in few words."""

from __future__ import annotations

from collections.abc import Sequence

from setara.domain.statistics.table import Severity
from setara.domain.statistics.understanding.gazetteer import Gazetteer, KnownPlace
from setara.domain.statistics.understanding.understood import UnderstoodSheet, understood_sheet

PASER = Gazetteer.of(
    KnownPlace(code, name, kind, code.rpartition(".")[0])
    for code, name, kind in (
        ("64", "Kalimantan Timur", "province"),
        ("64.01", "Kabupaten Paser", "kabupaten"),
        ("64.09", "Kabupaten Penajam Paser Utara", "kabupaten"),
        ("64.01.01", "Batu Sopang", "kecamatan"),
        ("64.01.03", "Paser Belengkong", "kecamatan"),
        ("64.01.03.2006", "Pasir Belengkong", "desa"),
        ("64.01.04", "Tanah Grogot", "kecamatan"),
        ("64.01.04.1001", "Tanah Grogot", "kelurahan"),
        ("64.01.04.2002", "Janju", "desa"),
        ("64.01.04.2015", "Tapis", "desa"),
        ("64.01.05", "Kuaro", "kecamatan"),
        ("64.01.05.1001", "Kuaro", "kelurahan"),
        ("64.01.05.2002", "Lolo", "desa"),
        ("64.01.05.2010", "Padang Jaya", "desa"),
        ("64.01.06", "Long Ikis", "kecamatan"),
        ("64.01.06.2004", "Tajur", "desa"),
        ("64.01.06.2016", "Padang Jaya", "desa"),
    )
)
KINDS = {"data": "d", "subtotal": "s", "total": "t", "note": "n", "group": "g", "heading": "h"}


def understood(rows: Sequence[Sequence[object]], gazetteer: Gazetteer = PASER) -> UnderstoodSheet:
    """What is understood of typed rows; an empty text is an empty cell."""
    grid = [tuple(None if cell == "" else cell for cell in row) for row in rows]
    return understood_sheet("Data", grid, gazetteer)


def kinds(sheet: UnderstoodSheet) -> str:
    """One letter a row."""
    return "".join(KINDS[row.kind.value] for row in sheet.rows)


def roles(sheet: UnderstoodSheet) -> list[str]:
    """The role of each column."""
    assert sheet.structure is not None
    return [column.role.value for column in sheet.structure.columns]


def faults(sheet: UnderstoodSheet, severity: Severity = Severity.ERROR) -> list[str]:
    """Cell and kind of the findings of that severity."""
    found = [f for f in sheet.findings if f.severity is severity]
    return sorted(f"{f.cell} {f.fault.value}" for f in found)


def places(sheet: UnderstoodSheet) -> dict[int, str | None]:
    """The code of each row's place."""
    return {n: match.place.code if match.place else None for n, match in sheet.places.items()}


def values(sheet: UnderstoodSheet) -> dict[str, str | None]:
    """Each figure or kind of nothing by its cell."""
    return {f.cell: None if f.value is None else str(f.value) for f in sheet.figures()}
