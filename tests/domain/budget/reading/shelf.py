"""A shelf of made-up books: one true budget in every family, with the messes offices make of it.

The seed decides everything. What must be read is known, and what was spoilt on purpose.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from typing import Any

import openpyxl

from setara.domain.budget.reading.findings import Fault
from tests.domain.budget.reading import rendering, rendering_books, rendering_tables
from tests.domain.budget.reading.rendering import Leaf, Rows, accounts_above, parts_of
from tests.domain.budget.reading.shelf_faults import PLANTED
from tests.domain.budget.reading.shelf_messes import (
    CODE_MESSES,
    FOR_FLAT,
    NOT_FOR_PRINTED,
    ROW_MESSES,
    YEAR,
    with_amounts,
    with_codes,
)


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
