"""Figures of women and men in the ways people write them; what is none of them stays unread."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from setara.domain.budget.paper.data import read_data
from setara.domain.budget.paper.figures import figures
from setara.domain.budget.paper.places import Line, Place
from setara.domain.budget.substance import findings
from setara.domain.language.text import Language
from tests.domain.budget.examples import exemplar

TODAY = date(2026, 3, 1)


def found(*lines: str) -> list[tuple[str, str | None, str | None, str | None]]:
    """Label, men, women, total of each pair."""
    return [
        (pair.label, _said(pair.male.count), _said(pair.female.count), _said(pair.total))
        for pair in figures(lines).pairs
    ]


def _said(number: Decimal | None) -> str | None:
    return None if number is None else str(number)


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Anggota poktan L 1.438 (84,0 %) P 273 (16,0 %)", ("Anggota poktan", "1438", "273", None)),
        ("laki-laki 130.170 orang, perempuan 271.188", ("", "130170", "271188", None)),
        ("Ketua RT: 54 orang laki-laki dan 6 orang perempuan", ("Ketua RT", "54", "6", None)),
        ("Siswa SD laki-laki sebanyak 120, perempuan 98 siswa", ("Siswa SD", "120", "98", None)),
        ("Es III L1 P1", ("Es III", "1", "1", None)),
        ("Ketua RT L 141 P 31 dari 163", ("Ketua RT", "141", "31", "163")),
        ("Peserta tahun 2024 L = 70, P = 30", ("Peserta tahun 2024", "70", "30", None)),
        ("Perempuan: 21; laki-laki: 69", ("", "69", "21", None)),
        ("Peserta (L): 69, (P): 21", ("Peserta", "69", "21", None)),
        ("Peserta L 70 P 30 dari 12 kecamatan", ("Peserta", "70", "30", None)),
    ],
)
def test_a_pair_in_prose(text, pair):
    assert found(text) == [pair]


def test_a_pair_on_two_lines_below_its_heading():
    lines = ("Jumlah siswa SD", "- Laki-laki : 161.685 (51,57 %)", "- Perempuan : 151.822")

    assert found(*lines) == [("Jumlah siswa SD", "161685", "151822", None)]


def test_several_pairs_of_one_line_keep_their_own_words():
    assert [each[0] for each in found("Pejabat Es III L1 P1, Es IV L18 P22")] == [
        "Pejabat Es III",
        "Es IV",
    ]


def test_per_cents_alone_and_behind_both():
    (alone,) = figures(["Pelapor L 73,7 % P 26,3 %"]).pairs
    (behind,) = figures(["Lansia L 119 P 136 (46,6/53,3)"]).pairs

    assert (alone.male.count, alone.male.percent) == (None, Decimal("73.7"))
    assert (behind.male.percent, behind.female.percent) == (Decimal("46.6"), Decimal("53.3"))


@pytest.mark.parametrize(
    "text",
    [
        "Kode 7.01.03.2.02.0003 tahun 2024",
        "Usia 15-24 tahun, kelas 1, pukul 09.00 WITA",
        "Sumber: Dinas Pertanian, tahun n-1",
    ],
)
def test_codes_years_and_ages_are_no_figures(text):
    read = figures([text])

    assert (read.pairs, read.unread) == ((), ())


def test_figures_that_are_no_pair_are_given_back_unread():
    read = figures(["Terdapat 35 kelompok tani di 12 desa"])

    assert read.pairs == ()
    assert read.unread == ("Terdapat 35 kelompok tani di 12 desa",)


@given(st.integers(0, 9_999_999), st.integers(0, 9_999_999), st.sampled_from(["L", "laki-laki"]))
def test_any_two_counts_are_read_as_written(men, women, word):
    other = "P" if word == "L" else "perempuan"
    text = f"Peserta {word} {men:,} orang dan {other} {women:,} orang".replace(",", ".")

    assert found(text) == [("Peserta", str(men), str(women), None)]


@given(st.text(max_size=200))
def test_no_text_breaks_the_reader(text):
    figures([text])


def test_a_year_of_its_own_goes_before_that_of_the_source():
    place = Place("1", 0, 0)
    lines = [
        Line("Peserta tahun 2022: L 70 P 20", place),
        Line("Peserta tahun 2024: L 69 P 21. Sumber: Dinas Pertanian, 2024", place),
    ]

    read = read_data(lines, year=2026)

    assert [each.period.valid_from.year for each in read.data if each.period] == [2022, 2024]
    assert {each.source for each in read.data} == {"Dinas Pertanian"}


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        (
            "Peserta terdiri dari 900 laki-laki (70%) dan 600 perempuan (30%)",
            ("900", "70", "600", "30", None),
        ),
        (
            "Peserta sebanyak 1.438 orang, terdiri dari 900 laki-laki dan 600 perempuan (40%)",
            ("900", None, "600", "40", "1438"),
        ),
        (
            "Peserta 1.438 orang: laki-laki 900 (60 persen), perempuan 600 (40 persen)",
            ("900", "60", "600", "40", "1438"),
        ),
    ],
)
def test_counts_in_front_of_their_sex_and_totals_in_front_of_both_are_read(text, reads):
    (pair,) = figures([text]).pairs

    read = (pair.male.count, pair.male.percent, pair.female.count, pair.female.percent, pair.total)
    assert tuple(str(each) if each is not None else None for each in read) == reads
    assert pair.label == "Peserta"


def test_a_number_below_nothing_is_not_read_as_its_opposite():
    read = figures(["Peserta L -3 P 15 orang"])

    assert not read.pairs
    assert read.unread == ("Peserta L -3 P 15 orang",)


def test_per_cents_alone_are_held_to_their_sum_only():
    place = Place("1", 0, 0)
    data = read_data([Line("laki-laki 12,5 persen, perempuan 97,5 persen", place)], year=2026).data
    pathway = replace(exemplar(), data=tuple(data))

    told = [each.message.say(Language.INDONESIAN) for each in findings(pathway, today=TODAY)]

    assert any("110" in message for message in told)
    assert not any("88,64" in message for message in told)


def test_part_of_a_person_is_told():
    place = Place("1", 0, 0)
    data = read_data([Line("Peserta L 3 P 1,5 orang", place)], year=2026).data
    pathway = replace(exemplar(), data=tuple(data))

    assert "GAP-18" in {each.rule for each in findings(pathway, today=TODAY)}
