"""What is wrong inside a table by sex, found before anybody relies on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from setara.domain.language.text import Text
from setara.domain.statistics.element import Measure
from setara.domain.statistics.observation import Value
from setara.domain.statistics.table import Column, Finding, Severity, SexRow, SexTable

PERCENTS_MAY_MISS_100_BY = Decimal("0.1")
"""Two rounded per cents need not add up to 100 exactly."""


def table_findings(table: SexTable) -> tuple[Finding, ...]:
    """Everything that is wrong in the table, in the order of its rows; empty where nothing is.

    Source of the checks: errors met in published GAP and GBS documents (a wrong per cent, a
    total that is not the sum) and in received tables.
    """
    labels = Counter(_same_label(row.label) for row in table.rows)
    return tuple(finding for row in table.rows for finding in _row_findings(row, table, labels))


def _row_findings(row: SexRow, table: SexTable, labels: Counter[str]) -> Iterator[Finding]:
    yield from _repeated(row, labels)
    yield from _empty_cells(row)
    if table.measure is Measure.VALUE:
        return
    yield from _impossible_figures(row, table.measure)
    if table.measure is Measure.COUNT:
        yield from _wrong_total(row)
        yield from _wrong_percents(row)


def _same_label(label: str) -> str:
    return " ".join(label.split()).casefold()


def _repeated(row: SexRow, labels: Counter[str]) -> Iterator[Finding]:
    if labels[_same_label(row.label)] > 1:
        yield Finding(
            row.number,
            Column.LABEL,
            Severity.ERROR,
            Text(
                "“{label}” tertulis lebih dari satu kali.", "“{label}” is there more than once."
            ).filled(label=row.label.strip()),
            Text(
                "Hapus baris yang kembar, atau beri nama yang membedakannya.",
                "Delete the double row, or give it a name that tells it apart.",
            ),
        )


def _empty_cells(row: SexRow) -> Iterator[Finding]:
    for column, value in ((Column.FEMALE, row.female), (Column.MALE, row.male)):
        if value is None:
            yield Finding(
                row.number,
                column,
                Severity.WARNING,
                Text(
                    "Sel {column} kosong; sel kosong tidak sama dengan nol.",
                    "The cell for {column} is empty; empty is not zero.",
                ).filled(column=column.label),
                Text(
                    "Isi angkanya, isi 0 bila memang nol, atau pilih sebab tidak adanya angka.",
                    "Enter the figure, enter 0 if it is zero, or choose why there is no figure.",
                ),
            )


def _impossible_figures(row: SexRow, measure: Measure) -> Iterator[Finding]:
    cells = ((Column.FEMALE, row.female), (Column.MALE, row.male), (Column.TOTAL, row.total))
    for column, value in cells:
        if not isinstance(value, Decimal):
            continue
        if value < 0:
            yield _impossible(row, column, value, "negatif", "negative")
        elif measure is Measure.COUNT and value != value.to_integral_value():
            yield _impossible(row, column, value, "bukan bilangan bulat", "not a whole number")


def _impossible(row: SexRow, column: Column, value: Decimal, id_: str, en: str) -> Finding:
    return Finding(
        row.number,
        column,
        Severity.ERROR,
        Text(
            "Angka {column} {value} {flaw}.", "The figure for {column}, {value}, is {flaw}."
        ).filled(column=column.label, value=value, flaw=Text(id_, en)),
        Text(
            "Periksa tanda minus dan tanda desimal pada dokumen sumber.",
            "Check the minus sign and the decimal mark in the source document.",
        ),
    )


def _wrong_total(row: SexRow) -> Iterator[Finding]:
    if not (isinstance(row.female, Decimal) and isinstance(row.male, Decimal)):
        return
    counted = row.female + row.male
    if isinstance(row.total, Decimal) and row.total != counted:
        yield Finding(
            row.number,
            Column.TOTAL,
            Severity.ERROR,
            Text(
                "Perempuan {female} ditambah laki-laki {male} adalah {counted}, tetapi jumlahnya "
                "tertulis {total}.",
                "Women {female} and men {male} make {counted}, but the total reads {total}.",
            ).filled(female=row.female, male=row.male, counted=counted, total=row.total),
            Text(
                "Cocokkan ketiga angka dengan dokumen sumber; jangan mengubah satu angka hanya "
                "supaya cocok.",
                "Compare the three figures with the source document; do not change one of them "
                "merely to make them fit.",
            ),
        )


def _wrong_percents(row: SexRow) -> Iterator[Finding]:
    wrong = [
        *_wrong_percent(row, Column.FEMALE_PERCENT, row.female, row.female_percent),
        *_wrong_percent(row, Column.MALE_PERCENT, row.male, row.male_percent),
    ]
    # Once a per cent is known to be wrong, their sum tells nothing new.
    yield from wrong or _wrong_sum_of_percents(row)


def _wrong_sum_of_percents(row: SexRow) -> Iterator[Finding]:
    if row.female_percent is None or row.male_percent is None:
        return
    together = row.female_percent + row.male_percent
    if abs(together - 100) > PERCENTS_MAY_MISS_100_BY:
        yield Finding(
            row.number,
            Column.MALE_PERCENT,
            Severity.ERROR,
            Text(
                "Persen perempuan {female} dan laki-laki {male} berjumlah {together}, bukan 100.",
                "Per cent women {female} and men {male} add up to {together}, not 100.",
            ).filled(female=row.female_percent, male=row.male_percent, together=together),
            PERCENT_REMEDY,
        )


def _wrong_percent(
    row: SexRow, column: Column, part: Value | None, typed: Decimal | None
) -> Iterator[Finding]:
    if typed is None or not isinstance(part, Decimal):
        return
    if not (isinstance(row.female, Decimal) and isinstance(row.male, Decimal)):
        return
    whole = row.female + row.male
    if whole == 0:
        return
    exact = part / whole * 100
    last_digit = Decimal(1).scaleb(int(typed.as_tuple().exponent))
    # Half a unit of the last typed digit, so that either way of rounding a half is accepted.
    if abs(exact - typed) * 2 > last_digit:
        yield Finding(
            row.number,
            column,
            Severity.ERROR,
            Text(
                "Persennya tertulis {typed}, sedangkan {part} dari {whole} adalah {right}.",
                "The per cent reads {typed}, but {part} of {whole} is {right}.",
            ).filled(
                typed=typed, part=part, whole=whole, right=exact.quantize(last_digit, ROUND_HALF_UP)
            ),
            PERCENT_REMEDY,
        )


PERCENT_REMEDY = Text(
    "Hitung ulang dari jumlahnya, atau kosongkan kolom persen: Setara menghitungnya sendiri.",
    "Work it out again from the counts, or leave the per cent empty: Setara computes it.",
)
