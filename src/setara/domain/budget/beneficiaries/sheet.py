"""The list of a book's sub kegiatan to be filled in away from Setara, and its columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from setara.domain.budget.beneficiaries.headcount import (
    LAST_MONTH,
    MOST_BENEFICIARIES,
    Certainty,
    Headcount,
    ReachStage,
    Unit,
)
from setara.domain.foundation.money import Rupiah
from setara.domain.language.text import Language, Text
from setara.domain.statistics.form import Bounds, Form, FormCell, FormSheet, Role, both, stacked
from setara.domain.statistics.observation import Nothing, Value

SHEET = "Penerima"
GUIDE = "Petunjuk"
SEAL_NAME = "setara-penerima"
TEMPLATE_VERSION = "1"
HEAD_ROW = 2
FIRST_ROW = 3


class Column(StrEnum):
    """The columns of the list, in their order."""

    AGENCY = "agency"
    CODE = "code"
    NAME = "name"
    AMOUNT = "amount"
    STAGE = "stage"
    MONTH = "month"
    UNIT = "unit"
    WOMEN = "women"
    WOMEN_WHY = "women_why"
    MEN = "men"
    MEN_WHY = "men_why"
    STATED = "stated"
    CERTAINTY = "certainty"
    DOCUMENT = "document"
    LOCATOR = "locator"
    REASON = "reason"

    @property
    def head(self) -> Text:
        """What stands above the column."""
        return HEADS[self]

    @property
    def place(self) -> int:
        """Its number, from 0."""
        return list(Column).index(self)


HEADS = {
    Column.AGENCY: Text("Kode perangkat daerah", "Agency code"),
    Column.CODE: Text("Kode sub kegiatan", "Sub-activity code"),
    Column.NAME: Text("Sub kegiatan", "Sub-activity"),
    Column.AMOUNT: Text("Pagu (rupiah)", "Budget (rupiah)"),
    Column.STAGE: Text("Tahap", "Stage"),
    Column.MONTH: Text("S.d. bulan (1–12)", "Up to month (1–12)"),
    Column.UNIT: Text("Satuan", "Unit"),
    Column.WOMEN: Text("Perempuan", "Women"),
    Column.WOMEN_WHY: Text("Perempuan: mengapa tidak ada", "Women: why there is none"),
    Column.MEN: Text("Laki-laki", "Men"),
    Column.MEN_WHY: Text("Laki-laki: mengapa tidak ada", "Men: why there is none"),
    Column.STATED: Text("Jumlah menurut dokumen", "Total by the document"),
    Column.CERTAINTY: Text("Jenis angka", "Kind of figure"),
    Column.DOCUMENT: Text("Dokumen sumber", "Source document"),
    Column.LOCATOR: Text("Halaman atau tabel", "Page or table"),
    Column.REASON: Text("Alasan bila diubah", "Reason where changed"),
}
_WIDTHS = (12, 20, 44, 18, 12, 10, 12, 14, 18, 14, 18, 14, 12, 32, 18, 24)
MORE_ROWS = 50
"""Empty rows below the list, for another unit or month of a sub kegiatan."""


@dataclass(frozen=True, slots=True)
class SheetFacts:
    """Of which government, year and book a list is."""

    government_code: str
    government_name: str
    year: int
    version_id: int
    book: str


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row: a sub kegiatan with figures that stand, or an empty one to be filled in.

    `standing` is the id of the figures it shows, 0 for none.
    """

    agency_code: str
    code: str
    name: str
    amount: Rupiah
    standing: int = 0
    stage: ReachStage = ReachStage.PLANNED
    month: int = 0
    unit: Unit = Unit.PERSON
    count: Headcount | None = None
    certainty: Certainty = Certainty.COUNTED
    document: str = ""
    locator: str = ""


