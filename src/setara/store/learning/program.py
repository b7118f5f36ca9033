"""What the process apart does: reads examples from standard input, writes weights."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict

from setara.domain.budget.screening.decisions import Decided
from setara.store.learning.fitting import fitted, scores_held_back


def main() -> None:
    """Learn from the examples on standard input and say model and held-back scores."""
    examples = [Decided(*each) for each in json.load(sys.stdin)]
    said = {"model": asdict(fitted(examples)), "held_back": scores_held_back(examples)}
    json.dump(said, sys.stdout)
