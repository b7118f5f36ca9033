"""Age groups that stand beside each other: which do not overlap, and which leave nobody out."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from setara.domain.statistics.dimension import Category, dimensions

_NOBODY = 200
"""An age nobody reaches: where an open group ends."""


def apart(codes: Iterable[str], *, widest_first: bool = False) -> list[str]:
    """The finest of the groups that do not overlap, by age; a code that is no age group is kept.

    With `widest_first` the widest of them.
    """
    known = dimensions()["age"]
    groups = {code: known.category(code) for code in codes}
    ages = {code: group for code, group in groups.items() if group is not None}
    kept: dict[str, Category] = {}
    sign = -1 if widest_first else 1
    by_span = sorted(ages.items(), key=lambda pair: (sign * _span(pair[1]), pair[1].from_age or 0))
    for code, age in by_span:
        if not any(_overlap(age, other) for other in kept.values()):
            kept[code] = age
    in_order = sorted(kept, key=lambda code: kept[code].from_age or 0)
    return in_order + [code for code, group in groups.items() if group is None]


def inside(code: str, codes: Iterable[str]) -> list[str]:
    """Those of `codes` whose ages all lie within those of `code`, itself excepted."""
    known = dimensions()["age"]
    wide = known.category(code)
    if wide is None:
        return []
    start, end = wide.from_age or 0, wide.below_age or _NOBODY
    found = []
    for each in codes:
        age = known.category(each)
        if age is None or each == code:
            continue
        if start <= (age.from_age or 0) and (age.below_age or _NOBODY) <= end:
            found.append(each)
    return found


def covers(codes: Iterable[str], start: int, end: int | None) -> bool:
    """Whether the groups, which do not overlap, run from `start` to `end` without a hole.

    `end` is exclusive; None asks for an open last group.
    """
    known = dimensions()["age"]
    ages = [known.category(code) for code in codes]
    if not ages or any(age is None for age in ages):
        return False
    bounds = sorted((age.from_age or 0, age.below_age or _NOBODY) for age in ages if age)
    if bounds[0][0] != start or bounds[-1][1] != (end or _NOBODY):
        return False
    return all(before[1] == after[0] for before, after in pairwise(bounds))


def _span(age: Category) -> int:
    return (age.below_age or _NOBODY) - (age.from_age or 0)


def _overlap(one: Category, other: Category) -> bool:
    start, end = one.from_age or 0, one.below_age or _NOBODY
    return start < (other.below_age or _NOBODY) and (other.from_age or 0) < end
