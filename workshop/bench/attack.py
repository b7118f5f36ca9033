"""W12, attack: a thousand small tables against the attacker, beside hiding small cells alone."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import product
from time import process_time

from setara.domain.statistics.additive import Key, Relation, Tables
from setara.domain.statistics.recovery import bounds_of
from setara.domain.statistics.suppression import protected, small
from workshop.bench.measuring import Figure

SEED, TABLES, THRESHOLD = 20250616, 1000, 5


def figures() -> Iterator[Figure]:
    """Cells recovered with and without covering, and what covering costs the reader."""
    chance = random.Random(SEED)  # noqa: S311 -- tables to practise on
    before = after = hidden_first = hidden_all = cells = value = value_hidden = 0
    spent = 0.0
    for _ in range(TABLES):
        tables = _table(chance)
        primary = small(tables.counts, dict.fromkeys(tables.counts, THRESHOLD))
        before += _recovered(tables, primary)
        started = process_time()
        protection = protected(tables, primary)
        spent += process_time() - started
        after += _recovered(tables, protection.hidden) + len(protection.recovered)
        cells += len(tables.counts)
        hidden_first += len(primary)
        hidden_all += len(protection.hidden)
        value += sum(tables.counts.values())
        value_hidden += sum(tables.counts[key] for key in protection.hidden)
    yield Figure("hidden for being small", hidden_first, "", note=f"of {cells:,} cells")
    yield Figure("of these recovered without covering", before, "")
    yield Figure("recovered with covering", after, "", promise=0)
    yield Figure("cells hidden in all", 100 * hidden_all / cells, "%")
    yield Figure("people in hidden cells", 100 * value_hidden / value, "%")
    yield Figure("CPU of covering", spent, "s", note=f"{TABLES:,} tables")


def _recovered(tables: Tables, hidden: frozenset[Key]) -> int:
    return sum(bounds.is_narrower_than(1) for bounds in bounds_of(tables, hidden).values())


def _table(chance: random.Random) -> Tables:
    """Women and men by two to eight places, with all margins; many counts are small."""
    places = [*range(chance.randint(2, 8))]
    counts: dict[Key, int] = {
        (place, sex): int(chance.expovariate(1 / chance.choice((4, 20, 80))))
        for place, sex in product(places, "PL")
    }
    relations = []
    for place in places:
        parts = ((place, "P"), (place, "L"))
        counts[place, "T"] = sum(counts[part] for part in parts)
        relations.append(Relation((place, "T"), parts))
    for sex in "PLT":
        parts_of = tuple((place, sex) for place in places)
        counts["all", sex] = sum(counts[part] for part in parts_of)
        relations.append(Relation(("all", sex), parts_of))
    relations.append(Relation(("all", "T"), (("all", "P"), ("all", "L"))))
    return Tables(counts, tuple(relations))
