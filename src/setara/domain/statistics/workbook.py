"""The form as a whole: how it is made, and how one that came back is judged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from setara.domain.language.text import Text
from setara.domain.statistics.address import column_number
from setara.domain.statistics.asked import AskedCell, FilledCell
from setara.domain.statistics.form import FIXED, Content, Form, FormSheet
from setara.domain.statistics.form_checks import row_check
from setara.domain.statistics.form_guide import Mending, guide_sheet, mending_sheet
from setara.domain.statistics.form_reading import (
    FORMULA_ERROR,
    GIVE_FIGURE,
    NO_FIGURE,
    TYPE_IT,
    WrongAnswer,
    read_answer,
    read_figure,
)
from setara.domain.statistics.form_seal import (
    SEAL_SHEET,
    NotThisForm,
    Rows,
    Seal,
    folded,
    read_seal,
    refuse_old_structure,
    seal_rows,
    structure_of,
)
from setara.domain.statistics.form_sheet import AS_KEPT, Filling, contents_of, sheet_of
from setara.domain.statistics.form_slots import FIRST_ROW, Place, Slot, Stated, slots_of, totals_of
from setara.domain.statistics.form_tables import FormFacts, Table, tables_of
from setara.domain.statistics.form_words import COMPLETE, FORM_TITLE, MATCHES, MENDING_SHEET
from setara.domain.statistics.observation import Nothing, Value

NO_SHEET = Text(
    "Lembar “{sheet}” tidak ada. Unduh formulir yang baru dan salin angkanya ke sana.",
    "The sheet “{sheet}” is missing. Download a new form and copy the figures into it.",
)
MOVED = Text(
    "Susunan lembar “{sheet}” berubah: di {where} seharusnya “{ours}”, tetapi ada “{theirs}”. "
    "Baris atau kolom mungkin disisipkan, dihapus, atau diurutkan. Unduh formulir yang baru dan "
    "salin angkanya ke sana.",
    "The layout of the sheet “{sheet}” has changed: {where} should say “{ours}” but says "
    "“{theirs}”. Rows or columns may have been inserted, deleted or sorted. Download a new form "
    "and copy the figures into it.",
)
ADDED = Text(
    "Di bawah tabel pada lembar “{sheet}” ada baris tambahan (baris {row}). Hapus, atau unduh "
    "formulir yang baru.",
    "There are rows below the table on the sheet “{sheet}” (row {row}). Delete them, or download "
    "a new form.",
)
CHANGED_MEANWHILE = Text(
    "Orang lain sudah mengubah sel ini; yang tersimpan sekarang: {kept}.",
    "Somebody else has changed this cell; what is kept now: {kept}.",
)
DECIDE = Text(
    "Isi angka yang benar. Bila tetap memakai isian Anda, unggah kembali apa adanya.",
    "Put the right figure. To insist on yours, upload it again as it is.",
)
EMPTY = Text("kosong", "empty")
NOT_THE_TOTAL = Text(
    "Jumlah di sumber {stated}, tetapi angkanya berjumlah {added} (selisih {away}).",
    "The total in the source is {stated}, but the figures add up to {added} ({away} apart).",
)
FIND_IT = Text(
    "Periksa angka dan jumlahnya; kosongkan jumlahnya bila sumber Anda tidak memuatnya.",
    "Check the figures and the total; leave it empty if your source does not give it.",
)

# What is not there, or cannot be there, adds nothing to a total.
_ADDS_NOTHING = frozenset({Nothing.NONE_EXISTS, Nothing.NOT_APPLICABLE})


@dataclass(frozen=True, slots=True)
class Received:
    """What a file holds: the rows of its sheets, and the cells whose formula gives no value."""

    sheets: Mapping[str, Rows]
    broken: frozenset[Place] = frozenset()


@dataclass(frozen=True, slots=True)
class Judged:
    """The cells that change where nothing needs mending; what the marked form holds otherwise."""

    changes: tuple[FilledCell, ...]
    mendings: tuple[Mending, ...]
    entries: Mapping[Place, Content]
    empty: int


def form_of(
    facts: FormFacts,
    cells: Iterable[AskedCell],
    entries: Mapping[Place, Content] | None = None,
    mendings: Sequence[Mending] = (),
) -> Form:
    """The form with what is kept; `entries` stand instead of it, `mendings` are marked."""
    tables = tables_of(cells)
    filling = Filling(entries or {}, _marks(mendings))
    sheets = tuple(sheet_of(table, facts, filling) for table in tables)
    guide = guide_sheet(facts, tables, [_ready(table, filling) for table in tables])
    first = (mending_sheet(mendings),) if mendings else ()
    return Form(
        title=FORM_TITLE.filled(title=facts.call_title).id.format(title=facts.call_title),
        sheets=(*first, guide, *sheets),
        seal=seal_rows(facts, sheets, slots_of(tables)),
        starts_on=MENDING_SHEET if mendings else guide.name,
    )


def _marks(mendings: Sequence[Mending]) -> dict[Place, Text]:
    marks: dict[Place, Text] = {}
    for each in mendings:
        marks.setdefault(each.place, each.message)
    return marks


def _ready(table: Table, filling: Filling) -> int:
    contents = contents_of(table, filling)
    checks = (row_check(row, n, contents) for n, row in enumerate(table.rows, start=FIRST_ROW))
    return sum(
        isinstance(check.result, str) and check.result in {COMPLETE, MATCHES} for check in checks
    )


def judge_form(facts: FormFacts, cells: Iterable[AskedCell], received: Received) -> Judged:
    """Judge a whole file against what is asked and kept now.

    Cells that were left as they were when the form was made change nothing, so that two people
    who fill in different cells lose nothing. Raises NotThisForm for a file that is not this
    producer's form of this round as it is now.
    """
    tables = tables_of(cells)
    seal = _recognised(facts, tables, received)
    judging = _Judging(received, seal, [], {})
    values = {slot.figure: judging.value(slot) for slot in slots_of(tables)}
    for stated in totals_of(tables):
        judging.compare(stated, values)
    pairs = [(slot, values[slot.figure]) for slot in slots_of(tables)]
    changes = tuple(
        FilledCell(slot.asked.key, value, _cited(slot, value))
        for slot, value in pairs
        if not isinstance(value, _Unread) and value != slot.asked.value
    )
    empty = sum(value is None for _, value in pairs)
    return Judged(changes, tuple(judging.mendings), judging.entries, empty)


def _recognised(facts: FormFacts, tables: Sequence[Table], received: Received) -> Seal:
    sealed = received.sheets.get(SEAL_SHEET)
    seal = read_seal(sealed, received.sheets, facts)
    sheets = tuple(sheet_of(table, facts, AS_KEPT) for table in tables)
    refuse_old_structure(sealed or (), structure_of(sheets, slots_of(tables)))
    for sheet in sheets:
        _refuse_moved(sheet, received)
    return seal


def _refuse_moved(sheet: FormSheet, received: Received) -> None:
    rows = received.sheets.get(sheet.name)
    if rows is None:
        raise NotThisForm(NO_SHEET.filled(sheet=sheet.name))
    for cell in sheet.cells:
        if cell.role not in FIXED:
            continue
        ours, theirs = folded(cell.content), folded(_at(rows, cell.row, cell.column))
        if ours != theirs:
            raise NotThisForm(
                MOVED.filled(sheet=sheet.name, where=cell.address, ours=ours, theirs=theirs)
            )
    end = max(cell.row for cell in sheet.cells) + 1
    for number, row in enumerate(rows[end:], start=end + 1):
        if any(folded(cell) for cell in row):
            raise NotThisForm(ADDED.filled(sheet=sheet.name, row=str(number)))


class _Unread:
    """Stands for an answer that could not be read."""


_UNREAD = _Unread()
Read = Value | _Unread | None


@dataclass(frozen=True, slots=True)
class _Judging:
    received: Received
    seal: Seal
    mendings: list[Mending]
    entries: dict[Place, Content]

    def value(self, slot: Slot) -> Read:
        """The value of a slot after the file: read, or kept where the file left it alone."""
        figure, reason = self._typed(slot.figure), self._typed(slot.reason)
        try:
            for place in (slot.figure, slot.reason):
                if place in self.received.broken:
                    raise WrongAnswer(FORMULA_ERROR, TYPE_IT, at_reason=place == slot.reason)
            value = read_answer(slot.asked.element, figure, reason)
        except WrongAnswer as wrong:
            self._keep(slot, _content(figure), _content(reason))
            place = slot.reason if wrong.at_reason else slot.figure
            self.mendings.append(Mending(place, wrong.message, wrong.remedy))
            return _UNREAD
        base = self.seal.base.get(slot.key)
        if value in (base, slot.asked.value):
            return slot.asked.value
        self._keep(slot, *_spread(value))
        if slot.asked.value != base:
            kept = EMPTY if slot.asked.value is None else slot.asked.value
            said = CHANGED_MEANWHILE.filled(kept=kept.label if isinstance(kept, Nothing) else kept)
            self.mendings.append(Mending(slot.figure, said, DECIDE))
        return value

    def compare(self, stated: Stated, values: Mapping[Place, Read]) -> None:
        """A total that was given is that of its parts, where all of them are known."""
        typed = self._typed(stated.place)
        self.entries[stated.place] = _content(typed)
        try:
            if stated.place in self.received.broken:
                raise WrongAnswer(FORMULA_ERROR, TYPE_IT)
            total = read_figure(stated.parts[0].asked.element, typed)
            if isinstance(total, Nothing):
                raise WrongAnswer(NO_FIGURE.filled(typed=str(typed)), GIVE_FIGURE)
        except WrongAnswer as wrong:
            self.mendings.append(Mending(stated.place, wrong.message, wrong.remedy))
            return
        self.entries[stated.place] = total
        added = _added(values[slot.figure] for slot in stated.parts)
        if total is None or added is None or added == total:
            return
        away = abs(total - added)
        message = NOT_THE_TOTAL.filled(stated=total, added=added, away=away)
        self.mendings.append(Mending(stated.place, message, FIND_IT))

    def _typed(self, place: Place) -> object:
        sheet, where = place
        letters = where.rstrip("0123456789")
        row = int(where[len(letters) :]) - 1
        return _at(self.received.sheets[sheet], row, column_number(letters))

    def _keep(self, slot: Slot, figure: Content, reason: Content) -> None:
        self.entries[slot.figure] = figure
        self.entries[slot.reason] = reason


def _at(rows: Rows, row: int, column: int) -> object:
    """The cell there; None beyond the end of what was filled in."""
    return rows[row][column] if row < len(rows) and column < len(rows[row]) else None


def _added(values: Iterator[Read]) -> Decimal | None:
    """The sum, or None where a figure is still to come, or all there is are reasons."""
    found = list(values)
    figures = [value for value in found if isinstance(value, Decimal)]
    others = [value for value in found if not isinstance(value, Decimal)]
    if not figures or any(value not in _ADDS_NOTHING for value in others):
        return None
    return sum(figures, Decimal())


def _spread(value: Value | None) -> tuple[Content, Content]:
    """What stands in the two cells of an answer."""
    if isinstance(value, Nothing):
        return None, value.label.id
    return value, None


def _content(typed: object) -> Content:
    """What somebody typed, to be shown again as a number or as words."""
    if typed is None or isinstance(typed, str):
        return typed
    if isinstance(typed, int | float | Decimal) and not isinstance(typed, bool):
        return Decimal(str(typed))
    return str(typed)


def _cited(slot: Slot, value: Value | None) -> str:
    """`KS15!D8`, the cell that says so."""
    sheet, where = slot.reason if isinstance(value, Nothing) else slot.figure
    return f"{sheet}!{where}"
