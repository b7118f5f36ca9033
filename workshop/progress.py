"""What a person sees while something takes long: the step, the count of steps, the time so far."""

from __future__ import annotations

import os
import shutil
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

FRAMES = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏"
PERIOD = 0.1


def say(indonesian: str, english: str, *, to: TextIO | None = None) -> None:
    """The same sentence in both languages, Indonesian first, to the standard error."""
    print(f"{indonesian}\n{english}", file=to or sys.stderr, flush=True)


class Progress:
    """Numbered steps on the standard error, so that what a command prints stays clean.

    On a terminal a line turns and counts seconds; elsewhere a step is one plain line when it
    begins and one when it ends. A step that raises is marked as failed.
    """

    def __init__(self, steps: int, stream: TextIO | None = None) -> None:
        self.stream = stream or sys.stderr
        self.steps = steps
        self.number = 0
        self.lively = self.stream.isatty() and os.environ.get("TERM") != "dumb"

    @contextmanager
    def step(self, indonesian: str, english: str) -> Iterator[None]:
        """One step; what it says is true from its first to its last moment."""
        self.number += 1
        label = f"[{self.number}/{self.steps}] {indonesian} · {english}"
        started = time.monotonic()
        try:
            with self._turning(label, started):
                yield
        except BaseException:
            self._end("✗", label, started)
            raise
        self._end("✓", label, started)

    @contextmanager
    def _turning(self, label: str, started: float) -> Iterator[None]:
        if not self.lively:
            self._write(f"  {label} …\n")
            yield
            return
        stop = threading.Event()
        turner = threading.Thread(target=self._turn, args=(label, started, stop), daemon=True)
        turner.start()
        try:
            yield
        finally:
            stop.set()
            turner.join()
            self._write("\r\033[K")

    def _turn(self, label: str, started: float, stop: threading.Event) -> None:
        turn = 0
        while not stop.is_set():
            seconds = f" {time.monotonic() - started:.0f} s"
            room = shutil.get_terminal_size().columns - len(seconds) - 3
            shown = label if len(label) <= room else label[: room - 1] + "…"
            self._write(f"\r\033[K{FRAMES[turn % len(FRAMES)]} {shown}{seconds}")
            turn += 1
            stop.wait(PERIOD)

    def _end(self, mark: str, label: str, started: float) -> None:
        self._write(f"{mark} {label} {time.monotonic() - started:.1f} s\n")

    def _write(self, text: str) -> None:
        self.stream.write(text)
        self.stream.flush()
