"""Cells that add up to other cells: what a reader of published tables can set up as equations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Key = Any
"""Whatever names a cell and can be hashed; keys of mappings admit no narrower type."""


@dataclass(frozen=True, slots=True)
class Relation:
    """`total` is the sum of `parts`; with `has_rest`, of these and of something never published."""

    total: Key
    parts: tuple[Key, ...]
    has_rest: bool = False


@dataclass(frozen=True, slots=True)
class Tables:
    """All tables of an element at once: the true counts of their cells, and how they add up.

    Raises ValueError where a relation names a cell that is not there, or does not hold: an
    attacker's equations are true, and so must ours be.
    """

    counts: Mapping[Key, int]
    relations: tuple[Relation, ...]

    def __post_init__(self) -> None:
        for relation in self.relations:
            missing = [key for key in (relation.total, *relation.parts) if key not in self.counts]
            if missing:
                message = f"a relation names a cell that is not there: {missing[0]}"
                raise ValueError(message)
            rest = self.counts[relation.total] - sum(self.counts[key] for key in relation.parts)
            if rest < 0 or (rest and not relation.has_rest):
                message = f"the parts of {relation.total} do not make it: {rest} are left"
                raise ValueError(message)


@dataclass(frozen=True, slots=True)
class Equation:
    """Signed unknowns that make a known number: `Σ sign · x = value`, each x at least 0."""

    signs: tuple[tuple[Key, int], ...]
    value: int


def equations(tables: Tables, hidden: Iterable[Key]) -> list[Equation]:
    """What is left of each relation once everything shown is put in; rests are unknowns too."""
    unknown = set(hidden)
    found = []
    for relation in tables.relations:
        signs = [(key, 1) for key in relation.parts if key in unknown]
        value = -sum(tables.counts[key] for key in relation.parts if key not in unknown)
        if relation.total in unknown:
            signs.append((relation.total, -1))
        else:
            value += tables.counts[relation.total]
        if relation.has_rest:
            signs.append((("rest", relation.total, relation.parts), 1))
        if signs:
            found.append(Equation(tuple(signs), value))
    return found


def solution(tables: Tables, hidden: Iterable[Key]) -> dict[Key, int]:
    """The true counts of the hidden cells and of the rests."""
    rests = {
        ("rest", relation.total, relation.parts): tables.counts[relation.total]
        - sum(tables.counts[key] for key in relation.parts)
        for relation in tables.relations
        if relation.has_rest
    }
    return {key: tables.counts[key] for key in hidden} | rests


def components(found: Sequence[Equation]) -> list[list[Equation]]:
    """The equations in groups that share no unknown: each can be solved by itself."""
    using: dict[Key, list[int]] = defaultdict(list)
    for place, equation in enumerate(found):
        for key, _ in equation.signs:
            using[key].append(place)
    left = set(range(len(found)))
    groups = []
    while left:
        group, open_ = [], [min(left)]
        left.discard(open_[0])
        while open_:
            place = open_.pop()
            group.append(place)
            for key, _ in found[place].signs:
                fresh = [each for each in using[key] if each in left]
                left.difference_update(fresh)
                open_ += fresh
        groups.append([found[place] for place in sorted(group)])
    return groups
