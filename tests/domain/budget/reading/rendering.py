"""A made-up budget, and the ways in which offices write one down.

Each way gives the rows of a sheet; `written` makes a file of them. What a reader must get back is
known: the lines of `leaves`, by activity and account.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

Rows = list[list[object]]

FIELDS = (("2.08", "Pemberdayaan Perempuan"), ("1.02", "Kesehatan"), ("5.01", "Perencanaan"))
ACCOUNTS = (
    ("5.1.01.01.01.0001", "Belanja Gaji Pokok PNS"),
    ("5.1.02.01.01.0024", "Belanja Alat/Bahan untuk Kegiatan Kantor"),
    ("5.1.02.01.01.0052", "Belanja Makanan dan Minuman Rapat"),
    ("5.1.02.02.01.0003", "Honorarium Narasumber"),
    ("5.2.02.05.02.0001", "Belanja Modal Mebel"),
)
OLD_ACCOUNTS = (
    ("5.2.1.01.01", "Honorarium Panitia Pelaksana Kegiatan"),
    ("5.2.2.01.01", "Belanja Alat Tulis Kantor"),
    ("5.2.2.06.02", "Belanja Penggandaan"),
    ("5.2.2.11.02", "Belanja Makanan dan Minuman Rapat"),
    ("5.2.3.29.02", "Belanja Modal Komputer"),
)
NAMES = (
    "Koordinasi dan Sinkronisasi Pelaksanaan PUG",
    "Penyediaan Gaji dan Tunjangan ASN",
    "Advokasi Kebijakan, Pendampingan Layanan",
    "Pengelolaan Data Gender dan Anak",
    "Rapat Koordinasi – Kecamatan",
)


@dataclass(frozen=True)
class Leaf:
    """One account of one lowest activity of one agency."""

    agency: str
    agency_name: str
    activity: str
    name: str
    account: str
    account_name: str
    amount: int
    realised: int

    @property
    def key(self) -> tuple[str, str]:
        return self.activity, self.account


def current(random: Random) -> list[Leaf]:
    """A budget with today's codes."""
    leaves = []
    for field, _ in random.sample(FIELDS, random.randint(1, 2)):
        for activity in sorted({_sub_activity(field, random) for _ in range(random.randint(1, 5))}):
            name = random.choice(NAMES)
            for account, account_name in sorted(random.sample(ACCOUNTS, random.randint(1, 3))):
                amount = _amount(random)
                leaves.append(
                    Leaf(
                        f"{field}.0.00.0.00.01.0000",
                        f"Dinas {field}",
                        activity,
                        name,
                        account,
                        account_name,
                        amount,
                        amount // random.randint(1, 4),
                    )
                )
    return leaves


def _sub_activity(field: str, random: Random) -> str:
    program, kegiatan, sub = random.randint(1, 3), random.randint(1, 12), random.randint(1, 9)
    return f"{field}.{program:02}.2.{kegiatan:02}.{sub:04}"


def old(random: Random, width: int = 2) -> list[Leaf]:
    """A budget with codes of Permendagri 13/2006, of one organisation."""
    leaves = []
    field = random.choice(("1.19", "1.22", "1.11", "1.20"))
    agency = f"{field}.{random.randint(1, 9):02}"
    for program in sorted(random.sample(range(1, 40), random.randint(1, 4))):
        for number in sorted(random.sample(range(1, 30), random.randint(1, 3))):
            activity = f"{field}.{agency}.{program:0{width}}.{number:0{width}}"
            for account, account_name in sorted(random.sample(OLD_ACCOUNTS, random.randint(1, 4))):
                leaves.append(
                    Leaf(
                        agency,
                        "Badan Pemberdayaan Masyarakat",
                        activity,
                        random.choice(NAMES),
                        account,
                        account_name,
                        _amount(random),
                        0,
                    )
                )
    return leaves


def _amount(random: Random) -> int:
    return random.choice((random.randint(1, 999), random.randint(1, 99_999) * 1000, 23_844_375_036))


# How an amount is written.
def _grouped(amount: int, mark: str) -> str:
    return f"{amount:,}".replace(",", mark)


STYLES: dict[str, Callable[[int], object]] = {
    "whole": str,
    "point": lambda amount: f"{amount}.00",
    "comma": lambda amount: f"{amount},00",
    "grouped_point": lambda amount: f"{_grouped(amount, '.')},00",
    "grouped_comma": lambda amount: f"{amount:,}.00",
    "rupiah": lambda amount: f"Rp {_grouped(amount, '.')},-",
    "number": lambda amount: amount,
    "float": float,
}


def parts_of(code: str) -> list[str]:
    """Every beginning of an activity code that is a level: bidang, program, kegiatan."""
    tokens = code.split(".")
    return [".".join(tokens[:length]) for length in (2, 3, 5) if length < len(tokens)]


