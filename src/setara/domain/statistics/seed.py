"""The seed of the register of data by sex, read from its file and judged entry by entry."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources.abc import Traversable

from setara.domain.language.text import Text
from setara.domain.law.source import (
    STRICT,
    GatheringJudge,
    Judge,
    MalformedLaw,
    Table,
    names,
    needed,
    only,
    parsed,
)
from setara.domain.statistics.dimension import DATA
from setara.domain.statistics.element import Element, Measure
from setara.domain.statistics.seed_card import seed_card
from setara.domain.statistics.seed_facts import chosen, element_of, words

FILE = DATA / "elements.toml"
_TEXTS = frozenset({"concept", "definition", "formula", "variables", "source", "interpretation"})
_FACTS = frozenset({"code", "name", "unit", "measure", "polarity", "who", "dims", "base", "ages"})
_MORE = frozenset({"by_subdistrict", "affair", "producers", "frequency", "method", "collection"})
_KEYS = _TEXTS | _FACTS | _MORE | {"confidentiality", "range", "only_sex"}
_PARTS = frozenset({"groups", "affairs", "methods", "producers", "element"})


@dataclass(frozen=True, slots=True)
class Producer:
    """Who is asked for figures; `short_names` are those under which an agency surely is it.

    A producer without short names is no agency of the government.
    """

    key: str
    name: Text
    short_names: frozenset[str]


@dataclass(frozen=True, slots=True)
class SeedElement:
    """An element of the seed with the producers the list names for it."""

    element: Element
    producers: tuple[Producer, ...]


@dataclass(frozen=True, slots=True)
class Seed:
    """The elements by code, and the names of their groups by the letters codes begin with."""

    groups: Mapping[str, Text]
    elements: Mapping[str, SeedElement]


@cache
def seed() -> Seed:
    """The shipped seed: 101 codes composed by a researcher, to be reconciled; not official."""
    return read_seed(FILE)


def faults(file: Traversable = FILE) -> tuple[str, ...]:
    """One line for each entry that cannot be; none where all can."""
    judge = GatheringJudge()
    read_seed(file, judge)
    return tuple(dict.fromkeys(map(str, judge.found)))


def list_code(code: str) -> str:
    """The code of the list an element belongs to: `KP03` for `KP03-WAJIB`."""
    return code.partition("-")[0]


def group_of(code: str) -> str | None:
    """The letters of the group an element code belongs to, or None for one of another register."""
    letters = code[:2]
    return letters if letters in seed().groups and code[2:3].isdigit() else None


def read_seed(file: Traversable, judge: Judge = STRICT) -> Seed:
    """The seed in `file`. Raises MalformedLaw naming the entry and the key that cannot be."""
    table = parsed(file.name, file)
    only(file.name, table, _PARTS)
    producers = {
        key: _producer(key, entry)
        for key, entry in needed(file.name, table, "producers", dict).items()
    }
    found: dict[str, SeedElement] = {}
    for entry in needed(file.name, table, "element", list):
        with judge.entry():
            one = _entry(entry, table, producers)
            if one.element.code in found:
                raise MalformedLaw(one.element.code, "stands there twice")
            found[one.element.code] = one
    for code, each in found.items():
        with judge.entry():
            _check_base(code, each.element, found)
    groups = needed(file.name, table, "groups", dict)
    return Seed({key: Text(*pair) for key, pair in groups.items()}, found)


def _producer(key: str, entry: Table) -> Producer:
    where = f"producers: {key}"
    only(where, entry, frozenset({"name", "agency"}))
    return Producer(key, words(where, entry, "name"), frozenset(names(where, entry, "agency")))


def _entry(entry: Table, table: Table, known: Mapping[str, Producer]) -> SeedElement:
    where = str(entry.get("code", "an element without code"))
    only(where, entry, _KEYS)
    code = needed(where, entry, "code", str)
    if code[:2] not in table["groups"]:
        raise MalformedLaw(where, f"belongs to no group: {code[:2]}")
    producers = tuple(
        chosen(where, "producers", key, known) for key in needed(where, entry, "producers", list)
    )
    element = element_of(where, entry)
    card = seed_card(
        element,
        {key: words(where, entry, key) for key in ("concept", "definition", "source")},
        {key: words(where, entry, key) for key in ("formula", "variables") if key in entry},
        affair=Text(*chosen(where, "affair", entry.get("affair"), table["affairs"])),
        method=Text(*chosen(where, "method", entry.get("method"), table["methods"])),
        producers=tuple(producer.name for producer in producers),
        interpretation=words(where, entry, "interpretation"),
    )
    if element.measure is Measure.RATE and not card.formula.id:
        raise MalformedLaw(where, "a rate needs its “formula”")
    return SeedElement(replace(element, card=card), producers)


def _check_base(code: str, element: Element, known: Mapping[str, SeedElement]) -> None:
    """A base is another count of the seed, and no base leads back to where it began."""
    line, at = [code], element.population_base
    while at:
        if at in line or at not in known:
            raise MalformedLaw(code, f"“base” cannot be {at}")
        if known[at].element.measure is not Measure.COUNT or element.measure is not Measure.COUNT:
            raise MalformedLaw(code, "“base” is for counts")
        line.append(at)
        at = known[at].element.population_base
