"""A look is asked for by reasons that can be read; nothing is tagged by them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from setara.domain.budget.activity import ActivityLevel, BadActivityCode, activity_code
from setara.domain.budget.screening.lists import ScreeningLists, WordGroup, screening_lists
from setara.domain.language.text import Text

WORTH_A_LOOK = 3
"""From this many points on; a field with known gaps gives two, an open gap of it two more."""
FIELD_POINTS = 2
DISPARITY_POINTS = 2
PEOPLE_POINTS = 2
SUPPORT_PROGRAM = "01"
"""The programme every agency has for its own upkeep (penunjang urusan)."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sub-activity as a budget and the nomenclature know it; `unit` is what its output counts."""

    code: str
    name: str
    indicator: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class ScreeningReason:
    """One reason with its weight; `rule` is its stable name, `topic` the group of its words."""

    rule: str
    text: Text
    points: int
    topic: str = ""


@dataclass(frozen=True, slots=True)
class Screened:
    """The reasons found for one sub-activity, the heaviest first."""

    candidate: Candidate
    reasons: tuple[ScreeningReason, ...] = field(default=())

    @property
    def points(self) -> int:
        """All reasons together."""
        return sum(reason.points for reason in self.reasons)

    @property
    def is_worth_a_look(self) -> bool:
        """Whether somebody should ask whom the money reaches."""
        return self.points >= WORTH_A_LOOK


def screened(candidate: Candidate, disparities: Mapping[str, Text]) -> Screened:
    """The reasons for a look; `disparities` names an open gap by the code of its field.

    An agency's own upkeep is screened by words alone: salaries of a health office are no health
    service. Raises BadActivityCode for a code that is none.
    """
    lists = screening_lists()
    code = activity_code(candidate.code)
    program = code.above(ActivityLevel.PROGRAM)
    reasons = list(_by_words(candidate, lists))
    if program.rpartition(".")[2] != SUPPORT_PROGRAM:
        field_code = code.above(ActivityLevel.AFFAIR_FIELD)
        reasons += _by_field(field_code, lists, disparities)
        reasons += _by_people(candidate)
    reasons.sort(key=lambda reason: -reason.points)
    return Screened(candidate, tuple(reasons))


def screened_if_known(candidate: Candidate, disparities: Mapping[str, Text]) -> Screened:
    """The same, without a reason for a code of another nomenclature (books before 2021)."""
    try:
        return screened(candidate, disparities)
    except BadActivityCode:
        return Screened(candidate)


def _by_words(candidate: Candidate, lists: ScreeningLists) -> Iterator[ScreeningReason]:
    plain = _plain(f"{candidate.name} {candidate.indicator}")
    for group in lists.groups:
        found = _pattern(group.exceptions).sub(" ", plain) if group.exceptions else plain
        words = dict.fromkeys(_pattern(group.words).findall(found))
        if words:
            text = _WORDS.filled(what=group.name, words=", ".join(words))
            yield ScreeningReason("SCR-01", text, _points(group, found), group.key)


def _points(group: WordGroup, plain: str) -> int:
    # Building a classroom serves children through a wall; the look is worth less.
    return max(1, group.points - 2) if _BUILDING.search(plain) else group.points


def _by_field(
    code: str, lists: ScreeningLists, disparities: Mapping[str, Text]
) -> Iterator[ScreeningReason]:
    if code in lists.fields:
        yield ScreeningReason("SCR-02", lists.fields[code], FIELD_POINTS)
    if code in disparities:
        text = _OPEN_DISPARITY.filled(disparity=disparities[code])
        yield ScreeningReason("SCR-04", text, DISPARITY_POINTS)


def _by_people(candidate: Candidate) -> Iterator[ScreeningReason]:
    if _plain(candidate.unit).strip() in _PEOPLE:
        text = _COUNTS_PEOPLE.filled(unit=candidate.unit)
        yield ScreeningReason("SCR-03", text, PEOPLE_POINTS)


_PEOPLE = frozenset({"orang", "peserta", "keluarga", "rumah tangga", "siswa", "kk", "jiwa", "anak"})
_BUILDING = re.compile(
    r"\b(pembangunan|rehabilitasi|pemeliharaan|pengadaan|gedung|bangunan|utilitas)\b"
)
_NOT_LETTERS = re.compile(r"[^a-z0-9]+")


def _plain(text: str) -> str:
    return f" {_NOT_LETTERS.sub(' ', text.casefold())} "


@lru_cache(maxsize=64)
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=len, reverse=True)
    return re.compile(r"\b(" + "|".join(map(re.escape, longest_first)) + r")\b")


_WORDS = Text("{what} ({words})", "{what} ({words})")
_OPEN_DISPARITY = Text(
    "ada kesenjangan terbuka di bidang ini: {disparity}",
    "there is an open gap in this field: {disparity}",
)
_COUNTS_PEOPLE = Text(
    "keluarannya menghitung orang (satuan: {unit}), jadi dapat dipilah",
    "its output counts people (unit: {unit}), so it can be counted by sex",
)
