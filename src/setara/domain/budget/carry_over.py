"""From one nomenclature to the next: which new code a sub-activity of last year has now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from setara.domain.budget.activity import ActivityLevel, above
from setara.domain.language.text import Text

LIKELY = 0.75
"""Names at least this similar are proposed; found on the renamed codes of 2021 and 2023-2025."""
MOST_PROPOSALS = 3


class Match(StrEnum):
    """How sure a new code is; only `EXACT` goes on without a human's yes."""

    EXACT = "exact"
    OTHER_AGENCY = "other_agency"
    SAME_NAME = "same_name"
    SAME_CODE = "same_code"
    SIMILAR = "similar"
    NONE = "none"

    @property
    def label(self) -> Text:
        """In both languages."""
        return LABELS[self]


LABELS = {
    Match.EXACT: Text("kode dan nama sama", "same code and name"),
    Match.OTHER_AGENCY: Text(
        "kode dan nama sama, perangkat daerah lain", "same code and name, another agency"
    ),
    Match.SAME_NAME: Text("nama sama, kode lain", "same name, another code"),
    Match.SAME_CODE: Text("kode sama, nama lain", "same code, another name"),
    Match.SIMILAR: Text("nama mirip", "a similar name"),
    Match.NONE: Text("tidak ada padanannya", "no counterpart"),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A sub-activity of one version of the nomenclature."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """A possible successor with the likeness of its name, 0 to 1."""

    entry: Entry
    likeness: float


@dataclass(frozen=True, slots=True)
class CarryOver:
    """What becomes of one entry; the likeliest successor first."""

    old: Entry
    match: Match
    proposals: tuple[Proposal, ...]

    @property
    def needs_a_yes(self) -> bool:
        """Whether a person has to say which successor is right."""
        return self.match is not Match.EXACT


def carried_over(old: Sequence[Entry], new: Sequence[Entry]) -> tuple[CarryOver, ...]:
    """For each old entry its successor or what may be it, in the order given.

    The same code with another name is not exact: codes were reused for other work. Codes that
    differ only in the width of their last part (`.01` and `.0001`) are the same. Cost: names are
    compared within one bidang first, and elsewhere only where nothing likely is found there.
    """
    by_code = {code_key(each.code): each for each in new}
    by_name: dict[str, list[Entry]] = defaultdict(list)
    by_field: dict[str, list[Entry]] = defaultdict(list)
    for each in new:
        by_name[name_key(each.name)].append(each)
        by_field[_field(each.code)].append(each)
    return tuple(_one(each, by_code, by_name, by_field) for each in old)


def _one(
    old: Entry,
    by_code: Mapping[str, Entry],
    by_name: Mapping[str, list[Entry]],
    by_field: Mapping[str, list[Entry]],
) -> CarryOver:
    same = by_code.get(code_key(old.code))
    if same is not None and name_key(same.name) == name_key(old.name):
        return CarryOver(old, Match.EXACT, (Proposal(same, 1.0),))
    namesakes = by_name.get(name_key(old.name), [])
    if namesakes:
        ordered = sorted(namesakes, key=lambda each: _field(each.code) != _field(old.code))
        found = tuple(Proposal(each, 1.0) for each in ordered[:MOST_PROPOSALS])
        return CarryOver(old, Match.SAME_NAME, found)
    likely = _likely(old, by_field.get(_field(old.code), []))
    return CarryOver(old, Match.SIMILAR if likely else Match.NONE, likely)


def _likely(old: Entry, candidates: Iterable[Entry]) -> tuple[Proposal, ...]:
    return likeliest(old.name, candidates)


def likeliest(name: str, candidates: Iterable[Entry]) -> tuple[Proposal, ...]:
    """The entries whose names are `LIKELY` at least, the likeliest first.

    Cost: about 20 µs a candidate that is somewhat like it, 1 µs for any other.
    """
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(_name(name))
    found = []
    for each in candidates:
        matcher.set_seq1(_name(each.name))
        if matcher.real_quick_ratio() >= LIKELY and matcher.quick_ratio() >= LIKELY:
            ratio = matcher.ratio()
            if ratio >= LIKELY:
                found.append(Proposal(each, ratio))
    found.sort(key=lambda proposal: (-proposal.likeness, proposal.entry.code))
    return tuple(found[:MOST_PROPOSALS])


def likeness(one: str, other: str) -> float:
    """How alike two names are, 0 to 1; 1 only where nothing but marks and blanks differ."""
    if name_key(one) == name_key(other):
        return 1.0
    return SequenceMatcher(None, _name(other), _name(one), autojunk=False).ratio()


def code_key(code: str) -> str:
    """The same for a code under either width of its last part: `.01` and `.0001`."""
    head, _, last = code.rpartition(".")
    return f"{head}.{last.lstrip('0')}"


def _field(code: str) -> str:
    return above(code, ActivityLevel.AFFAIR_FIELD)


def _name(name: str) -> str:
    return " ".join(name.casefold().split())


def name_key(name: str) -> str:
    """The letters and digits of a name alone: names are alike whose keys are."""
    # Lists in circulation lost their slashes and commas ("gedungruang" for "gedung/ruang").
    return "".join(filter(str.isalnum, name.casefold()))
