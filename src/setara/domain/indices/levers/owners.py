"""Who shares in the change of an index: measures, or both sexes of one where there are many."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from setara.domain.indices.computing import Result
from setara.domain.indices.definition import Measure
from setara.domain.indices.levers.dimensions import by_dimension
from setara.domain.indices.levers.natural import component_of
from setara.domain.indices.levers.shares import partner
from setara.domain.indices.levers.sharing import runs
from setara.domain.language.text import Text, listed

Parts = list[tuple[Text, list[Measure]]]


@dataclass(frozen=True, slots=True)
class Owner:
    """Measures that change together; one alone most of the time."""

    label: Text
    measures: tuple[str, ...]
    has_changed: bool

    @property
    def name(self) -> str:
        """What it is called among the others."""
        return "+".join(self.measures)


@dataclass(frozen=True, slots=True)
class Group:
    """The owners of one dimension."""

    dimension: Text
    owners: tuple[Owner, ...]

    @property
    def names(self) -> list[str]:
        """What takes part; what did not change has no share and costs nothing."""
        return [owner.name for owner in self.owners if owner.has_changed]


def grouped(before: Result, after: Result, most_runs: int) -> list[Group] | None:
    """Measures by dimension, in the finest division that `most_runs` allow; None where none does.

    Both results have figures for the same measures.
    """
    dimensions = by_dimension(after)
    for together in (_moving_together, _of_both_sexes, _of_a_dimension):
        groups = [
            Group(dimension, _owners(before, after, together(before, measures)))
            for dimension, measures in dimensions.items()
        ]
        if runs([group.names for group in groups]) <= most_runs:
            return groups
    return None


def _moving_together(result: Result, measures: list[Measure]) -> Parts:
    """Each measure alone, shares of one whole together."""
    names = {
        each.key: component_of(each.key)
        if partner(result.index, result.figures, each.key)
        else each.key
        for each in measures
    }
    return _named(measures, names)


def _of_both_sexes(result: Result, measures: list[Measure]) -> Parts:
    return _named(measures, {each.key: component_of(each.key) for each in measures})


def _of_a_dimension(result: Result, measures: list[Measure]) -> Parts:
    return [(_label(measures), measures)]


def _named(measures: list[Measure], names: Mapping[str, str]) -> Parts:
    found: dict[str, list[Measure]] = {}
    for measure in measures:
        found.setdefault(names[measure.key], []).append(measure)
    return [(_label(together), together) for together in found.values()]


def _label(together: list[Measure]) -> Text:
    first, *others = together
    return listed([first.name, *(each.name for each in others)])


def _owners(before: Result, after: Result, parts: Parts) -> tuple[Owner, ...]:
    return tuple(
        Owner(
            label,
            tuple(each.key for each in measures),
            any(before.figures[each.key] != after.figures[each.key] for each in measures),
        )
        for label, measures in parts
    )
