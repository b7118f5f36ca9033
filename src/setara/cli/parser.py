"""argparse in two languages: help, headings and complaints."""

from __future__ import annotations

import re
import sys
from argparse import SUPPRESS, ArgumentParser, HelpFormatter
from typing import Any, NoReturn

from setara.domain.language.text import Language, Text

USAGE = Text("Cara pakai: ", "Usage: ")
ARGUMENTS = Text("isian", "arguments")
OPTIONS = Text("pilihan", "options")
HELP = Text("tampilkan bantuan ini", "show this help")
LANGUAGE = Text("bahasa keluaran: id atau en", "language of the output: id or en")
SEE_HELP = Text("Lihat {command} --help.", "See {command} --help.")

# What argparse says in English only, as it says it, and how we say it.
COMPLAINTS = (
    (
        r"the following arguments are required: (?P<what>.+)",
        Text("isian ini wajib: {what}", "this is required: {what}"),
    ),
    (
        r"unrecognized arguments: (?P<what>.+)",
        Text("tidak dikenal: {what}", "not recognised: {what}"),
    ),
    (
        r"argument (?P<what>.+?): invalid choice: (?P<given>.+) \(choose from (?P<choices>.+)\)",
        Text(
            "{given} tidak dikenal untuk {what}. Pilihannya: {choices}",
            "{given} is not known for {what}. The choices are: {choices}",
        ),
    ),
    (
        r"argument (?P<what>.+?): invalid .+? value: (?P<given>.+)",
        Text("{given} tidak dapat dipakai untuk {what}", "{given} cannot be used for {what}"),
    ),
    (
        r"argument (?P<what>.+?): expected .+ arguments?",
        Text("{what} perlu diikuti isinya", "{what} must be followed by its value"),
    ),
    (
        r"argument (?P<what>.+?): not allowed with argument (?P<given>.+)",
        Text(
            "{what} dan {given} tidak dapat dipakai bersama",
            "{what} and {given} cannot be used together",
        ),
    ),
)


class Parser(ArgumentParser):
    """An ArgumentParser that speaks the language of the output."""

    def __init__(self, *, language: Language, **rest: Any) -> None:
        self.language = language
        super().__init__(
            add_help=False, allow_abbrev=False, formatter_class=_formatter(language), **rest
        )
        self._positionals.title = ARGUMENTS.say(language)
        self._optionals.title = OPTIONS.say(language)
        self.add_argument("-h", "--help", action="help", help=HELP.say(language))
        self.takes("--language", says=LANGUAGE, choices=list(Language), default=SUPPRESS)

    def takes(self, *names: str, says: Text, **rest: Any) -> None:
        """Add an argument or option explained in both languages; `rest` is argparse's."""
        # argparse fills percent signs itself.
        self.add_argument(*names, help=says.say(self.language).replace("%", "%%"), **rest)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the words given and end with status 2."""
        hint = SEE_HELP.filled(command=self.prog).say(self.language)
        sys.stderr.write(f"{complaint(message).say(self.language)}. {hint}\n")
        raise SystemExit(2)


def complaint(message: str) -> Text:
    """A complaint of argparse in both languages; one not known here stays as it is."""
    for pattern, text in COMPLAINTS:
        if match := re.fullmatch(pattern, message):
            return text.filled(**match.groupdict())
    return Text("{message}", "{message}").filled(message=message)


def _formatter(language: Language) -> type[HelpFormatter]:
    class Formatter(HelpFormatter):
        def add_usage(
            self, usage: Any, actions: Any, groups: Any, prefix: str | None = None
        ) -> None:
            super().add_usage(usage, actions, groups, prefix or USAGE.say(language))

    return Formatter
