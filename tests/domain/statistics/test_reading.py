"""A reading says who, how much and since when, and its numbers are the ones shown."""

import re
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from setara.domain.foundation.period import Period
from setara.domain.language.text import Language, Text
from setara.domain.statistics.disparity import disparity, parity_band
from setara.domain.statistics.element import Element, Measure, Polarity, PopulationType
from setara.domain.statistics.observation import Nothing
from setara.domain.statistics.reading import Measured, Subject, reading
from tests.domain.statistics.casebook import cases

BAND = parity_band(date(2021, 1, 1))


def element(name, unit, measure=Measure.VALUE, polarity=Polarity.HIGHER_IS_BETTER):
    return Element("X", name, unit, polarity, measure, PopulationType.POPULATION)


EXPENDITURE = element(
    Text("Pengeluaran per kapita", "Expenditure per capita"),
    Text("ribu rupiah/orang/tahun", "thousand rupiah/person/year"),
)
LIFE = element(Text("Umur harapan hidup", "Life expectancy"), Text("tahun", "years"))
LABOUR = element(Text("TPAK", "Labour force participation"), Text("%", "%"), Measure.RATE)
SEATS = element(Text("Anggota DPRD", "Council members"), Text("orang", "people"), Measure.COUNT)
DEATHS = element(
    Text("Kematian bayi", "Infant deaths"),
    Text("kasus", "cases"),
    Measure.COUNT,
    Polarity.LOWER_IS_BETTER,
)
PEOPLE = element(
    Text("Penduduk", "Population"), Text("orang", "people"), Measure.COUNT, Polarity.NEITHER
)


def value(figure):
    return figure if isinstance(figure, Nothing) else Decimal(figure)


def measured(what, year, women, men):
    found = disparity(
        women=value(women),
        men=value(men),
        measure=what.measure,
        polarity=what.polarity,
        band=BAND,
    )
    return Measured(Period.year(year), found)


def read(
    what, women, men, *, before=None, year=2021, today=None, language=Language.INDONESIAN, **marks
):
    earlier = None if before is None else measured(what, year - 1, *before)
    now = measured(what, year, women, men)
    subject = Subject(what, "Kabupaten Paser", now, earlier, **marks)
    sentences = reading(subject, today=today or date(year + 1, 6, 16))
    return [sentence.say(language) for sentence in sentences]


ELEMENTS = {
    "EXPENDITURE": EXPENDITURE,
    "LIFE": LIFE,
    "DEATHS": DEATHS,
    "PEOPLE": PEOPLE,
}


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("case", cases("statistics", "readings"))
def test_published_figures_are_read_like_this(case, language):
    what = ELEMENTS[case["element"]]

    sentences = read(
        what, *case["now"], before=case.get("before"), year=case["year"], language=language
    )

    assert sentences == case[language.value]


def test_the_trend_of_a_count_is_that_of_its_share():
    sentences = read(SEATS, 6, 24, before=(5, 25), is_sample=True)

    assert (
        "Dibandingkan dengan 2020, kesenjangan menyempit: selisih berubah dari 20 menjadi 18 "
        "orang, bagian perempuan berubah dari 16,7% menjadi 20,0%."
    ) in sentences
    assert sentences[-1] == "Angka contoh untuk latihan, bukan data resmi."


def test_per_cents_differ_by_percentage_points():
    sentences = read(LABOUR, "53.4", "83.87")

    assert sentences[0].endswith("perempuan 53,40%, laki-laki 83,87%.")
    assert sentences[1] == "Angka laki-laki lebih tinggi 30,47 persen poin."


def test_parity_is_said_with_its_band():
    assert "Keduanya setara: perbedaannya dalam rentang kesetaraan 0,97 sampai 1,03." in read(
        LIFE, "13.47", "13.18"
    )


NO_MEN = "Angka laki-laki tidak ada: belum dilaporkan."


def test_a_missing_figure_is_said_once_and_nothing_is_claimed():
    assert read(LABOUR, 53, Nothing.NOT_REPORTED, before=(52, 80)) == [
        "TPAK di Kabupaten Paser pada 2021: perempuan 53%, laki-laki belum dilaporkan.",
        f"Siapa yang tertinggal belum dapat ditentukan. {NO_MEN}",
    ]


