"""The learning in a process of its own: examples go in and weights come out, both as JSON."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from setara.domain.budget.screening.decisions import Decided
from setara.domain.budget.screening.learned import LearnedModel

SECONDS = 120
METHOD = 1
"""Counted up when pieces, brake or weights change meaning: what was kept is then learned anew."""
_ROOT = Path(__file__).resolve().parents[3]
# `-P` keeps the folder of the server out; the root is added, so that the same code is found.
# Columns as thin as these are fitted twenty times faster by one thread than by several that wait
# for each other, and one thread adds up in the same order every time.
_PROGRAM = (
    "import os, sys; os.environ.update(OMP_NUM_THREADS='1', OPENBLAS_NUM_THREADS='1'); "
    "sys.path.insert(0, sys.argv[1]); from setara.store.learning import program; program.main()"
)


class NotLearned(Exception):
    """The process broke down or took too long; the message says what it complained of."""


@dataclass(frozen=True, slots=True)
class Learned:
    """The model of all examples, and each example's score by a model that had not seen it."""

    model: LearnedModel
    held_back: tuple[float, ...]


def learned_apart(examples: Sequence[Decided]) -> Learned:
    """Learn from examples of both kinds; the same examples give the same weights.

    Raises NotLearned. Cost: seconds, most of them to load the package; six fits of some
    milliseconds per hundred examples.
    """
    given = json.dumps([[e.name, e.code, e.agency, e.is_responsive] for e in examples])
    try:
        done = subprocess.run(  # noqa: S603 -- our own program; the examples come in by the pipe
            [sys.executable, "-P", "-c", _PROGRAM, str(_ROOT)],
            input=given.encode(),
            capture_output=True,
            timeout=SECONDS,
            check=True,
        )
    except subprocess.TimeoutExpired as late:
        raise NotLearned(str(late)) from late
    except subprocess.CalledProcessError as broken:
        raise NotLearned(broken.stderr.decode(errors="replace")[-2000:]) from broken
    said = json.loads(done.stdout)
    return Learned(LearnedModel(**said["model"]), tuple(said["held_back"]))
