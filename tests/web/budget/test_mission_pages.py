"""The pages of the missions: taken in from a file, mapped by programme, by those who may."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from setara.domain.budget.missions import Mission
from setara.domain.language.text import Language
from setara.usecases.budget.mission_queries import missions
from tests.web.visitor import Visitor, words
from tests.world import World

GOOD = b'misi,bunyi misi,kode program\n1,"Manusia unggul",2.17.07\n2,Ekonomi,\n'
BAD = b"misi,bunyi misi,kode program\nsatu,Manusia,2.17.07\n"


def typed(content: bytes, **other: object) -> dict[str, object]:
    facts = {"first_year": 2021, "last_year": 2026, "document": "Perda 1/2021"}
    return facts | {"file": SimpleUploadedFile("misi.csv", content)} | other


def test_missions_are_uploaded_shown_and_mapped(world: World):
    visitor = Visitor(world.planner)
    assert "Belum ada misi" in words(visitor.opens("budget:missions"))

    answer = visitor.sends("budget:missions", **typed(GOOD))
    assert answer.status_code == 302
    (kept,) = missions(by=world.planner).plans
    page = visitor.opens("budget:mission_plan", kept.plan_id)
    assert "Manusia unggul" in words(page)
    assert "2.17.07" in words(page)

    codes = [each.code for each in kept.programs]
    mapped = {code: "2" if code == "2.08.02" else "" for code in codes}
    assert visitor.sends("budget:mission_plan", kept.plan_id, **mapped).status_code == 302

    (kept,) = missions(by=world.planner).plans
    assert kept.plan.programs == {"2.08.02": 2}
    assert kept.plan.missions == (Mission(1, "Manusia unggul"), Mission(2, "Ekonomi"))
    assert "2021–2026" in words(visitor.opens("budget:missions"))


@pytest.mark.parametrize(
    ("language", "says"),
    [
        (Language.INDONESIAN, "Baris 2: “satu” bukan nomor misi"),
        (Language.ENGLISH, "Row 2: “satu” is no number of a mission"),
    ],
)
def test_what_is_wrong_in_the_file_is_said_and_nothing_is_kept(
    world: World, language: Language, says: str
):
    visitor = Visitor(world.planner, language)

    refused = visitor.sends("budget:missions", **typed(BAD))
    no_table = visitor.sends("budget:missions", **typed(b"%PDF-1.7"))
    backwards = visitor.sends("budget:missions", **typed(GOOD, last_year=2019))

    assert [each.status_code for each in (refused, no_table, backwards)] == [422] * 3
    assert says in words(refused)
    assert missions(by=world.planner).plans == ()


def test_a_mission_that_is_none_is_refused_and_so_is_who_may_not(world: World):
    Visitor(world.planner).sends("budget:missions", **typed(GOOD))
    (kept,) = missions(by=world.planner).plans

    wrong = Visitor(world.planner).sends("budget:mission_plan", kept.plan_id, **{"2.17.07": "9"})
    assert wrong.status_code == 422
    mapped = {each.code: "1" for each in kept.programs}
    Visitor(world.author).sends("budget:mission_plan", kept.plan_id, **mapped)
    assert missions(by=world.planner).plans[0].plan.programs == {"2.17.07": 1}
    stranger = Visitor(world.stranger)
    assert stranger.opens("budget:mission_plan", kept.plan_id).status_code == 404
    assert stranger.sends("budget:mission_plan", kept.plan_id, **mapped).status_code == 404
