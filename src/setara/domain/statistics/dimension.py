"""Dimensions a figure may be broken down by beside sex and place, and one cell of such a table."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from setara.domain.language.text import Language, Text, same

DATA = files("setara.domain.statistics") / "data"

_CODE = re.compile(r"[a-z0-9+][a-z0-9+_-]*")


class BadBreakdown(ValueError):
    """A key or a category that cannot be; `reason` says which."""

    def __init__(self, reason: Text) -> None:
        self.reason = reason
        super().__init__(reason.say(Language.ENGLISH))


@dataclass(frozen=True, slots=True)
class Category:
    """One value of a dimension; `from_age` and `below_age` (exclusive) bound an age group."""

    code: str
    name: Text
    from_age: int | None = None
    below_age: int | None = None


@dataclass(frozen=True, slots=True)
class Dimension:
    """A way to break figures down; an open one takes the government's own categories too."""

    code: str
    name: Text
    is_open: bool
    categories: tuple[Category, ...]

    def category(self, code: str) -> Category | None:
        """The shipped category of that code, or None."""
        return next((each for each in self.categories if each.code == code), None)


@dataclass(frozen=True, slots=True, order=True)
class Breakdown:
    """Categories by dimension, sorted by dimension; empty where a figure is about everybody.

    Sex and place are no part of it: each figure has them anyway.
    """

    parts: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, categories: Mapping[str, str]) -> Breakdown:
        """From category codes by dimension code. Raises BadBreakdown for a malformed code."""
        for code in (*categories, *categories.values()):
            if not _CODE.fullmatch(code):
                raise BadBreakdown(BAD_CODE.filled(code=code))
        return cls(tuple(sorted(categories.items())))

    @classmethod
    def parsed(cls, key: str) -> Breakdown:
        """From its key. Raises BadBreakdown."""
        if not key:
            return EVERYBODY
        pairs = [part.partition("=")[::2] for part in key.split(";")]
        if len({dimension for dimension, _ in pairs}) != len(pairs):
            raise BadBreakdown(BAD_CODE.filled(code=key))
        return cls.of(dict(pairs))

    @property
    def key(self) -> str:
        """As it is stored: `age=15-19;disability=physical`; empty for everybody."""
        return ";".join(f"{dimension}={category}" for dimension, category in self.parts)

    @property
    def dimensions(self) -> tuple[str, ...]:
        """The codes of its dimensions, sorted."""
        return tuple(dimension for dimension, _ in self.parts)

    def category_of(self, dimension: str) -> str | None:
        """The category code in that dimension, or None."""
        return dict(self.parts).get(dimension)

    def without(self, dimension: str) -> Breakdown:
        """The cell this one is a part of, where that dimension is added up."""
        return Breakdown(tuple(part for part in self.parts if part[0] != dimension))

    def __bool__(self) -> bool:
        return bool(self.parts)


EVERYBODY = Breakdown()
BAD_CODE = Text(
    "Kode rincian “{code}” tidak sah: pakai huruf kecil, angka, tanda hubung, atau tanda plus.",
    "The breakdown code “{code}” is not valid: use lower case letters, digits, hyphen or plus.",
)


@cache
def dimensions() -> Mapping[str, Dimension]:
    """The shipped dimensions by code.

    Disability classes are those of BPS; the other lists are ours, to be reconciled with SIGA.
    """
    read = tomllib.loads((DATA / "dimensions.toml").read_text("utf-8"))
    return {
        code: Dimension(
            code=code,
            name=Text(*entry["name"]),
            is_open=entry.get("open", False),
            categories=tuple(_category(each) for each in entry.get("categories", ())),
        )
        for code, entry in read.items()
    }


def _category(entry: Mapping[str, object]) -> Category:
    names = entry["name"]
    if not isinstance(names, list):
        message = f"a category needs a name in two languages: {entry}"
        raise TypeError(message)
    ages = [entry.get(key) for key in ("from_age", "below_age")]
    start, end = (age if isinstance(age, int) else None for age in ages)
    return Category(str(entry["code"]), Text(*names), start, end)


def said_breakdown(breakdown: Breakdown, others: Mapping[tuple[str, str], Text]) -> Text:
    """The categories in words, a comma between them; `others` names a government's own."""
    names = [_named(dimension, category, others) for dimension, category in breakdown.parts]
    return Text(", ".join(name.id for name in names), ", ".join(name.en for name in names))


def _named(dimension: str, category: str, others: Mapping[tuple[str, str], Text]) -> Text:
    shipped = dimensions().get(dimension)
    found = shipped.category(category) if shipped else None
    if found is not None:
        return found.name
    return others.get((dimension, category), Text(category, category))


def said_dimensions(codes: Iterable[str]) -> Text:
    """The names of dimensions at once: `kelompok umur × ragam disabilitas`."""
    names = [dimensions()[code].name if code in dimensions() else same(code) for code in codes]
    return Text(" × ".join(name.id for name in names), " × ".join(name.en for name in names))
