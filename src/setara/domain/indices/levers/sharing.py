"""A change shared out among what changed, so that the shares sum to it exactly.

Each share is the average of what its owner's change does over every order in which the owners
could have changed, those of one group one after another (Shapley 1953; with groups Owen 1977).
Without groups these are the effects of Das Gupta (1993); with them the shares of a group sum to
what the group as a whole gets. Rational numbers, so nothing is left over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from itertools import combinations
from math import factorial
from typing import TypeVar

T = TypeVar("T")
Owner = str
Value = Callable[[frozenset[Owner]], Fraction]


def runs(groups: Sequence[Sequence[Owner]]) -> int:
    """How many different sets of owners `shared_out` will ask the value of."""
    whole = 1 << len(groups)
    return whole + sum(whole // 2 * ((1 << len(group)) - 2) for group in groups)


def shared_out(groups: Sequence[Sequence[Owner]], value: Value) -> dict[Owner, Fraction]:
    """The share of each owner in the value of all minus the value of none.

    `value` is what a set of owners that have changed comes to, the others being as before. Cost:
    `runs(groups)` values.
    """
    known: dict[frozenset[Owner], Fraction] = {}

    def valued(owners: frozenset[Owner]) -> Fraction:
        if owners not in known:
            known[owners] = value(owners)
        return known[owners]

    return {
        owner: _share(owner, list(group), [other for other in groups if other is not group], valued)
        for group in groups
        for owner in group
    }


def _share(
    owner: Owner, group: list[Owner], others: list[Sequence[Owner]], valued: Value
) -> Fraction:
    rest = [each for each in group if each != owner]
    share = Fraction(0)
    for weight, groups in _subsets(others):
        before = frozenset(each for other in groups for each in other)
        for inner, beside in _subsets(rest):
            changed = before | frozenset(beside)
            share += weight * inner * (valued(changed | {owner}) - valued(changed))
    return share


def _subsets(items: Sequence[T]) -> Iterator[tuple[Fraction, tuple[T, ...]]]:
    """Every subset that may have changed already, with the part of all orders in which it has."""
    count = len(items)
    for size in range(count + 1):
        weight = Fraction(factorial(size) * factorial(count - size), factorial(count + 1))
        for subset in combinations(items, size):
            yield weight, subset
