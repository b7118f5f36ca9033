"""Each mistake of a published GAP or GBS is found in its table by the rule meant for it."""

import pytest

from setara.domain.budget.paper.fields import PaperKind
from setara.domain.budget.paper.judging import READING, judged
from setara.domain.budget.paper.paper import read_pathways
from setara.domain.budget.severity import Severity
from tests.domain.budget.paper.written import (
    CASES,
    EXEMPLAR,
    TODAY,
    Rows,
    listed,
    matrix,
    rows_of,
    sheet,
)

# An output alone stands in the published pages that could be read, so an outcome always lacks.
LACKING = {"GAP-07"}


def weighty(rows: Rows) -> set[str]:
    (read,) = read_pathways([sheet(rows)], today=TODAY)
    return {each.finding.rule for each in judged(read, today=TODAY) if each.is_of_weight}


@pytest.mark.parametrize("case", CASES["published"], ids=lambda case: str(case["id"]))
def test_the_mistake_is_found_and_no_other(case):
    assert weighty(rows_of(case)) - LACKING == set(case["triggers"])


@pytest.mark.parametrize("form", [matrix, listed])
def test_the_exemplar_is_told_only_what_it_leaves_out(form):
    (read,) = read_pathways([sheet(form(EXEMPLAR))], today=TODAY)
    found = judged(read, today=TODAY)

    # No code of a sub kegiatan, and no action says which cause it answers: both are remarks.
    assert [(each.finding.rule, each.finding.column) for each in found] == [
        (READING, 1),
        (READING, 7),
    ]
    assert all(each.finding.severity is Severity.NOTE for each in found)
    assert read.kind is (PaperKind.MATRIX if form is matrix else PaperKind.LISTED)
