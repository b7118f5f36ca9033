"""A made-up budget as books with a row for every level."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from tests.domain.budget.reading.rendering import Leaf, Rows, accounts_above, parts_of


def coded_book(leaves: list[Leaf], year: int, money: Callable[[int], object]) -> Rows:
    """Sub kegiatan and account in one code: `1.02.01.2.01.0001.5.1.02.01.01.0004`."""
    rows: Rows = [
        ["Rincian Belanja"],
        [f"Tahun Anggaran {year}"],
        ["Kode", "Uraian", "Jumlah (Rp)"],
    ]
    for code, name, leaf in _ladder(leaves):
        rows.append([code, name, money(leaf)])
    return rows


def _ladder(leaves: list[Leaf]) -> list[tuple[str, str, int]]:
    """Every level once, before what is below it, with its sum."""
    order: dict[str, tuple[str, int]] = {}
    for leaf in leaves:
        for code in parts_of(leaf.activity):
            _add(order, code, f"Program {code}", leaf.amount)
        _add(order, leaf.activity, leaf.name, leaf.amount)
        for account in accounts_above(leaf.account):
            _add(order, f"{leaf.activity}.{account}", "Belanja", leaf.amount)
        _add(order, f"{leaf.activity}.{leaf.account}", leaf.account_name, leaf.amount)
    return [(code, name, amount) for code, (name, amount) in order.items()]


def _add(order: dict[str, tuple[str, int]], code: str, name: str, amount: int) -> None:
    name, before = order.get(code, (name, 0))
    order[code] = (name, before + amount)


def recap(leaves: list[Leaf], year: int, money: Callable[[int], object]) -> Rows:
    """The printed recapitulation of an agency: code parts in cells, three rows of headings."""
    blank: list[object] = [None]
    rows: Rows = [
        ["RENCANA KERJA DAN ANGGARAN", *blank * 10, "FORMULIR\nRKA-BELANJA\nSKPD"],
        [f"Pemerintah Kab. Paser Tahun Anggaran {year}"],
        [],
        ["Organisasi", None, None, None, ":", f"{leaves[0].agency}  {leaves[0].agency_name}"],
        ["Rekapitulasi Belanja"],
        [],
        [
            *("Urusan", "Bidang Urusuan", "Program", "Kegiatan", "Sub Kegiatan", "URAIAN"),
            *("SUMBER DANA", "LOKASI", "JUMLAH"),
        ],
        [*blank * 8, "T-1", "Tahun N", None, None, "T+1"],
        [*blank * 9, "Belanja Operasi", "Belanja Modal", "Jumlah"],
        [*map(str, range(1, 12)), "12=(10+11)", "13"],
    ]
    total = sum(leaf.amount for leaf in leaves)
    rows.append([leaves[0].agency_name, *blank * 7, 0, money(total), 0, money(total), 0])
    sums: dict[str, tuple[str, int]] = {}
    for leaf in leaves:
        for code in (leaf.activity[0], *parts_of(leaf.activity)):
            _add(sums, code, f"Program {code}", leaf.amount)
        _add(sums, leaf.activity, leaf.name, leaf.amount)
    for code, (name, amount) in sums.items():
        tokens = code.split(".")
        cells: list[object] = [*tokens[:3]]
        cells += [f"{tokens[3]}.{tokens[4]}"] if len(tokens) > 3 else []
        cells += tokens[5:]
        cells += blank * (5 - len(cells))
        rows.append([*cells, name, None, None, 0, money(amount), 0, money(amount), 0])
    rows += [
        ["Jumlah", *blank * 7, 0, money(total), 0, money(total), 0],
        [],
        [*blank * 9, "Tana Paser, 2 Januari"],
        [*blank * 9, "NIP. 19700101 199803 1 001"],
        ["Pembahasan", None, None, None, ":"],
        ["1."],
        ["TIM ANGGARAN PEMERINTAH DAERAH"],
        ["NO.", None, "NAMA", None, None, None, "NIP"],
        ["1", None, "Drs. Contoh", None, None, None, "19700101"],
    ]
    return rows


def detail(leaves: list[Leaf], year: int, money: Callable[[int], object]) -> Rows:
    """The printed RKA of the first sub kegiatan, with groups and priced items."""
    first = leaves[0]
    mine = [leaf for leaf in leaves if leaf.activity == first.activity]
    blank: list[object] = [None]
    rows: Rows = [
        ["DOKUMEN PELAKSANAAN ANGGARAN", *blank * 8, "FORMULIR\nDPA-RINCIAN BELANJA\nSKPD"],
        ["SATUAN KERJA PERANGKAT DAERAH"],
        [f"Pemerintahan Kab. Paser Tahun Anggaran {year}"],
        [],
        ["Organisasi", *blank * 5, f"{first.agency} {first.agency_name}"],
        ["Program", *blank * 5, f"{parts_of(first.activity)[1]} Program X"],
        ["Kegiatan", *blank * 5, f"{parts_of(first.activity)[2]} Kegiatan X"],
        [f"Alokasi {year}", *blank * 5, sum(leaf.amount for leaf in mine)],
        ["Indikator", *blank * 5, "Tolok Ukur Kinerja", None, None, None, "Target Kinerja"],
        ["Masukan", *blank * 5, "Dana yang dibutuhkan", *blank * 3, 5],
        ["Sub Kegiatan", *blank * 5, f"{first.activity} {first.name}"],
        ["Sumber Dana", *blank * 5, "DAU"],
        [],
        ["Kode Rekening", *blank * 5, "Uraian", "Rincian Perhitungan", *blank * 3, "Jumlah\n(Rp)"],
        [*blank * 7, "Koefisien", "Satuan", "Harga", "PPN"],
    ]
    sums: dict[str, tuple[str, int]] = {}
    for leaf in mine:
        for account in accounts_above(leaf.account):
            _add(sums, account, "Belanja", leaf.amount)
        _add(sums, leaf.account, leaf.account_name, leaf.amount)
    for account, (name, amount) in sums.items():
        tokens = account.split(".")
        cells: list[object] = [f"{t}." if n < 5 else t for n, t in enumerate(tokens)]
        cells += blank * (6 - len(cells))
        rows.append([*cells, name, *blank * 4, money(amount)])
        if len(tokens) == 6:
            rows.append([*blank * 6, "[#] Rapat\nSumber dana: DAU", *blank * 4, money(amount)])
            rows.append([*blank * 6, "[-] Konsumsi", *blank * 4, money(amount)])
            half = amount // 2
            for part in (half, amount - half):
                rows.append([*blank * 6, "Kotak nasi", 1, "Kotak", part, 0, money(part)])
    rows += [
        [*blank * 6, "Jumlah", *blank * 4, money(sum(leaf.amount for leaf in mine))],
        [],
        [*blank * 8, "Tana Paser, ________"],
        ["Keterangan", None, None, None, ":"],
        ["TIM ANGGARAN PEMERINTAH DAERAH"],
        ["1", "Drs. Contoh", *blank * 4, "19700101", *blank * 4, "x"],
    ]
    return rows


PREAMBLES: dict[str, Callable[[Leaf, int], Rows]] = {
    "plain": lambda leaf, year: [
        ["Judul", "Penjabaran Anggaran Pendapatan dan Belanja Daerah"],
        ["Daerah", "Kabupaten Paser"],
        ["Tahun", year],
        ["Kode Organisasi", leaf.agency],
        ["Nama Organisasi", leaf.agency_name],
        ["Kolom", 4],
    ],
    "swapped": lambda leaf, year: [
        ["Judul", "Penjabaran APBD"],
        ["Daerah", "Kabupaten Paser"],
        ["Tahun", year],
        ["Kode Organisasi", leaf.agency_name],
        ["Nama Organisasi", leaf.agency],
        [],
        ["Kolom", 4],
    ],
    "joined": lambda leaf, year: [
        ["Judul", "Penjabaran APBD"],
        ["Tahun", str(year)],
        ["Kode Organisasi", f"{leaf.agency} – {leaf.agency_name}"],
        ["Kolom", 4],
        [],
        [],
    ],
}
CODE_HEADS = ("No. Rekening", "Kode Rekening", "KODE REKENING", "No Rek.", "Nomor Rekening", "Kode")
TEXT_HEADS = ("Uraian", "URAIAN", "Uraian Rekening")
AMOUNT_HEADS = ("Jumlah", "Jumlah (Rp)", "Anggaran 2016", "JUMLAH (Rp.)", "Pagu Anggaran", "Nilai")
CODE_WRITINGS: dict[str, Callable[[str], str]] = {
    "tight": lambda code: code,
    "trailing": lambda code: f"{code}.",
    "blank_end": lambda code: f"{code} ",
}


def old_rows(
    leaves: list[Leaf], money: Callable[[int], object]
) -> list[tuple[list[str], str, object]]:
    """Code groups, description and amount of a book of Permendagri 13/2006."""
    total = sum(leaf.amount for leaf in leaves)
    first = leaves[0]
    field, agency = ".".join(first.agency.split(".")[:2]), first.agency
    width = len(first.activity.split(".")[-1])
    zeros = ["0" * width, "0" * width]
    salary = 1_195_949_815
    rows: list[tuple[list[str], str, object]] = [
        ([field, agency, *zeros, "5"], "BELANJA", money(total + salary)),
        ([field, agency, *zeros, "5", "1"], "BELANJA TIDAK LANGSUNG", money(salary)),
        ([field, agency, *zeros, "5", "1", "1"], "Belanja Pegawai", money(salary)),
        ([field, agency, *zeros, "5", "2"], "BELANJA LANGSUNG", money(total)),
    ]
    sums: dict[str, tuple[str, int]] = {}
    for leaf in leaves:
        program = leaf.activity.rpartition(".")[0]
        _add(sums, program, "Program Pelayanan", leaf.amount)
        _add(sums, leaf.activity, leaf.name, leaf.amount)
        for account in accounts_above(leaf.account)[2:]:
            _add(sums, f"{leaf.activity}.{account}", "Belanja", leaf.amount)
        _add(sums, f"{leaf.activity}.{leaf.account}", leaf.account_name, leaf.amount)
    for code, (name, amount) in sums.items():
        tokens = code.split(".")
        rows.append(([field, agency, *tokens[5:]], name, money(amount)))
    return rows


def old_book(leaves: list[Leaf], year: int, money: Callable[[int], object], random: Random) -> Rows:
    """A book keyed in by an NGO: preamble, any heading, any writing of codes, empty columns."""
    rows = random.choice(list(PREAMBLES.values()))(leaves[0], year)
    extra: list[object] = [""] * random.randint(0, 3)
    rows = [[*row, *extra] for row in rows]
    heads = [random.choice(CODE_HEADS), random.choice(TEXT_HEADS), random.choice(AMOUNT_HEADS)]
    rows.append([*heads, "Keterangan", *extra])
    has_blanks = random.random() < 0.5
    write = random.choice(list(CODE_WRITINGS.values()))
    for groups, name, amount in old_rows(leaves, money):
        code = " . ".join(groups) if has_blanks else ".".join(groups)
        rows.append([write(code), f"{name} ", amount, "", *extra])
    rows.append(["", "SURPLUS / (DEFISIT)", _negative(rows, leaves, money), "", *extra])
    return rows


def _negative(rows: Rows, leaves: list[Leaf], money: Callable[[int], object]) -> object:
    total = money(sum(leaf.amount for leaf in leaves) + 1_195_949_815)
    return f"({total})" if isinstance(total, str) else -total  # type: ignore[operator]
