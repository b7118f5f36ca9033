"""The budgets of W4: a made-up export of SIPD by standard price, of any number of lines."""

from __future__ import annotations

import random
from collections.abc import Iterator

SEED = 20250616
HEAD = (
    "tahun", "kode_urusan", "nama_urusan", "kode_skpd", "nama_skpd", "kode_sub_unit",
    "nama_sub_unit", "kode_bidang_urusan", "nama_bidang_urusan", "kode_program", "nama_program",
    "kode_kegiatan", "nama_kegiatan", "kode_sub_kegiatan", "nama_sub_kegiatan",
    "kode_sumber_dana", "nama_sumber_dana", "kode_rekening", "nama_rekening",
    "kode_standar_harga", "nama_standar_harga", "pagu",
)  # fmt: skip
YEAR = 2025
AGENCIES, ACTIVITIES, ACCOUNTS, ITEMS = 45, 1500, 180, 12_000
_PEOPLE = (
    "Pegawai",
    "Masyarakat",
    "Perempuan, Anak, dan Keluarga",
    "Aparatur Desa",
    "Pelaku Usaha",
)
_DEEDS = ("Pembinaan", "Penyediaan", "Koordinasi dan Sinkronisasi", "Fasilitasi", "Pengelolaan")
_GOODS = (
    "Kertas HVS 70 gram, F4",
    "Honorarium narasumber",
    'Map "snelhecter" plastik',
    "Nasi kotak",
)


def agencies() -> list[tuple[str, str]]:
    """Code and name of each agency, as SIPD writes them."""
    return [
        (f"{n % 7 + 1}.{n % 24 + 1:02}.0.00.0.00.{n % 30 + 1:02}.{n:04}", f"Dinas Contoh Ke-{n:02}")
        for n in range(AGENCIES)
    ]


def rows(count: int) -> Iterator[list[object]]:
    """The lines below the heading, activity by activity as SIPD writes them."""
    chance = random.Random(SEED)  # noqa: S311 -- money to practise on
    known, accounts, items = agencies(), _accounts(chance), _items(chance)
    funds = [("1.1.01", "PAD"), ("1.2.01.01", "DAU"), ("1.2.02", "DAK Fisik, Reguler")]
    each, left = divmod(count, ACTIVITIES)
    for number in range(ACTIVITIES):
        upper = _upper(chance, known[number % AGENCIES], number)
        for _ in range(each + (number < left)):
            fund, account, item = (
                chance.choice(funds),
                chance.choice(accounts),
                chance.choice(items),
            )
            yield [*upper, *fund, *account, *item, chance.randrange(1, 4_000) * 25_000 // 4]


def _upper(chance: random.Random, agency: tuple[str, str], number: int) -> list[object]:
    """Everything of a line down to its sub kegiatan."""
    field = f"{number % 7 + 1}.{number % 24 + 1:02}"
    program = f"{field}.{number % 6 + 2:02}"
    activity = f"{program}.2.{number % 9 + 1:02}"
    about = chance.choice(_PEOPLE)
    return [
        YEAR, field[0], f"URUSAN PEMERINTAHAN {field[0]}", *agency, agency[0], f"{agency[1]} Induk",
        field, f"Bidang Urusan {field}", program, f"Program Pemberdayaan {about}",
        activity, f"{chance.choice(_DEEDS)} {about} Tingkat Kabupaten",
        f"{activity}.{number + 1:04}", f"{chance.choice(_DEEDS)} Urusan {about} Nomor {number}",
    ]  # fmt: skip


def _accounts(chance: random.Random) -> list[tuple[str, str]]:
    kinds = [("5.1.02.01.01", "Belanja Barang Pakai Habis"), ("5.1.02.02.01", "Belanja Jasa, Ahli"),
             ("5.2.02.05.01", "Belanja Modal Alat Kantor")]  # fmt: skip
    chosen = [kinds[n % 3] for n in range(ACCOUNTS)]
    return [(f"{code}.{n + 1:04}", f"{name} {n + 1}") for n, (code, name) in enumerate(chosen)]


def _items(chance: random.Random) -> list[tuple[str, str]]:
    return [
        (
            f"1.1.7.01.03.{n % 40 + 1:02}.{n % 900 + 1:03}.{n:05}",
            f"{chance.choice(_GOODS)} tipe {n}",
        )
        for n in range(ITEMS)
    ]
