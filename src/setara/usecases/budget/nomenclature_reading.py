"""A file with a list of the nomenclature opened and read, without any table of ours."""

from __future__ import annotations

from dataclasses import dataclass

from setara.domain.budget.carry_over import Entry
from setara.domain.budget.nomenclature.checking import YearList, by_key
from setara.domain.budget.nomenclature.headings import NotANomenclature
from setara.domain.budget.nomenclature.reading import ListReading, read_list
from setara.domain.language.text import Text
from setara.formats.gzipped import ungzipped
from setara.formats.tables import read_grids

MOST_BYTES = 20 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class ReadNomenclature:
    """A list as read, and the sheet it stands on."""

    name: str
    sheet: str
    reading: ListReading


def read_nomenclature(*, name: str, content: bytes) -> ReadNomenclature:
    """The list in a CSV, also as gzip, or a workbook; of several sheets that with most entries.

    Raises Unreadable for what is no table, NotANomenclature for another table.
    """
    read: list[ReadNomenclature] = []
    refusal: NotANomenclature | None = None
    for grid in read_grids(name, ungzipped(name, content)):
        try:
            read.append(ReadNomenclature(name, grid.sheet, read_list(grid.rows)))
        except NotANomenclature as other:
            refusal = refusal or other
    if not read:
        raise refusal or NotANomenclature(_NO_SHEET)
    return max(read, key=lambda each: len(each.reading.entries))


def as_year_list(read: ReadNomenclature, year: int) -> YearList:
    """A list from a file as that of one year, without anything being loaded."""
    entries = by_key(Entry(each.code, each.name) for each in read.reading.entries)
    return YearList(read.name, year, year, entries, is_sure=True)


_NO_SHEET = Text("Berkas tidak memuat lembar kerja.", "The file has no sheet.")
