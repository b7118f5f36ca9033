"""How a figure is taken: median of five, CPU beside wall, with the machine written down."""

from __future__ import annotations

import os
import platform
import resource
import statistics
import subprocess
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.metadata import version

TIMES = 5


@dataclass(frozen=True)
class Figure:
    """One measured figure; `promise` is the most it may be, where one was made."""

    name: str
    value: float
    unit: str
    promise: float | None = None
    note: str = ""

    def __str__(self) -> str:
        line = f"  {self.name:<42}{self.value:>9.2f} {self.unit:<3}"
        if self.promise is not None:
            kept = "kept" if self.value <= self.promise else "BROKEN"
            line += f" promised ≤ {self.promise:g} {self.unit}: {kept}"
        return f"{line} {self.note}".rstrip()


@dataclass(frozen=True)
class Spent:
    """What a command took, in seconds."""

    cpu: float
    wall: float


def spent_by(command: list[str], environment: Mapping[str, str]) -> Spent:
    """Median CPU and wall time of five runs of `command`. Raises CalledProcessError."""
    runs = [_once(command, environment) for _ in range(TIMES)]
    return Spent(
        statistics.median(run.cpu for run in runs), statistics.median(run.wall for run in runs)
    )


def median_of(measure: Callable[[], float]) -> float:
    """The median of five measurements."""
    return statistics.median(measure() for _ in range(TIMES))


def machine() -> str:
    """What the figures were taken on."""
    load = " ".join(f"{each:.2f}" for each in os.getloadavg())
    return (
        f"{platform.platform()}, {os.cpu_count()} cores, load {load}; "
        f"Python {platform.python_version()}, Django {version('django')}; median of {TIMES}"
    )


def _once(command: list[str], environment: Mapping[str, str]) -> Spent:
    before, started = _cpu_of_children(), time.perf_counter()
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=True)
    return Spent(_cpu_of_children() - before, time.perf_counter() - started)


def _cpu_of_children() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime
