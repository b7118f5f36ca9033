"""A shelf of made-up books: every total exact, every planted fault found, no clean book blamed."""

from __future__ import annotations

import pytest

from setara.domain.budget.reading.findings import Fault
from setara.domain.budget.reading.line import Amount
from setara.domain.budget.reading.reading import BudgetReading
from setara.domain.budget.severity import Severity
from setara.usecases.budget.reading import read_file
from tests.domain.budget.reading import shelf, shelf_old
from tests.domain.budget.reading.shelf import Book
from tests.domain.budget.reading.shelf_messes import YEAR


def read(book: Book) -> BudgetReading:
    return read_file(name=book.name, content=book.content).reading


def told(reading: BudgetReading) -> list[str]:
    return [
        f"{each.cell} {each.fault.value} {each.message.values}"
        for each in reading.findings
        if each.severity is not Severity.NOTE
    ]


def money_of(reading: BudgetReading) -> dict[str, Amount]:
    money: dict[str, Amount] = {}
    for line in reading.activities:
        money[line.activity] = money.get(line.activity, 0) + (line.amount or 0)
    return money


@pytest.mark.parametrize("seed", range(60))
def test_a_clean_book_is_read_exactly_whatever_was_made_of_its_file(seed):
    book = shelf.book(seed)

    reading = read(book)

    assert told(reading) == [], (book.name, book.messes)
    assert reading.amount == book.amount, (book.name, book.messes)
    assert money_of(reading) == book.activities, (book.name, book.messes)
    assert reading.years == (str(YEAR),), (book.name, book.messes)


@pytest.mark.parametrize("seed", range(50))
def test_a_planted_fault_is_found(seed):
    book = shelf.book(seed, is_faulty=True)

    faults = {each.fault for each in read(book).findings}

    assert book.fault in faults, (book.name, book.messes)


@pytest.mark.parametrize("seed", range(25))
def test_an_old_book_is_read_exactly(seed):
    book = shelf_old.old(seed)

    reading = read(book)

    assert told(reading) == [], (book.name, book.messes)
    assert (reading.amount, reading.years) == (book.amount, ("2015",)), (book.name, book.messes)


@pytest.mark.parametrize("seed", range(15))
def test_a_summary_of_accounts_is_read_exactly(seed):
    book = shelf_old.accounts(seed)

    reading = read(book)

    assert told(reading) == []
    assert (reading.amount, reading.years) == (book.amount, ("2016",))
    assert reading.activities == ()


@pytest.mark.parametrize("seed", range(25))
def test_a_fault_planted_in_an_old_book_is_found(seed):
    book = shelf_old.old(seed, is_faulty=True)
    alike = {book.fault, Fault.CHILD_LARGER} if book.fault is Fault.PARENT_NOT_SUM else {book.fault}

    assert alike & {each.fault for each in read(book).findings}, (book.name, book.messes)
