"""Passes what follows `manage` on to Django's own commands."""

from __future__ import annotations

from argparse import Namespace

from django.core.management import execute_from_command_line

from setara.cli.terminal import Terminal
from setara.cli.word import DONE


def manage(given: Namespace, terminal: Terminal) -> int:
    """Run a command of Django, which prints and ends by itself."""
    execute_from_command_line(["setara manage", *given.rest])
    return DONE
