"""Budget lines are tagged by those who may, on grounds that carry, one by one or many at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from setara.domain.budget.allocation import AllocationCategory
from setara.domain.budget.phase import BudgetPhase
from setara.domain.budget.tagging.checklist import Answer, Grade, checklist
from setara.domain.budget.tagging.conditions import InstitutionalWork
from setara.domain.budget.tagging.tag import Tag, TagScope
from setara.domain.foundation.actor import PUBLIC, Actor
from setara.domain.foundation.money import Rupiah
from setara.domain.foundation.sex import Sex
from setara.domain.foundation.verdict import Refused
from setara.domain.language.text import Language
from setara.store.models import BudgetLineRecord, BudgetTagRecord
from setara.usecases.budget import tag_bulk
from setara.usecases.budget import tags as verbs
from setara.usecases.budget.tag_answers import TagFilter, TaggingAnswer, TagOrder
from setara.usecases.budget.tag_queries import asked_lines, line_tagging, tagging
from setara.usecases.budget.tags import TagDecision
from setara.usecases.foundation.access import NotFound
from tests.events import last_event
from tests.makers import AT
from tests.usecases.budget.books import ANALYSED, HEALTH, book, take_in
from tests.world import World

TODAY = AT.date()
EQUALITY = TagDecision(
    Tag(AllocationCategory.EQUALITY, TagScope.WHOLE, Grade.HALF, "Menjawab kesenjangan izin usaha")
)
SKILLS = TagDecision(
    Tag(AllocationCategory.INSTITUTIONAL, TagScope.WHOLE, Grade.FULL, "Melatih aparatur"),
    work=InstitutionalWork.CAPACITY,
)
SALARIES = [*ANALYSED[:2], "2.17.01.2.02.0001", "Penyediaan Gaji dan Tunjangan ASN"]


@pytest.fixture
def version(world: World) -> int:
    """A book of the year of the signed GAP: the analysed line, one of health, and salaries."""
    return take_in(
        world.planner,
        book(
            [*ANALYSED, "600.000.000", ""],
            [*HEALTH, "1.400.000.001", ""],
            [*SALARIES, "900.000.000", ""],
        ),
        year=2026,
        phase=BudgetPhase.DPA,
    )


def line_of(version_id: int, code: str) -> int:
    return BudgetLineRecord.objects.get(code=code, version_id=version_id).pk


def tag(
    by: Actor, line_id: int, decision: TagDecision = EQUALITY, replacing: int | None = None
) -> int:
    return verbs.set_tag(by=by, at=AT, line_id=line_id, decision=decision, replacing=replacing)


def many(by: Actor, version_id: int, *line_ids: int, decision: TagDecision = SKILLS) -> int:
    return tag_bulk.tag_many(
        by=by, at=AT, version_id=version_id, line_ids=frozenset(line_ids), decision=decision
    )


def seen(by: Actor, version_id: int, **asked: object) -> TaggingAnswer:
    return tagging(by=by, version_id=version_id, today=TODAY, only=TagFilter(**asked))


def why(act: Callable[[], object]) -> str:
    with pytest.raises(Refused) as caught:
        act()
    return caught.value.reason.say(Language.INDONESIAN)


def test_a_tag_rests_on_the_signed_gap_of_its_line(world: World, version: int):
    tag_id = tag(world.author, line_of(version, ANALYSED[2]))

    (line,) = seen(world.chair, version, tagged=True).lines
    assert line.tag.tag_id == tag_id
    assert (line.tag.pathway_id is not None, line.tag.ground.disparity != "") == (True, True)
    assert line.tag.money.weighted == Rupiah(300_000_000)
    assert [found.rule for found in line.findings if found.rule == "ARG-01"] == []
    assert last_event(world.author).name == "budget.tag.set"


def test_without_a_gap_money_for_equality_is_refused(world: World, version: int):
    issue = seen(world.author, version).issues[0][0]
    health = line_of(version, HEALTH[2])

    assert "menunjuk kesenjangan" in why(lambda: tag(world.colleague, health))
    with_issue = replace(EQUALITY, issue_id=issue)
    assert "memerlukan GAP" in why(lambda: tag(world.colleague, health, with_issue))


def test_a_weighted_part_counts_to_the_rupiah(world: World, version: int):
    part = Tag(
        AllocationCategory.TARGETED, TagScope.WEIGHTED, Grade.HALF, "Ibu hamil", weight=Decimal(30)
    )
    need = TagDecision(part, target=Sex.FEMALE, need="Gizi ibu hamil")
    tag(world.colleague, line_of(version, HEALTH[2]), need)

    answer = seen(world.chair, version)
    assert (answer.money.gross, answer.money.weighted) == (
        Rupiah(420_000_000),
        Rupiah(210_000_000),
    )
    whole = replace(need, tag=replace(part, weight=Decimal(100)))
    assert "100%" in why(
        lambda: tag(world.colleague, line_of(version, HEALTH[2]), whole, answer_id())
    )


def answer_id() -> int:
    return BudgetTagRecord.objects.get(withdrawn_at__isnull=True).pk


def test_a_change_keeps_what_stood_and_meets_only_what_was_seen(world: World, version: int):
    line_id = line_of(version, ANALYSED[2])
    first = tag(world.author, line_id)

    assert "Orang lain" in why(lambda: tag(world.author, line_id, SKILLS))
    second = tag(world.author, line_id, SKILLS, first)

    history = line_tagging(by=world.chair, line_id=line_id, today=TODAY).history
    assert [each.tag_id for each in history] == [second, first]
    assert [each.withdrawn_by for each in history] == ["", world.author.name]


def test_many_are_tagged_and_undone_as_one(world: World, version: int):
    lines = [line_of(version, code) for code in (ANALYSED[2], SALARIES[2])]
    batch = many(world.author, version, *lines)
    answer = seen(world.author, version)
    assert (answer.tagged, answer.last_batch.batch_id, answer.last_batch.lines) == (2, batch, 2)
    assert seen(world.chair, version).last_batch is None

    tag_bulk.undo_tags(by=world.author, at=AT, batch_id=batch)

    assert seen(world.author, version).tagged == 0
    assert BudgetTagRecord.objects.count() == 2
    assert "sudah dibatalkan" in why(
        lambda: tag_bulk.undo_tags(by=world.author, at=AT, batch_id=batch)
    )


def test_many_are_all_or_none(world: World, version: int):
    lines = [line_of(version, code) for code in (ANALYSED[2], SALARIES[2])]

    told = why(lambda: many(world.author, version, *lines, decision=EQUALITY))
    assert "1 dari 2 baris" in told
    assert SALARIES[2] in told
    assert "paling sedikit satu" in why(lambda: many(world.author, version))
    tag(world.author, lines[0])
    assert ANALYSED[2] in why(lambda: many(world.author, version, *lines))
    assert BudgetTagRecord.objects.count() == 1


def test_salaries_tagged_whole_and_a_grade_above_the_checklist_are_doubted(
    world: World, version: int
):
    no = {question.key: Answer.NO for question in checklist().questions}
    tag(world.author, line_of(version, SALARIES[2]), replace(SKILLS, answers=no))

    (line,) = seen(world.chair, version, tagged=True).lines
    assert [found.rule for found in line.findings] == ["ARG-02", "ARG-06"]
    assert line.tag.evidence is Grade.NONE


def test_half_a_checklist_gives_nothing(world: World, version: int):
    some = {checklist().questions[0].key: Answer.YES}

    told = why(
        lambda: tag(world.author, line_of(version, SALARIES[2]), replace(SKILLS, answers=some))
    )

    assert "belum dijawab" in told


def test_a_withdrawn_tag_says_why_and_stays(world: World, version: int):
    line_id = line_of(version, ANALYSED[2])
    pk = tag(world.author, line_id)
    assert "mengapa" in why(
        lambda: verbs.withdraw_tag(by=world.author, at=AT, tag_id=pk, because=" ")
    )

    verbs.withdraw_tag(by=world.author, at=AT, tag_id=pk, because="Keliru")

    assert last_event(world.author).detail["because"] == "Keliru"
    assert line_tagging(by=world.chair, line_id=line_id, today=TODAY).line.tag is None


def test_only_its_agency_and_the_drivers_of_finance_and_substance_tag(world: World, version: int):
    line_id = line_of(version, ANALYSED[2])
    for by in (world.colleague, world.planner, world.inspector, world.chair, world.secretary):
        with pytest.raises(Refused):
            tag(by, line_id)
        with pytest.raises(Refused):
            many(by, version, line_id)
    for act in (
        lambda: tag(world.stranger, line_id),
        lambda: many(world.stranger, version, line_id),
        lambda: seen(world.stranger, version),
        lambda: line_tagging(by=world.stranger, line_id=line_id, today=TODAY),
        lambda: tag(PUBLIC, line_id),
    ):
        with pytest.raises((NotFound, Refused)):
            act()
    assert BudgetTagRecord.objects.count() == 0


def test_lines_are_narrowed_by_agency_tag_and_reasons_in_a_constant_number_of_queries(
    world: World, version: int, django_assert_max_num_queries
):
    tag(world.author, line_of(version, ANALYSED[2]))
    (agency,) = world.author.agency_ids

    assert [line.code for line in seen(world.chair, version, agency_id=agency).lines] == [
        ANALYSED[2],
        SALARIES[2],
    ]
    assert ANALYSED[2] not in [line.code for line in seen(world.chair, version, tagged=False).lines]
    worth = seen(world.chair, version, only_worth_a_look=True)
    assert SALARIES[2] not in [line.code for line in worth.lines]
    assert all(line.screened.is_worth_a_look for line in worth.lines)
    with django_assert_max_num_queries(20):
        seen(world.chair, version)


def test_many_tags_are_withdrawn_and_set_again_as_one(world: World, version: int):
    lines = [line_of(version, code) for code in (ANALYSED[2], SALARIES[2])]
    many(world.author, version, *lines)

    def withdraw(*line_ids: int, because: str = "Tahun keliru", by: Actor = world.author) -> int:
        return tag_bulk.withdraw_many(
            by=by, at=AT, version_id=version, line_ids=frozenset(line_ids), because=because
        )

    assert "mengapa" in why(lambda: withdraw(*lines, because=" "))
    batch = withdraw(*lines)
    assert last_event(world.author).name == "budget.tags.withdrawn"
    answer = seen(world.author, version)
    assert (answer.tagged, answer.last_batch.batch_id) == (0, batch)
    assert (answer.last_batch.is_withdrawal, answer.last_batch.lines) == (True, 2)
    assert "Tidak bertanda" in why(lambda: withdraw(*lines))
    first = tag(world.author, lines[0], SKILLS)

    tag_bulk.undo_tags(by=world.author, at=AT, batch_id=batch)

    # What was tagged meanwhile keeps its newer tag.
    assert seen(world.author, version).tagged == 2
    history = line_tagging(by=world.chair, line_id=lines[0], today=TODAY).history
    assert [each.tag_id == first for each in history] == [True, False]
    again, gone = line_tagging(by=world.chair, line_id=lines[1], today=TODAY).history
    assert (gone.withdrawal_reason, gone.withdrawn_by) == ("Tahun keliru", world.author.name)
    assert (again.tag, again.ground, again.withdrawn_at) == (gone.tag, gone.ground, None)
    with pytest.raises(Refused):
        withdraw(lines[0], by=world.colleague)
    with pytest.raises((NotFound, Refused)):
        withdraw(lines[0], by=world.stranger)


def test_lines_are_searched_sorted_and_narrowed_by_what_is_doubtful(world: World, version: int):
    tag(world.author, line_of(version, SALARIES[2]), SKILLS)
    tag(world.author, line_of(version, ANALYSED[2]))

    def codes(**asked: object) -> list[str]:
        return [line.code for line in seen(world.chair, version, **asked).lines]

    assert codes(words="gaji asn") == [SALARIES[2]]
    assert codes(words="1.02.02 gizi") == [HEALTH[2]]
    assert codes(words="gizi gaji") == []
    assert codes(category=AllocationCategory.INSTITUTIONAL) == [SALARIES[2]]
    assert SALARIES[2] in codes(only_doubtful=True)
    assert codes(only_doubtful=True, category=AllocationCategory.TARGETED) == []
    assert codes(order=TagOrder.CODE) == sorted(codes())
    assert codes(order=TagOrder.AMOUNT)[0] == HEALTH[2]
    assert codes(order=TagOrder.NAME)[:2] == [ANALYSED[2], HEALTH[2]]


def test_money_for_those_the_figures_show_ahead_is_doubted(world: World, version: int):
    issue, _ = seen(world.author, version).issues[0]
    need = TagDecision(
        Tag(AllocationCategory.TARGETED, TagScope.WHOLE, Grade.HALF, "Ayah"),
        issue_id=issue,
        target=Sex.MALE,
        need="Kelas ayah",
    )
    tag(world.colleague, line_of(version, HEALTH[2]), need)

    (line,) = seen(world.chair, version, tagged=True).lines
    assert "ARG-03" in [found.rule for found in line.findings]
    tag(world.colleague, line.line_id, replace(need, target=Sex.FEMALE), line.tag.tag_id)
    (line,) = seen(world.chair, version, tagged=True).lines
    assert "ARG-03" not in [found.rule for found in line.findings]


def test_a_kegiatan_and_its_sub_kegiatan_count_their_money_twice(world: World):
    activity = [*ANALYSED[:2], ANALYSED[2].rpartition(".")[0], "Pembinaan UMKM"]
    old = take_in(
        world.planner,
        book([*ANALYSED, "600.000.000", ""]),
        year=2026,
        phase=BudgetPhase.DPA,
    )
    below = BudgetLineRecord.objects.get(version_id=old)
    above = BudgetLineRecord.objects.create(
        version_id=old,
        book=below.book,
        agency=below.agency,
        code=activity[2],
        name=activity[3],
        amount=900_000_000,
        row=1,
    )
    tag(world.author, above.pk, SKILLS)
    assert seen(world.chair, old, only_doubtful=True, words=ANALYSED[2]).lines == ()
    tag(world.author, below.pk, SKILLS)

    (line,) = seen(world.chair, old, only_doubtful=True, words=ANALYSED[2]).lines
    (twice,) = (found for found in line.findings if found.rule == "ARG-04")
    assert activity[2] in twice.message.say(Language.INDONESIAN)


def test_all_that_match_are_those_the_actor_may_tag(world: World, version: int):
    def asked(by: Actor, *, are_tagged: bool = False, **only: object) -> frozenset[int]:
        return asked_lines(
            by=by,
            version_id=version,
            today=TODAY,
            only=TagFilter(**only),
            are_tagged=are_tagged,
        )

    analysed, health, salaries = (line_of(version, row[2]) for row in (ANALYSED, HEALTH, SALARIES))
    tag(world.author, analysed)

    assert asked(world.author) == {salaries}
    assert asked(world.author, are_tagged=True) == {analysed}
    assert asked(world.author, words="UMKM") == frozenset()
    assert asked(world.colleague) == {health}
    assert asked(world.chair) == frozenset()
    with pytest.raises(NotFound):
        asked(world.stranger)
