"""What is spoilt on purpose in a book of the shelf: each gives the fault that must be found."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from setara.domain.budget.reading.findings import Fault
from tests.domain.budget.reading.rendering import Rows
from tests.domain.budget.reading.shelf_messes import YEAR, head_of, is_code, total_row


def _lines(rows: Rows) -> list[int]:
    """The rows with a code and money."""
    head = head_of(rows)
    return [n for n, row in enumerate(rows) if n > head and row and any(map(is_code, row))]


def _place(rows: Rows, *words: str) -> int:
    heads = [str(cell).lower().replace("_", " ") for cell in rows[head_of(rows)]]
    return next(n for n, head in enumerate(heads) if head.startswith(words))


def _amount_place(rows: Rows) -> int:
    return _place(rows, "pagu", "jumlah", "rincian", "nilai")


def parent_not_sum(rows: Rows, random: Random) -> Fault:
    first = head_of(rows) + 1
    rows[first][_amount_place(rows)] += random.choice((7, 1_000_000))  # type: ignore[operator]
    return Fault.PARENT_NOT_SUM


def child_larger(rows: Rows, random: Random) -> Fault:
    last, place = len(rows) - 1, _amount_place(rows)
    rows[last][place] = sum(row[place] for row in rows[head_of(rows) + 1 :]) + 3  # type: ignore[misc]
    return Fault.CHILD_LARGER


def duplicate(rows: Rows, random: Random) -> Fault:
    rows.append([*rows[random.choice(_lines(rows))]])
    return Fault.DUPLICATE


def bad_code(rows: Rows, random: Random) -> Fault:
    place = _place(rows, "kode sub kegiatan", "kode sub\nkegiatan", "kode sub giat", "kode subkeg")
    rows[random.choice(_lines(rows))][place] = random.choice(
        ("2.08.02.2.01.0001.77.1", "lihat lampiran", "2.08.002.12.01.0001", "9/2/1")
    )
    return Fault.BAD_CODE


def negative(rows: Rows, random: Random) -> Fault:
    rows[random.choice(_lines(rows))][_amount_place(rows)] = random.choice((-5000, "(5.000)"))
    return Fault.NEGATIVE


def no_amount(rows: Rows, random: Random) -> Fault:
    rows[random.choice(_lines(rows))][_amount_place(rows)] = random.choice((None, "-", ""))
    return Fault.MISSING_AMOUNT


def no_number(rows: Rows, random: Random) -> Fault:
    rows[random.choice(_lines(rows))][_amount_place(rows)] = random.choice(
        ("lima juta", "Rp", "1,2,3")
    )
    return Fault.BAD_AMOUNT


def two_years(rows: Rows, random: Random) -> Fault:
    rows.append([*rows[_lines(rows)[0]]])
    rows[-1][_place(rows, "tahun")] = YEAR - 1
    return Fault.TWO_YEARS


def wrong_total(rows: Rows, random: Random) -> Fault:
    rows[:] = total_row(rows, random)
    rows[-1][_amount_place(rows)] += 1_000_000  # type: ignore[operator]
    return Fault.TOTAL_DIFFERS


def months_differ(rows: Rows, random: Random) -> Fault:
    rows[random.choice(_lines(rows))][_place(rows, "bulan3")] += 5_000  # type: ignore[operator]
    return Fault.MONTHS_DIFFER


def overspent(rows: Rows, random: Random) -> Fault:
    row = rows[random.choice(_lines(rows))]
    row[_place(rows, "realisasi")] = row[_amount_place(rows)] + 1  # type: ignore[operator]
    return Fault.OVERSPENT


PLANTED: dict[str, tuple[Callable[[Rows, Random], Fault], ...]] = {
    "combined": (parent_not_sum, child_larger, duplicate),
    "stepped": (parent_not_sum, child_larger),
    "simple": (duplicate, bad_code, negative, no_amount, no_number, two_years, wrong_total),
    "sipd_items": (bad_code, negative, no_amount, no_number, two_years, wrong_total),
    "cash_plan": (bad_code, negative, no_amount, no_number, two_years, wrong_total, months_differ),
    "api_items": (bad_code, negative, no_amount, no_number, two_years, wrong_total, overspent),
}
