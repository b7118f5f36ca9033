"""Who reaches which page: every address of the thread, for every kind of visitor."""

from __future__ import annotations

import pytest
from django.db.models import Model

from setara.domain.foundation.actor import PUBLIC
from setara.domain.language.text import Language
from setara.store.models import (
    BudgetBookRecord,
    BudgetLineRecord,
    BudgetVersionRecord,
    DataCallRecord,
    DecisionRecord,
    FollowUpRecord,
    IssueRecord,
    MeetingRecord,
    PathwayRecord,
    StatementRecord,
    SubmissionRecord,
)
from tests.web.visitor import Visitor
from tests.world import World

Place = tuple[str | int | type[Model], ...]


def there(place: Place) -> tuple[str | int, ...]:
    """The address with the id of the first record of each table that is named."""
    return tuple(_id(part) if isinstance(part, type) else part for part in place)


def _id(table: type[Model]) -> int:
    # The last answer to the data call is that of the agency whose member reads the pages.
    order = "-pk" if table is SubmissionRecord else "pk"
    return int(table._default_manager.order_by(order).values_list("pk", flat=True)[0])


# Pages of records that belong to one government.
OWN: list[Place] = [
    ("statistics:table", "TK07"),
    ("statistics:disparity", "TK07", "64.01", 2024),
    ("statistics:issue", IssueRecord),
    ("statistics:call", DataCallRecord),
    ("statistics:call_board", DataCallRecord),
    ("indices:ipg", "64.01", 2021),
    ("indices:levers", "ipg", "64.01", 2021),
    ("reports:lever_figure", "ipg", "64.01", 2021),
    ("indices:explained", "ipg", "64.01", 2021),
    ("budget:version", BudgetVersionRecord),
    ("budget:withdraw_book", BudgetBookRecord),
    ("budget:replace_book", BudgetBookRecord),
    ("budget:version_nomenclature", BudgetVersionRecord),
    ("budget:recap_file", 2026),
    ("reports:recap_paper", 2026, "pdf"),
    ("budget:tagging", BudgetVersionRecord),
    ("budget:tag_line", BudgetLineRecord),
    ("budget:beneficiaries", BudgetVersionRecord),
    ("budget:line_beneficiaries", BudgetLineRecord),
    ("budget:screening", BudgetVersionRecord),
    ("budget:beneficiary_upload", BudgetVersionRecord),
    ("budget:beneficiary_table", BudgetVersionRecord, "csv"),
    ("budget:open_pathway", IssueRecord),
    ("budget:pathway", PathwayRecord),
    ("budget:write_pathway", PathwayRecord),
    ("budget:pathway_result", PathwayRecord),
    ("budget:report_quarter", PathwayRecord, 1),
    ("budget:results_file", 2026, "csv"),
    ("budget:statement", StatementRecord),
    ("budget:review", StatementRecord),
    ("budget:answers", StatementRecord),
    ("budget:round_difference", StatementRecord, 1),
    ("budget:terms", StatementRecord),
    ("coordination:meeting", MeetingRecord),
    ("coordination:decision", DecisionRecord),
    ("coordination:follow_up", FollowUpRecord),
    ("reports:thread", IssueRecord),
    ("reports:paper", "pathway", PathwayRecord, "pdf"),
    ("reports:paper", "statement", StatementRecord, "docx"),
    ("reports:paper", "terms", StatementRecord, "pdf"),
    ("reports:paper", "data_request", SubmissionRecord, "pdf"),
    ("reports:disparity_figure", "TK07", "64.01", 2024),
    ("reports:places_figure", "EK01-LATIH"),
]
# Pages that everybody with a seat has, each with the own government's content.
SHARED: list[Place] = [
    ("reports:today",),
    ("statistics:elements",),
    ("statistics:issues",),
    ("statistics:upload",),
    ("statistics:calls",),
    ("statistics:asked_of_me",),
    ("statistics:board",),
    ("statistics:inventory",),
    ("indices:overview",),
    ("indices:series", "ipm"),
    ("indices:series", "ipg"),
    ("indices:series", "idg"),
    ("indices:series", "ikg"),
    ("indices:verification",),
    ("budget:recap",),
    ("budget:missions",),
    ("budget:versions",),
    ("budget:upload",),
    ("budget:difference",),
    ("budget:nomenclature",),
    ("budget:load_nomenclature",),
    ("budget:choose_carrying",),
    ("budget:pathways",),
    ("budget:open_document",),
    ("budget:forms",),
    ("budget:statements",),
    ("budget:review_queue",),
    ("budget:examples",),
    ("budget:review_windows", 2026),
    ("budget:results",),
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
    assert Visitor(world.colleague, language).opens(*there(place)).status_code == 200


@pytest.mark.parametrize("place", OWN, ids=_name)
def test_another_governments_record_is_not_there(world: World, place):
    answer = Visitor(world.stranger).opens(*there(place))

    assert answer.status_code == 404
    assert "Paser" not in answer.text


@pytest.mark.parametrize("place", SHARED, ids=_name)
def test_a_list_holds_nothing_of_another_government(world: World, place):
    answer = Visitor(world.stranger).opens(*there(place))

    assert answer.status_code == 200
    assert "seperenam laki-laki" not in answer.text
    assert "Disperindagkop" not in answer.text


@pytest.mark.parametrize("place", OWN + SHARED, ids=_name)
def test_a_guest_is_asked_to_sign_in(world: World, place):
    answer = Visitor(PUBLIC).opens(*there(place))

    assert answer.status_code == 302
    assert "/akun/" in answer["Location"]


@pytest.mark.parametrize(
    ("place", "typed"),
    [
        (("budget:sign_pathway", PathwayRecord), {}),
        (("budget:revise_pathway", PathwayRecord), {}),
        (("budget:tagging", BudgetVersionRecord), {}),
        (("budget:tag_line", BudgetLineRecord), {}),
        (("budget:line_beneficiaries", BudgetLineRecord), {}),
        (("budget:choose_need", BudgetLineRecord), {}),
        (("budget:direct_costs", BudgetLineRecord), {}),
        (("budget:screening", BudgetVersionRecord), {"because": "x"}),
        (("budget:take_back_declines", BudgetVersionRecord), {}),
        (("budget:learn_screening", BudgetVersionRecord), {}),
        (("budget:decline_line", BudgetLineRecord), {"because": "x"}),
        (("budget:submit", StatementRecord), {}),
        (("budget:approve", StatementRecord), {}),
        (("budget:send_back", StatementRecord), {"text-data": "x"}),
        (("budget:assure", StatementRecord), {"note": "x"}),
        (("budget:lock", StatementRecord), {}),
        (("budget:answers", StatementRecord), {"answer-1": "x"}),
        (("budget:accept_example", StatementRecord), {"part": "data", "reason": "x"}),
        (("statistics:take_up", IssueRecord), {"agency_id": "1"}),
        (("statistics:close", IssueRecord), {"because": "x"}),
        (("statistics:open_call", DataCallRecord), {}),
        (("statistics:close_call", DataCallRecord), {}),
        (("statistics:verify", SubmissionRecord), {}),
        (("statistics:give_back", SubmissionRecord), {}),
        (("statistics:lock", SubmissionRecord), {}),
        (("coordination:hold", MeetingRecord), {"opened_by": "x"}),
        (("coordination:decide", MeetingRecord), {"text": "x"}),
        (("coordination:report", FollowUpRecord), {"note": "x"}),
        (("coordination:finish", FollowUpRecord), {}),
        (("coordination:reopen", FollowUpRecord), {"because": "x"}),
    ],
    ids=lambda value: _name(value) if isinstance(value, tuple) else "",
)
class TestActs:
    """Acts on records of a government, sent by those who must not."""

    def test_a_stranger_cannot_act_on_what_is_not_there(self, world: World, place, typed):
        assert Visitor(world.stranger).sends(*there(place), **typed).status_code == 404

    def test_the_inspectorate_reads_and_changes_nothing(self, world: World, place, typed):
        answer = Visitor(world.inspector).sends(*there(place), **typed)

        assert answer.status_code == 422
        assert "Traceback" not in answer.text
