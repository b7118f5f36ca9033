"""Headings as BPS and those who copy from it write them, and what they are taken for."""

from __future__ import annotations

from pathlib import Path

import pytest

from setara.domain.foundation.sex import Sex
from setara.domain.indices.bps.measures import (
    NoSuchMeasure,
    Vintage,
    every_measure,
    families,
    family_in,
    measure_of,
    read_measures,
    sex_in,
    vintage_in,
)
from setara.domain.law.source import MalformedLaw
from setara.domain.statistics.seed import seed

BY_KEY = {family.key: family for family in families()}


@pytest.mark.parametrize(
    ("heading", "key", "sex"),
    [
        ("uhh_L", "life_expectancy", Sex.MALE),
        ("Umur Harapan Hidup Saat Lahir (Tahun) Perempuan", "life_expectancy", Sex.FEMALE),
        ("AHH Laki-laki", "life_expectancy", Sex.MALE),
        ("Harapan Lama Sekolah", "expected_schooling", None),
        ("HLS P", "expected_schooling", Sex.FEMALE),
        ("Rata-rata Lama Sekolah/Mean Years of Schooling", "mean_schooling", None),
        (
            "Pengeluaran per Kapita Disesuaikan (Ribu Rupiah/Orang/Tahun) Wanita",
            "expenditure",
            Sex.FEMALE,
        ),
        ("pengeluaran_ribu_P", "expenditure", Sex.FEMALE),
        ("Keterlibatan Perempuan di Parlemen (Persen)", "seats", Sex.FEMALE),
        ("legislatif_L", "seats", Sex.MALE),
        ("perempuan_profesional_pct", "professional", Sex.FEMALE),
        ("Sumbangan Pendapatan Perempuan", "income_share", Sex.FEMALE),
        ("MTF", "mtf", None),
        ("mhpk20", "mhpk20", None),
        ("Persentase Penduduk 25+ dengan Pendidikan SMA ke Atas, Laki-laki", "secondary", Sex.MALE),
        ("TPAK Perempuan", "lfpr", Sex.FEMALE),
        ("Indeks Pembangunan Manusia Laki-laki", "ipm", Sex.MALE),
        ("Indeks Pembangunan Gender (IPG)", "ipg", None),
        ("[Metode Baru] Indeks Pemberdayaan Gender", "idg", None),
        ("IKG 2021", "ikg", None),
    ],
)
def test_a_heading_is_recognised_with_its_sex(heading: str, key: str, sex: Sex | None) -> None:
    assert [family.key for family in family_in(heading)] == [key]
    assert sex_in(heading) is sex


@pytest.mark.parametrize(
    "heading", ["Penduduk", "Kabupaten/Kota", "Indeks Kedalaman Kemiskinan", "Bersekolah", ""]
)
def test_other_headings_are_nothing_of_ours(heading: str) -> None:
    assert family_in(heading) == ()


def test_a_heading_of_two_quantities_is_either_of_them() -> None:
    assert [each.key for each in family_in("IPG / IDG")] == ["ipg", "idg"]


@pytest.mark.parametrize(
    ("said", "vintage"),
    [
        ("UHH LF SP2020", Vintage.LONG_FORM),
        ("Umur Harapan Hidup hasil Long Form SP2020", Vintage.LONG_FORM),
        ("Umur Harapan Hidup", None),
        ("golf", None),
    ],
)
def test_the_long_form_is_a_vintage_of_its_own(said: str, vintage: Vintage | None) -> None:
    assert vintage_in(said) is vintage


def test_a_vintage_is_kept_apart_where_life_expectancy_is_in_it_and_only_there() -> None:
    expected = {"life_expectancy": "KS01-LF", "ipg": "IX02-LF", "mean_schooling": "PD10-RLS"}
    for key, code in expected.items():
        measure = measure_of(BY_KEY[key], Sex.FEMALE, Vintage.LONG_FORM)
        assert measure.element_code == code
    assert measure_of(BY_KEY["ipm"], None, Vintage.LONG_FORM).element_code == "IX01-TOTAL-LF"


def test_a_figure_by_sex_needs_to_say_whose_it_is() -> None:
    with pytest.raises(NoSuchMeasure):
        measure_of(BY_KEY["lfpr"], None, Vintage.OLD)
    with pytest.raises(NoSuchMeasure):
        measure_of(BY_KEY["income_share"], Sex.MALE, Vintage.OLD)
    assert measure_of(BY_KEY["income_share"], None, Vintage.OLD).key == "income_share_female"
    assert measure_of(BY_KEY["mtf"], Sex.FEMALE, Vintage.OLD).key == "mtf"


def test_every_measure_has_its_element_in_the_register_with_a_range_as_wide() -> None:
    register = seed().elements
    for measure in every_measure():
        element = register[measure.element_code].element
        assert element.unit == measure.family.unit
        assert element.only_sex in {None, measure.kept_sex}
        assert (element.only_sex is None) == (measure.sex is not None)
        assert element.range.least is not None
        assert element.range.least <= measure.family.least
        assert element.range.most is None or element.range.most >= measure.family.most
    assert len({(each.element_code, each.kept_sex) for each in every_measure()}) == len(
        every_measure()
    )


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (('"ikg"', '"IKG"'), "is not folded"),
        (("least = 1", "least = 9"), "below the most"),
        (("whole =", "everybody ="), "unknown key"),
    ],
)
def test_a_faulty_measure_is_refused(tmp_path: Path, change: tuple[str, str], says: str) -> None:
    entry = (
        'sources = ["BPS"]\ntwo_series_from = 2020\n'
        '[[measure]]\nkey = "x"\nlabel = ["a", "b"]\nunit = ["c", "d"]\n'
        'whole = "IX04"\nleast = 1\nmost = 2\nheadings = ["ikg"]\n'
    )
    file = tmp_path / "measures.toml"
    file.write_text(entry, "utf-8")
    assert read_measures(file)
    file.write_text(entry.replace(*change), "utf-8")
    with pytest.raises(MalformedLaw, match=says):
        read_measures(file)
