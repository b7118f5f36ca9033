"""What a received table says against itself: sexes, subtotals, totals, per cents, doubles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal

from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Text
from setara.domain.statistics.observation import Value
from setara.domain.statistics.understanding import wording
from setara.domain.statistics.understanding.columns import ColumnRead, Role
from setara.domain.statistics.understanding.findings import Fault, SheetFinding, error, warning
from setara.domain.statistics.understanding.rows import FIGURE_ROWS, ReadRow
from setara.domain.statistics.understanding.structure import Structure
from setara.domain.statistics.understanding.sums import Whole, amount

COMPARE = Text(
    "Cocokkan dengan dokumen sumber; jangan mengubah satu angka hanya supaya cocok.",
    "Compare with the source document; do not change one figure merely to make it fit.",
)
MISSING_ROW = Text(
    "Periksa apakah ada baris yang hilang atau terhitung dua kali.",
    "Check whether a row is missing or counted twice.",
)
SEXES = Text(
    "“{label}”: laki-laki {male} ditambah perempuan {female} adalah {counted}, tetapi jumlahnya "
    "tertulis {total}.",
    "“{label}”: men {male} and women {female} make {counted}, but the total reads {total}.",
)
ROWS_SUM = Text(
    "“{label}” menyebut {stated}, tetapi {count} baris di bawahnya berjumlah {added}.",
    "“{label}” says {stated}, but its {count} rows add up to {added}.",
)
TOTAL_SUM = Text(
    "Baris jumlah “{label}” menyebut {stated}, tetapi baris-barisnya berjumlah {added}.",
    "The total row “{label}” says {stated}, but the rows add up to {added}.",
)

MOSTLY_WRONG = Text(
    "Di {count} dari {all} baris, laki-laki ditambah perempuan bukan jumlahnya: kolom-kolomnya "
    "mungkin berasal dari tahun atau sumber yang berbeda.",
    "In {count} of {all} rows men and women do not make the total: the columns may be those of "
    "different years or sources.",
)
ONE_SOURCE = Text(
    "Minta ketiga kolom dari satu tahun dan satu sumber kepada produsennya.",
    "Ask the producer for all three columns from one year and one source.",
)
_A_FEW = 2

Series = tuple[int | None, str]
"""The year of a column and the thing it is about: sexes of one series are compared."""


def table_faults(
    rows: Sequence[ReadRow],
    structure: Structure,
    wholes: Sequence[Whole],
    *,
    is_count: bool | None = None,
) -> Iterator[SheetFinding]:
    """Everything the table says against itself. Cost: a few looks at each figure.

    Where nobody says whether its figures count, columns of nearly whole numbers do.
    """
    figures = [row for row in rows if row.kind in FIGURE_ROWS]
    counting = _counting(figures, structure, is_count)
    yield from _sexes(figures, structure, counting)
    yield from _sexes_in_rows(figures, structure, counting)
    yield from _wholes(figures, structure, wholes, counting)
    yield from _doubles(figures)
    has_percents = bool(structure.of(*_OF_PERCENT))
    columns = tuple(enumerate(structure.figures))
    for row in figures:
        yield from _cells(row, columns, counting)
        if has_percents:
            yield from _percents(row, structure, counting)


def _counting(
    rows: Sequence[ReadRow], structure: Structure, is_count: bool | None
) -> frozenset[int]:
    """The positions of columns that count: nearly all their figures are whole."""
    if is_count is not None:
        every = enumerate(structure.figures)
        return frozenset(i for i, column in every if is_count and column.adds_up)
    found = []
    for index, column in enumerate(structure.figures):
        known = [v for row in rows if isinstance(v := row.values[index], Decimal)]
        whole = sum(value == value.to_integral_value() for value in known)
        if known and column.adds_up and whole * 20 >= len(known) * 19:
            found.append(index)
    return frozenset(found)


def _series(structure: Structure, roles: Mapping[Role, str]) -> dict[Series, dict[str, int]]:
    """The position of each role's column, by series."""
    found: dict[Series, dict[str, int]] = {}
    for index, column in enumerate(structure.figures):
        if column.role in roles:
            found.setdefault((column.year, column.about), {})[roles[column.role]] = index
    return found


