"""Every sum a reader can form from the published cells of an element."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from setara.domain.statistics.additive import Relation
from setara.domain.statistics.ages import apart, inside
from setara.domain.statistics.dimension import Breakdown
from setara.domain.statistics.release import CellKey

Counts = Mapping[CellKey, int]
_AGE = "age"


def nearest_above(codes: Collection[str]) -> dict[str, str]:
    """The nearest place around each place, among `codes`: 64.01.05.2001 may lie in 64.01."""
    found = {}
    for code in codes:
        above = code.rpartition(".")[0]
        while above and above not in codes:
            above = above.rpartition(".")[0]
        if above:
            found[code] = above
    return found


def sums(counts: Counts, parents: Mapping[str, str]) -> Iterator[Relation]:
    """Those of sexes, of places, and of the categories of one or more dimensions.

    A level or a margin that is not published hides nothing: villages add up to the government
    where their sub-district has no cell. Where parts do not make up the whole, the rest is an
    unknown of its own; where they exceed it they overlap, and nothing follows.
    """
    groups: dict[CellKey, dict[tuple[str, ...], list[CellKey]]]
    groups = defaultdict(lambda: defaultdict(list))
    for key in counts:
        if key.sex is not None:
            groups[replace(key, sex=None)]["sex",].append(key)
        if above := _above(key, parents, counts):
            groups[above]["place",].append(key)
        for kinds in _some_of(key.breakdown.dimensions):
            groups[replace(key, breakdown=_without(key.breakdown, kinds))][kinds].append(key)
    for whole, by_kind in groups.items():
        if whole in counts:
            for kinds, parts in by_kind.items():
                yield from _partitions(whole, parts, counts, has_ages=_AGE in kinds)
    yield from _nested_ages(counts)


def _above(key: CellKey, parents: Mapping[str, str], counts: Counts) -> CellKey | None:
    """The same cell of the nearest place around it that has one."""
    code, passed = parents.get(key.place_code), {key.place_code}
    while code and code not in passed:
        above = replace(key, place_code=code)
        if above in counts:
            return above
        passed.add(code)
        code = parents.get(code)
    return None


def _some_of(dimensions: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for size in range(1, len(dimensions) + 1):
        yield from combinations(dimensions, size)


def _without(breakdown: Breakdown, dimensions: Iterable[str]) -> Breakdown:
    for dimension in dimensions:
        breakdown = breakdown.without(dimension)
    return breakdown


def _partitions(
    whole: CellKey, parts: list[CellKey], counts: Counts, *, has_ages: bool
) -> Iterator[Relation]:
    """With ages, which overlap: once with the finest groups apart, once with the widest."""
    chosen = [parts]
    if has_ages:
        chosen = [_apart(parts, widest=False), _apart(parts, widest=True)]
    for number, each in enumerate(chosen):
        if number == 0 or set(each) != set(chosen[0]):
            yield from _relation(whole, each, counts)


def _apart(parts: list[CellKey], *, widest: bool) -> list[CellKey]:
    return [
        by_age[code]
        for by_age in _by_age(parts).values()
        for code in apart(by_age, widest_first=widest)
    ]


def _by_age(keys: Iterable[CellKey]) -> dict[CellKey, dict[str, CellKey]]:
    """The cells that differ in age only, by the code of their age."""
    found: dict[CellKey, dict[str, CellKey]] = defaultdict(dict)
    for key in keys:
        if code := key.breakdown.category_of(_AGE):
            found[replace(key, breakdown=key.breakdown.without(_AGE))][code] = key
    return found


def _nested_ages(counts: Counts) -> Iterator[Relation]:
    """A wide age group and the finer ones within it: 60 and over is 60 to 64 and 65 and over."""
    for by_age in _by_age(counts).values():
        for code, whole in by_age.items():
            within = inside(code, by_age)
            finest = apart(within)
            widest = apart(within, widest_first=True)
            for codes in {tuple(finest), tuple(widest)} - {()}:
                yield from _relation(whole, [by_age[each] for each in codes], counts)


def _relation(whole: CellKey, parts: list[CellKey], counts: Counts) -> Iterator[Relation]:
    rest = counts[whole] - sum(counts[part] for part in parts)
    if rest >= 0:
        yield Relation(whole, tuple(parts), has_rest=rest > 0)
