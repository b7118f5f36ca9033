"""What one word of the command line is: its name, its explanation, its options and its deed.

A room adds words by a module `setara.cli.<room>` that holds `WORDS`. It is imported at every
start, so it names its deeds (`setara.cli.deeds.<room>:<function>`) instead of importing them:
they import the use-cases, and are loaded once Django is set up. A deed takes the words given and
a terminal, and returns the exit status: DONE, REFUSED where the answer is a no, UNABLE where
there is no answer.
"""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from dataclasses import dataclass
from pkgutil import resolve_name

from setara.cli.parser import Parser
from setara.cli.terminal import Terminal
from setara.domain.language.text import Text

DONE, REFUSED, UNABLE, BROKEN = 0, 1, 2, 3
"""Exit statuses: done; the answer is no; it could not be asked; a mistake of the program."""

Deed = Callable[[Namespace, Terminal], int]


def _no_options(parser: Parser) -> None:
    """For words that take nothing."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word, such as `verify`; `needs_django` loads settings and tables before its deed.

    A word that `passes_on` gets what follows it unread, as `rest`. One that `reads_practice`
    only reads, and looks at the practice government where no real one was set up.
    """

    name: str
    says: Text
    deed: str
    options: Callable[[Parser], None] = _no_options
    needs_django: bool = True
    passes_on: bool = False
    reads_practice: bool = False

    def load(self) -> Deed:
        """The function that does the deed."""
        deed: Deed = resolve_name(self.deed)
        return deed


@dataclass(frozen=True, slots=True)
class Group:
    """A word that is followed by another one, such as `audit` by `verify`."""

    name: str
    says: Text
    words: tuple[Word | Group, ...]


Words = tuple[Word | Group, ...]
