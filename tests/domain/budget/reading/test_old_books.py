"""Books of Permendagri 13/2006, whatever their government's peculiarities, are read as they are."""

from __future__ import annotations

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from setara.domain.budget.reading.family import Family
from setara.domain.budget.reading.findings import Fault
from setara.domain.budget.reading.level import Level
from setara.domain.budget.reading.old_codes import old_shape, speaks_old
from setara.domain.budget.severity import Severity
from setara.usecases.budget.reading import read_file
from tests.domain.budget.reading import rendering
from tests.domain.budget.reading.rendering_old import old_book


@settings(max_examples=80, deadline=None)
@given(random=st.integers(0, 2**32).map(Random))
def test_a_book_is_read_back_with_every_peculiarity(random: Random):
    book = old_book(random)

    reading = read_file(name="buku.csv", content=rendering.written(book.rows, random)).reading

    assert [each for each in reading.findings if each.severity is not Severity.NOTE] == []
    assert reading.family in {Family.OLD_BOOK, Family.OLD_BOOK_CHANGED}
    assert (reading.accounts["5.1"], reading.accounts["5.2"]) == (book.indirect, book.direct)
    assert reading.amount == book.indirect + book.direct
    assert reading.agency == (book.organisation, "Badan Contoh")
    leaves = [line for line in reading.lines if line.account.startswith("5.2.")]
    lowest = [line for line in leaves if line.level is Level.ACCOUNT_DETAIL]
    assert len(lowest) == book.accounts
    assert sum(line.amount or 0 for line in lowest) == book.direct


@settings(max_examples=60, deadline=None)
@given(random=st.integers(0, 2**32).map(Random))
def test_one_wrong_amount_is_found_at_its_row_or_its_parents(random: Random):
    book = old_book(random)
    rows = [row for row in book.rows if "Sumber Dana" not in str(row[0])]
    wrong = next(n for n, row in enumerate(rows) if str(row[1]).strip() == "BELANJA LANGSUNG")
    for place in (2, 3) if len(rows[wrong]) == 6 else (2,):
        rows[wrong][place] = "1"

    reading = read_file(name="buku.csv", content=rendering.written(rows, random)).reading

    faults = {each.fault for each in reading.findings if wrong + 1 in (each.row, *each.rows)}
    assert faults & {Fault.PARENT_NOT_SUM, Fault.CHILD_LARGER}


def test_codes_tell_how_many_parts_the_organisation_has():
    blanks = ["1.19 . 1.19.03 . 00 . 00 . 5", "1.19 . 1.19.03 . 01 . 01"]
    four = ["1.12.1.12.01.00.00.002.5.1.1", "1.12.1.12.01.00.15.001", "1.11.1.12.01.00.16"]

    assert (old_shape(blanks).has_field, old_shape(blanks).organisation) == (True, 3)
    assert (old_shape(four).has_field, old_shape(four).organisation) == (True, 4)
    assert old_shape(four).organisation_of("1.11.1.12.01.00.16.001") == "1.12.01.00"


def test_old_codes_are_told_from_todays():
    assert speaks_old(["1.22.1.22.01.001.001.5.2.2.01", "4.1.1"])
    assert not speaks_old(["1.02.01.2.01.0001.5.1.02.01.01.0004", "5.1.02", "1.02"])
