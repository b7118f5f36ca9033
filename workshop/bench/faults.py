"""W11, faults: over a thousand planted faults of twelve kinds, found by the rules."""

from __future__ import annotations

from collections.abc import Iterator
from time import process_time

from setara.domain.statistics.plausibility.judging import doubts
from workshop.bench.measuring import Figure
from workshop.bench.planting import ground, plant

SEED, ELEMENTS = 20250616, 520


def figures() -> Iterator[Figure]:
    """Recall, precision and CPU of ours; what a schema can say of the same cells beside it."""
    made = ground(SEED, ELEMENTS)
    plant(made)
    planted = {(fault.rule, fault.cell) for fault in made.planted}
    started = process_time()
    found = doubts(made.dataset())
    spent = process_time() - started
    matched = [{(doubt.rule.id, cell) for cell in doubt.cells} & planted for doubt in found]
    hit = set().union(*matched)
    yield Figure("faults planted", len(planted), "", note=f"in {len(made.figures):,} figures")
    yield Figure("recall", 100 * len(hit) / len(planted), "%", note="promised ≥ 99")
    precision = 100 * sum(map(bool, matched)) / len(found)
    yield Figure("precision", precision, "%", note="promised ≥ 99")
    yield Figure("CPU of all rules", spent, "s")
    alone = sum(rule in _A_SCHEMA_SEES for rule, _ in planted)
    yield Figure(
        "what a schema can see at most",
        100 * alone / len(planted),
        "%",
        note="range, whole numbers, required cells; counted, not run",
    )


_A_SCHEMA_SEES = frozenset({"DATA-06", "DATA-11", "DATA-12"})
