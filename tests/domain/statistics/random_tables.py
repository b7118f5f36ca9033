"""Random tables that add up, and an attacker who tries every solution there is."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import product

from hypothesis import strategies as st

from setara.domain.statistics.additive import Key, Relation, Tables


@st.composite
def grids(draw: st.DrawFn, most: int = 25, side: int = 4) -> Tables:
    """Two dimensions with both margins and the grand total."""
    height, width = draw(st.integers(1, side)), draw(st.integers(2, side))
    inner = {
        (row, column): draw(st.integers(0, most))
        for row, column in product(range(height), range(width))
    }
    return with_margins(inner, height, width)


def with_margins(inner: dict[tuple[int, int], int], height: int, width: int) -> Tables:
    """Both margins of a table and its grand total, with all their relations."""
    counts: dict[Key, int] = dict(inner)
    relations = []
    for row in range(height):
        parts = tuple((row, column) for column in range(width))
        counts["row", row] = sum(inner[part] for part in parts)
        relations.append(Relation(("row", row), parts))
    for column in range(width):
        parts = tuple((row, column) for row in range(height))
        counts["column", column] = sum(inner[part] for part in parts)
        relations.append(Relation(("column", column), parts))
    counts["all"] = sum(inner.values())
    relations.append(Relation("all", tuple(("row", row) for row in range(height))))
    relations.append(Relation("all", tuple(("column", column) for column in range(width))))
    return Tables(counts, tuple(relations))


@st.composite
def webs(draw: st.DrawFn) -> Tables:
    """Cells in groups that overlap as they like; some groups have a rest nobody publishes."""
    size = draw(st.integers(3, 8))
    counts: dict[Key, int] = {at: draw(st.integers(0, 12)) for at in range(size)}
    relations = []
    for number in range(draw(st.integers(1, 4))):
        parts = tuple(sorted(draw(st.sets(st.integers(0, size - 1), min_size=2, max_size=4))))
        rest = draw(st.integers(0, 3)) if draw(st.booleans()) else 0
        counts["total", number] = sum(counts[part] for part in parts) + rest
        relations.append(Relation(("total", number), parts, has_rest=rest > 0))
    return Tables(counts, tuple(relations))


@st.composite
def cubes(draw: st.DrawFn) -> Tables:
    """Three dimensions of two categories with every sum over any of them."""
    counts: dict[Key, int] = {
        key: draw(st.integers(0, 15)) for key in product((0, 1), (0, 1), (0, 1))
    }
    relations = []
    for key in sorted(product((0, 1, "+"), repeat=3), key=lambda key: key.count("+")):
        for axis in (at for at in range(3) if key[at] == "+"):
            parts = tuple((*key[:axis], side, *key[axis + 1 :]) for side in (0, 1))
            counts[key] = sum(counts[part] for part in parts)
            relations.append(Relation(key, parts))
    return Tables(counts, tuple(relations))


def possible(tables: Tables, hidden: Collection[Key], most: int) -> dict[Key, set[int]]:
    """Every value each hidden cell takes in any solution whose counts are at most `most`.

    It knows nothing of linear programs: it tries them all, cell by cell, and gives a branch up
    where a sum can no longer be met.
    """
    keys = sorted(hidden, key=repr)
    seen: dict[Key, set[int]] = {key: set() for key in keys}
    for found in _filled(tables, keys, {}, most):
        for key in keys:
            seen[key].add(found[key])
    return seen


def _filled(
    tables: Tables, keys: list[Key], chosen: dict[Key, int], most: int
) -> Iterator[dict[Key, int]]:
    if len(chosen) == len(keys):
        yield chosen
        return
    key = keys[len(chosen)]
    for value in range(most + 1):
        tried = chosen | {key: value}
        if all(_can_hold(relation, tables, set(keys), tried) for relation in tables.relations):
            yield from _filled(tables, keys, tried, most)


def _can_hold(relation: Relation, tables: Tables, hidden: set[Key], tried: dict[Key, int]) -> bool:
    known = {
        key: tried.get(key) if key in hidden else tables.counts[key]
        for key in (relation.total, *relation.parts)
    }
    total = known[relation.total]
    parts = [known[key] for key in relation.parts]
    if total is None:
        return True
    least = sum(part for part in parts if part is not None)
    if least > total:
        return False
    return relation.has_rest or least == total or None in parts
