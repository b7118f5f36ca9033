"""A bar that moves while something takes long, where somebody looks."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from setara.cli.terminal import Terminal
from setara.domain.language.text import Sayable


@contextmanager
def moving_bar(words: Sayable, terminal: Terminal) -> Iterator[Callable[[float], None]]:
    """Something to call with the part that is done, 0 to 1; the bar shows from the first call.

    Nothing is shown where standard error is no terminal.
    """
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console  # noqa: PLC0415 -- only for people who wait
    from rich.progress import Progress  # noqa: PLC0415

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(words.say(terminal.language), total=1.0, visible=False)
        yield lambda part: bar.update(task, completed=part, visible=True)
