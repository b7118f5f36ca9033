"""Who reaches which page: every address of the thread, for every kind of visitor."""

from __future__ import annotations

import pytest

from setara.domain.foundation.actor import PUBLIC
from setara.domain.language.text import Language
from tests.web.visitor import Visitor
from tests.world import World

# Pages of records that belong to one government.
OWN: list[tuple[str | int, ...]] = [
    ("statistics:table", "TK07"),
    ("statistics:disparity", "TK07", "64.01", 2024),
    ("statistics:issue", 1),
    ("statistics:call", 1),
    ("statistics:call_board", 1),
    ("indices:ipg", "64.01", 2021),
    ("budget:version", 1),
    ("budget:open_pathway", 1),
    ("budget:pathway", 1),
    ("budget:write_pathway", 1),
    ("budget:statement", 1),
    ("coordination:meeting", 1),
    ("coordination:decision", 1),
    ("coordination:follow_up", 1),
    ("reports:thread", 1),
    ("reports:paper", "pathway", 1, "pdf"),
    ("reports:paper", "statement", 1, "docx"),
    ("reports:paper", "data_request", 3, "pdf"),
    ("reports:disparity_figure", "TK07", "64.01", 2024),
    ("reports:places_figure", "EK01-LATIH"),
]
# Pages that everybody with a seat has, each with the own government's content.
SHARED: list[tuple[str | int, ...]] = [
    ("reports:today",),
    ("statistics:elements",),
    ("statistics:issues",),
    ("statistics:upload",),
    ("statistics:calls",),
    ("statistics:asked_of_me",),
    ("statistics:board",),
    ("statistics:inventory",),
    ("indices:ipg_series",),
    ("budget:versions",),
    ("budget:upload",),
    ("budget:pathways",),
    ("budget:statements",),
    ("coordination:meetings",),
    ("coordination:plan",),
    ("coordination:mine",),
    ("coordination:working_group",),
]


def _name(place: tuple[object, ...]) -> str:
    return str(place[0])


@pytest.mark.parametrize("place", OWN + SHARED, ids=_name)
@pytest.mark.parametrize("language", list(Language))
def test_a_member_reads_every_page_in_both_languages(world: World, place, language):
    assert Visitor(world.colleague, language).opens(*place).status_code == 200


@pytest.mark.parametrize("place", OWN, ids=_name)
def test_another_governments_record_is_not_there(world: World, place):
    answer = Visitor(world.stranger).opens(*place)

    assert answer.status_code == 404
    assert "Paser" not in answer.text


@pytest.mark.parametrize("place", SHARED, ids=_name)
def test_a_list_holds_nothing_of_another_government(world: World, place):
    answer = Visitor(world.stranger).opens(*place)

    assert answer.status_code == 200
    assert "seperenam laki-laki" not in answer.text
    assert "Disperindagkop" not in answer.text


@pytest.mark.parametrize("place", OWN + SHARED, ids=_name)
def test_a_guest_is_asked_to_sign_in(world: World, place):
    answer = Visitor(PUBLIC).opens(*place)

    assert answer.status_code == 302
    assert "/akun/" in answer["Location"]


@pytest.mark.parametrize(
    ("place", "typed"),
    [
        (("budget:sign_pathway", 1), {}),
        (("budget:revise_pathway", 1), {}),
        (("budget:submit", 1), {}),
        (("budget:approve", 1), {}),
        (("budget:send_back", 1), {"comment": "x"}),
        (("statistics:take_up", 1), {"agency_id": "1"}),
        (("statistics:close", 1), {"because": "x"}),
        (("statistics:open_call", 1), {}),
        (("statistics:close_call", 1), {}),
        (("statistics:verify", 1), {}),
        (("statistics:give_back", 1), {}),
        (("statistics:lock", 1), {}),
        (("coordination:hold", 1), {"opened_by": "x"}),
        (("coordination:decide", 1), {"text": "x"}),
        (("coordination:report", 1), {"note": "x"}),
        (("coordination:finish", 1), {}),
        (("coordination:reopen", 1), {"because": "x"}),
    ],
    ids=lambda value: _name(value) if isinstance(value, tuple) else "",
)
class TestActs:
    """Acts on records of a government, sent by those who must not."""

    def test_a_stranger_cannot_act_on_what_is_not_there(self, world: World, place, typed):
        assert Visitor(world.stranger).sends(*place, **typed).status_code == 404

    def test_the_inspectorate_reads_and_changes_nothing(self, world: World, place, typed):
        answer = Visitor(world.inspector).sends(*place, **typed)

        assert answer.status_code == 422
        assert "Traceback" not in answer.text
