"""The budget that W4 is measured on is one our reader has nothing to say against."""

from setara.domain.budget.reading.budget import read_budget
from setara.domain.budget.reading.family import Family
from workshop.bench.budget_ground import AGENCIES, HEAD, YEAR, rows

COUNT = 3_000


def test_it_is_an_export_of_sipd_without_a_fault():
    made = [[str(cell) for cell in row] for row in rows(COUNT)]
    reading = read_budget([HEAD, *made])

    assert reading.family is Family.SIPD_ITEMS
    assert (len(reading.lines), reading.findings, reading.repairs) == (COUNT, (), ())
    assert reading.amount == sum(int(row[-1]) for row in made)
    assert (reading.years, len(reading.agencies)) == ((str(YEAR),), AGENCIES)


def test_it_is_the_same_each_time():
    assert list(rows(1_600)) == list(rows(1_600))
