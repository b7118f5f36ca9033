"""The ARG recapitulation out of approved statements and the books of the year."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from openpyxl import load_workbook

from setara.domain.budget.phase import BudgetPhase
from setara.domain.foundation.actor import PUBLIC
from setara.domain.foundation.money import Rupiah
from setara.domain.foundation.verdict import Refused
from setara.domain.language.text import Language
from setara.store.models import BudgetLineRecord
from setara.usecases.budget import statements as verbs
from setara.usecases.budget.recap_queries import (
    RecapAnswer,
    responsive_recap,
    responsive_recap_file,
)
from setara.usecases.foundation.access import NotFound
from tests.makers import AT
from tests.usecases.budget.books import ANALYSED, HEALTH, OTHERS, book, take_in
from tests.usecases.budget.reviews import approve_in_turn
from tests.world import World

TODAY = AT.date()


def of(world: World, year: int | None = 2026) -> RecapAnswer:
    return responsive_recap(by=world.chair, year=year, today=TODAY)


def take_in_2026(world: World, phase: BudgetPhase, amount: str, realised: str = "") -> None:
    others = [[*each, "0", ""] for each in OTHERS]
    rows = [[*ANALYSED, amount, realised], [*HEALTH, "1.400.000.000", ""], *others]
    take_in(world.planner, book(*rows), year=2026, phase=phase)


def test_the_money_of_approved_statements_counts(world: World):
    made = of(world).recap

    assert made is not None
    (line,) = made.lines
    assert (
        made.total.gross
        == line.gross
        == Rupiah(BudgetLineRecord.objects.get(code=ANALYSED[2]).amount)
    )
    assert made.book.phase == "RKA"


def test_the_latest_book_gives_the_money_and_the_change_is_shown(world: World):
    take_in_2026(world, BudgetPhase.DPA, "600.000.000")
    take_in_2026(world, BudgetPhase.DPPA, "500.000.000", "450.000.000")

    made = of(world).recap

    assert made is not None
    assert made.book.name.say(Language.ENGLISH) == "DPPA 2026"
    assert made.total.gross == Rupiah(500_000_000)
    assert (made.total.pagu, made.total.change) == (Rupiah(600_000_000), Rupiah(-100_000_000))
    assert made.total.realised == Rupiah(450_000_000)
    assert made.of_book.whole == Rupiah(1_900_000_000)
    assert made.by_agency[0].of_whole is not None
    assert made.by_agency[0].of_whole.percent() == 100


def test_two_statements_on_two_books_count_their_money_once(world: World):
    take_in_2026(world, BudgetPhase.DPA, "600.000.000")
    line = BudgetLineRecord.objects.get(code=ANALYSED[2], version__phase="DPA")
    before = of(world).recap
    assert before is not None
    drawn = verbs.draw_up_statement(
        by=world.author,
        at=AT,
        pathway_id=1,
        line_id=line.pk,
        category=before.lines[0].category,
    )
    assert of(world).recap == before
    verbs.submit_statement(by=world.author, at=AT, statement_id=drawn)
    approve_in_turn(world, drawn)

    after = of(world).recap
    assert after is not None
    assert (after.total, after.by_category) == (before.total, before.by_category)
    assert before.total.gross == Rupiah(600_000_000)


def test_a_year_with_a_book_and_no_statement_has_no_money(world: World):
    take_in(world.planner, book([*HEALTH, "1.400.000.000", ""]))

    answer = of(world, None)

    assert answer.recap is not None
    assert answer.year is not None
    assert (answer.year.year, answer.years) == (2027, (2027, 2026))
    assert answer.recap.total.gross == Rupiah(0)
    assert [each.year for each in answer.year.series] == [2026, 2027]


def test_another_government_sees_nothing_of_it(world: World):
    assert responsive_recap(by=world.stranger, year=None, today=TODAY).recap is None
    for asked in (lambda: of(replace(world, chair=world.stranger)), lambda: of(world, 1999)):
        with pytest.raises(NotFound):
            asked()
    with pytest.raises((Refused, NotFound)):
        responsive_recap(by=PUBLIC, year=None, today=TODAY)


def test_the_number_of_queries_does_not_grow(world: World, django_assert_max_num_queries):
    take_in_2026(world, BudgetPhase.DPA, "600.000.000")

    with django_assert_max_num_queries(16):
        of(world)
    take_in_2026(world, BudgetPhase.DPPA, "650.000.000")
    take_in(world.planner, book([*HEALTH, "1.400.000.000", ""]))
    with django_assert_max_num_queries(16):
        of(world)


@pytest.mark.parametrize("language", list(Language))
def test_sums_and_shares_of_the_workbook_are_formulas(world: World, language: Language):
    take_in_2026(world, BudgetPhase.DPA, "600.000.000")
    file = responsive_recap_file(by=world.chair, year=2026, today=TODAY, language=language)

    live = load_workbook(io.BytesIO(file.content)).worksheets[0]
    kept = load_workbook(io.BytesIO(file.content), data_only=True).worksheets[0]

    sheet = "Cara i" if language is Language.INDONESIAN else "Way i"
    sums = {cell.value: cell.coordinate for row in live for cell in row if cell.value}
    total = sums[f"=SUM('{sheet}'!$H$2:$H$2)"]
    assert kept[total].value == 600_000_000
    (share,) = [cell for cell in sums if str(cell).startswith(f"=$B${total[1:]}/$B")]
    assert kept[sums[share]].value == 0.3
    assert len([formula for formula in sums if str(formula).startswith("=SUMPR")]) >= 5
    checks = [
        row[2].value for row in kept if str(row[1].value).startswith(("Selisih", "Difference"))
    ]
    assert checks == [0] * 5


def test_a_name_that_looks_like_a_formula_stays_text(world: World):
    BudgetLineRecord.objects.filter(code=ANALYSED[2]).update(name="=1+1")
    file = responsive_recap_file(
        by=world.chair, year=2026, today=TODAY, language=Language.INDONESIAN
    )

    cell = load_workbook(io.BytesIO(file.content))["Cara i"]["G2"]

    assert (cell.value, cell.data_type) == ("=1+1", "s")