_THREE = {Role.FEMALE: "female", Role.MALE: "male", Role.TOTAL: "total"}


def _sexes(
    rows: Sequence[ReadRow], structure: Structure, counting: frozenset[int]
) -> Iterator[SheetFinding]:
    for places in _series(structure, _THREE).values():
        if set(places) != set(_THREE.values()) or not set(places.values()) <= counting:
            continue
        column = structure.figures[places["total"]]
        wrong: list[SheetFinding] = []
        for row in rows:
            three = {name: row.values[index] for name, index in places.items()}
            wrong += _not_total(row, column, three)
        if len(wrong) > _A_FEW and len(wrong) * 2 > len(rows):
            said = MOSTLY_WRONG.filled(count=len(wrong), all=len(rows))
            yield error(Fault.SEXES_NOT_TOTAL, said, ONE_SOURCE, column=column.letter)
        yield from wrong


def _not_total(
    row: ReadRow, column: ColumnRead, three: Mapping[str, Value | None]
) -> Iterator[SheetFinding]:
    female, male = amount(three["female"]), amount(three["male"])
    total = amount(three["total"])
    if female is None or male is None or total is None or female + male == total:
        return
    said = SEXES.filled(label=row.label, male=male, female=female, counted=female + male)
    yield error(
        Fault.SEXES_NOT_TOTAL,
        said.filled(total=total),
        COMPARE,
        row=row.number,
        column=column.letter,
    )


def _sexes_in_rows(
    rows: Sequence[ReadRow], structure: Structure, counting: frozenset[int]
) -> Iterator[SheetFinding]:
    """Where each sex has a row of its own, the row of both is compared with them."""
    together: dict[tuple[object, ...], dict[Role, ReadRow]] = {}
    for row in rows:
        if row.sex is not None:
            together.setdefault((*row.key[:-2], row.year), {})[row.sex] = row
    for three in together.values():
        if len(three) != len(_THREE):
            continue
        for index in sorted(counting):
            values = {_THREE[sex]: row.values[index] for sex, row in three.items()}
            yield from _not_total(three[Role.TOTAL], structure.figures[index], values)


def _wholes(
    rows: Sequence[ReadRow],
    structure: Structure,
    wholes: Sequence[Whole],
    counting: frozenset[int],
) -> Iterator[SheetFinding]:
    by_number = {row.number: row for row in rows}
    total = max((whole.number for whole in wholes), default=0)
    for whole in wholes:
        row, parts = by_number[whole.number], [by_number[number] for number in whole.parts]
        is_total = whole.number == total and row.parent is None and row.kind.value == "total"
        for index in sorted(counting):
            yield from _not_the_sum(row, parts, index, structure, is_total=is_total)


def _not_the_sum(
    row: ReadRow, parts: Sequence[ReadRow], index: int, structure: Structure, *, is_total: bool
) -> Iterator[SheetFinding]:
    stated = amount(row.values[index])
    amounts = [amount(part.values[index]) for part in parts]
    known = [each for each in amounts if each is not None]
    if stated is None or len(known) < len(amounts):
        return
    added = sum(known, Decimal(0))
    if added == stated:
        return
    said = TOTAL_SUM if is_total else ROWS_SUM
    yield error(
        Fault.ROWS_NOT_TOTAL if is_total else Fault.ROWS_NOT_SUBTOTAL,
        said.filled(label=row.label, stated=stated, added=added, count=len(parts)),
        MISSING_ROW,
        row=row.number,
        column=structure.figures[index].letter,
    )


def _doubles(rows: Sequence[ReadRow]) -> Iterator[SheetFinding]:
    seen: dict[tuple[object, ...], ReadRow] = {}
    for row in rows:
        if wording.TOTAL_ROW.match(wording.folded(row.label)):
            continue
        first = seen.setdefault(row.key, row)
        if first is not row and row.label:
            yield error(
                Fault.TWICE,
                Text(
                    "“{label}” sudah ada di baris {first}.", "“{label}” is already in row {first}."
                ).filled(label=row.label, first=first.number),
                Text(
                    "Hapus baris yang kembar, atau beri nama yang membedakannya.",
                    "Delete the double row, or give it a name that tells it apart.",
                ),
                row=row.number,
            )


