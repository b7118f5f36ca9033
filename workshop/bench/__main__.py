"""`./setara bench [NAME]`: run the benchmarks and print their figures."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from subprocess import CalledProcessError

from workshop.bench import (
    attack,
    budgets,
    disparities,
    faults,
    footprint,
    indices,
    intake,
    papers,
    recaps,
    rules,
    tags,
)
from workshop.bench.measuring import Figure, machine

BENCHES: dict[str, Callable[[], Iterator[Figure]]] = {
    "W1": intake.figures,
    "W2": disparities.figures,
    "W4": budgets.figures,
    "W5": recaps.figures,
    "W6": indices.figures,
    "W7": papers.figures,
    "RULES": rules.figures,
    "W10": footprint.figures,
    "W11": faults.figures,
    "W12": attack.figures,
    "W13": tags.figures,
}


def main(names: list[str]) -> int:
    """Run the named benchmarks, or all; 1 where one broke off, 2 for a name that is none."""
    unknown = [name for name in names if name not in BENCHES]
    if unknown:
        known = ", ".join(BENCHES)
        print(f"Tolok ukur {unknown[0]} tidak ada; yang ada: {known}.", file=sys.stderr)
        print(f"There is no benchmark {unknown[0]}; there are: {known}.", file=sys.stderr)
        return 2
    print(machine())
    status = 0
    for name in names or BENCHES:
        title = (sys.modules[BENCHES[name].__module__].__doc__ or name).splitlines()[0]
        print(f"\n{title}", flush=True)
        try:
            for figure in BENCHES[name]():
                print(figure, flush=True)
        except (OSError, CalledProcessError) as why:
            print(f"  the rest was not measured: {why}", flush=True)
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
