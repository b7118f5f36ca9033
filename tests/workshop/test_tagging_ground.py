"""The planted budget of W13 is what it says, and the rules find what was planted."""

from setara.domain.budget.tagging.overtagging import overtagged
from workshop.bench.tagging_ground import tagged_budget


def test_two_hundred_planted_faults_are_found_and_hardly_any_invented():
    made = tagged_budget(seed=7, size=2_000, each=29)
    planted = set(made.planted.items())

    found = {(finding.place, finding.rule) for finding in overtagged(made.tagged)}

    assert len(planted) == 203
    assert len(found & planted) >= 0.95 * len(planted)
    assert len(found & planted) >= 0.90 * len(found)


def test_a_budget_without_planted_faults_has_no_findings():
    assert overtagged(tagged_budget(seed=8, size=500, each=0).tagged) == ()