def _cells(
    row: ReadRow, columns: Sequence[tuple[int, ColumnRead]], counting: frozenset[int]
) -> Iterator[SheetFinding]:
    for index, column in columns:
        value = row.values[index]
        if value is None and column.role.is_figure and column.role.sex:
            yield _empty(row, column)
        if not isinstance(value, Decimal) or index not in counting:
            continue
        if value < 0:
            yield _impossible(row, column, value, Fault.NEGATIVE)
        elif value != value.to_integral_value():
            yield _impossible(row, column, value, Fault.NOT_WHOLE)


def _empty(row: ReadRow, column: ColumnRead) -> SheetFinding:
    said = Text(
        "“{label}”: sel {column} kosong; sel kosong tidak sama dengan nol.",
        "“{label}”: the cell for {column} is empty; empty is not zero.",
    ).filled(label=row.label, column=column.role.label)
    return warning(Fault.EMPTY_CELL, said, EMPTY_REMEDY, row=row.number, column=column.letter)


EMPTY_REMEDY = Text(
    "Isi angkanya, isi 0 bila memang nol, atau tulis sebab tidak adanya angka.",
    "Enter the figure, enter 0 if it is zero, or write why there is no figure.",
)
_FLAWS = {
    Fault.NEGATIVE: Text("negatif", "negative"),
    Fault.NOT_WHOLE: Text("bukan bilangan bulat", "not a whole number"),
}


def _impossible(row: ReadRow, column: ColumnRead, value: Decimal, fault: Fault) -> SheetFinding:
    return error(
        fault,
        Text("“{label}”: angka {value} {flaw}.", "“{label}”: the figure {value} is {flaw}.").filled(
            label=row.label, value=value, flaw=_FLAWS[fault]
        ),
        Text(
            "Periksa tanda minus dan tanda desimal pada dokumen sumber.",
            "Check the minus sign and the decimal mark in the source document.",
        ),
        row=row.number,
        column=column.letter,
    )


_OF_PERCENT = {Role.FEMALE_PERCENT: Sex.FEMALE, Role.MALE_PERCENT: Sex.MALE}


def _percents(
    row: ReadRow, structure: Structure, counting: frozenset[int]
) -> Iterator[SheetFinding]:
    """A per cent of one sex is the share of that sex in the row."""
    counts = {
        column.role: value
        for index, column in enumerate(structure.figures)
        if index in counting and isinstance(value := row.values[index], Decimal)
    }
    female, male = counts.get(Role.FEMALE), counts.get(Role.MALE)
    if female is None or male is None or female + male == 0:
        return
    of_sex = {Sex.FEMALE: female, Sex.MALE: male}
    for index, column in enumerate(structure.figures):
        typed = row.values[index]
        if column.role not in _OF_PERCENT or not isinstance(typed, Decimal):
            continue
        right = of_sex[_OF_PERCENT[column.role]] / (female + male) * 100
        yield from _wrong_percent(row, column, typed, right)


def _wrong_percent(
    row: ReadRow, column: ColumnRead, typed: Decimal, right: Decimal
) -> Iterator[SheetFinding]:
    last_digit = Decimal(1).scaleb(min(0, int(typed.as_tuple().exponent)))
    if abs(right - typed) * 2 <= last_digit:
        return
    yield warning(
        Fault.WRONG_PERCENT,
        Text(
            "“{label}”: persennya tertulis {typed}, seharusnya {right}.",
            "“{label}”: the per cent reads {typed}, it should be {right}.",
        ).filled(label=row.label, typed=typed, right=right.quantize(last_digit, ROUND_HALF_UP)),
        Text(
            "Hitung ulang dari jumlahnya, atau kosongkan kolom persen: Setara menghitungnya "
            "sendiri.",
            "Work it out again from the counts, or leave it empty: Setara computes it.",
        ),
        row=row.number,
        column=column.letter,
    )