def test_a_trend_needs_both_ends():
    (sentence,) = [
        sentence
        for sentence in read(LABOUR, 53, 80, before=(52, Nothing.REFUSED))
        if "2020" in sentence
    ]

    assert sentence == (
        "Perubahan sejak 2020 tidak dapat dinilai. Angka laki-laki tidak ada: ditolak diberikan."
    )


@pytest.mark.parametrize(
    ("today", "years"),
    [
        (date(2023, 12, 31), None),
        (date(2024, 1, 1), "2 tahun"),
        (date(2024, 12, 31), "2 tahun"),
        (date(2027, 7, 1), "5 tahun"),
        (date(2021, 6, 1), None),
    ],
)
def test_old_data_are_pointed_out(today, years):
    ages = [sentence for sentence in read(LIFE, 74, 70, today=today) if "berumur" in sentence]

    assert bool(ages) == (years is not None)
    assert all(years in age for age in ages)


@pytest.mark.parametrize(
    ("today", "is_old"), [(date(2023, 6, 30), False), (date(2023, 7, 1), True)]
)
def test_age_counts_from_the_end_of_a_school_year(today, is_old):
    school_year = Period(date(2020, 7, 1), date(2021, 7, 1))
    now = Measured(school_year, measured(LABOUR, 2021, 53, 80).disparity)

    sentences = reading(Subject(LABOUR, "Kabupaten Paser", now), today=today)

    assert any("berumur" in sentence.id for sentence in sentences) == is_old


@pytest.mark.parametrize(
    ("women", "men", "sentence"),
    [
        (1, 2999, "Dari setiap 10.000 orang, 3 perempuan dan 9.997 laki-laki."),
        (0, 30, "Dari setiap 100 orang, 0 perempuan dan 100 laki-laki."),
        (5, 3, "Dari setiap 100 orang, 63 perempuan dan 37 laki-laki."),
    ],
)
def test_a_few_among_many_are_not_rounded_away(women, men, sentence):
    assert sentence in read(SEATS, women, men)


ABOVE_BY_A_HAIR = (
    "Angka laki-laki 0,1 persen di atas angka perempuan; bila laki-laki 1.000, perempuan 999."
)


@pytest.mark.parametrize(
    ("women", "men", "sentence"),
    [
        (53, 159, "Angka laki-laki 3 kali angka perempuan; bila laki-laki 100, perempuan 33."),
        ("0.1", 90, "Angka laki-laki 900 kali angka perempuan; bila laki-laki 1.000, perempuan 1."),
        (
            "53.41",
            "53.44",
            ABOVE_BY_A_HAIR,
        ),
    ],
)
def test_proportions_are_said_so_that_they_are_true(women, men, sentence):
    assert sentence in read(LABOUR, women, men)


def test_equal_figures_are_equal():
    assert "Angka perempuan dan laki-laki sama." in read(LABOUR, 53, "53.0")


def test_without_men_the_reason_stands_in_place_of_the_ratio():
    assert "Angka laki-laki nol, sehingga rasio tidak dapat dihitung; lihat selisihnya." in read(
        LABOUR, 2, 0
    )


def numbers(sentence):
    return [Decimal(digits) for digits in re.findall(r"\d+(?:\.\d+)?", sentence.replace(",", ""))]


@given(st.decimals(1, 10**6, places=2), st.decimals(1, 10**6, places=2))
def test_the_difference_read_is_the_one_between_the_figures_read(women, men):
    figures, size, *_ = read(LIFE, women, men, language=Language.ENGLISH)

    shown_women, shown_men = numbers(figures)[-2:]
    if shown_women == shown_men:
        assert size == "The figures for women and men are the same."
    else:
        assert numbers(size) == [abs(shown_women - shown_men)]


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_the_parts_of_a_hundred_make_the_hundred(women, men):
    sentences = read(SEATS, women, men, language=Language.ENGLISH)

    for sentence in sentences:
        if sentence.startswith("Of every"):
            whole, first, second = numbers(sentence)
            assert first + second == whole
