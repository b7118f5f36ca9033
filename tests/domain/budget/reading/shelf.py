"""A shelf of made-up books: one true budget in every family, with the messes offices make of it.

The seed decides everything. What must be read is known, and what was spoilt on purpose.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from typing import Any

import openpyxl

from setara.domain.budget.reading.findings import Fault
from tests.domain.budget.reading import rendering, rendering_books, rendering_tables
from tests.domain.budget.reading.rendering import Leaf, Rows, accounts_above, parts_of

YEAR = 2025
PAID = ("pagu", "jumlah", "rincian", "nilai", "anggaran", "total rak", "realisasi", "bulan")


@dataclass
class Book:
    """A file with its truth: what it adds up to, its activities, and the fault planted in it."""

    family: str
    name: str
    content: bytes
    amount: int
    activities: dict[str, int]
    agencies: int
    messes: list[str] = field(default_factory=list)
    fault: Fault | None = None


Family = Callable[[list[Leaf], Random], Rows]


def plain(amount: int) -> object:
    return amount


def combined(leaves: list[Leaf], random: Random) -> Rows:
    return rendering_books.coded_book(leaves, YEAR, plain)


def stepped(leaves: list[Leaf], random: Random) -> Rows:
    """Accounts under each sub kegiatan without its code."""
    rows: Rows = [["DAFTAR BELANJA"], [f"TAHUN ANGGARAN {YEAR}"], ["Kode", "Uraian", "Jumlah"]]
    sums: dict[tuple[str, str], tuple[str, int]] = {}

    def add(key: tuple[str, str], name: str, amount: int) -> None:
        sums[key] = (name, sums.get(key, ("", 0))[1] + amount)

    for leaf in leaves:
        for code in parts_of(leaf.activity):
            add((code, ""), f"Program {code}", leaf.amount)
        add((leaf.activity, ""), leaf.name, leaf.amount)
        for account in (*accounts_above(leaf.account)[1:], leaf.account):
            add((leaf.activity, account), leaf.account_name, leaf.amount)
    rows += [
        [account or activity, name, amount] for (activity, account), (name, amount) in sums.items()
    ]
    return rows


def simple(leaves: list[Leaf], random: Random) -> Rows:
    heads = random.choice(
        (
            ("Kode SKPD", "Nama SKPD", "Kode Sub Kegiatan", "Nama Sub Kegiatan", "Pagu (Rp)"),
            ("kode_skpd", "nama_skpd", "kode_sub_giat", "nama_sub_giat", "pagu"),
            ("KODE OPD", "OPD", "KODE SUB\nKEGIATAN", "SUB KEGIATAN", "PAGU ANGGARAN"),
            ("Kd SKPD", "Perangkat Daerah", "Kode Subkegiatan", "Uraian", "Jumlah Anggaran"),
        )
    )
    sums: dict[str, list[object]] = {}
    for leaf in leaves:
        row = sums.setdefault(
            leaf.activity, [YEAR, leaf.agency, leaf.agency_name, leaf.activity, leaf.name, 0]
        )
        row[-1] += leaf.amount  # type: ignore[operator]
    return [["Tahun", *heads], *sums.values()]


def items(leaves: list[Leaf], random: Random) -> Rows:
    return rendering_tables.sipd_items(leaves, YEAR, plain)


def cash_plan(leaves: list[Leaf], random: Random) -> Rows:
    return rendering_tables.cash_plan(leaves, YEAR, plain)


def api_items(leaves: list[Leaf], random: Random) -> Rows:
    return rendering_tables.api_items(leaves, YEAR, plain)


def recap(leaves: list[Leaf], random: Random) -> Rows:
    return rendering_books.recap(leaves, YEAR, plain)


def form(leaves: list[Leaf], random: Random) -> Rows:
    return rendering_books.detail(leaves, YEAR, plain)


FLAT: dict[str, Family] = {
    "simple": simple,
    "sipd_items": items,
    "cash_plan": cash_plan,
    "api_items": api_items,
}
TREES: dict[str, Family] = {"combined": combined, "stepped": stepped, "recap": recap, "form": form}
FAMILIES = {**FLAT, **TREES}


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
    places = [n for n, cell in enumerate(rows[head]) if _is_money(cell)]
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
        f"{cell} (Rp)" if _is_money(cell) and "(" not in str(cell) else cell for cell in rows[head]
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


def _is_money(cell: object) -> bool:
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


def _is_code(cell: object) -> bool:
    text = str(cell) if isinstance(cell, str) else ""
    return _CODE.fullmatch(text) is not None


def with_codes(rows: Rows, write: Callable[[str], str]) -> Rows:
    head = head_of(rows)
    return [
        [write(cell) if n > head and _is_code(cell) else cell for cell in row]
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


# What is spoilt on purpose: each gives the fault that must be found.
def _lines(rows: Rows) -> list[int]:
    """The rows with a code and money."""
    head = head_of(rows)
    return [n for n, row in enumerate(rows) if n > head and row and any(map(_is_code, row))]


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


def as_workbook(rows: Rows, random: Random) -> bytes:
    book: Any = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    if random.random() < 0.5:
        book.create_sheet("Sheet2")
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def as_csv(rows: Rows, random: Random) -> bytes:
    content = rendering.written(rows, random)
    if random.random() < 0.15:
        content = content.replace(b"Sub Kegiatan", b"Sub\rKegiatan", 1)
    if random.random() < 0.2:
        content = content.replace(b"\r\n", b"\n")
    return content


def budget(random: Random) -> list[Leaf]:
    """A true budget, its sub kegiatan of four digits or two, some of any urusan."""
    leaves = rendering.current(random)
    if random.random() < 0.3:
        leaves = [_renamed(leaf, leaf.activity[:-4] + leaf.activity[-2:]) for leaf in leaves]
    if random.random() < 0.3:
        leaves = [_renamed(leaf, "X.XX" + leaf.activity[4:]) for leaf in leaves]
    return _alone(leaves)


def _renamed(leaf: Leaf, activity: str) -> Leaf:
    return Leaf(**{**leaf.__dict__, "activity": activity})


def _alone(leaves: list[Leaf]) -> list[Leaf]:
    """Each activity of one agency, each account of it once."""
    owner: dict[str, str] = {}
    kept: dict[tuple[str, str], Leaf] = {}
    for leaf in leaves:
        if owner.setdefault(leaf.activity, leaf.agency) == leaf.agency:
            kept.setdefault(leaf.key, leaf)
    return sorted(kept.values(), key=lambda leaf: (leaf.agency, leaf.activity, leaf.account))


def book(seed: int, *, is_faulty: bool = False) -> Book:
    """The book of a seed, with one fault planted where it is to be faulty."""
    random = Random(seed)
    name = random.choice(list(PLANTED if is_faulty else FAMILIES))
    leaves = budget(random)
    if name in {"recap", "form"}:
        leaves = [leaf for leaf in leaves if leaf.agency == leaves[0].agency]
    if name == "form":
        leaves = [leaf for leaf in leaves if leaf.activity == leaves[0].activity]
    rows = FAMILIES[name](leaves, random)
    fault = random.choice(PLANTED[name])(rows, random) if is_faulty else None
    rows, done = _spoilt(name, rows, random, is_summed=fault is not None)
    is_workbook = random.random() < 0.3
    content = as_workbook(rows, random) if is_workbook else as_csv(rows, random)
    activities: dict[str, int] = {}
    for leaf in leaves:
        activities[leaf.activity] = activities.get(leaf.activity, 0) + leaf.amount
    return Book(
        family=name,
        name=f"{name}_{seed}.{'xlsx' if is_workbook else 'csv'}",
        content=content,
        amount=sum(activities.values()),
        activities=activities,
        agencies=len({leaf.agency for leaf in leaves}),
        messes=done,
        fault=fault,
    )


def _spoilt(family: str, rows: Rows, random: Random, *, is_summed: bool) -> tuple[Rows, list[str]]:
    done = []
    for mess, spoil in ROW_MESSES.items():
        if family not in FLAT and mess in FOR_FLAT:
            continue
        if family in {"recap", "form"} and mess in NOT_FOR_PRINTED:
            continue
        if is_summed and mess == "total_row":
            continue
        if random.random() < 0.2:
            rows = spoil(rows, random)
            done.append(mess)
    if random.random() < 0.4:
        mess = random.choice(list(CODE_MESSES))
        rows = with_codes(rows, CODE_MESSES[mess])
        done.append(mess)
    if random.random() < 0.6:
        is_mixed = random.random() < 0.5
        rows = with_amounts(rows, random, is_mixed=is_mixed)
        done.append("mixed" if is_mixed else "styled")
    return rows, done