def sheet_form(facts: SheetFacts, rows: Sequence[SheetRow]) -> Form:
    """The workbook, filled with what stands, with empty rows below for more."""
    title = TITLE.filled(government=facts.government_name, book=facts.book)
    cells = [FormCell(0, 0, Role.TITLE, both(title)), FormCell(1, 0, Role.SOFT, both(LEAD))]
    cells += [FormCell(HEAD_ROW, each.place, Role.HEAD, stacked(each.head)) for each in Column]
    for number, row in enumerate(rows, start=FIRST_ROW):
        cells += _cells(number, row)
    below = FIRST_ROW + len(rows)
    for number in range(below, below + MORE_ROWS):
        cells += _empty_cells(number)
    table = FormSheet(
        name=SHEET,
        cells=tuple(cells),
        widths=_WIDTHS,
        frozen_row=FIRST_ROW,
        frozen_column=Column.NAME.place,
        head_rows=(HEAD_ROW, HEAD_ROW),
    )
    return Form(
        title=title.say(Language.INDONESIAN),
        sheets=(_guide(title), table),
        seal=seal_of(facts, rows),
        starts_on=SHEET,
    )


def seal_of(facts: SheetFacts, rows: Sequence[SheetRow]) -> tuple[tuple[str, ...], ...]:
    """The hidden sheet: what the list is of, then what stood for which sub kegiatan."""
    head = (
        (SEAL_NAME, TEMPLATE_VERSION),
        ("government", facts.government_code, facts.government_name),
        ("year", str(facts.year)),
        ("version", str(facts.version_id)),
    )
    return (*head, *(key_of(row) for row in rows if row.standing))


def key_of(row: SheetRow) -> tuple[str, ...]:
    """The figures a row shows, with the place they stand in."""
    return (
        row.agency_code,
        row.code,
        row.stage.value,
        str(row.month),
        row.unit.value,
        str(row.standing),
    )


def _cells(number: int, row: SheetRow) -> list[FormCell]:
    content = _contents(row)
    return [
        FormCell(
            number,
            column.place,
            _ROLES[column],
            content[column],
            bounds=_BOUNDS.get(column),
            decimals=0 if column is Column.AMOUNT else None,
        )
        for column in Column
    ]


def _empty_cells(number: int) -> list[FormCell]:
    return [
        FormCell(
            number,
            column.place,
            Role.CLOSED if column in _NOT_TYPED else _OPEN_ROLES.get(column, _ROLES[column]),
            bounds=None if column in _NOT_TYPED else _BOUNDS.get(column, _ANY_TEXT),
        )
        for column in Column
    ]


def _contents(row: SheetRow) -> dict[Column, str | Decimal | None]:
    count = row.count
    return {
        Column.AGENCY: row.agency_code,
        Column.CODE: row.code,
        Column.NAME: row.name,
        Column.AMOUNT: Decimal(row.amount.amount),
        Column.STAGE: row.stage.label.say(Language.INDONESIAN),
        Column.MONTH: Decimal(row.month) if row.month else None,
        Column.UNIT: row.unit.label.say(Language.INDONESIAN),
        Column.WOMEN: _figure(count.women) if count else None,
        Column.WOMEN_WHY: _why(count.women) if count else None,
        Column.MEN: _figure(count.men) if count else None,
        Column.MEN_WHY: _why(count.men) if count else None,
        Column.STATED: Decimal(count.stated) if count and count.stated is not None else None,
        Column.CERTAINTY: row.certainty.label.say(Language.INDONESIAN),
        Column.DOCUMENT: row.document,
        Column.LOCATOR: row.locator,
        Column.REASON: None,
    }


def _figure(value: Value) -> Decimal | None:
    return value if isinstance(value, Decimal) else None


def _why(value: Value) -> str | None:
    return value.label.say(Language.INDONESIAN) if isinstance(value, Nothing) else None


def _guide(title: Text) -> FormSheet:
    lines = [FormCell(0, 0, Role.TITLE, both(title))]
    lines += [
        FormCell(number, 0, Role.SAID, both(words))
        for number, words in enumerate(GUIDANCE, start=2)
    ]
    return FormSheet(name=GUIDE, cells=tuple(lines), widths=(110,))


