"""What the columns of an answer are called, wherever an index is computed over a table."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain, count

from setara.domain.indices.definition import Index
from setara.domain.indices.worksheet import StepName

FACTS = ("method", "reason", "doubts")
"""What stands behind the name of the index in the columns that are no numbers."""


def steps_before(index: Index) -> tuple[StepName, ...]:
    """The named values on the way to the index, without itself."""
    return tuple(step for step in index.steps if step.key != index.key)


def names_of(index: Index) -> tuple[str, ...]:
    """What the columns of an index are called where nothing else is, in their order."""
    key = index.key
    steps = (step.key for step in steps_before(index))
    return (key, f"{key}_unrounded", *steps, *(f"{key}_{fact}" for fact in FACTS))


def free(name: str, taken: Iterable[str]) -> str:
    """`name`, or what is not taken yet of `name_computed`, `name_computed_2`, …"""
    known = set(taken)
    tries = chain((name, f"{name}_computed"), (f"{name}_computed_{n}" for n in count(2)))
    return next(each for each in tries if each not in known)
