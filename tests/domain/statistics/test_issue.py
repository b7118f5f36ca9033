"""An issue is refused only where it is meaningless; what is weak is told and passes."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import product

import pytest

from setara.domain.foundation.period import Period
from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Language
from setara.domain.statistics.disparity import Behind, disparity, parity_band
from setara.domain.statistics.element import Measure, Polarity
from setara.domain.statistics.issue import (
    OWNERS,
    TRANSITIONS,
    DisparityKey,
    Issue,
    IssueState,
    may_close_issue,
    may_move_issue,
    may_raise_issue,
    may_reopen_issue,
    may_take_up_issue,
    weaknesses,
)
from setara.domain.statistics.observation import Nothing, Observation, Source

YEAR = Period.year(2021)
KEY = DisparityKey("TK07", "64.01", YEAR)
ISSUE = Issue("Pengeluaran perempuan Paser seperenam laki-laki", KEY)
BPS = Source("BPS", "Komponen IPM menurut Jenis Kelamin", "Kabupaten Paser")
WOMEN = Observation("TK07", "64.01", YEAR, Sex.FEMALE, Decimal(2965), BPS)
MEN = replace(WOMEN, sex=Sex.MALE, value=Decimal(17502))


def measured(women, men, polarity=Polarity.HIGHER_IS_BETTER):
    return disparity(
        women=women,
        men=men,
        measure=Measure.VALUE,
        polarity=polarity,
        band=parity_band(date(2021, 1, 1)),
    )


WIDE = measured(Decimal(2965), Decimal(17502))


def test_an_issue_with_data_a_year_and_a_source_may_be_raised_however_bare():
    assert may_raise_issue(ISSUE, [WOMEN, MEN])
    assert len(weaknesses(ISSUE, WIDE)) == 3


@pytest.mark.parametrize(
    ("issue", "observations", "reason"),
    [
        (replace(ISSUE, title="  "), [WOMEN, MEN], "Judul isu belum diisi"),
        (replace(ISSUE, disparity=replace(KEY, period=None)), [WOMEN], "Tahun data belum ada"),
        (
            replace(ISSUE, disparity=replace(KEY, period=Period(date(2021, 1, 1)))),
            [WOMEN],
            "Tahun data belum ada",
        ),
        (ISSUE, [], "Belum ada data terpilah"),
        (ISSUE, [replace(WOMEN, place_code="64.02")], "Belum ada data terpilah"),
        (ISSUE, [replace(WOMEN, period=Period.year(2020))], "Belum ada data terpilah"),
        (ISSUE, [replace(WOMEN, element_code="KS01")], "Belum ada data terpilah"),
        (ISSUE, [WOMEN, replace(MEN, source=Source("", ""))], "Sumber angka laki-laki belum ada"),
    ],
)
def test_what_makes_an_issue_meaningless_blocks_it_with_its_reason(issue, observations, reason):
    verdict = may_raise_issue(issue, observations)

    assert not verdict
    assert reason in verdict.reason.say(Language.INDONESIAN)


def test_a_complete_issue_has_no_weakness():
    complete = replace(
        ISSUE,
        why_it_matters="Menentukan IPG.",
        target="IPG 72 pada 2029",
        owners=("2.08",),
    )

    assert weaknesses(complete, WIDE) == ()


@pytest.mark.parametrize(
    ("found", "behind", "words"),
    [
        (measured(Decimal(100), Decimal(101)), Behind.NEITHER, "dalam rentang kesetaraan"),
        (measured(Decimal(1), Decimal(9), Polarity.NEITHER), Behind.NOT_JUDGED, "mana yang lebih"),
        (measured(Decimal(1), Nothing.REFUSED), Behind.UNDECIDED, "Lengkapi angka"),
    ],
)
def test_an_unproven_disparity_is_a_weakness_and_no_block(found, behind, words):
    assert found.behind is behind
    assert words in weaknesses(ISSUE, found)[0].say(Language.INDONESIAN)
    assert may_raise_issue(ISSUE, [WOMEN, MEN])


@pytest.mark.parametrize(("state", "to"), list(product(IssueState, repeat=2)))
def test_only_steps_of_the_table_are_allowed(state, to):
    verdict = may_move_issue(replace(ISSUE, state=state), to)

    assert bool(verdict) == (to in TRANSITIONS[state])
    if not verdict:
        assert state.label.id in verdict.reason.say(Language.INDONESIAN)


def test_every_state_has_its_steps_and_its_owners_and_closing_is_an_end_that_can_be_undone():
    assert set(TRANSITIONS) == set(OWNERS) == set(IssueState)
    assert not OWNERS[IssueState.CLOSED]
    assert TRANSITIONS[IssueState.CLOSED] == {IssueState.OPEN}
    assert all(state not in targets for state, targets in TRANSITIONS.items())


def test_nobody_takes_up_an_issue_without_an_agency():
    verdict = may_take_up_issue(ISSUE)

    assert not verdict
    assert "perangkat daerah" in verdict.reason.say(Language.INDONESIAN)
    assert may_take_up_issue(replace(ISSUE, owners=("1.02",)))


def test_an_issue_is_closed_for_a_reason_and_reopened_without():
    closed = replace(ISSUE, state=IssueState.CLOSED)

    assert not may_close_issue(ISSUE, because=" ")
    assert may_close_issue(ISSUE, because="Kesenjangan sudah dalam rentang kesetaraan.")
    assert not may_close_issue(closed, because="lagi")
    assert may_reopen_issue(closed)
    assert not may_reopen_issue(ISSUE)