def _choice(*words: Text) -> Bounds:
    return Bounds(words=tuple(each.say(Language.INDONESIAN) for each in words), says=FROM_LIST)


TITLE = Text("Penerima manfaat {government}, {book}", "Beneficiaries of {government}, {book}")
LEAD = Text(
    "Isi sel kuning. Baris tanpa angka dilewati.",
    "Fill in the yellow cells. Rows without figures are passed over.",
)
FROM_LIST = Text("Pilih dari daftar.", "Choose from the list.")
A_COUNT = Text("Bilangan bulat, 0 atau lebih.", "A whole number, 0 or more.")
MONTHS_SAID = Text("1 sampai 12; kosong untuk rencana.", "1 to 12; empty for plans.")
GUIDANCE = (
    Text(
        "Satu baris satu angka: satu sub kegiatan, satu tahap, satu satuan. Untuk satuan atau "
        "bulan lain, pakai baris kosong di bawah daftar.",
        "One row one figure: a sub-activity, a stage, a unit. For another unit or month, use "
        "the empty rows below the list.",
    ),
    Text(
        "KK dihitung menurut jenis kelamin kepala keluarga dan tidak sama dengan orang; keduanya "
        "tidak dijumlahkan.",
        "Households are counted by the sex of their head and are not persons; they are not added.",
    ),
    Text(
        "Angka tercapai kumulatif sejak Januari sampai bulan yang ditulis.",
        "What was reached is cumulative from January up to the month given.",
    ),
    Text(
        "Bila tidak ada angka, kosongkan dan pilih alasannya di kolom sebelahnya. Nol ditulis 0.",
        "Where there is no figure, leave it empty and choose why in the next column. Zero is "
        "written 0.",
    ),
    Text(
        "Jumlah menurut dokumen boleh kosong; bila diisi harus sama dengan perempuan ditambah "
        "laki-laki.",
        "The total by the document may be empty; where it is given it must be women plus men.",
    ),
    Text(
        "Mengubah angka yang sudah ada perlu alasan. Mengosongkan baris tidak mencabut angkanya.",
        "Changing a figure that stands needs a reason. Emptying a row does not withdraw it.",
    ),
)
_ROLES = {
    **dict.fromkeys(Column, Role.REASON),
    **dict.fromkeys((Column.AGENCY, Column.CODE, Column.NAME), Role.LABEL),
    **dict.fromkeys((Column.MONTH, Column.WOMEN, Column.MEN, Column.STATED), Role.FIGURE),
    Column.AMOUNT: Role.LAST,
}
_OPEN_ROLES = {Column.AGENCY: Role.REASON, Column.CODE: Role.REASON}
_NOT_TYPED = (Column.NAME, Column.AMOUNT)
_ANY_TEXT = Bounds(is_text=True)
_HEADS_BOUND = Bounds(
    is_whole=True, least=Decimal(0), most=Decimal(MOST_BENEFICIARIES), says=A_COUNT
)
_BOUNDS = {
    Column.STAGE: _choice(*(each.label for each in ReachStage)),
    Column.MONTH: Bounds(
        is_whole=True, least=Decimal(1), most=Decimal(LAST_MONTH), says=MONTHS_SAID
    ),
    Column.UNIT: _choice(*(each.label for each in Unit)),
    Column.WOMEN: _HEADS_BOUND,
    Column.WOMEN_WHY: _choice(*(each.label for each in Nothing)),
    Column.MEN: _HEADS_BOUND,
    Column.MEN_WHY: _choice(*(each.label for each in Nothing)),
    Column.STATED: _HEADS_BOUND,
    Column.CERTAINTY: _choice(*(each.label for each in Certainty)),
    Column.DOCUMENT: _ANY_TEXT,
    Column.LOCATOR: _ANY_TEXT,
    Column.REASON: _ANY_TEXT,
}
