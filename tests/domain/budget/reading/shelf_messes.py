"""What offices do to the rows, the codes and the amounts of a budget file."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from tests.domain.budget.reading import rendering
from tests.domain.budget.reading.rendering import Rows

YEAR = 2025
PAID = ("pagu", "jumlah", "rincian", "nilai", "anggaran", "total rak", "realisasi", "bulan")


def head_of(rows: Rows) -> int:
    """The row of the headings."""
    for number, row in enumerate(rows):
        said = [str(cell).lower() for cell in row if cell]
        if len(said) > 2 and any(
            "kode" in each or "kd " in each or each == "urusan" for each in said
        ):
            return number
    raise AssertionError(rows[:9])


# What offices do to the rows of a sheet.
def blank_rows(rows: Rows, random: Random) -> Rows:
    head, out = head_of(rows), []
    for number, row in enumerate(rows):
        out.append(row)
        if number > head + 3 and random.random() < 0.15:
            out.append([])
    return out


def preamble(rows: Rows, random: Random) -> Rows:
    above: Rows = [
        ["PEMERINTAH KABUPATEN PASER"],
        ["Judul", "Rincian Belanja"],
        [f"Tahun Anggaran {YEAR}"],
        [],
        ["Dicetak tanggal 05-01-2025 oleh admin"],
        ["Kolom", 22],
    ]
    return [*above[: random.randint(1, 6)], *rows]


def empty_columns(rows: Rows, random: Random) -> Rows:
    extra: list[object] = [None] * random.randint(1, 4)
    return [[*row, *extra] if row else row for row in rows]


def first_column_empty(rows: Rows, random: Random) -> Rows:
    return [[None, *row] if row else row for row in rows]


def numbered_columns(rows: Rows, random: Random) -> Rows:
    head = head_of(rows)
    width = len(rows[head])
    return [*rows[: head + 1], [str(n) for n in range(1, width + 1)], *rows[head + 1 :]]


def running_number(rows: Rows, random: Random) -> Rows:
    head = head_of(rows)
    return [
        [("No" if n == head else n - head if n > head else None), *row] if row else row
        for n, row in enumerate(rows)
    ]


def printed_pages(rows: Rows, random: Random) -> Rows:
    head, out = head_of(rows), []
    for number, row in enumerate(rows):
        if number > head + 1 and (number - head) % 7 == 0:
            out.append([*rows[head]])
        out.append(row)
    return out


def total_row(rows: Rows, random: Random) -> Rows:
    head = head_of(rows)
    places = [n for n, cell in enumerate(rows[head]) if is_money(cell)]
    total: list[object] = [None] * len(rows[head])
    total[0] = random.choice(("JUMLAH", "Total", "Jumlah Belanja", "GRAND TOTAL"))
    for place in places:
        total[place] = sum(
            each for row in rows[head + 1 :] if row and isinstance(each := row[place], int)
        )
    return [*rows, total]


def signature(rows: Rows, random: Random) -> Rows:
    return [
        *rows,
        [],
        [None, None, None, "Tana Paser, 31 Desember 2024"],
        [None, None, None, "Kepala Dinas,"],
        [],
        [None, None, None, "Dra. Contoh, M.Si"],
        [None, None, None, "NIP. 19700101 199803 2 001"],
    ]


def shouting(rows: Rows, random: Random) -> Rows:
    head = head_of(rows)
    loud = [cell.upper() if isinstance(cell, str) else cell for cell in rows[head]]
    return [*rows[:head], loud, *rows[head + 1 :]]


def rupiah_heads(rows: Rows, random: Random) -> Rows:
    head = head_of(rows)
    marked = [
        f"{cell} (Rp)" if is_money(cell) and "(" not in str(cell) else cell for cell in rows[head]
    ]
    return [*rows[:head], marked, *rows[head + 1 :]]


ROW_MESSES: dict[str, Callable[[Rows, Random], Rows]] = {
    "rupiah_heads": rupiah_heads,
    "total_row": total_row,
    "shouting": shouting,
    "running_number": running_number,
    "numbered_columns": numbered_columns,
    "printed_pages": printed_pages,
    "blank_rows": blank_rows,
    "signature": signature,
    "empty_columns": empty_columns,
    "first_column_empty": first_column_empty,
    "preamble": preamble,
}
# Printed forms have their own heads, totals and signatures.
FOR_FLAT = frozenset({"total_row", "running_number", "rupiah_heads", "numbered_columns"})
NOT_FOR_PRINTED = FOR_FLAT | {"signature", "printed_pages", "shouting", "blank_rows"}


def is_money(cell: object) -> bool:
    words = str(cell).lower().replace("_", " ") if isinstance(cell, str) else ""
    return words.startswith(PAID) and "standar" not in words


# What is done to codes.
CODE_MESSES: dict[str, Callable[[str], str]] = {
    "trailing_dot": lambda code: f"{code}.",
    "blanks_around_dots": lambda code: code.replace(".", " . "),
    "blank_end": lambda code: f"{code} ",
    "apostrophe": lambda code: f"'{code}",
    "hard_blank": lambda code: f"\xa0{code}",
    "zero_too_many": lambda code: _part(code, 3, lambda part: f"0{part}"),
    "zeros_lost": lambda code: _part(code, 4, lambda part: part.lstrip("0")),
}


_CODE = re.compile(r"(?:\d+|X+)(?:\.(?:\d+|X+)){2,}")


def _part(code: str, place: int, change: Callable[[str], str]) -> str:
    """An activity code with one part changed."""
    parts = code.split(".")
    is_activity = len(parts) in {5, 6} and len(parts[2]) == 2 and len(parts[3]) == 1
    if not is_activity or len(parts) <= place:
        return code
    parts[place] = change(parts[place])
    return ".".join(parts)


def is_code(cell: object) -> bool:
    text = str(cell) if isinstance(cell, str) else ""
    return _CODE.fullmatch(text) is not None


def with_codes(rows: Rows, write: Callable[[str], str]) -> Rows:
    head = head_of(rows)
    return [
        [write(cell) if n > head and is_code(cell) else cell for cell in row]
        for n, row in enumerate(rows)
    ]


# How amounts are written, one way or any way in each cell.
def with_amounts(rows: Rows, random: Random, *, is_mixed: bool) -> Rows:
    head = head_of(rows)
    styles = [each for name, each in rendering.STYLES.items() if name not in {"number", "float"}]
    one = random.choice(styles)
    return [
        [
            (random.choice(styles) if is_mixed else one)(cell)
            if n > head and isinstance(cell, int) and cell >= 1000 and cell != YEAR
            else cell
            for cell in row
        ]
        for n, row in enumerate(rows)
    ]
