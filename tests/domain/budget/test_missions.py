"""Missions of a medium-term plan: what can be kept, and how they are read out of a table."""

from __future__ import annotations

from dataclasses import replace

import pytest

from setara.domain.budget.missions import UNMAPPED, Mission, MissionPlan, may_keep
from setara.domain.budget.missions_table import MissionsUnreadable, missions_in
from setara.domain.language.text import Language

PLAN = MissionPlan(
    2021,
    2026,
    "Perda contoh 1/2021",
    (Mission(1, "Sumber daya manusia"), Mission(2, "Ekonomi")),
    {"2.17.07": 2, "X.XX.01": 1},
)
HEAD = ["Misi", "Bunyi misi", "Kode program"]


def test_a_sub_activity_serves_the_mission_of_its_programme():
    assert PLAN.mission_of("2.17.07.2.01.0015") == "2"
    assert PLAN.mission_of("2.17.08.2.01.0006") == UNMAPPED


def test_a_generic_programme_stands_for_that_of_every_field():
    assert PLAN.mission_of("2.08.01.2.06.0001") == "1"
    assert PLAN.mission_of("X.XX.01.2.06.0001") == "1"


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"last_year": 2020}, "Periode 2021–2020"),
        ({"last_year": 2035}, "paling banyak 6 tahun"),
        ({"document": "  "}, "dokumen sumbernya"),
        ({"missions": ()}, "satu sampai 20 misi"),
        ({"missions": (Mission(1, "a"), Mission(1, "b"))}, "Misi 1"),
        ({"missions": (Mission(1, " "), Mission(2, "b"))}, "Misi 1"),
        ({"programs": {"2.17": 1}}, "“2.17” bukan kode program"),
        ({"programs": {"2.17.07": 3}}, "misi itu tidak ada"),
    ],
)
def test_what_cannot_be_is_refused_with_its_reason(changed: dict[str, object], says: str):
    assert may_keep(PLAN).allowed
    verdict = may_keep(replace(PLAN, **changed))

    assert not verdict.allowed
    assert verdict.reason is not None
    assert says in verdict.reason.say(Language.INDONESIAN)


def test_missions_are_read_below_the_headings():
    table = missions_in(
        [
            ["Daftar misi RPJMD"],
            HEAD,
            [1, "Sumber daya  manusia", "1.01.02"],
            ["Misi 1", "", "1.02.02."],
            [2.0, "Ekonomi", None],
            [None, None, None],
        ]
    )

    assert table.missions == (Mission(1, "Sumber daya manusia"), Mission(2, "Ekonomi"))
    assert table.programs == {"1.01.02": 1, "1.02.02": 1}


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ([["a", "b"]], "Tidak ada baris judul"),
        ([HEAD], "Tidak ada baris judul"),
        ([HEAD, ["satu", "Ekonomi", ""]], "Baris 2: “satu” bukan nomor misi"),
        ([HEAD, [1, "Ekonomi", ""], [1, "Manusia", ""]], "Baris 3: bunyi misi 1 lain"),
        ([HEAD, [1, "a", "1.01.02"], [2, "b", "1.01.02"]], "Baris 3: program 1.01.02"),
    ],
)
def test_what_is_wrong_is_said_row_by_row(rows: list[list[object]], says: str):
    with pytest.raises(MissionsUnreadable) as refused:
        missions_in(rows)

    assert says in " ".join(each.say(Language.INDONESIAN) for each in refused.value.findings)
