"""Age groups in the spellings of received tables."""

from __future__ import annotations

import re
from dataclasses import dataclass

from setara.domain.statistics.dimension import Category, dimensions

_YEARS = r"(?:\s*(?:tahun|thn|th|years?|yrs?))?\.?"
_DASH = r"\s*(?:-|–|—|−|s/d|sd|s\.d\.?|sampai(?: dengan)?|hingga|to)\s*"
_BETWEEN = re.compile(rf"(?:umur|usia)?\s*(\d{{1,3}}){_YEARS}{_DASH}(\d{{1,3}}){_YEARS}")
_FROM = re.compile(
    rf"(?:umur|usia)?\s*(?:(\d{{1,3}}){_YEARS}\s*(?:\+|ke ?atas|dan lebih|and over|over|and above)"
    rf"{_YEARS}|(?:>=|≥|>|lebih dari)\s*(\d{{1,3}}){_YEARS})"
)
_BELOW = re.compile(
    rf"(?:umur|usia)?\s*(?:<|kurang dari|di ?bawah|under|below)\s*(\d{{1,3}}){_YEARS}"
)
_ONE = re.compile(r"(?:umur|usia)?\s*(\d{1,3})\s*(?:tahun|thn|th|years?)\.?")
_OLDEST = 130


@dataclass(frozen=True, slots=True)
class AgeGroup:
    """Ages in whole years from `start` to below `below`, None where there is no upper end."""

    start: int
    below: int | None

    @property
    def code(self) -> str:
        """`0-4`, `75+`, `17` for one year of age."""
        if self.below is None:
            return f"{self.start}+"
        last = self.below - 1
        return str(self.start) if last == self.start else f"{self.start}-{last}"

    @property
    def category(self) -> Category | None:
        """The shipped category of the same ages, or None."""
        shipped = dimensions()["age"].categories
        return next(
            (
                each
                for each in shipped
                if (each.from_age or 0) == self.start and each.below_age == self.below
            ),
            None,
        )


def age_group(said: object) -> AgeGroup | None:
    """The ages of `0-4`, `0 – 4 tahun`, `65+`, `75 ke atas`, `< 5`, `17 tahun`; else None."""
    text = " ".join(str(said).lower().split()) if isinstance(said, str) else ""
    if not text[:1].isdigit() and not text.startswith(_BEGINNINGS):
        return None
    if found := _BETWEEN.fullmatch(text):
        return _group(int(found[1]), int(found[2]) + 1)
    if found := _FROM.fullmatch(text):
        is_above = found[2] is not None and not _has_equal(text)
        return _group(int(found[1] or found[2]) + is_above, None)
    if found := _BELOW.fullmatch(text):
        return _group(0, int(found[1]))
    if found := _ONE.fullmatch(text):
        return _group(int(found[1]), int(found[1]) + 1)
    return None


_BEGINNINGS = ("umur", "usia", "<", ">", "≥", "kurang", "lebih", "di", "under", "below")


def _has_equal(text: str) -> bool:
    return ">=" in text or "≥" in text


def _group(start: int, below: int | None) -> AgeGroup | None:
    if start > _OLDEST or (below is not None and not start < below <= _OLDEST):
        return None
    return AgeGroup(start, below)
