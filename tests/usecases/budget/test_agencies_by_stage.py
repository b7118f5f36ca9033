"""A stage comes in a book per agency: those that have not handed theirs in keep their money."""

from __future__ import annotations

import io

from openpyxl import load_workbook

from setara.domain.budget.numerators import Numerator
from setara.domain.budget.phase import BudgetPhase
from setara.domain.budget.recap_words import book_notes
from setara.domain.budget.recap_year import YearRecap
from setara.domain.foundation.money import Rupiah, total
from setara.domain.language.text import Language
from setara.store.models import BudgetLineRecord, BudgetTagRecord
from setara.usecases.budget.recap_queries import responsive_recap, responsive_recap_file
from setara.usecases.budget.tag_parts import parts_of
from setara.usecases.budget.version_years import budget_years
from tests.makers import AT
from tests.usecases.budget.books import ANALYSED, HEALTH, book, take_in
from tests.usecases.budget.test_recap_ways import CAPITAL, GOODS, KUARO, tag, with_accounts
from tests.world import World

NOTE = "Not in DPPA 2026 yet, and therefore counted as in an earlier budget: "


def of(world: World, numerator: Numerator = Numerator.APPROVED_STATEMENTS) -> YearRecap:
    made = responsive_recap(by=world.chair, year=2026, today=AT.date(), numerator=numerator).year
    assert made is not None
    return made


def take(world: World, content: bytes, phase: BudgetPhase, name: str) -> None:
    take_in(world.planner, content, year=2026, phase=phase, accepts_warnings=True, name=name)


def only_health_changed(world: World) -> None:
    both = with_accounts(
        (ANALYSED, GOODS, "Kec. Kuaro", 300, 120),
        (ANALYSED, CAPITAL, "", 100, 0),
        (HEALTH, GOODS, "", 500, 0),
    )
    take(world, both, BudgetPhase.DPA, "dpa.csv")
    take(world, with_accounts((HEALTH, GOODS, "", 600, 0)), BudgetPhase.DPPA, "dinkes.csv")


def test_an_agency_keeps_its_money_while_another_has_changed_its_own(world: World):
    only_health_changed(world)

    made = of(world)
    found = made.recap

    assert found is not None
    assert found.total.gross == Rupiah(400)
    assert (found.total.pagu, found.total.revised) == (Rupiah(400), Rupiah(400))
    assert found.total.realised == Rupiah(120)
    assert found.book.total.amount >= 1000
    assert found.book.total == total(found.book.agencies.values())
    assert (found.book.agencies[ANALYSED[0]], found.book.agencies[HEALTH[0]]) == (
        Rupiah(400),
        Rupiah(600),
    )
    assert found.book.accounts == {GOODS[0]: Rupiah(900), CAPITAL[0]: Rupiah(100)}
    districts = {part.key: part.sums.gross.amount for part in found.by_district}
    assert districts[KUARO] == 300


def test_page_and_workbook_say_whose_money_is_from_an_earlier_stage(world: World):
    only_health_changed(world)
    made = of(world)
    assert made.recap is not None

    notes = [note.say(Language.ENGLISH) for note in book_notes(made, made.recap)]
    file = responsive_recap_file(
        by=world.chair, year=2026, today=AT.date(), language=Language.ENGLISH
    )

    (note,) = [each for each in notes if each.startswith(NOTE)]
    front = load_workbook(io.BytesIO(file.content))["Recap"]
    assert note in [cell.value for row in front for cell in row]


def test_chosen_lines_have_the_money_of_their_agencys_latest_book(world: World):
    only_health_changed(world)
    take(world, book([*HEALTH, "600", ""]), BudgetPhase.RKA_REVISED, "rka-p.csv")
    line = BudgetLineRecord.objects.get(code=ANALYSED[2], version__phase="DPA")
    (chosen,) = [
        part for part in parts_of(line.version, [line])[line.pk] if part.account == GOODS[0]
    ]
    tag(HEALTH[2], weight=50, grade=100)
    BudgetTagRecord.objects.update(line=line, scope="lines", parts=[chosen.key], weight=100)

    found = of(world, Numerator.WEIGHTED).recap

    assert found is not None
    assert found.total.gross == Rupiah(300)


def test_the_budget_in_force_is_that_of_every_agency(world: World):
    only_health_changed(world)

    (year,) = [
        each for each in budget_years(by=world.chair, today=AT.date()).years if each.year == 2026
    ]

    found = of(world).recap
    assert found is not None
    assert year.plan == found.book.total
    assert found.book.agencies[ANALYSED[0]] == Rupiah(400)
