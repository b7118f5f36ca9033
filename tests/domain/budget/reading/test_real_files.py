"""Real budget files are recognised, add up to what they truly say, and their errors are found."""

from __future__ import annotations

from decimal import Decimal

import pytest

from setara.domain.budget.reading.family import Family
from setara.domain.budget.reading.findings import Fault, Mend
from setara.domain.budget.reading.level import Level
from setara.domain.language.text import Language
from tests.domain.budget.reading.samples import beside, sample
from tests.domain.statistics.casebook import cases

pytestmark = beside


def faults(name: str) -> dict[str, Fault]:
    return {each.cell: each.fault for each in sample(name).reading.findings}


def test_the_women_and_children_agency_of_semarang_to_the_last_rupiah():
    reading = sample("dp3a").reading

    assert reading.family is Family.SIMPLE
    assert (len(reading.lines), len(reading.activities)) == (68, 68)
    assert (reading.amount, reading.realised) == (23_844_375_036, 5_598_667_491)
    assert reading.total(Level.SUB_ACTIVITY).count == 68
    assert reading.total(Level.PROGRAM).amount == 23_844_375_036
    assert not reading.errors


@pytest.mark.parametrize("case", cases("budget", "real_books"))
def test_expenditure_is_direct_and_indirect_together(case):
    reading = sample(case["name"]).reading

    assert reading.accounts["5.1"] == case["indirect"]
    assert reading.accounts["5.2"] == case["direct"]
    assert reading.amount == case["direct"] + case["indirect"] == reading.accounts["5"]


@pytest.mark.parametrize("case", cases("budget", "real_books"))
def test_a_book_of_the_old_model_is_recognised(case):
    read = sample(case["name"])

    assert read.reading.family in {Family.OLD_BOOK, Family.OLD_BOOK_CHANGED}
    assert (read.encoding, read.delimiter) == (case["encoding"], case["mark"])
    assert read.reading.agency.code == case["agency"]
    assert read.reading.agency.name
    assert read.reading.year == case["name"][-4:]


def test_an_agency_code_and_name_in_one_cell_are_parted():
    reading = sample("bantul_2015").reading

    assert reading.agency.name == "Badan Penanggulangan Bencana Daerah"
    assert reading.repairs[0].mend is Mend.SPLIT


def test_amounts_a_hundred_times_their_explanation_are_doubted_once():
    (finding,) = sample("bantul_2015").reading.findings

    assert finding.fault is Fault.TIMES_HUNDRED
    assert len(finding.rows) == 199
    assert "100 kali lipat" in finding.message.say(Language.INDONESIAN)
    assert "bagi seluruh nilai dengan 100" in finding.remedy.say(Language.INDONESIAN)


def test_a_tax_larger_than_the_income_it_is_part_of_lost_its_decimal_mark():
    reading = sample("kulonprogo_2016").reading
    larger = [each for each in reading.findings if each.fault is Fault.CHILD_LARGER]
    lost = [each for each in reading.findings if each.fault is Fault.LOST_DECIMAL]

    assert [each.cell for each in larger] == ["C10", "C12", "C20", "C24"]
    assert larger[0].rows == (9,)
    assert "Rp37.289.400.688" in lost[0].message.say(Language.INDONESIAN)
    assert reading.accounts["4.1"] == Decimal("172434611253.16")


def test_sums_and_changes_that_do_not_fit_are_found_in_a_changed_budget():
    assert faults("sleman_2015") == {
        "E22": Fault.CHANGE_DIFFERS,
        "D49": Fault.PARENT_NOT_SUM,
        "C49": Fault.PARENT_NOT_SUM,
        "D77": Fault.PARENT_NOT_SUM,
        "D84": Fault.PARENT_NOT_SUM,
        "E84": Fault.CHANGE_DIFFERS,
    }
    (line,) = [each for each in sample("sleman_2015").reading.lines if each.row == 22]
    assert (line.before, line.amount) == (134_844_000, 118_674_000)


@pytest.mark.parametrize("name", ["kulonprogo_2015", "yogyakarta_2016"])
def test_a_book_that_adds_up_at_every_level_is_believed(name):
    assert not sample(name).reading.findings
