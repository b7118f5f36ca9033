"""Published figures: the same rupiah is another share under another denominator."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path

import pytest

from setara.domain.budget.allocation import AllocationCategory
from setara.domain.budget.denominators import denominators
from setara.domain.budget.numerators import Numerator
from setara.domain.budget.recap import Book, Names, RecapLine, recap
from setara.domain.foundation.money import Rupiah, total
from setara.domain.language.text import same

FILE = Path(__file__).parents[2] / "cases" / "budget" / "arg_shares.toml"
CASES = tomllib.loads(FILE.read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_shares_are_those_of_the_source(case):
    accounts = {code: Rupiah(amount) for code, amount in case["amounts"].items()}
    whole = total(accounts.values())
    book = Book(case["year"], "DPA", same("DPA"), whole, {"2.08": whole}, accounts)
    line = RecapLine(
        AllocationCategory.EQUALITY, "2.08", "DP3A", "2.08.02.2.01.0001", "x", Rupiah(case["gross"])
    )

    made = recap(
        [line],
        book=book,
        numerator=Numerator.APPROVED_STATEMENTS,
        wholes=denominators(),
        names=Names(),
    )

    found = {
        each.letter: each.share.percent() for each in made.shares if each.share and each.letter
    }
    assert found == {letter: Decimal(share) for letter, share in case["shares"].items()}
    assert all(case["source"] for case in CASES)
