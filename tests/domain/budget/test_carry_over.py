"""A code goes on by itself only where code and name agree; anything else asks a person."""

import csv
import gzip
from collections import Counter
from pathlib import Path

import pytest

from setara.domain.budget.carry_over import LIKELY, Entry, Match, carried_over

REFERENCE = Path(__file__).parents[4] / "shared/data/reference"


def one(old, *new):
    (found,) = carried_over([Entry(*old)], [Entry(*each) for each in new])
    return found


def test_code_and_name_alike_go_on_by_themselves():
    found = one(
        ("2.08.02.2.01.01", "Koordinasi Kebijakan PUG"),
        ("2.08.02.2.01.0001", "Koordinasi  kebijakan PUG"),
    )

    assert (found.match, found.needs_a_yes) == (Match.EXACT, False)


def test_a_code_used_for_other_work_is_not_followed():
    found = one(
        ("2.08.02.2.01.01", "Koordinasi Kebijakan PUG"),
        ("2.08.02.2.01.0001", "Pembangunan Jembatan Gantung"),
    )

    assert (found.match, found.proposals) == (Match.NONE, ())


def test_the_same_name_under_another_code_asks():
    found = one(("2.08.02.2.01.01", "Advokasi"), ("2.08.03.2.01.0001", "Advokasi"))

    assert (found.match, found.needs_a_yes) == (Match.SAME_NAME, True)


def test_a_similar_name_of_the_same_field_is_proposed_the_likeliest_first():
    found = one(
        ("2.08.02.2.01.01", "Koordinasi dan Sinkronisasi Pelaksanaan PUG"),
        ("2.08.02.2.01.0007", "Koordinasi dan Sinkronisasi Pelaksanaan PUG Daerah"),
        ("2.08.02.2.01.0008", "Koordinasi Sinkronisasi Pelaksanaan PUG"),
        ("1.01.02.2.01.0001", "Koordinasi dan Sinkronisasi Pelaksanaan PUG di Sekolah"),
    )

    assert found.match is Match.SIMILAR
    assert [each.entry.code for each in found.proposals] == [
        "2.08.02.2.01.0008",
        "2.08.02.2.01.0007",
    ]
    assert all(LIKELY <= each.likeness <= 1 for each in found.proposals)


@pytest.mark.skipif(not REFERENCE.exists(), reason="the nomenclature lies outside the project")
def test_the_nomenclature_of_2021_finds_its_way_to_the_next():
    def entries(name):
        with gzip.open(REFERENCE / name, "rt", encoding="utf-8") as file:
            return [
                Entry(row["kode"], row["nama"])
                for row in csv.DictReader(file)
                if row["tingkat"] == "sub_kegiatan" and row["kode"].startswith("2.")
            ]

    old = entries("nomenklatur_kabkota_2021.csv.gz")
    new = entries("nomenklatur_kabkota_2023_2025_terpakai.csv.gz")

    counted = Counter(each.match for each in carried_over(old, new))

    assert counted[Match.EXACT] > 400
    assert sum(counted.values()) == len(old)
