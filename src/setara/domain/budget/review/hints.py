"""The most frequent corrections, said to the writer before a GBS is submitted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from setara.domain.budget.review.content import PART_LABELS, PARTS
from setara.domain.budget.rule_book import SENTENCES
from setara.domain.language.text import Text

YEARS_BACK = 2
MOST_HINTS = 3
LEAST_RETURNS = 2
"""Fewer returns than this about a part are a case, not a pattern."""


@dataclass(frozen=True, slots=True)
class Hint:
    """A part that `count` of `of` returns were about, with the rule most of them named."""

    part: str
    count: int
    of: int
    rule: str

    @property
    def sentence(self) -> Text:
        """How often, and what was asked for."""
        words = Text(
            "{count} dari {of} pengembalian menyangkut {part}.",
            "{count} of {of} returns were about {part}.",
        ).filled(count=self.count, of=self.of, part=_lowered(PART_LABELS[self.part]))
        if self.rule not in SENTENCES:
            return words
        return Text("{words} {rule}: {sentence}", "{words} {rule}: {sentence}").filled(
            words=words, rule=self.rule, sentence=SENTENCES[self.rule]
        )


def hints_from(returns: Sequence[Collection[tuple[str, str]]]) -> tuple[Hint, ...]:
    """The parts most returns were about; each return is its comments' (part, rule) pairs.

    A return counts once for a part, however many comments it has on it.
    """
    counted = Counter(part for each in returns for part in {part for part, _ in each})
    often = sorted(
        (part for part in counted if counted[part] >= LEAST_RETURNS),
        key=lambda part: (-counted[part], PARTS.index(part)),
    )
    return tuple(
        Hint(part, counted[part], len(returns), _rule(part, returns)) for part in often[:MOST_HINTS]
    )


def _rule(part: str, returns: Iterable[Collection[tuple[str, str]]]) -> str:
    named = Counter(rule for each in returns for about, rule in set(each) if about == part and rule)
    return min(named, key=lambda rule: (-named[rule], rule), default="")


def _lowered(label: Text) -> Text:
    return Text(label.id[:1].lower() + label.id[1:], label.en[:1].lower() + label.en[1:])
