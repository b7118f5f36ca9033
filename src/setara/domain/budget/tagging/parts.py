"""The lines within a sub-activity, and what names each so that a tag finds it again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from setara.domain.budget.reading.line import Amount

_MARK = "|"
MANY = 2
SEN = 100


@dataclass(frozen=True, slots=True)
class PartLine:
    """One line of a sub-activity; `key` names it within the sub-activity, in any file of it."""

    key: str
    account: str
    account_name: str
    text: str
    amount: Amount

    @property
    def sen(self) -> int:
        """The amount in sen, which is whole."""
        return int(self.amount * SEN)


def part_keys(named: Iterable[tuple[str, str]]) -> Iterator[str]:
    """A key for each account and text, in the order of the file.

    Rows and amounts change when a corrected file takes the place of a book; the account and the
    words of a line stay, so they are its key. Lines alike in both are told apart by a number, the
    first being 1: if a file changes the order of such twins, the number follows the order.
    """
    seen: Counter[tuple[str, str]] = Counter()
    for account, text in named:
        words = (account.strip(), " ".join(text.casefold().split()))
        seen[words] += 1
        yield _MARK.join((*words, str(seen[words])))


def part_name(key: str) -> str:
    """The key as people read it: account, words, and the number of a twin."""
    account, _, rest = key.partition(_MARK)
    words, _, number = rest.rpartition(_MARK)
    name = " ".join(part for part in (account, words) if part)
    return f"{name} ({number})" if number.isdecimal() and int(number) >= MANY else name
