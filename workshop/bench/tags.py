"""W13, tags: bad tags planted in a budget, found by the rules and by a list of words."""

from __future__ import annotations

from collections.abc import Iterator
from time import process_time

from setara.domain.budget.tagging.overtagging import overtagged
from setara.domain.budget.tagging.words import ADMINISTRATION, BUILDINGS, SALARIES, words_of
from workshop.bench.measuring import Figure
from workshop.bench.tagging_ground import tagged_budget

SEED, SIZE, EACH = 20250616, 5_000, 43


def figures() -> Iterator[Figure]:
    """Recall, false alarms and CPU of ours; a list of words beside it."""
    made = tagged_budget(SEED, SIZE, EACH)
    planted = set(made.planted.items())
    started = process_time()
    found = overtagged(made.tagged)
    spent = process_time() - started
    pairs = {(finding.place, finding.rule) for finding in found}
    yield Figure("bad tags planted", len(planted), "", note=f"of 7 kinds in {SIZE:,} tags")
    yield Figure("recall", 100 * len(pairs & planted) / len(planted), "%", note="promised ≥ 95")
    alarms = {place for place, _ in pairs - planted}
    yield Figure("false alarms", 100 * len(alarms) / len(pairs), "%", note="promised ≤ 5")
    yield Figure("CPU of all rules", spent, "s")
    suspicious = SALARIES | BUILDINGS | ADMINISTRATION
    by_word = {place for place, one in enumerate(made.tagged) if words_of(one.name) & suspicious}
    hit = len(by_word & made.planted.keys())
    yield Figure("recall of a list of words", 100 * hit / len(planted), "%")
    yield Figure("its false alarms", 100 * (len(by_word) - hit) / max(len(by_word), 1), "%")
