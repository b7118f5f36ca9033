"""What a government decided about its lines, as something to learn from and to be held back."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from setara.domain.budget.activity import ActivityLevel, BadActivityCode, activity_code
from setara.domain.foundation.verdict import ALLOWED, Verdict, refused
from setara.domain.language.text import Text

FEWEST_OF_A_KIND = 40
"""Different names of each kind. Ours: with fewer, one decision moves the measured quality by more
than two in a hundred."""
PARTS = 5
_NOT_LETTERS = re.compile(r"[^a-z0-9]+")


class LineState(StrEnum):
    """Whether somebody decided on a line, and how."""

    OPEN = "open"
    TAGGED = "tagged"
    DECLINED = "declined"

    @property
    def label(self) -> Text:
        """In both languages."""
        return STATE_LABELS[self]


STATE_LABELS = {
    LineState.OPEN: Text("belum diputuskan", "not decided yet"),
    LineState.TAGGED: Text("ditandai ARG", "tagged as ARG"),
    LineState.DECLINED: Text("dilihat, tidak responsif gender", "looked at, not gender-responsive"),
}


@dataclass(frozen=True, slots=True)
class Decided:
    """A line and the answer a person gave: gender-responsive (tagged), or looked at and not.

    `agency` is any stable word for the agency.
    """

    name: str
    code: str
    agency: str
    is_responsive: bool


@dataclass(frozen=True, slots=True)
class DecisionCount:
    """How many different names were decided in each way."""

    responsive: int
    declined: int

    @property
    def together(self) -> int:
        """Of both kinds."""
        return self.responsive + self.declined


def plain_words(text: str) -> str:
    """Small letters and figures with single blanks, so that a comma makes no other name."""
    return _NOT_LETTERS.sub(" ", text.casefold()).strip()


def affair_field(code: str) -> str:
    """The bidang urusan of a code, empty for a code of another nomenclature."""
    try:
        return activity_code(code).above(ActivityLevel.AFFAIR_FIELD)
    except BadActivityCode:
        return ""


def examples_of(decided: Iterable[Decided]) -> tuple[Decided, ...]:
    """One example for each name and answer, of decisions given the oldest first.

    An agency's latest word on a name is the one that counts, and forty agencies that declined the
    same salaries teach it once: else what every agency has would be most of what is learned.
    """
    latest: dict[tuple[str, str], Decided] = {}
    for each in decided:
        key = (each.agency, plain_words(each.name))
        latest.pop(key, None)
        latest[key] = each
    distinct = {(name, each.is_responsive): each for (_, name), each in latest.items()}
    return tuple(distinct[key] for key in sorted(distinct))


def counted(examples: Sequence[Decided]) -> DecisionCount:
    """How many examples there are of each kind."""
    responsive = sum(each.is_responsive for each in examples)
    return DecisionCount(responsive, len(examples) - responsive)


def can_be_learned(examples: Sequence[Decided]) -> Verdict:
    """Whether there are enough examples of both kinds, apart enough to hold some of them back."""
    count = counted(examples)
    if min(count.responsive, count.declined) < FEWEST_OF_A_KIND:
        return refused(
            "Model belum dapat berbicara: baru ada {yes} nama sub kegiatan yang ditandai dan {no} "
            "yang dilihat lalu dinyatakan tidak responsif gender. Masing-masing perlu paling "
            "sedikit {least}.",
            "The model cannot speak yet: {yes} different sub-activities are tagged and {no} were "
            "looked at and found not gender-responsive. It needs at least {least} of each.",
            yes=count.responsive,
            no=count.declined,
            least=FEWEST_OF_A_KIND,
        )
    parts = held_back(examples)
    if all(_has_both([examples[i] for i in _without(part, len(examples))]) for part in parts):
        return ALLOWED
    return refused(
        "Model belum dapat berbicara: sub kegiatan yang sudah diputuskan terlalu serupa, sehingga "
        "tidak ada yang dapat disisihkan untuk mengujinya.",
        "The model cannot speak yet: the sub-activities decided so far are too much alike to hold "
        "any of them back to test it.",
    )


def held_back(examples: Sequence[Decided], parts: int = PARTS) -> tuple[tuple[int, ...], ...]:
    """The places of the examples in `parts` parts, each held back once while the rest is learned.

    Examples with the same name or the same code always lie in one part: what was decided about a
    sub kegiatan in another year or another agency never helps to guess it. The same examples are
    always parted alike, and both answers are spread as evenly as that allows.
    """
    shares: list[list[int]] = [[] for _ in range(parts)]
    filled = [[0, 0] for _ in range(parts)]
    for group in _groups(examples):
        kinds = [0, 0]
        for place in group:
            kinds[examples[place].is_responsive] += 1
        lack = [(filled[i][kinds[1] >= kinds[0]], sum(filled[i]), i) for i in range(parts)]
        chosen = min(lack)[2]
        shares[chosen] += group
        filled[chosen] = [a + b for a, b in zip(filled[chosen], kinds, strict=True)]
    return tuple(tuple(sorted(share)) for share in shares)


def _groups(examples: Sequence[Decided]) -> list[list[int]]:
    """Places that share a name or a code, directly or through others, the largest group first."""
    above = list(range(len(examples)))

    def top(place: int) -> int:
        while above[place] != place:
            above[place] = above[above[place]]
            place = above[place]
        return place

    first: dict[str, int] = {}
    for place, each in enumerate(examples):
        for key in (f"name {plain_words(each.name)}", f"code {each.code}"):
            above[top(place)] = top(first.setdefault(key, place))
    groups: dict[int, list[int]] = defaultdict(list)
    for place in range(len(examples)):
        groups[top(place)].append(place)
    return sorted(groups.values(), key=lambda group: (-len(group), _shuffle(examples[group[0]])))


def _shuffle(example: Decided) -> str:
    # By name alone the parts would hold one letter of the alphabet each.
    return sha256(plain_words(example.name).encode()).hexdigest()


def _without(part: Sequence[int], count: int) -> list[int]:
    inside = set(part)
    return [place for place in range(count) if place not in inside]


def _has_both(examples: Sequence[Decided]) -> bool:
    return len({each.is_responsive for each in examples}) > 1
