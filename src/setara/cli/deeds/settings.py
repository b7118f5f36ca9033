"""Prints the settings of the installation: what each is for and what it holds."""

from __future__ import annotations

import os
from argparse import Namespace

from setara.cli.roof import variables
from setara.cli.terminal import Terminal
from setara.cli.word import DONE
from setara.domain.language.text import Text, same

NOTHING = Text("kosong", "empty")
HIDDEN = Text("diisi, tidak ditampilkan", "given, not shown")
VALUE = Text("  sekarang: {value}", "  now: {value}")
DEFAULT = Text("  bawaan: {value}", "  default: {value}")
CHOICES = Text("  pilihan: {value}", "  choices: {value}")


def print_settings(given: Namespace, terminal: Terminal) -> int:
    """Each variable with its explanation, its default and its value; secrets are not shown."""
    for variable in variables():
        terminal.say(same(variable.name))
        terminal.say(Text("  {what}", "  {what}").filled(what=variable.explanation))
        if variable.choices:
            terminal.say(CHOICES.filled(value=", ".join(variable.choices)))
        terminal.say(DEFAULT.filled(value=variable.default or NOTHING))
        value = os.environ.get(variable.name) or os.environ.get(f"{variable.name}_FILE")
        if value:
            is_secret = variable.kind.value == "secret"
            terminal.say(VALUE.filled(value=HIDDEN if is_secret else value))
    return DONE
