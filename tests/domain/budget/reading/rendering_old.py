"""Books of Permendagri 13/2006 with the peculiarities that governments give theirs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from tests.domain.budget.reading.rendering import OLD_ACCOUNTS, STYLES, Rows
from tests.domain.budget.reading.rendering_books import (
    AMOUNT_HEADS,
    CODE_HEADS,
    TEXT_HEADS,
)

Entry = tuple[list[str], str, int]
"""The groups of a code, the description, the amount."""

ENDINGS: tuple[Callable[[str], str], ...] = (
    lambda code: code,
    lambda code: f"{code}.",
    lambda code: f"{code} . ",
    lambda code: f"{code} ",
)


@dataclass(frozen=True)
class Peculiar:
    """How one government writes its books."""

    organisation: str
    has_field: bool
    width: int
    has_blanks: bool
    # Belanja langsung stands with the code of the first kegiatan instead of zeros.
    is_direct_at_first: bool
    # Every kegiatan repeats 5.2 above its own accounts.
    repeats_direct: bool
    has_income: bool
    is_changed: bool
    has_two_heading_rows: bool

    @property
    def zeros(self) -> list[str]:
        return ["0" * self.width] * 2

    def groups(self, field: str, *rest: str) -> list[str]:
        return [*([field] if self.has_field else []), self.organisation, *rest]


@dataclass(frozen=True)
class OldBook:
    """The rows with what must be read in them."""

    rows: Rows
    organisation: str
    direct: int
    indirect: int
    accounts: int


def peculiar(random: Random) -> Peculiar:
    field = random.choice(("1.19", "1.22", "1.11", "1.20", "1.01", "2.04"))
    is_direct_at_first = random.random() < 0.5
    return Peculiar(
        organisation=f"{field}.{random.randint(1, 12):02}{random.choice(('', '', '.00'))}",
        has_field=random.random() < 0.8,
        width=random.choice((2, 2, 3)),
        has_blanks=random.random() < 0.5,
        is_direct_at_first=is_direct_at_first,
        repeats_direct=not is_direct_at_first and random.random() < 0.3,
        has_income=random.random() < 0.5,
        is_changed=random.random() < 0.3,
        has_two_heading_rows=random.random() < 0.4,
    )


def old_book(random: Random) -> OldBook:
    """Any book of any government."""
    how = peculiar(random)
    spent = _spent(how, random)
    salary = random.randint(10**6, 10**10)
    entries = [*_wide(how, spent, salary, random), *_activities(how, spent)]
    return OldBook(
        rows=[*_above(how), *_headings(how, random), *_body(how, entries, random)],
        organisation=how.organisation,
        direct=sum(spent.values()),
        indirect=salary,
        accounts=len(spent),
    )


def _spent(how: Peculiar, random: Random) -> dict[tuple[str, str, str, str], int]:
    """Amounts by bidang, program, kegiatan and account; some of another bidang."""
    own = ".".join(how.organisation.split(".")[:2])
    fields = [own]
    if how.has_field and random.random() < 0.4:
        fields.append(random.choice(("1.06", "1.13")))
    return {
        (field, f"{program:0{how.width}}", f"{number:0{how.width}}", account): _amount(random)
        for field in fields
        for program in sorted(random.sample(range(1, 40), random.randint(1, 4)))
        for number in sorted(random.sample(range(1, 30), random.randint(1, 3)))
        for account, _ in sorted(random.sample(OLD_ACCOUNTS, random.randint(1, 4)))
    }


def _amount(random: Random) -> int:
    return random.randint(1, 10**8) * random.choice((1, 1000))


def _wide(
    how: Peculiar, spent: dict[tuple[str, str, str, str], int], salary: int, random: Random
) -> list[Entry]:
    """What speaks of the whole agency."""
    total = sum(spent.values())
    first = next(iter(spent))
    entries: list[Entry] = []

    def add(name: str, amount: int, *account: str) -> None:
        entries.append((how.groups(first[0], *how.zeros, *account), name, amount))

    if how.has_income:
        add("PENDAPATAN", 5000, "4")
        add("PENDAPATAN ASLI DAERAH", 5000, "4", "1")
        add("Hasil Retribusi Daerah", 5000, "4", "1", "2")
    add("BELANJA", total + salary, "5")
    add("BELANJA TIDAK LANGSUNG", salary, "5", "1")
    if random.random() < 0.5:
        add("Non Kegiatan", salary)
    add("Belanja Pegawai", salary, "5", "1", "1")
    add("Gaji Pokok PNS/Uang Representasi", salary, "5", "1", "1", "01", "01")
    place = [first[1], first[2]] if how.is_direct_at_first else how.zeros
    entries.append((how.groups(first[0], *place, "5", "2"), "BELANJA LANGSUNG", total))
    return entries


def _activities(how: Peculiar, spent: dict[tuple[str, str, str, str], int]) -> list[Entry]:
    sums: dict[tuple[str, ...], tuple[str, int]] = {}

    def add(key: tuple[str, ...], name: str, amount: int) -> None:
        sums[key] = (name, sums.get(key, ("", 0))[1] + amount)

    for (field, program, kegiatan, account), amount in spent.items():
        add((field, program), "Program Pelayanan Administrasi", amount)
        add((field, program, kegiatan), "Kegiatan", amount)
        parts = account.split(".")
        for length in range(2 if how.repeats_direct else 3, len(parts) + 1):
            add((field, program, kegiatan, *parts[:length]), "Belanja", amount)
    return [(how.groups(*key), name, amount) for key, (name, amount) in sums.items()]


def _above(how: Peculiar) -> Rows:
    return [
        ["Judul", "Penjabaran Anggaran Pendapatan dan Belanja Daerah"],
        ["Daerah", "Kabupaten Contoh"],
        ["Tahun", 2015],
        ["Kode Organisasi", how.organisation],
        ["Nama Organisasi", "Badan Contoh"],
        ["Kolom", 7 if how.is_changed else 4],
    ]


def _headings(how: Peculiar, random: Random) -> Rows:
    if not how.is_changed:
        code = random.choice((*CODE_HEADS, "Nomor Urut", "REKENING"))
        return [[code, random.choice(TEXT_HEADS), random.choice(AMOUNT_HEADS), "Keterangan"]]
    if not how.has_two_heading_rows:
        return [["No. Rekening", "Uraian", "Sebelum", "Sesudah", "Angka", "Prosentase"]]
    return [
        ["Kode Rekening", "Uraian", "Jumlah (Rp)", "", "Bertambah/(Berkurang)", "", "Ket."],
        ["", "", "Sebelum Perubahan", "Setelah Perubahan", "(Rp)", "%", ""],
    ]


def _body(how: Peculiar, entries: list[Entry], random: Random) -> Rows:
    money, end = random.choice(list(STYLES.values())), random.choice(ENDINGS)
    rows: Rows = []
    for groups, name, amount in entries:
        code = end(" . ".join(groups) if how.has_blanks else ".".join(groups))
        if how.is_changed:
            rows.append([code, name, money(amount), money(amount), money(0), "0.00"])
            continue
        rows.append([code, f"{name} ", money(amount), random.choice(("", "Sumber Dana : "))])
        if random.random() < 0.1:
            rows.append(["", "", "", "Lokasi Kegiatan : Kabupaten"])
    spent = next(amount for _, name, amount in entries if name == "BELANJA")
    return [*rows, ["", "Jumlah Belanja", money(spent), money(spent) if how.is_changed else ""]]
