"""A filled list of beneficiaries that came back: its rows as figures, or what to mend where."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from setara.domain.budget.beneficiaries.headcount import (
    LAST_MONTH,
    YEAR_PLAN,
    Certainty,
    Headcount,
    ReachStage,
    Unit,
    is_sound,
)
from setara.domain.budget.beneficiaries.sheet import (
    HEAD_ROW,
    SEAL_NAME,
    SHEET,
    TEMPLATE_VERSION,
    Column,
    SheetFacts,
)
from setara.domain.language.text import Language, Text
from setara.domain.statistics.element import Element, Measure, Polarity, PopulationType
from setara.domain.statistics.form import address, stacked
from setara.domain.statistics.form_reading import REASONS, WrongAnswer, joined, read_figure
from setara.domain.statistics.form_seal import SEAL_SHEET, NotThisForm, Rows, folded
from setara.domain.statistics.observation import Nothing, Value

Key = tuple[str, str, ReachStage, int, Unit]
"""Agency code, sub kegiatan, stage, month and unit: where figures stand."""
E = TypeVar("E", bound=StrEnum)
_HEADS = Element(
    "PENERIMA",
    Text("Penerima manfaat", "Beneficiaries"),
    Text("penerima", "beneficiaries"),
    Polarity.NEITHER,
    Measure.COUNT,
    PopulationType.BENEFICIARIES,
)
_LONGEST = {Column.DOCUMENT: 400, Column.LOCATOR: 200, Column.REASON: 500}


@dataclass(frozen=True, slots=True)
class SheetFinding:
    """What is wrong in one cell, and what to do."""

    where: str
    message: Text


@dataclass(frozen=True, slots=True)
class SheetEntry:
    """One filled row; `where` is the cell of its first figure."""

    row: int
    key: Key
    count: Headcount
    certainty: Certainty
    document: str
    locator: str
    reason: str

    @property
    def where(self) -> str:
        """The cell of women's figure."""
        return f"{SHEET}!{address(self.row, Column.WOMEN.place)}"


@dataclass(frozen=True, slots=True)
class ReadSheet:
    """The filled rows, what stood when the list was made, and what must be mended first."""

    entries: tuple[SheetEntry, ...]
    stood: Mapping[Key, int]
    findings: tuple[SheetFinding, ...]


def read_sheet(sheets: Mapping[str, Rows], facts: SheetFacts) -> ReadSheet:
    """The list as it was filled in. Raises NotThisForm where it is no such list of this book."""
    stood = _stood(sheets.get(SEAL_SHEET), facts)
    rows = sheets.get(SHEET)
    if rows is None:
        raise NotThisForm(NO_SHEET)
    _refuse_other_heads(rows)
    reader = _Reader()
    entries = []
    for number, row in enumerate(rows[HEAD_ROW + 1 :], start=HEAD_ROW + 1):
        entry = reader.entry(number, row)
        if entry is not None:
            entries.append(entry)
    return ReadSheet(tuple(entries), stood, tuple(reader.findings))


def _stood(rows: Rows | None, facts: SheetFacts) -> dict[Key, int]:
    said = [[folded(cell) for cell in row] for row in rows or ()]
    head = {row[0]: row[1] for row in said[:4] if len(row) > 1}
    if SEAL_NAME not in head:
        raise NotThisForm(NOT_OURS)
    if head[SEAL_NAME] != TEMPLATE_VERSION:
        raise NotThisForm(OTHER_TEMPLATE)
    if (head.get("government"), head.get("year")) != (facts.government_code, str(facts.year)):
        theirs = f"{said[1][-1]} {head.get('year', '')}"
        ours = f"{facts.government_name} {facts.year}"
        raise NotThisForm(OTHER_BOOK.filled(theirs=theirs, ours=ours))
    try:
        return {
            (row[0], row[1], ReachStage(row[2]), int(row[3]), Unit(row[4])): int(row[5])
            for row in said[4:]
            if any(row)
        }
    except (ValueError, IndexError) as broken:
        raise NotThisForm(BROKEN) from broken


def _refuse_other_heads(rows: Rows) -> None:
    heads = rows[HEAD_ROW] if len(rows) > HEAD_ROW else ()
    for column in Column:
        theirs = folded(heads[column.place]) if column.place < len(heads) else ""
        if theirs != folded(stacked(column.head)):
            where = address(HEAD_ROW, column.place)
            raise NotThisForm(MOVED.filled(where=where, ours=column.head, theirs=theirs))


