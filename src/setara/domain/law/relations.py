"""How regulations bear on one another, and what cannot be true of that."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from setara.domain.law.source import MalformedLaw

MUTUAL = {
    "amends": "amended_by",
    "amended_by": "amends",
    "replaces": "replaced_by",
    "replaced_by": "replaces",
}
"""Each relation with the one the other regulation must name in return."""


class Related(Protocol):
    """A regulation as far as its relations go: keys of other regulations."""

    @property
    def key(self) -> str:
        """Its own key."""

    @property
    def amends(self) -> tuple[str, ...]:
        """What it amends."""

    @property
    def amended_by(self) -> tuple[str, ...]:
        """What amends it."""

    @property
    def replaces(self) -> tuple[str, ...]:
        """What it stands in the place of."""

    @property
    def replaced_by(self) -> tuple[str, ...]:
        """What stands in its place."""


def check_relations(one: Related, register: Mapping[str, Related]) -> None:
    """Raises MalformedLaw where a relation is unknown, told from one side, or runs in a ring."""
    for relation, back in MUTUAL.items():
        for other in getattr(one, relation):
            if other not in register:
                raise MalformedLaw(one.key, f"{relation} an unknown regulation “{other}”")
            if one.key not in getattr(register[other], back):
                raise MalformedLaw(one.key, f"{relation} {other}, which does not say so")
    if one.key in _before(one, register):
        raise MalformedLaw(one.key, "amends or replaces, over others, itself")


def _before(one: Related, register: Mapping[str, Related]) -> frozenset[str]:
    """Every regulation that `one` amends or replaces, directly or over others."""
    found: set[str] = set()
    waiting = [*one.amends, *one.replaces]
    while waiting:
        key = waiting.pop()
        if key not in found and key in register:
            found.add(key)
            waiting += [*register[key].amends, *register[key].replaces]
    return frozenset(found)
