"""Lines within a sub kegiatan are chosen by account and words, and their sums are exact."""

from __future__ import annotations

from dataclasses import replace

import pytest

from setara.domain.budget.phase import BudgetPhase
from setara.domain.budget.tagging.checklist import Grade
from setara.domain.budget.tagging.conditions import InstitutionalWork
from setara.domain.budget.tagging.tag import Tag, TagScope
from setara.domain.foundation.money import Rupiah
from setara.store.models import BudgetBookRecord, BudgetLineRecord
from setara.usecases.budget.intake import replace_book
from setara.usecases.budget.tag_answers import TagFilter
from setara.usecases.budget.tag_bulk import tag_many
from setara.usecases.budget.tag_queries import line_tagging, tagging
from setara.usecases.budget.tags import TagDecision, set_tag
from tests.makers import AT
from tests.usecases.budget.books import ANALYSED, book, take_in
from tests.usecases.budget.test_tags import SKILLS, why
from tests.world import World

TODAY = AT.date()
HEADINGS = (
    "kode_skpd", "nama_skpd", "kode_sub_kegiatan", "nama_sub_kegiatan", "kode_rekening",
    "nama_rekening", "pagu",
)  # fmt: skip
SALARIES = [*ANALYSED[:2], "2.17.01.2.02.0001", "Penyediaan Layanan"]
PAPER = ["5.1.02.01.01.0024", "Belanja  Alat Tulis Kantor"]
SPEAKERS = ["5.1.02.02.01.0003", "Honorarium Narasumber"]
WAGES = ["5.1.01.01.01.0001", "Belanja Gaji Pokok PNS"]
HALL = ["5.2.03.01.01.0001", "Belanja Modal Bangunan Gedung"]


def detailed(*rows: list[str]) -> bytes:
    """A flat file with one row for each line within a sub kegiatan."""
    return "\r\n".join(";".join(row) for row in (HEADINGS, *rows)).encode()


BOOK = detailed(
    [*ANALYSED, *PAPER, "1000000,40"],
    [*ANALYSED, *PAPER, "2000000,40"],
    [*ANALYSED, *SPEAKERS, "7000000,20"],
    [*SALARIES, *WAGES, "800000000"],
    [*SALARIES, *HALL, "200000000"],
)


def taken(world: World, content: bytes = BOOK) -> int:
    return take_in(
        world.planner,
        content,
        year=2026,
        phase=BudgetPhase.DPA,
        name="dpa.csv",
        accepts_warnings=True,
    )


def line_of(version: int, code: str = ANALYSED[2]) -> int:
    return BudgetLineRecord.objects.get(version_id=version, code=code).pk


def chosen(*keys: str) -> TagDecision:
    lines = Tag(SKILLS.tag.category, TagScope.LINES, Grade.FULL, "Melatih aparatur")
    return TagDecision(replace(lines, lines=frozenset(keys)), work=InstitutionalWork.CAPACITY)


def parts(world: World, line: int):
    return line_tagging(by=world.author, line_id=line, today=TODAY).parts


def test_the_lines_of_a_sub_kegiatan_are_offered_with_account_and_amount(world: World):
    found = parts(world, line_of(taken(world)))

    assert [(part.account, part.text.split()[0], part.sen) for part in found] == [
        ("5.1.02.01.01.0024", "Belanja", 1_000_000_40),
        ("5.1.02.01.01.0024", "Belanja", 2_000_000_40),
        ("5.1.02.02.01.0003", "Honorarium", 7_000_000_20),
    ]
    assert len({part.key for part in found}) == 3


def test_sen_are_added_before_they_are_rounded(world: World):
    version = taken(world)
    line = line_of(version)
    keys = [part.key for part in parts(world, line)]

    set_tag(by=world.author, at=AT, line_id=line, decision=chosen(*keys[:2]))

    answer = tagging(by=world.chair, version_id=version, today=TODAY, only=TagFilter(tagged=True))
    # 1.000.000,40 and 2.000.000,40: each alone would round down and lose a rupiah.
    assert answer.lines[0].tag.money.gross == Rupiah(3_000_001)
    assert answer.money.gross == Rupiah(3_000_001)
    assert answer.lines[0].tag.tag.lines == frozenset(keys[:2])


def test_all_lines_come_to_the_budget_of_the_sub_kegiatan(world: World):
    line = line_of(taken(world))
    keys = [part.key for part in parts(world, line)]

    set_tag(by=world.author, at=AT, line_id=line, decision=chosen(*keys))

    shown = line_tagging(by=world.author, line_id=line, today=TODAY).line
    assert shown.tag.money.gross == shown.amount == Rupiah(10_000_001)


def test_chosen_lines_stay_chosen_when_the_file_is_replaced(world: World):
    version = taken(world)
    line = line_of(version)
    speakers = parts(world, line)[2].key
    set_tag(by=world.author, at=AT, line_id=line, decision=chosen(speakers))
    corrected = detailed(
        [*SALARIES, *WAGES, "800000000"],
        [*ANALYSED, SPEAKERS[0], "honorarium  Narasumber", "9000000"],
        [*ANALYSED, *PAPER, "500000"],
    )

    replace_book(
        by=world.planner,
        at=AT,
        book_id=BudgetBookRecord.objects.get(version_id=version).pk,
        name="dpa2.csv",
        content=corrected,
        reason="Pagu keliru",
        accepts_warnings=True,
    )

    shown = line_tagging(by=world.author, line_id=line, today=TODAY).line
    assert shown.tag.money.gross == Rupiah(9_000_000)


def test_lines_that_are_not_there_are_refused_by_name(world: World):
    version = taken(world)

    told = why(
        lambda: set_tag(
            by=world.author, at=AT, line_id=line_of(version), decision=chosen("5.1|tinta|2")
        )
    )
    assert "5.1 tinta (2) tidak ada" in told
    assert "paling sedikit satu" in why(
        lambda: set_tag(by=world.author, at=AT, line_id=line_of(version), decision=chosen())
    )


def test_a_book_without_lines_says_so_and_many_are_never_tagged_by_lines(world: World):
    bare = taken(world, book([*ANALYSED, "600.000.000", ""]))
    line = line_of(bare)

    assert parts(world, line) == ()
    told = why(lambda: set_tag(by=world.author, at=AT, line_id=line, decision=chosen("x")))
    assert "tidak memuat rincian" in told


def test_lines_are_chosen_one_sub_kegiatan_at_a_time(world: World):
    version = taken(world)
    both = frozenset({line_of(version), line_of(version, SALARIES[2])})

    told = why(
        lambda: tag_many(
            by=world.author, at=AT, version_id=version, line_ids=both, decision=chosen("x")
        )
    )

    assert "halaman satu sub kegiatan" in told


@pytest.mark.parametrize(("code", "rules"), [(SALARIES[2], ["ARG-06"]), (ANALYSED[2], [])])
def test_accounts_tell_salaries_and_buildings_whatever_the_name(world: World, code, rules):
    version = taken(world)
    set_tag(by=world.author, at=AT, line_id=line_of(version, code), decision=SKILLS)

    (line,) = tagging(
        by=world.chair, version_id=version, today=TODAY, only=TagFilter(tagged=True)
    ).lines

    assert [each.rule for each in line.findings if each.rule == "ARG-06"] == rules
