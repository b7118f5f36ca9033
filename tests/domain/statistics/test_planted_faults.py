"""Planted faults of twelve kinds are found, and next to nothing else."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from setara.domain.statistics.plausibility.finding import Doubt
from setara.domain.statistics.plausibility.judging import doubts
from setara.domain.statistics.plausibility.rules import RULES
from workshop.bench.planting import Ground, ground, plant

BAR = 0.99


def score(made: Ground, found: tuple[Doubt, ...]) -> tuple[float, float]:
    """Recall and precision: a doubt is right where its rule was planted at one of its cells."""
    planted = {(fault.rule, fault.cell) for fault in made.planted}
    matched = [{(doubt.rule.id, cell) for cell in doubt.cells} & planted for doubt in found]
    hit = set().union(*matched)
    return len(hit) / len(planted), sum(map(bool, matched)) / len(found)


def test_at_least_two_hundred_faults_of_twelve_kinds_are_found() -> None:
    totals = Counter[str]()
    recalls, precisions, count = 0.0, 0.0, 0
    for seed in (16, 6, 2025):
        made = ground(seed, 120)
        plant(made)
        recall, precision = score(made, doubts(made.dataset()))
        faults = len(made.planted)
        recalls += recall * faults
        precisions += precision * faults
        count += faults
        totals.update(fault.rule for fault in made.planted)
    assert count >= 600
    assert set(totals) == set(RULES)
    assert min(totals.values()) >= 10
    assert recalls / count >= BAR
    assert precisions / count >= BAR


@settings(max_examples=4, deadline=None)
@given(st.integers(0, 2**32))
def test_the_rules_do_not_depend_on_the_seed(seed: int) -> None:
    made = ground(seed, 80)
    clean = doubts(made.dataset())
    assert len(clean) <= 2, [doubt.message for doubt in clean]
    plant(made)
    recall, precision = score(made, doubts(made.dataset()))
    assert recall >= 0.97
    assert precision >= 0.97


def test_a_rule_that_is_switched_off_finds_nothing() -> None:
    made = ground(7, 60)
    plant(made)
    found = doubts(made.dataset(), off={"DATA-06", "DATA-01"})
    assert not {"DATA-06", "DATA-01"} & {doubt.rule.id for doubt in found}
    assert found
