"""What was learned from decisions: a weight for each piece of a word, added up with a pencil.

How the weights come about is another matter (`store/learning`); once they are there, a score is a
sum, and the part of each word in it can be told exactly.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import exp, log, sqrt

from setara.domain.budget.screening.decisions import affair_field, plain_words

SHORTEST, LONGEST = 2, 5
"""Letters in a piece; blanks before and after a word count as letters of it."""
CONTEXT = 0.5
"""What bidang urusan and agency count beside all letters of the name together, which count 1."""
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_LEAST_TOLD = 0.1
_MOST_TOLD = 4


@dataclass(frozen=True, slots=True)
class WordPart:
    """A word of a name, or its bidang or agency, and what it adds to the score."""

    word: str
    part: float


@dataclass(frozen=True, slots=True)
class LearnedReasons:
    """What spoke for a look and against it, the strongest first.

    `field` and `agency` are what the bidang urusan and the agency add.
    """

    words_for: tuple[WordPart, ...]
    words_against: tuple[WordPart, ...]
    field: float
    agency: float


@dataclass(frozen=True, slots=True, eq=False)
class LearnedModel:
    """Weights by piece (with how rare a piece is) and by context word, and where counting starts.

    A score above 0 asks for a look; it is a sum of evidence, not a probability. So many weights
    are not compared: a model equals itself only.
    """

    start: float
    pieces: Mapping[str, float]
    rarity: Mapping[str, float]
    contexts: Mapping[str, float]

    def score(self, name: str, code: str, agency: str) -> float:
        """The evidence for a look at a line. Cost: about 50 µs."""
        named = sum(each.part for each in self._words(name))
        return self.start + named + sum(self._contexts(code, agency))

    def reasons(self, name: str, code: str, agency: str) -> LearnedReasons:
        """Which words spoke for and against; with the start they add up to the score."""
        parts: dict[str, float] = {}
        for each in self._words(name):
            parts[each.word] = parts.get(each.word, 0.0) + each.part
        told = [WordPart(word, part) for word, part in parts.items() if abs(part) >= _LEAST_TOLD]
        told.sort(key=lambda each: (-abs(each.part), each.word))
        field, of_agency = self._contexts(code, agency)
        return LearnedReasons(
            words_for=tuple(each for each in told if each.part > 0)[:_MOST_TOLD],
            words_against=tuple(each for each in told if each.part < 0)[:_MOST_TOLD],
            field=field,
            agency=of_agency,
        )

    def _words(self, name: str) -> Iterator[WordPart]:
        """Each word as written with its part of the score."""
        words = [(word, _pieces_of(word)) for word in _WORD.findall(name)]
        times = Counter(piece for _, pieces in words for piece in pieces)
        shares: dict[str, float] = {}
        squares = 0.0
        for piece, count in times.items():
            if (rarity := self.rarity.get(piece)) is not None:
                value = (1 + log(count)) * rarity
                squares += value * value
                shares[piece] = self.pieces[piece] * value / count
        length = sqrt(squares) or 1.0
        for word, pieces in words:
            yield WordPart(word, sum(shares.get(piece, 0.0) for piece in pieces) / length)

    def _contexts(self, code: str, agency: str) -> tuple[float, float]:
        field, of_agency = contexts_of(code, agency)
        return (
            CONTEXT * self.contexts.get(field, 0.0),
            CONTEXT * self.contexts.get(of_agency, 0.0),
        )


def strength(score: float) -> int:
    """A score from 0 to 100 for people; 50 is where a look is asked for."""
    return round(100 / (1 + exp(-max(min(score, 30.0), -30.0))))


def pieces_of(name: str) -> list[str]:
    """Every piece of every word of a name, as often as it is there."""
    return [piece for word in _WORD.findall(name) for piece in _pieces_of(word)]


def contexts_of(code: str, agency: str) -> tuple[str, str]:
    """The words that stand for the bidang urusan of a code and for an agency."""
    return f"bidang {affair_field(code)}", f"perangkat {agency}"


# The names of a book share a few thousand words.
@lru_cache(maxsize=8192)
def _pieces_of(word: str) -> tuple[str, ...]:
    return tuple(_cut(word))


def _cut(word: str) -> Iterator[str]:
    # “KTP-el” is one word to a reader and two to the pieces.
    for part in plain_words(word).split():
        padded = f" {part} "
        for length in range(SHORTEST, LONGEST + 1):
            for place in range(len(padded) - length + 1):
                yield padded[place : place + length]
        if len(padded) > LONGEST:
            yield padded
