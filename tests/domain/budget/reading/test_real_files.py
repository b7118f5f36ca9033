"""Real budget files are recognised, add up to what they truly say, and their errors are found."""

from __future__ import annotations

from decimal import Decimal

import pytest

from setara.domain.budget.reading.family import Family
from setara.domain.budget.reading.findings import Fault, Mend
from setara.domain.budget.reading.level import Level
from setara.domain.language.text import Language
from tests.domain.budget.reading.samples import beside, sample

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


@pytest.mark.parametrize(
    ("name", "direct", "indirect"),
    [
        ("bantul_2015", 346_894_118_000, 124_092_400_000),
        ("kulonprogo_2015", 7_223_939_675, 6_049_184_036),
        ("sleman_2015", 11_606_816_373, 7_036_701_458),
        ("yogyakarta_2016", 8_572_951_200, 1_195_949_815),
    ],
)
def test_expenditure_is_direct_and_indirect_together(name, direct, indirect):
    reading = sample(name).reading

    assert reading.accounts["5.1"] == indirect
    assert reading.accounts["5.2"] == direct
    assert reading.amount == direct + indirect == reading.accounts["5"]


@pytest.mark.parametrize(
    ("name", "encoding", "mark", "agency"),
    [
        ("bantul_2015", "cp1252", ",", "1.19.03"),
        ("kulonprogo_2015", "ascii", ";", "1.22.01"),
        ("sleman_2015", "ascii", ",", "1.12.01.00"),
        ("yogyakarta_2016", "ascii", ",", "1.22.01"),
    ],
)
def test_a_book_of_the_old_model_is_recognised(name, encoding, mark, agency):
    read = sample(name)

    assert read.reading.family in {Family.OLD_BOOK, Family.OLD_BOOK_CHANGED}
    assert (read.encoding, read.delimiter) == (encoding, mark)
    assert read.reading.agency.code == agency
    assert read.reading.agency.name
    assert read.reading.year in {"2015", "2016"}


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
