"""Which changes are aims: those that take nothing from anybody, women's figures first."""

from __future__ import annotations

from collections.abc import Sequence

from setara.domain.indices.levers.readings import NO_LEVERS
from setara.domain.indices.levers.smallest import SmallestChange

BURDENS = frozenset({"mtf", "mhpk20", "maternal_mortality_ratio", "adolescent_birth_rate"})
"""What is better the lower it is."""


def is_aim(found: SmallestChange) -> bool:
    """Whether a change, or the way to the best one measure can do, worsens nobody's figure."""
    if found.measure.key in NO_LEVERS:
        return False
    end = found.published
    if end is None:
        end = found.best.figure if found.best else found.figure
    rise = end - found.figure
    return rise <= 0 if found.measure.key in BURDENS else rise >= 0


def women_first(changes: Sequence[SmallestChange]) -> tuple[SmallestChange, ...]:
    """The changes of women's figures, then those of neither sex alone, then those of men."""
    return tuple(sorted(changes, key=_turn))


def _turn(found: SmallestChange) -> int:
    key = found.measure.key
    return 0 if key.endswith("_female") else 2 if key.endswith("_male") else 1
