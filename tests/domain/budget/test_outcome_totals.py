"""Rupiah by verdict: each counts once, however many statements stand on it."""

from __future__ import annotations

from setara.domain.budget.outcome import OutcomeVerdict
from setara.domain.budget.outcome_totals import OutcomeMoney, by_verdict, counted_once
from setara.domain.foundation.money import Rupiah, total

SUB = "2.17.07.2.01.0015"


def money(
    verdict: OutcomeVerdict, *, code: str = SUB, agency: int = 1, year: int = 2026, spent: int = 60
) -> OutcomeMoney:
    return OutcomeMoney(verdict, Rupiah(100), Rupiah(spent), year, agency, code)


def test_two_statements_on_one_sub_kegiatan_have_its_money_once():
    totals = by_verdict([money(OutcomeVerdict.NARROWED), money(OutcomeVerdict.NARROWED)])

    narrowed = next(each for each in totals if each.verdict is OutcomeVerdict.NARROWED)
    assert (narrowed.budget, narrowed.spent) == (Rupiah(100), Rupiah(60))
    assert (narrowed.statements, narrowed.shared, narrowed.unspent) == (2, 1, 0)


def test_with_different_verdicts_the_money_stands_by_the_one_that_claims_less():
    totals = by_verdict([money(OutcomeVerdict.CLOSED), money(OutcomeVerdict.WIDENED)])

    assert total(each.budget for each in totals) == Rupiah(100)
    by = {each.verdict: each for each in totals}
    assert by[OutcomeVerdict.WIDENED].spent == Rupiah(60)
    assert (by[OutcomeVerdict.CLOSED].statements, by[OutcomeVerdict.CLOSED].shared) == (1, 1)


def test_a_sub_kegiatan_within_a_kegiatan_that_counts_is_in_its_money():
    narrow = money(OutcomeVerdict.NARROWED, spent=90)
    wide = money(OutcomeVerdict.NARROWED, code="2.17.07.2.01", spent=60)

    assert counted_once([narrow, wide]) == (False, True)


def test_other_agencies_and_years_and_sub_kegiatan_are_other_money():
    verdict = OutcomeVerdict.NARROWED
    lines = [
        money(verdict),
        money(verdict, agency=2),
        money(verdict, year=2027),
        money(verdict, code="2.17.07.2.01.00155"),
    ]

    assert counted_once(lines) == (True,) * 4
