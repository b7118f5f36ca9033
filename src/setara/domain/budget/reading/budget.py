"""A budget out of the rows of one sheet, whatever family they are of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain, islice
from typing import Protocol

from setara.domain.budget.reading.cells import Cells, letter, tidy
from setara.domain.budget.reading.exported import exported_heading, read_exported
from setara.domain.budget.reading.findings import Fault, Mend, ReadingFinding, quoted
from setara.domain.budget.reading.flat_rows import AMOUNT_ROLES, CODE_ROLES
from setara.domain.budget.reading.forms import read_forms
from setara.domain.budget.reading.guessing import completed
from setara.domain.budget.reading.heading import SEARCHED_ROWS, Heading, heading_of
from setara.domain.budget.reading.judging import found
from setara.domain.budget.reading.preamble import Preamble, preamble_of
from setara.domain.budget.reading.reading import BudgetReading, NotABudget
from setara.domain.budget.reading.role_words import ROLES
from setara.domain.budget.reading.roles import DESCRIPTIONS, Role
from setara.domain.budget.reading.table import read_table
from setara.domain.language.text import Text

_HEAD = 2 * SEARCHED_ROWS
_OF_EACH_ROW = (Role.YEAR, Role.AGENCY_CODE, Role.AGENCY_NAME, Role.UNIT_CODE, Role.UNIT_NAME)
_NAMES = (Role.SUB_NAME, Role.ACTIVITY_NAME, Role.PROGRAM_NAME, Role.ITEM_NAME, Role.ACCOUNT_NAME)


class FlatTable(Protocol):
    """What reads a flat table: the rows below its heading, of which `first` is the first."""

    def __call__(
        self, rows: Iterable[Cells], heading: Heading, preamble: Preamble, first: int, /
    ) -> BudgetReading: ...


def read_budget(rows: Iterable[Cells], *, read_flat: FlatTable = read_table) -> BudgetReading:
    """The budget in the rows of a sheet, the first of which is row 1.

    Recognised by headings and codes: exports of SIPD, printed RKA and DPA, books of Permendagri
    13/2006, simple tables. Nothing that is wrong stops the reading but a table that is no budget:
    then NotABudget says why. Cost: flat tables are read as they come, about 3 µs a row; books are
    held as a whole. `read_flat` reads a flat table; another may take it from elsewhere.
    """
    iterator = iter(rows)
    head = list(islice(iterator, _HEAD))
    own = exported_heading(head)
    if own is not None:
        return read_exported(chain(head[own + 1 :], iterator), own)
    heading, guessed = completed(heading_of(head), head)
    if heading is None:
        raise NotABudget(_NO_HEADING.filled(rows=min(len(head), SEARCHED_ROWS)))
    preamble = preamble_of(head[: heading.first])
    if not preamble.region and Role.REGION in heading.places:
        preamble = replace(preamble, region=_region(head[heading.last + 1 :], heading))
    body = chain(head[heading.last + 1 :], iterator)
    first = heading.last + 2
    if _is_flat(heading):
        reading = read_flat(body, heading, preamble, first)
    else:
        _must_be_a_book(heading)
        reading = read_forms(list(body), heading, preamble, first)
    findings = (*reading.findings, *_guesses(heading, guessed), *_notes(reading, heading))
    return replace(reading, findings=tuple(sorted(findings, key=lambda each: each.place)))


def _region(rows: Sequence[Cells], heading: Heading) -> str:
    """The government the first row names."""
    place = heading.places[Role.REGION]
    return next((tidy(row[place]) for row in rows if place < len(row) and tidy(row[place])), "")


def _is_flat(heading: Heading) -> bool:
    places = heading.places
    has_code = any(role in places for role in CODE_ROLES) and len(heading.code_places) <= 1
    # `Uraian` names what stands in the row where the row names its year or agency too.
    is_whole = Role.TEXT in places and any(role in places for role in _OF_EACH_ROW)
    has_name = is_whole or any(role in places for role in _NAMES)
    has_amount = any(role in places for role in AMOUNT_ROLES)
    return has_code and has_name and has_amount


def _must_be_a_book(heading: Heading) -> None:
    """Raises NotABudget naming the first column that is missing."""
    places = heading.places
    row = heading.last + 1
    has_amount = any(role in places for role in (*AMOUNT_ROLES, Role.REALISED))
    has_words = any(role in places for role in DESCRIPTIONS)
    if not heading.code_places and Role.KEY not in places:
        raise NotABudget(_MISSING.filled(row=row, column=_CODE, headings=_CODE_HEADINGS))
    if not has_words:
        raise NotABudget(_MISSING.filled(row=row, column=_NAME, headings=_NAME_HEADINGS))
    if not has_amount:
        raise NotABudget(_MISSING.filled(row=row, column=_AMOUNT, headings=_AMOUNT_HEADINGS))


def _guesses(heading: Heading, places: Sequence[int]) -> list[ReadingFinding]:
    """Columns taken for what they hold, whatever they are called."""
    return [
        found(
            Fault.GUESSED_COLUMN,
            heading.last + 1,
            each.place,
            column=letter(each.place),
            heading=quoted(each.heading),
            role=ROLES[each.role],
        )
        for each in heading.columns
        if each.place in places and each.role is not None
    ]


def _notes(reading: BudgetReading, heading: Heading) -> Sequence[ReadingFinding]:
    notes = [
        found(
            Fault.UNKNOWN_COLUMN,
            heading.last + 1,
            each.place,
            column=letter(each.place),
            heading=quoted(each.heading),
        )
        for each in reading.columns
        if each.role is None and tidy(each.heading)
    ]
    notes += [
        found(Fault.SWAPPED, each.row, was=quoted(each.was), now=quoted(each.now))
        for each in reading.repairs
        if each.mend is Mend.SWAPPED and each.row <= heading.first
    ]
    if not reading.years:
        notes.append(found(Fault.NO_YEAR))
    if reading.lines and not reading.activities:
        notes.append(found(Fault.NO_ACTIVITIES))
    if not reading.agencies:
        notes.append(found(Fault.NO_AGENCY))
    return notes


_CODE = Text("kode sub kegiatan", "sub-activity code (kode sub kegiatan)")
_NAME = Text("nama atau uraian", "name or description (nama, uraian)")
_AMOUNT = Text("pagu", "amount (pagu)")
_CODE_HEADINGS = "kode sub kegiatan, kode rekening, no. rekening, kode_sub_giat"
_NAME_HEADINGS = "nama sub kegiatan, uraian, nama rekening, nama_sub_giat"
_AMOUNT_HEADINGS = "pagu, nilai rincian, jumlah, anggaran"
_NO_HEADING = Text(
    "Baris judul tidak ditemukan pada {rows} baris pertama. Berkas anggaran memerlukan kolom kode, "
    "nama atau uraian, dan pagu. Periksa apakah berkas dan lembarnya benar.",
    "No heading row was found in the first {rows} rows. A budget file needs the columns code, name "
    "or description, and amount (pagu). Check that it is the right file and sheet.",
)
_MISSING = Text(
    "Baris {row}: kolom {column} tidak ditemukan. Beri judul kolom itu salah satu dari: "
    "{headings}.",
    "Row {row}: the column {column} was not found. Give it one of these headings: {headings}.",
)
