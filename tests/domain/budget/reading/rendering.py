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
