"""What a column of a BPS table measures, told from its heading: the measures are data."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Text, same
from setara.domain.law.source import MalformedLaw, Table, names, needed, only, optional, parsed
from setara.domain.statistics.understanding.wording import folded

DATA = files("setara.domain.indices.bps") / "data"


class Vintage(StrEnum):
    """Which life expectancy a figure rests on; figures of two vintages never form a series."""

    OLD = "old"
    LONG_FORM = "lf"

    @property
    def label(self) -> Text:
        """In both languages."""
        return VINTAGE_LABELS[self]


VINTAGE_LABELS = {
    Vintage.OLD: Text("seri lama", "old series"),
    Vintage.LONG_FORM: Text("UHH hasil Long Form SP2020", "life expectancy of the 2020 long form"),
}
_KEYS = frozenset(
    {"key", "label", "unit", "headings", "by_sex", "by_sex_lf", "whole", "whole_lf", "only_sex"}
    | {"least", "most", "zero", "is_percent", "scales", "percent_scale"}
)
_PARTS = frozenset({"sources", "not_figures", "nothing", "two_series_from", "measure"})
_BRACKETED = re.compile(r"(?<=\S)\s*\([^)]*\)")
_SUFFIX = {Sex.FEMALE: "_female", Sex.MALE: "_male", None: ""}


@dataclass(frozen=True, slots=True)
class Family:
    """One quantity with its headings, as `life_expectancy`; its measures are those of a sex each.

    `elements` are register codes by whether the figure is of a sex, and by vintage. `scales` are
    factors by which a table in another unit is multiplied; `percent_scale` that for per cents.
    """

    key: str
    label: Text
    unit: Text
    headings: tuple[str, ...]
    elements: Mapping[tuple[bool, Vintage], str]
    least: Decimal
    most: Decimal
    can_be_zero: bool = False
    is_percent: bool = False
    only_sex: Sex | None = None
    scales: tuple[Decimal, ...] = ()
    percent_scale: Decimal | None = None

    @property
    def has_vintages(self) -> bool:
        """Whether the figure rests on life expectancy, so that its vintage has to be known."""
        return any(vintage is Vintage.LONG_FORM for _, vintage in self.elements)

    def holds(self, value: Decimal) -> bool:
        """Whether the figure can be, in the family's unit."""
        return self.least <= value <= self.most


@dataclass(frozen=True, slots=True)
class IndexMeasure:
    """What a figure is: a family, the sex it is of (None for everybody), and its vintage."""

    family: Family
    sex: Sex | None
    vintage: Vintage = Vintage.OLD

    @property
    def key(self) -> str:
        """`life_expectancy_female`, `ipg`; the same for both vintages."""
        return f"{self.family.key}{_SUFFIX[self.sex]}"

    @property
    def element_code(self) -> str:
        """The element of the register that keeps it."""
        return self.family.elements[(self.sex is not None, self.vintage)]

    @property
    def kept_sex(self) -> Sex:
        """The sex it is kept under; a figure of everybody stands under women."""
        return self.sex or Sex.FEMALE

    @property
    def label(self) -> Text:
        """With the sex, and the vintage where it is not the old one."""
        said = self.family.label
        if self.sex is not None:
            said = Text("{what} {sex}", "{what}, {sex}").filled(what=said, sex=self.sex.label)
        if self.vintage is Vintage.LONG_FORM:
            said = Text("{what} ({vintage})", "{what} ({vintage})").filled(
                what=said, vintage=self.vintage.label
            )
        return said


class NoSuchMeasure(LookupError):
    """A heading names a quantity but not whose figure it is."""


def measure_of(family: Family, sex: Sex | None, vintage: Vintage) -> IndexMeasure:
    """The measure of a family for a sex. Raises NoSuchMeasure where there is none for it."""
    kept = vintage if family.has_vintages else Vintage.OLD
    if family.only_sex is not None:
        if sex not in {None, family.only_sex}:
            raise NoSuchMeasure(family.key)
        sex = family.only_sex
    if (True, kept) not in family.elements:
        sex = None
    elif sex is None and (False, kept) not in family.elements:
        raise NoSuchMeasure(family.key)
    return IndexMeasure(family, sex, kept)


@dataclass(frozen=True, slots=True)
class Measures:
    """The families; words of columns that hold no figure; signs of nothing.

    From the year `two_series_from` on a table has to say which vintage its figures are of.
    """

    families: tuple[Family, ...]
    not_figures: frozenset[str]
    nothing: frozenset[str]
    two_series_from: int


@cache
def measures() -> Measures:
    """The shipped measures."""
    return read_measures(DATA / "measures.toml")


def families() -> tuple[Family, ...]:
    """The shipped families."""
    return measures().families


