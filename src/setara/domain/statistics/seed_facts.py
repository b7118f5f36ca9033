"""The facts of one entry of the seed: each value is checked where it is read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Text
from setara.domain.law.source import MalformedLaw, Table, names, needed, optional
from setara.domain.statistics.card import Collection, Frequency
from setara.domain.statistics.dimension import dimensions
from setara.domain.statistics.element import (
    Confidentiality,
    Element,
    Measure,
    Polarity,
    PopulationType,
    Range,
)

_PEOPLE = Text("orang", "people")
_MOST_AGES = 2
_RANGES = {
    Measure.COUNT: Range(Decimal(0)),
    Measure.RATE: Range(Decimal(0), Decimal(100)),
    Measure.VALUE: Range(Decimal(0)),
}

E = TypeVar("E", bound=StrEnum)
V = TypeVar("V")


def element_of(where: str, entry: Table) -> Element:
    """The element of an entry, without its card. Raises MalformedLaw for what cannot be."""
    measure = _member(where, entry, "measure", Measure, Measure.COUNT)
    from_age, below_age = _ages(where, entry)
    dims = names(where, entry, "dims")
    for dimension in dims:
        chosen(where, "dims", dimension, dimensions())
    only_sex = optional(where, entry, "only_sex", str)
    return Element(
        code=needed(where, entry, "code", str),
        name=words(where, entry, "name"),
        unit=words(where, entry, "unit") if "unit" in entry else _PEOPLE,
        polarity=_member(where, entry, "polarity", Polarity, Polarity.NEITHER),
        measure=measure,
        population_type=_member(where, entry, "who", PopulationType, PopulationType.POPULATION),
        confidentiality=_member(
            where, entry, "confidentiality", Confidentiality, Confidentiality.OPEN
        ),
        frequency=_member(where, entry, "frequency", Frequency, Frequency.YEARLY),
        collection=_member(where, entry, "collection", Collection, Collection.REGISTER),
        dimensions=dims,
        by_subdistrict=bool(optional(where, entry, "by_subdistrict", bool)),
        range=_range(where, entry, measure),
        population_base=optional(where, entry, "base", str) or "",
        from_age=from_age,
        below_age=below_age,
        only_sex=None if only_sex is None else _known_member(where, "only_sex", Sex, only_sex),
        is_reconciled=False,
    )


def words(where: str, entry: Table, key: str) -> Text:
    """A list of Indonesian and English. Raises MalformedLaw where one is missing."""
    found = needed(where, entry, key, list)
    if len(found) != 2 or not all(isinstance(word, str) and word.strip() for word in found):  # noqa: PLR2004 -- two languages
        raise MalformedLaw(where, f"“{key}” must be Indonesian and English")
    return Text(*found)


def chosen(where: str, key: str, name: object, known: Mapping[str, V]) -> V:
    """The entry `name` of another part of the file. Raises MalformedLaw where there is none."""
    if not isinstance(name, str) or name not in known:
        raise MalformedLaw(where, f"“{key}” names what is not there: {name}")
    return known[name]


def _member(where: str, entry: Table, key: str, kind: Callable[[str], E], usual: E) -> E:
    value = optional(where, entry, key, str)
    return usual if value is None else _known_member(where, key, kind, value)


def _known_member(where: str, key: str, kind: Callable[[str], E], value: str) -> E:
    try:
        return kind(value)
    except ValueError as error:
        raise MalformedLaw(where, f"“{key}” cannot be {value}") from error


def _ages(where: str, entry: Table) -> tuple[int | None, int | None]:
    ages = optional(where, entry, "ages", list) or []
    ordered = ages == sorted(set(ages)) and len(ages) <= _MOST_AGES
    if not ordered or not all(isinstance(age, int) and age >= 0 for age in ages):
        raise MalformedLaw(where, f"“ages” must be a first age and one above the last: {ages}")
    first, beyond = (*ages, None, None)[:2]
    return first, beyond


def _range(where: str, entry: Table, measure: Measure) -> Range:
    ends = optional(where, entry, "range", list)
    if ends is None:
        return _RANGES[measure]
    if len(ends) != 2 or not ends[0] < ends[1]:  # noqa: PLR2004 -- both ends
        raise MalformedLaw(where, f"“range” must go from the least to the most: {ends}")
    return Range(Decimal(ends[0]), Decimal(ends[1]))
