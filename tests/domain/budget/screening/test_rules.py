"""Reasons for a look, on names taken from the nomenclatures and from their false friends."""

import csv
import gzip
from pathlib import Path

import pytest

from setara.domain.budget.activity import BadActivityCode
from setara.domain.budget.screening.lists import FILE, read_lists, screening_lists
from setara.domain.budget.screening.rules import Candidate, screened
from setara.domain.language.text import Language, Text
from setara.domain.law.source import MalformedLaw

REFERENCE = Path(__file__).parents[5] / "shared/data/reference"


def look(code, name, disparities=(), **more):
    return screened(Candidate(code, name, **more), dict(disparities))


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("2.08.02.2.01.0001", "Koordinasi dan Sinkronisasi Perumusan Kebijakan Pelaksanaan PUG"),
        ("2.08.03.2.01.0003", "monitoring evaluasi dan pelaporan dalam pencegahan KtP"),
        ("1.02.02.2.02.0001", "Pengelolaan Pelayanan Kesehatan Ibu Hamil"),
        ("1.06.05.2.01.0001", "Penjangkauan Anak-Anak Terlantar"),
        ("2.07.04.2.01.04", "Penyelenggaraan Unit Layanan Disabilitas Ketenagakerjaan"),
        ("2.17.07.2.01.0001", "Pemberdayaan Usaha Mikro yang Dilakukan melalui Pendataan"),
        ("3.27.07.2.01.0001", "Peningkatan Kapasitas Kelembagaan Kelompok Tani"),
        ("7.01.03.2.01.0002", "Fasilitasi Tim Penggerak PKK dan Posyandu"),
    ],
)
def test_these_deserve_a_look_and_say_why(code, name):
    found = look(code, name)

    assert found.is_worth_a_look
    assert found.reasons[0].text.say(Language.INDONESIAN)


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("1.02.01.2.02.0001", "Penyediaan Gaji dan Tunjangan ASN"),
        ("1.03.10.2.01.0005", "Pembangunan Jalan"),
        ("2.12.02.2.01.0002", "Pencatatan, Penatausahaan dan Penerbitan Kartu Tanda Penduduk"),
        ("2.12.02.2.01.0003", "Perekaman KTP-el"),
        ("1.03.02.2.01.0012", "Normalisasi Anak Sungai"),
        ("5.02.02.2.01.0001", "Koordinasi Penyusunan KUA dan PPAS"),
        ("1.01.01.2.06.0002", "Penyediaan Peralatan dan Perlengkapan Kantor"),
    ],
)
def test_these_do_not(code, name):
    assert not look(code, name).is_worth_a_look


def test_a_field_alone_is_not_enough_and_an_open_gap_tips_it():
    name = "Penyusunan Rencana Tenaga Kerja Makro"
    gap = {"2.07": Text("TPAK", "LFPR")}

    assert not look("2.07.02.2.01.0001", name).is_worth_a_look
    found = look("2.07.02.2.01.0001", name, gap)
    assert found.is_worth_a_look
    assert [reason.rule for reason in found.reasons] == ["SCR-02", "SCR-04"]


def test_an_output_counted_in_people_is_a_reason():
    found = look("2.23.02.2.01.0001", "Pembudayaan Gemar Membaca", unit="Orang")

    assert [reason.rule for reason in found.reasons] == ["SCR-03"]


def test_building_a_room_for_children_weighs_less_than_serving_them():
    built = look("1.01.02.2.03.0002", "Pembangunan Sarana, Prasarana dan Utilitas PAUD")
    served = look("1.01.02.2.03.0020", "Penyelenggaraan Proses Belajar PAUD")

    assert built.points < served.points


def test_a_code_that_is_none_is_refused():
    with pytest.raises(BadActivityCode):
        look("dua koma delapan", "Pemberdayaan Perempuan")


def test_the_heaviest_reason_stands_first():
    points = [
        reason.points
        for reason in look(
            "2.08.03.2.02.0001", "Layanan Pengaduan bagi Perempuan Korban Kekerasan", unit="orang"
        ).reasons
    ]

    assert points == sorted(points, reverse=True)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("points = 5", "points = 0", "points above 0"),
        ('key = "family"', 'key = "women"', "twice"),
        ('code = "1.02"', 'code = "1.01"', "twice"),
        ("name_en = ", "name_fr = ", "unknown key"),
    ],
)
def test_lists_that_cannot_be_are_refused(tmp_path, old, new, says):
    broken = tmp_path / "screening.toml"
    broken.write_text(FILE.read_text("utf-8").replace(old, new, 1), "utf-8")

    with pytest.raises(MalformedLaw, match=says):
        read_lists(broken)


def test_every_group_and_field_speaks_both_languages():
    lists = screening_lists()

    assert all(group.name.id and group.name.en for group in lists.groups)
    assert all(why.id and why.en for why in lists.fields.values())


@pytest.mark.skipif(not REFERENCE.exists(), reason="the nomenclature lies outside the project")
def test_a_fair_part_of_a_whole_nomenclature_is_looked_at():
    name = "nomenklatur_kabkota_2023_2025_terpakai.csv.gz"
    with gzip.open(REFERENCE / name, "rt", encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["tingkat"] == "sub_kegiatan"]

    found = [look(row["kode"], row["nama"]).is_worth_a_look for row in rows]

    assert 0.05 < sum(found) / len(found) < 0.30
