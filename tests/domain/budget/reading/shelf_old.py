"""The older half of the shelf: books of Permendagri 13/2006, and summaries of accounts alone."""

from __future__ import annotations

from random import Random
from typing import Any

from setara.domain.budget.reading.findings import Fault
from tests.domain.budget.reading import rendering, rendering_old
from tests.domain.budget.reading.rendering import Rows
from tests.domain.budget.reading.shelf import Book, as_csv, as_workbook
from tests.domain.budget.reading.shelf_messes import empty_columns

HEADING = ("No. Rekening", "Kode Rekening", "KODE REKENING", "Nomor Urut", "Kode", "REKENING")


def old(seed: int, *, is_faulty: bool = False) -> Book:
    """A book of an agency, its rows as untidy as published ones."""
    random = Random(seed)
    made = rendering_old.old_book(random)
    rows, done, fault = made.rows, [], None
    if is_faulty:
        fault = random.choice((_times_hundred, _zeros_lost, _wrong))(rows, random)
    # Explanations of something else would hide that the amounts differ from their own.
    unfit = {_swapped} if is_faulty else set()
    unfit |= {_explained} if fault is Fault.TIMES_HUNDRED else set()
    for mess in (_explained, _swapped, _parted_by_blanks, empty_columns):
        if random.random() < 0.3 and mess not in unfit:
            rows = mess(rows, random)
            done.append(mess.__name__)
    return _book("old", seed, rows, random, made.direct + made.indirect, messes=done, fault=fault)


def accounts(seed: int) -> Book:
    """A Ringkasan APBD: income, expenditure, financing, and the totals between them."""
    random = Random(seed)
    money = random.choice(list(rendering.STYLES.values()))
    tree, sums = _tree(random)
    write = random.choice((lambda code: code, lambda code: code.replace(".", " . "), "{}.".format))
    whole: Rows = [["Kode Organisasi", "0"], ["Nama Organisasi", "Kabupaten Contoh"]]
    rows: Rows = [
        ["Judul", "Ringkasan APBD"],
        ["Daerah", "Kabupaten Contoh"],
        ["Tahun", random.choice((2016, "2016", "Tahun Anggaran 2016"))],
        *(whole * random.randint(0, 1)),
        [],
        [
            random.choice(HEADING[:3]),
            "Uraian",
            random.choice(("Jumlah", "Jumlah (Rp)", "Anggaran 2016")),
        ],
    ]
    for code, name, amount in tree:
        rows.append([write(code), name, money(amount)])
        if code == _last(tree, "4"):
            rows.append(["", "Jumlah Pendapatan", money(sums["4"])])
        if code == _last(tree, "5"):
            rows.append(["", "Jumlah Belanja", money(sums["5"])])
            rows.append(["", "Surplus/(Defisit)", _signed(sums["4"] - sums["5"], money)])
    net = sums["6.1"] - sums["6.2"]
    rows.append(["", "Pembiayaan Netto", _signed(net, money)])
    return _book("accounts", seed, rows, random, sums["5"])


def _signed(amount: int, money: object) -> object:
    written = money(abs(amount))  # type: ignore[operator]
    if amount >= 0:
        return written
    return f"({written})" if isinstance(written, str) else -written


def _last(tree: list[tuple[str, str, int]], first: str) -> str:
    return [code for code, _, _ in tree if code.startswith(first)][-1]


def _tree(random: Random) -> tuple[list[tuple[str, str, int]], dict[str, int]]:
    leaves = {
        f"{first}.{second}.{third}": random.randint(10**6, 10**12)
        for first, names in (("4", 3), ("5", 2), ("6", 2))
        for second in range(1, names + 1)
        for third in range(1, random.randint(2, 4))
    }
    names = {"4": "PENDAPATAN DAERAH", "5": "BELANJA DAERAH", "6": "PEMBIAYAAN DAERAH"}
    sums: dict[str, int] = {}
    for code, amount in leaves.items():
        parts = code.split(".")
        for length in (1, 2, 3):
            above = ".".join(parts[:length])
            sums[above] = sums.get(above, 0) + amount
    sums["6"] = sums["6.1"] - sums["6.2"]
    return [(code, names.get(code, f"Belanja {code}"), sums[code]) for code in sorted(sums)], sums


