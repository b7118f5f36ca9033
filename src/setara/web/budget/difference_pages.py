"""What the page on the difference between two versions is given."""

from __future__ import annotations

from dataclasses import dataclass

from setara.domain.budget.activity import ActivityLevel
from setara.domain.budget.differences import Change, KindTotal
from setara.domain.language.text import Text
from setara.usecases.budget.queries import VersionAnswer
from setara.usecases.budget.version_differences import (
    DifferencesAnswer,
    DifferingLine,
    NamedLevel,
)

A_PAGE = 100


@dataclass(frozen=True, slots=True)
class KindChoice:
    """A kind of change with its extent, and the address that shows its lines."""

    total: KindTotal
    query: str
    is_here: bool


@dataclass(frozen=True, slots=True)
class LevelChoice:
    """A level of the nomenclature, and the address that sums up to it."""

    level: ActivityLevel
    query: str
    is_here: bool


@dataclass(frozen=True, slots=True)
class Leaf:
    """Where a page stands in a long list; an address is empty where there is no such page."""

    first: int
    last: int
    count: int
    earlier: str
    later: str


@dataclass(frozen=True, slots=True)
class DifferencePage:
    """Two versions side by side; without an answer only the choice of the two."""

    title: Text
    versions: tuple[VersionAnswer, ...]
    answer: DifferencesAnswer | None = None
    kinds: tuple[KindChoice, ...] = ()
    levels: tuple[LevelChoice, ...] = ()
    level_rows: tuple[NamedLevel, ...] = ()
    level_leaf: Leaf | None = None
    lines: tuple[DifferingLine, ...] = ()
    leaf: Leaf | None = None
    change: Change | None = None
    agency: str = ""
    level: ActivityLevel = ActivityLevel.PROGRAM
