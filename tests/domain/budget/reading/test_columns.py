"""A flat table read by columns says exactly what it says row by row, however messy it is."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from setara.domain.budget.reading.reading import NotABudget
from setara.domain.budget.reading.table import read_table
from setara.domain.language.text import Language
from setara.formats import csv_blocks, csv_table
from setara.formats.line_columns import LineColumns
from setara.usecases.budget import reading
from setara.usecases.budget.reading import ReadFile, read_file
from tests.domain.budget.reading import rendering, rendering_tables
from tests.domain.budget.reading.rendering import Rows
from tests.domain.budget.reading.samples import FOLDER, beside

quick = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
randoms = st.integers(0, 2**32).map(Random)
CELLS = (
    *("", " ", "-", "Jumlah", "TOTAL", "nihil", "0", "7", "1.234", "1,234", "1.234,56", "1.234.56"),
    *("(500)", "-3", "12345678901234567890", "1.350.000 00", "belum ada", "Rp 1.000,-", "250000"),
    *("1.02.02", "1.02.02.2.02", "1.02.02.2.02.9", "1.02.02.2.02.0009.", "5.1.02", "4.1", "6"),
    *(
        "1.02 . 02. 2 .02.0010",
        "5.1.2.1.1.4",
        "2025",
        "2026",
        "tiga\nbaris",
        'kata "sandi"',
        "a, b",
    ),
)


@pytest.fixture(autouse=True)
def _small_pieces() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(csv_table, "_MOST_HELD", 0)
        patch.setattr(csv_blocks, "_PIECE", 700)
        patch.setattr(csv_blocks, "_BLOCK", 4)
        yield


def by_rows(content: bytes) -> ReadFile:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "_flat_reader", lambda table, progress: read_table)
        return read_file(name="anggaran.csv", content=content)


def told(read: ReadFile) -> dict[str, object]:
    """All that was read, as plain values; kinds of numbers count too."""
    book = read.reading
    return {
        "lines": repr(tuple(book.lines)),
        "activities": repr(book.activities),
        "totals": repr(book.totals),
        "accounts": repr(book.accounts),
        "amount": repr((book.amount, book.realised)),
        "names": dict(book.names),
        "agencies": book.agencies,
        "years": (book.year, book.years),
        "styles": dict(book.styles),
        "family": book.family,
        "heading": (book.heading_rows, book.columns, book.title, book.region),
        "findings": [
            (each.fault, each.cell, each.rows, each.message.say(Language.INDONESIAN))
            for each in book.findings
        ],
        "repairs": book.repairs,
        "file": (read.encoding, read.delimiter, read.kind),
    }


def compare(content: bytes) -> ReadFile | None:
    """The same answer or the same refusal both ways."""
    try:
        expected = by_rows(content)
    except NotABudget:
        with pytest.raises(NotABudget):
            read_file(name="anggaran.csv", content=content)
        return None
    found = read_file(name="anggaran.csv", content=content)
    one, other = told(found), told(expected)
    assert {key: one[key] for key in one if one[key] != other[key]} == {
        key: other[key] for key in one if one[key] != other[key]
    }
    assert len(found.reading.lines) == len(expected.reading.lines)
    return found


def simple(leaves: list[rendering.Leaf], year: int, money) -> Rows:
    """A table by sub-activity with what was spent, what was there before, a place and a fund."""
    heads = [
        *("Kode SKPD", "Nama SKPD", "Kode Sub Kegiatan", "Nama Sub Kegiatan", "Pagu Sebelum"),
        *("Pagu Sesudah", "Realisasi", "Nama Sumber Dana", "Lokasi"),
    ]
    return [
        heads,
        *(
            [
                *(each.agency, each.agency_name, each.activity, each.name),
                *(money(each.amount // 2), money(each.amount), money(each.realised)),
                *("DAU", "Kec. Kuaro"),
            ]
            for each in leaves
        ),
    ]


def keyed(leaves: list[rendering.Leaf], year: int, money) -> Rows:
    """Items under a key of the store they come from."""
    return [
        [
            *("tahun", "kode_sbl", "nama_skpd", "kode_akun", "nama_akun", "nama_standar_harga"),
            "rincian",
        ],
        *(
            [
                *(year, f"12.3.{n % 3}", each.agency_name, each.account, each.account_name),
                *("Kertas", money(each.amount)),
            ]
            for n, each in enumerate(leaves)
        ),
    ]


TABLES = {
    "items": rendering_tables.sipd_items,
    "plan": rendering_tables.cash_plan,
    "api": rendering_tables.api_items,
    "simple": simple,
    "keyed": keyed,
}


@pytest.mark.parametrize("table", TABLES)
@quick
@given(random=randoms, spoiled=st.integers(0, 12))
def test_a_messy_table_is_read_the_same(table: str, random: Random, spoiled: int):
    leaves = [each for _ in range(random.randint(1, 4)) for each in rendering.current(random)]
    rows = TABLES[table](leaves, 2025, random.choice(list(rendering.STYLES.values())))
    for _ in range(spoiled):
        row = random.choice(rows[1:])
        row[random.randrange(len(row))] = random.choice(CELLS)
    for _ in range(random.choice((0, 0, 1, 2))):
        odd = random.choice((rows[0], [], ["", ""], [n + 1 for n in range(len(rows[0]))]))
        rows.insert(random.randint(1, len(rows)), list(odd))
    if random.random() < 0.3:
        rows = [["Judul", "APBD Kabupaten Paser Tahun 2025"], [], *rows]
    if random.random() < 0.3:
        rows.append(["Jumlah", *[""] * (len(rows[-1]) - 2), sum(leaf.amount for leaf in leaves)])

    found = compare(rendering.written(rows, random))

    assert found is None or isinstance(found.reading.lines, LineColumns)


@quick
@given(random=randoms, cut=st.integers(1, 200), noise=st.sampled_from('",;\r\n \x0b1'))
def test_a_broken_file_is_read_the_same(random: Random, cut: int, noise: str):
    rows = rendering_tables.sipd_items(rendering.current(random), 2025, str)
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=random.choice(",;")).writerows(rows)
    whole = text.getvalue()
    place = random.randrange(len(whole) // 2, len(whole))
    broken = f"{whole[:place]}{noise}{whole[place:]}"

    compare(broken[: len(broken) - cut].encode())
    compare(broken.encode("cp1252"))


@beside
def test_the_samples_are_read_the_same():
    for path in sorted(FOLDER.glob("*.csv")):
        compare(path.read_bytes())


def test_lines_are_made_where_they_are_asked_for():
    rows = [
        ["kode_sub_kegiatan", "nama_sub_kegiatan", "pagu"],
        *(["1.02.02.2.02.0009", "Gizi", str(n)] for n in range(1, 6)),
    ]
    content = "".join(",".join(row) + "\n" for row in rows).encode()
    lines = read_file(name="a.csv", content=content).reading.lines

    assert [line.amount for line in lines] == [1, 2, 3, 4, 5]
    assert (lines[-1].row, lines[0].row, len(lines)) == (6, 2, 5)
    assert [line.amount for line in lines[1:3]] == [2, 3]
    with pytest.raises(IndexError):
        lines[5]


def test_progress_is_told_for_a_large_file():
    content = b"kode_sub_kegiatan,nama_sub_kegiatan,pagu\n" + b"1.02.02.2.02.0009,Gizi,1\n" * 99
    parts: list[float] = []

    read_file(name="a.csv", content=content, progress=parts.append)

    assert parts == sorted(parts)
    assert parts[-1] == 1