def _book(family: str, seed: int, rows: Rows, random: Random, amount: int, **more: Any) -> Book:
    is_workbook = random.random() < 0.2
    return Book(
        family=family,
        name=f"{family}_{seed}.{'xlsx' if is_workbook else 'csv'}",
        content=as_workbook(rows, random) if is_workbook else as_csv(rows, random),
        amount=amount,
        activities={},
        agencies=1,
        **more,
    )


def _first(rows: Rows) -> int:
    """The first row below the headings, of one row or two."""
    return next(
        n for n, row in enumerate(rows) if row and str(row[0])[:2] in {"1.", "2.", "1 ", "2 "}
    )


def _coded(rows: Rows) -> list[int]:
    return [n for n in range(_first(rows), len(rows)) if rows[n] and str(rows[n][0]).strip()]


def _explained(rows: Rows, random: Random) -> Rows:
    """Explanations that run on into rows without a code."""
    out: Rows = []
    start = _first(rows)
    for number, row in enumerate(rows):
        out.append(row)
        if number > start and random.random() < 0.3:
            blank: list[object] = [""] * (len(row) - 1)
            out += [[*blank, "Pejabat Pengadaan"], [*blank, "1 ob x 250.000,00 = 250.000,00"]]
    return out


def _swapped(rows: Rows, random: Random) -> Rows:
    row = rows[random.choice(_coded(rows)[1:])]
    row[0], row[1] = row[1], row[0]
    return rows


def _parted_by_blanks(rows: Rows, random: Random) -> Rows:
    start, out = _first(rows), []
    for number, row in enumerate(rows):
        out.append(row)
        if number > start and random.random() < 0.1:
            out.append([""] * len(row))
    return out


def _amounts(row: list[object]) -> list[int]:
    return [2, 3] if len(row) == 6 else [2]


def _digits(cell: object) -> int:
    text = str(cell).removeprefix("Rp ").removesuffix(",-").removesuffix(".0")
    whole = text[:-3] if text[-3:-2] in {",", "."} else text
    return int(whole.replace(".", "").replace(",", ""))


def _times_hundred(rows: Rows, random: Random) -> Fault:
    """Every amount a hundred times what its explanation says."""
    for number in _coded(rows):
        row = rows[number]
        amount = _digits(row[2])
        is_leaf = str(row[0]).replace(" ", "").strip(".").count(".") >= 9
        for place in _amounts(row):
            row[place] = f"{amount * 100}.00"
        if len(row) == 4 and is_leaf:
            said = f"{amount:,}".replace(",", ".")
            row[3] = f"1 paket x {said},00 = {said},00"
    for row in rows[_first(rows) :]:
        if row[1] == "Jumlah Belanja":
            row[2:4] = [f"{_digits(cell) * 100}.00" if cell else cell for cell in row[2:4]]
    coded = [rows[n] for n in _coded(rows)]
    codes = [str(row[0]).replace(" ", "").strip(".") for row in coded]
    lowest = [
        row
        for row, code, after in zip(coded, codes, [*codes[1:], ""], strict=True)
        if "paket" in str(row[-1]) and not after.startswith(f"{code}.")
    ]
    return Fault.TIMES_HUNDRED if len(lowest) >= 3 else _wrong(rows, random)


def _zeros_lost(rows: Rows, random: Random) -> Fault:
    """`600.000` became 600."""
    row = rows[_coded(rows)[-1]]
    amount = _digits(row[2])
    if amount % 1000 or amount < 1000 or len(row) != 4:
        return _wrong(rows, random)
    row[2] = str(amount // 1000)
    return Fault.LOST_ZEROS


def _wrong(rows: Rows, random: Random) -> Fault:
    row = rows[_coded(rows)[-1]]
    for place in _amounts(row):
        row[place] = str(_digits(row[place]) + 7)
    return Fault.PARENT_NOT_SUM