class _Reader:
    """Reads row after row and keeps what is wrong in them."""

    def __init__(self) -> None:
        self.findings: list[SheetFinding] = []

    def entry(self, number: int, row: Sequence[object]) -> SheetEntry | None:
        """The row as figures; None where it holds none, or something is wrong in it."""
        cells = {each: row[each.place] if each.place < len(row) else None for each in Column}
        if not any(folded(cells[each]) for each in _FIGURES):
            return None
        before = len(self.findings)
        women = self._value(number, cells, Column.WOMEN, Column.WOMEN_WHY)
        men = self._value(number, cells, Column.MEN, Column.MEN_WHY)
        count = Headcount(women, men, self._whole(number, cells, Column.STATED))
        stage = self._member(number, cells, Column.STAGE, ReachStage)
        unit = self._member(number, cells, Column.UNIT, Unit)
        certainty = self._member(number, cells, Column.CERTAINTY, Certainty)
        month = self._month(number, cells, stage)
        said = {each: self._said(number, cells, each) for each in _LONGEST}
        if not said[Column.DOCUMENT]:
            self._find(number, Column.DOCUMENT, NO_DOCUMENT)
        self._judge(number, count, is_read=len(self.findings) == before)
        if len(self.findings) > before or stage is None or unit is None or certainty is None:
            return None
        agency, code = folded(cells[Column.AGENCY]), folded(cells[Column.CODE])
        return SheetEntry(
            row=number,
            key=(agency, code, stage, month, unit),
            count=count,
            certainty=certainty,
            document=said[Column.DOCUMENT],
            locator=said[Column.LOCATOR],
            reason=said[Column.REASON],
        )

    def _judge(self, number: int, count: Headcount, *, is_read: bool) -> None:
        verdict = is_sound(count)
        if is_read and verdict.reason is not None:
            self._find(number, Column.WOMEN, verdict.reason)

    def _value(
        self, number: int, cells: Mapping[Column, object], column: Column, why: Column
    ) -> Value:
        typed = folded(cells[why]).lower()
        kind = REASONS.get(typed)
        if typed and kind is None:
            self._find(number, why, NOT_IN_LIST.filled(typed=folded(cells[why])))
        found = self._read(number, column, lambda: joined(read_figure(_HEADS, cells[column]), kind))
        return Nothing.NOT_REPORTED if found is None else found

    def _whole(self, number: int, cells: Mapping[Column, object], column: Column) -> int | None:
        found = self._read(number, column, lambda: read_figure(_HEADS, cells[column]))
        return int(found) if isinstance(found, Decimal) else None

    def _read(self, number: int, column: Column, read: Callable[[], Value | None]) -> Value | None:
        try:
            return read()
        except WrongAnswer as wrong:
            self._find(number, column, FOUND.filled(message=wrong.message, remedy=wrong.remedy))
            return None

    def _month(self, number: int, cells: Mapping[Column, object], stage: ReachStage | None) -> int:
        month = self._whole(number, cells, Column.MONTH)
        is_month = month is not None and 1 <= month <= LAST_MONTH
        if stage is ReachStage.PLANNED and month is not None:
            self._find(number, Column.MONTH, PLAN_HAS_NO_MONTH)
        elif stage is ReachStage.REACHED and not is_month:
            self._find(number, Column.MONTH, WHICH_MONTH)
        return month or YEAR_PLAN

    def _member(
        self, number: int, cells: Mapping[Column, object], column: Column, members: type[E]
    ) -> E | None:
        typed = folded(cells[column])
        for member in members:
            label: Text = getattr(member, "label")  # noqa: B009
            words = {label.say(language).lower() for language in Language}
            if typed.lower() in words:
                return member
        self._find(number, column, NOT_IN_LIST.filled(typed=typed))
        return None

    def _said(self, number: int, cells: Mapping[Column, object], column: Column) -> str:
        said = folded(cells[column])
        if len(said) > _LONGEST[column]:
            self._find(number, column, TOO_LONG.filled(most=_LONGEST[column]))
        return said

    def _find(self, number: int, column: Column, message: Text) -> None:
        where = f"{SHEET}!{address(number, column.place)}"
        self.findings.append(SheetFinding(where, message))


_FIGURES = (Column.WOMEN, Column.WOMEN_WHY, Column.MEN, Column.MEN_WHY, Column.STATED)
FOUND = Text("{message} {remedy}", "{message} {remedy}")
NOT_IN_LIST = Text(
    "“{typed}” tidak ada dalam daftar. Pilih dari daftar di sel itu.",
    "“{typed}” is not in the list. Choose from the list in the cell.",
)
PLAN_HAS_NO_MONTH = Text(
    "Rencana berlaku setahun. Kosongkan bulannya, atau pilih “tercapai”.",
    "A plan is for the year. Empty the month, or choose “reached”.",
)
WHICH_MONTH = Text(
    "Angka tercapai sampai bulan apa? Isi 1 sampai 12.",
    "Up to which month is what was reached? Give 1 to 12.",
)
NO_DOCUMENT = Text("Sebut dokumen sumbernya.", "Name the source document.")
TOO_LONG = Text("Paling panjang {most} huruf.", "At most {most} characters.")
NO_SHEET = Text(
    "Lembar “Penerima” tidak ada. Unduh daftar yang baru dan salin angkanya ke sana.",
    "The sheet “Penerima” is missing. Download a new list and copy the figures into it.",
)
NOT_OURS = Text(
    "Berkas ini bukan daftar penerima dari Setara. Unduh daftarnya di halaman ini, isi, lalu "
    "unggah.",
    "This file is no list of beneficiaries of Setara’s. Download the list on this page, fill it "
    "in and upload it.",
)
OTHER_TEMPLATE = Text(
    "Daftar ini dari versi Setara yang lain. Unduh daftar yang baru.",
    "This list was made by another version of Setara. Download a new one.",
)
OTHER_BOOK = Text(
    "Daftar ini milik {theirs}, bukan {ours}.", "This list is of {theirs}, not of {ours}."
)
BROKEN = Text(
    "Lembar pengenal daftar ini sudah diubah. Unduh daftar yang baru dan salin angkanya ke sana.",
    "The sheet that identifies this list was changed. Download a new one and copy the figures.",
)
MOVED = Text(
    "Kolom daftar berubah: di {where} seharusnya “{ours}”, tetapi ada “{theirs}”. Unduh daftar "
    "yang baru dan salin angkanya ke sana.",
    "The columns have changed: {where} should say “{ours}” but says “{theirs}”. Download a new "
    "list and copy the figures into it.",
)
