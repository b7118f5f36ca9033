"""Two texts laid beside each other word by word, in a bounded time."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby, takewhile

Run = tuple[str, str]
"""Some words of the earlier text and what stands in their place in the later one; they are the
same where nothing changed, and either may be empty."""

# Pairs of equal words times the shorter text is what a comparison costs at worst. Prose of five
# hundred words is far below it; one word repeated five hundred times is far beyond.
_MOST_STEPS = 5_000_000
_SENTENCE = re.compile(r"[^.;!?\n]*(?:[.;!?\n]+\s*|$)")


def runs(before: str, after: str, token: re.Pattern[str]) -> tuple[Run, ...]:
    """Both texts, cut into tokens, with what they share; unchanged and changed runs alternate.

    What would take too long word by word is compared sentence by sentence, and else as a whole.
    The first parts of all runs are the earlier text, the second parts the later one.
    """
    old, new = token.findall(before), token.findall(after)
    head = _shared(old, new)
    tail = _shared(old[head:][::-1], new[head:][::-1])
    inner = _by_words(old[head : len(old) - tail], new[head : len(new) - tail], token)
    return tuple(_joined([_same(old[:head]), *inner, _same(old[len(old) - tail :])]))


def _by_words(old: list[str], new: list[str], token: re.Pattern[str]) -> Iterator[Run]:
    if _is_cheap(old, new):
        yield from _compared(old, new)
        return
    sentences = [[*filter(None, _SENTENCE.findall("".join(side)))] for side in (old, new)]
    if not _is_cheap(*sentences):
        yield "".join(old), "".join(new)
        return
    for gone, came in _compared(*sentences):
        words = token.findall(gone), token.findall(came)
        yield from _compared(*words) if gone != came and _is_cheap(*words) else [(gone, came)]


def _compared(old: Sequence[str], new: Sequence[str]) -> Iterator[Run]:
    # Blanks meet blanks everywhere: they follow the words beside them and tie nothing themselves.
    matched = SequenceMatcher(str.isspace, old, new, autojunk=False)
    for _, i, j, k, n in matched.get_opcodes():
        yield "".join(old[i:j]), "".join(new[k:n])


def _is_cheap(old: Sequence[str], new: Sequence[str]) -> bool:
    mine, theirs = Counter(old), Counter(new)
    pairs = sum(n * theirs[word] for word, n in mine.items() if not word.isspace())
    return pairs * min(len(old), len(new)) <= _MOST_STEPS


def _shared(old: Sequence[str], new: Sequence[str]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False)))


def _same(words: Sequence[str]) -> Run:
    return "".join(words), "".join(words)


def _joined(found: Iterable[Run]) -> Iterator[Run]:
    written = (run for run in found if any(run))
    for _, group in groupby(written, key=lambda run: run[0] == run[1]):
        old, new = zip(*group, strict=True)
        yield "".join(old), "".join(new)