def read_measures(file: Traversable) -> Measures:
    """The measures in `file`. Raises MalformedLaw naming the entry that cannot be."""
    table = parsed(file.name, file)
    only(file.name, table, _PARTS)
    needed(file.name, table, "sources", list)
    return Measures(
        families=tuple(_family(entry) for entry in needed(file.name, table, "measure", list)),
        not_figures=frozenset(names(file.name, table, "not_figures")),
        nothing=frozenset(names(file.name, table, "nothing")),
        two_series_from=needed(file.name, table, "two_series_from", int),
    )


def _family(entry: Table) -> Family:
    where = f"measures: {entry.get('key', '?')}"
    only(where, entry, _KEYS)
    only_sex = optional(where, entry, "only_sex", str)
    headings = names(where, entry, "headings")
    if unfolded := [said for said in headings if folded(said) != said]:
        raise MalformedLaw(where, f"“{unfolded[0]}” is not folded")
    family = Family(
        key=needed(where, entry, "key", str),
        label=Text(*needed(where, entry, "label", list)),
        unit=Text(*needed(where, entry, "unit", list)),
        headings=headings,
        elements=_elements(entry),
        least=Decimal(entry["least"]),
        most=Decimal(entry["most"]),
        can_be_zero=bool(entry.get("zero")),
        is_percent=bool(entry.get("is_percent")),
        only_sex=None if only_sex is None else Sex(only_sex),
        scales=tuple(Decimal(scale) for scale in entry.get("scales", ())),
        percent_scale=entry.get("percent_scale"),
    )
    if not family.elements or not family.least < family.most:
        raise MalformedLaw(where, "needs an element, and a least figure below the most")
    return family


def _elements(entry: Table) -> dict[tuple[bool, Vintage], str]:
    named = {
        (True, Vintage.OLD): "by_sex",
        (True, Vintage.LONG_FORM): "by_sex_lf",
        (False, Vintage.OLD): "whole",
        (False, Vintage.LONG_FORM): "whole_lf",
    }
    return {key: entry[name] for key, name in named.items() if name in entry}


def every_measure() -> tuple[IndexMeasure, ...]:
    """All measures of all families, in both vintages where there are two."""
    found = [
        IndexMeasure(family, sex, vintage)
        for family in families()
        for (is_of_sex, vintage) in family.elements
        for sex in (_sexes(family) if is_of_sex else (None,))
    ]
    return tuple(found)


def _sexes(family: Family) -> tuple[Sex | None, ...]:
    return (Sex.FEMALE, Sex.MALE) if family.only_sex is None else (family.only_sex,)


def family_in(heading: str, known: tuple[Family, ...] | None = None) -> tuple[Family, ...]:
    """The families a heading names: the longest of their headings counts, several where tied.

    `IPG (UHH hasil Long Form SP2020)` is about IPG; what stands in brackets is its vintage.
    """
    bare = _BRACKETED.sub(lambda found: " " if vintage_in(found[0]) else found[0], heading)
    padded = f" {words_of(bare)} "
    found: dict[str, tuple[int, Family]] = {}
    for family in families() if known is None else known:
        longest = max((len(said) for said in family.headings if f" {said} " in padded), default=0)
        if longest:
            found[family.key] = (longest, family)
    most = max((longest for longest, _ in found.values()), default=0)
    return tuple(family for longest, family in found.values() if longest == most)


def words_of(said: object) -> str:
    """A heading folded, its underscores being blanks: `uhh_L` is `uhh l`."""
    return folded(str(said or "").replace("_", " "))


_FEMALE = frozenset({"perempuan", "wanita", "female", "women", "p", "pr"})
_MALE = frozenset({"laki", "pria", "male", "men", "lelaki", "l", "lk"})


def sex_in(heading: object) -> Sex | None:
    """The one sex a heading names; None for none or both."""
    words = set(words_of(heading).split())
    said = {sex for sex, known in ((Sex.FEMALE, _FEMALE), (Sex.MALE, _MALE)) if words & known}
    return said.pop() if len(said) == 1 else None


def vintage_in(said: object) -> Vintage | None:
    """The vintage that words name: `LF`, `Long Form`, `SP2020`; None where they name none."""
    words = f" {words_of(said)} "
    is_long_form = any(f" {each} " in words for each in ("lf", "long form", "longform"))
    return Vintage.LONG_FORM if is_long_form else None


def name_of(families_found: tuple[Family, ...]) -> Text:
    """Families named one after the other, where a heading could be any of them."""
    labels = [family.label for family in families_found]
    return labels[0] if len(labels) == 1 else _joined(labels)


def _joined(labels: list[Text]) -> Text:
    said = same("{first}, {rest}")
    rest = labels[1] if len(labels) == 2 else _joined(labels[1:])  # noqa: PLR2004 -- the last two
    return said.filled(first=labels[0], rest=rest)
