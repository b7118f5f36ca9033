"""The command line: finds the word, sets up what it needs, and does its deed."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec
from itertools import pairwise
from typing import Any

from setara.cli.parser import Parser
from setara.cli.roof import move_to_practice, set_up_django
from setara.cli.terminal import Terminal
from setara.cli.trouble import told
from setara.cli.word import DONE, UNABLE, Group, Word, Words
from setara.domain.language.text import Language, Text

INTERRUPTED = 130
"""The exit status shells give to what was stopped with Ctrl+C."""

MODULES = (
    "demo",
    "installation",
    "jobs",
    "foundation",
    "law",
    "statistics",
    "indices",
    "budget",
    "coordination",
    "reports",
)
"""The modules that hold words, in the order of the help; one that is not built yet is left out."""

ABOUT = Text(
    "Setara: dari kesenjangan yang terukur sampai hasilnya.",
    "Setara: from a measured disparity to its result.",
)
READING_PRACTICE = Text(
    "Belum ada data resmi; yang dibaca pemerintah latihan di {folder}.",
    "There is no real data yet; reading the practice government in {folder}.",
)
COMMANDS = Text("perintah", "commands")
COMMAND = Text("<perintah>", "<command>")


def main(given: Sequence[str] | None = None) -> int:
    """Do what the words ask; the exit status. Never raises for what a person can cause."""
    words = list(sys.argv[1:] if given is None else given)
    terminal = Terminal(_language(words))
    try:
        return _done(words, terminal)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read the output (`| head`) has seen enough; nothing may be written at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except Exception as error:  # noqa: BLE001 - the one place where every error ends
        return told(error, terminal)


def _done(words: list[str], terminal: Terminal) -> int:
    options = _options(words, terminal.language)
    word: Word | None = getattr(options, "word", None)
    if word is None:
        options.group.print_help()
        return UNABLE if words else DONE
    if word.needs_django:
        status = _set_up(word, terminal)
        if status != DONE:
            return status
    status = word.load()(options, terminal)
    sys.stdout.flush()
    return status


def _options(words: list[str], language: Language) -> Namespace:
    for word in all_words():
        if isinstance(word, Word) and word.passes_on and words[:1] == [word.name]:
            return Namespace(word=word, rest=words[1:])
    return parser(language).parse_args(words)


def _set_up(word: Word, terminal: Terminal) -> int:
    try:
        practice = move_to_practice() if word.reads_practice else None
        if practice is not None:
            terminal.tell(READING_PRACTICE.filled(folder=str(practice)))
        set_up_django()
    except Exception as error:  # noqa: BLE001 - settings are an operator's text and may hold anything
        told(error, terminal)
        return UNABLE
    return DONE


def parser(language: Language) -> Parser:
    """Every word there is, explained in `language`."""
    top = Parser(language=language, prog="setara", description=ABOUT.say(language))
    top.set_defaults(group=top)
    _add_words(top, all_words(), "setara", language)
    return top


def all_words() -> Words:
    """The words of every module there is."""
    names = [f"setara.cli.{name}" for name in MODULES]
    modules = [import_module(name) for name in names if find_spec(name) is not None]
    return tuple(word for module in modules for word in getattr(module, "WORDS", ()))


def _branches(parser: Parser) -> Any:
    return parser.add_subparsers(
        title=COMMANDS.say(parser.language),
        metavar=COMMAND.say(parser.language),
        parser_class=Parser,
    )


def _add_words(parser: Parser, words: Words, called: str, language: Language) -> None:
    """Put the words below a parser; groups may stand in groups."""
    below = _branches(parser)
    for word in words:
        prog = f"{called} {word.name}"
        if isinstance(word, Group):
            group = _add(below, word, prog, language)
            group.set_defaults(group=group)
            _add_words(group, word.words, prog, language)
        else:
            _add_word(below, word, prog, language)


def _add_word(below: Any, word: Word, prog: str, language: Language) -> None:
    added = _add(below, word, prog, language)
    word.options(added)
    added.set_defaults(word=word)


def _add(below: Any, word: Word | Group, prog: str, language: Language) -> Parser:
    says = word.says.say(language)
    added: Parser = below.add_parser(
        word.name,
        language=language,
        prog=prog,
        help=says.replace("%", "%%"),
        description=says.replace("%", "%%"),
    )
    return added


def _language(words: list[str]) -> Language:
    """The language asked for, before the words are parsed: help and complaints speak it too."""
    for word, following in pairwise([*words, ""]):
        name, _, joined = word.partition("=")
        if name == "--language" and (joined or following) in list(Language):
            return Language(joined or following)
    return Language.INDONESIAN