def accounts_above(account: str) -> list[str]:
    tokens = account.split(".")
    return [".".join(tokens[:length]) for length in range(1, len(tokens))]


# Flat tables: each row names its whole way down.
def sipd_items(leaves: list[Leaf], year: int, money: Callable[[int], object]) -> Rows:
    """SIPD-RI export by standard price, headings as slugs."""
    rows: Rows = [
        [
            "tahun",
            "kode_urusan",
            "nama_urusan",
            "kode_skpd",
            "nama_skpd",
            "kode_sub_unit",
            "nama_sub_unit",
            "kode_bidang_urusan",
            "nama_bidang_urusan",
            "kode_program",
            "nama_program",
            "kode_kegiatan",
            "nama_kegiatan",
            "kode_sub_kegiatan",
            "nama_sub_kegiatan",
            "kode_sumber_dana",
            "nama_sumber_dana",
            "kode_rekening",
            "nama_rekening",
            "kode_standar_harga",
            "nama_standar_harga",
            "pagu",
        ]
    ]
    for leaf in leaves:
        field, program, kegiatan = parts_of(leaf.activity)
        rows.append(
            [
                str(year),
                field[0],
                "URUSAN",
                leaf.agency,
                leaf.agency_name,
                leaf.agency,
                leaf.agency_name,
                field,
                "Bidang",
                program,
                "Program X",
                kegiatan,
                "Kegiatan X",
                leaf.activity,
                leaf.name,
                "1.2.01",
                "DAU",
                leaf.account,
                leaf.account_name,
                "1.1.7.01.03.01.001.00001",
                "Kertas HVS",
                money(leaf.amount),
            ]
        )
    return rows


def cash_plan(leaves: list[Leaf], year: int, money: Callable[[int], object]) -> Rows:
    """SIPD export of the monthly cash plan."""
    rows: Rows = [
        [
            *("Tahun", "Daerah", "Kode Urusan", "Nama Urusan", "Kode Bidang Urusan"),
            *("Nama Bidang Urusan", "Kode SKPD", "Nama SKPD", "Kode Sub SKPD", "Nama Sub SKPD"),
            *("Kode Program", "Nama Program", "Kode Kegiatan", "Nama Kegiatan"),
            *("Kode Sub Kegiatan", "Nama Sub Kegiatan", "Kode Akun", "Nama Akun"),
            *("Nilai Rincian", "Total RAK", *(f"bulan{number}" for number in range(1, 13))),
        ]
    ]
    for leaf in leaves:
        field, program, kegiatan = parts_of(leaf.activity)
        months = [leaf.amount // 12] * 11
        months.append(leaf.amount - sum(months))
        rows.append(
            [year, "Kab. Paser", field[0], "U", field, "B", leaf.agency, leaf.agency_name]
            + [leaf.agency, leaf.agency_name, program, "P", kegiatan, "K", leaf.activity]
            + [leaf.name, leaf.account, leaf.account_name]
            + [money(each) for each in (leaf.amount, leaf.amount, *months)]
        )
    return rows


def api_items(leaves: list[Leaf], year: int, money: Callable[[int], object]) -> Rows:
    """A table of a local SIPD store, kegiatan and account under the names of the API."""
    rows: Rows = [
        [
            "tahun_anggaran",
            "kode_skpd",
            "nama_skpd",
            "kode_giat",
            "nama_giat",
            "kode_sub_giat",
            "nama_sub_giat",
            "kode_akun",
            "nama_akun",
            "rincian",
            "realisasi",
        ]
    ]
    return rows + [
        [
            *(year, e.agency, e.agency_name, parts_of(e.activity)[2], "K", e.activity, e.name),
            *(e.account, e.account_name, money(e.amount), money(e.realised)),
        ]
        for e in leaves
    ]


# Books: a row for every level.
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


ENCODINGS = ("ascii", "utf-8", "utf-8-sig", "cp1252")
DELIMITERS = ",;\t"


def written(rows: Rows, random: Random) -> bytes:
    """A CSV file of the rows, in any encoding, with any mark between, some lines inside quotes."""
    mark = random.choice(DELIMITERS)
    text = io.StringIO(newline="")
    quoting = random.choice((csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC))
    csv.writer(text, delimiter=mark, quoting=quoting).writerows(rows)
    lines = text.getvalue().splitlines(keepends=True)
    if quoting == csv.QUOTE_MINIMAL and random.random() < 0.3:
        lines = [_inside_quotes(line, random) for line in lines]
    whole = "".join(lines)
    encodings = ENCODINGS if whole.isascii() else ENCODINGS[1:]
    return whole.encode(random.choice(encodings))


def _inside_quotes(line: str, random: Random) -> str:
    bare = line.rstrip("\r\n")
    if random.random() < 0.8 or bare.count('"') % 2 or not bare.strip(",;\t"):
        return line
    doubled = bare.replace('"', '""')
    return f'"{doubled}"\r\n'
