"""A file with a list of the nomenclature opened and read, without any table of ours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from setara.domain.budget.carry_over import Entry
from setara.domain.budget.nomenclature.checking import Written, YearList, by_key, unlisted
from setara.domain.budget.nomenclature.headings import NotANomenclature
from setara.domain.budget.nomenclature.reading import ListReading, read_list
from setara.domain.budget.nomenclature.shipped import shipped_lists
from setara.domain.budget.reading.reading import BudgetReading
from setara.domain.language.text import Text
from setara.formats.gzipped import ungzipped
from setara.formats.tables import read_grids
from setara.usecases.budget.reading import ReadFile

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


def held_against(read: ReadFile, given: ReadNomenclature | None) -> ReadFile:
    """The budget with what a list says of it, or, without one, the part that is shipped.

    A list that is given is taken for that of the book's year; the shipped part speaks only of
    books that name their year. Cost: each distinct code once.
    """
    year = int(read.reading.year) if read.reading.year.isdecimal() else 0
    lists = shipped_lists() if given is None else (_of_year(given, year),)
    told = unlisted(written_in(read.reading), lists, year=year)
    findings = sorted((*read.reading.findings, *told), key=lambda each: each.place)
    return replace(read, reading=replace(read.reading, findings=tuple(findings)))


def written_in(book: BudgetReading) -> Iterator[Written]:
    """The sub kegiatan of a book as it writes them."""
    return (Written(each.row, each.activity, each.name) for each in book.activities)


def _of_year(given: ReadNomenclature, year: int) -> YearList:
    entries = by_key(Entry(each.code, each.name) for each in given.reading.entries)
    return YearList(given.name, year, year, entries, is_sure=True)


_NO_SHEET = Text("Berkas tidak memuat lembar kerja.", "The file has no sheet.")
