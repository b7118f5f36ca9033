"""W2, disparities: 5,000 with difference, ratio, intervals, trend and rank, beside peers."""

from __future__ import annotations

import csv
import gc
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path
from time import process_time

from setara.domain.foundation.period import Period
from setara.domain.statistics.counted import Counted, Sides
from setara.domain.statistics.disparity import Disparity, disparity, parity_band
from setara.domain.statistics.element import Measure, Polarity
from setara.domain.statistics.interval import Interval, Method
from setara.domain.statistics.ranking import Contender, Ranking, ranking
from setara.domain.statistics.sampling import SAMPLE, Chance, chance
from setara.domain.statistics.series import Line, Point, Series, series
from workshop.bench.measuring import Figure, median_of
from workshop.bench.peers import python_with, surroundings, versions

DISPARITIES, YEARS = 5_000, range(2021, 2026)
HEAD = ["id", "year", "women", "women_base", "men", "men_base"]
SEED = 20250616
NEAR = 1e-9
"""What a number of a peer may differ by from ours, as a part of it where it is above one."""

_PEERS = {"pandas": ("pandas", "numpy"), "duckdb": ("duckdb",)}
_THEIRS = Path(__file__).with_name("disparities_peers.py")
_OURS = [sys.executable, "-m", "workshop.bench.disparities"]


def figures() -> Iterator[Figure]:
    """CPU of the work alone, all figures in memory, and the greatest difference of any number."""
    with tempfile.TemporaryDirectory(prefix="setara-bench-") as folder:
        home = Path(folder)
        _write(home / "figures.csv")
        ours = median_of(partial(_said, [*_OURS, folder]))
        about = f"{DISPARITIES:,} over {len(YEARS)} years, exact decimals"
        yield Figure("disparities, CPU", ours, "s", 0.5, note=about)
        mine = _answers(home / "ours.csv")
        for name, needs in _PEERS.items():
            command = [str(python_with(*needs)), str(_THEIRS), name, folder]
            yield Figure(
                f"{name}, CPU", median_of(partial(_said, command)), "s", note=versions(*needs)
            )
            equal, worst = compared(mine, _answers(home / f"{name}.csv"))
            if worst > NEAR:
                message = f"{name} differs by {worst:.1e}"
                raise OSError(message)
            note = f"the greatest difference is {worst:.0e}; promised ≤ {NEAR:.0e}"
            yield Figure(f"numbers equal to {name}'s", equal, "", note=note)


Figures = list[tuple[int, list[tuple[Period, Sides]]]]
Answer = tuple[int, Disparity, Chance, Series]


def work(known: Figures) -> tuple[list[Answer], Ranking[int]]:
    """All disparities of the last year with their intervals, their trend, and their ranks."""
    judge = partial(
        disparity,
        measure=Measure.RATE,
        polarity=Polarity.HIGHER_IS_BETTER,
        band=parity_band(date(YEARS[-1], 1, 1)),
    )
    answers: list[Answer] = []
    contenders: list[Contender[int]] = []
    for key, years in known:
        points = [
            Point(period, judge(women=pair.women.per(100), men=pair.men.per(100)))
            for period, pair in years
        ]
        now, pair = points[-1].disparity, years[-1][1]
        uncertain = chance(pair, SAMPLE)
        answers.append((key, now, uncertain, series(points, 2)))
        contenders.append(Contender(key, now, pair.women.base, uncertain.could_be_nothing))
    return answers, ranking(contenders)


def _read(path: Path) -> Figures:
    known: dict[int, list[tuple[Period, Sides]]] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            women, women_base, men, men_base = (Decimal(row[name]) for name in HEAD[2:])
            pair = Sides(Counted(women, women_base), Counted(men, men_base))
            known.setdefault(int(row["id"]), []).append((Period.year(int(row["year"])), pair))
    return list(known.items())


def _write(path: Path) -> None:
    """Figures of every size, in one of fifty without a case on a side."""
    draw = random.Random(SEED)  # noqa: S311 -- figures to practise on
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEAD)
        for key in range(DISPARITIES):
            bases = [draw.randint(20, 10 ** draw.randint(2, 5)) for _ in range(2)]
            for year in YEARS:
                cases = [draw.randint(0 if draw.random() < 0.02 else 1, base) for base in bases]  # noqa: PLR2004
                writer.writerow([key, year, cases[0], bases[0], cases[1], bases[1]])


COLUMNS = (
    "difference",
    "ratio",
    "women_lower",
    "women_upper",
    "men_lower",
    "men_upper",
    "difference_lower",
    "difference_upper",
    "ratio_lower",
    "ratio_upper",
    "slope",
    "rank",
)


def row(answer: Answer, order: dict[int, int]) -> list[object]:
    key, now, uncertain, line = answer
    ratio = uncertain.ratio
    # The peers have no interval where Katz's formula has none; ours is another's there.
    katz = ratio if isinstance(ratio, Interval) and ratio.method is Method.KATZ else None
    limits = [uncertain.women, uncertain.men, uncertain.difference, katz]
    ends = [
        end
        for each in limits
        for end in ((each.lower, each.upper) if isinstance(each, Interval) else ("", ""))
    ]
    slope = line.difference.slope if isinstance(line.difference, Line) else ""
    ratio_now = now.ratio if isinstance(now.ratio, Decimal) else ""
    return [key, now.difference, ratio_now, *ends, slope, order.get(key, "")]


def _said(command: list[str]) -> float:
    """The figure a process prints."""
    done = subprocess.run(command, env=surroundings(), check=True, capture_output=True, text=True)
    return float(done.stdout)


def _answers(path: Path) -> dict[int, list[float | None]]:
    with path.open(encoding="utf-8", newline="") as file:
        return {
            int(row["id"]): [float(row[name]) if row[name] else None for name in COLUMNS]
            for row in csv.DictReader(file)
        }


def compared(
    ours: dict[int, list[float | None]], theirs: dict[int, list[float | None]]
) -> tuple[int, float]:
    """How many numbers both have, and the greatest difference; infinite where only one has it."""
    if ours.keys() != theirs.keys():
        return 0, float("inf")
    count, worst = 0, 0.0
    for key, mine in ours.items():
        for one, other in zip(mine, theirs[key], strict=True):
            if one is None or other is None:
                worst = worst if one is other else float("inf")
                continue
            count += 1
            worst = max(worst, abs(one - other) / max(1.0, abs(one)))
    return count, worst


def main(home: Path) -> None:
    """Work once on the figures in `home`, print the CPU it took, and leave the answers there."""
    known = _read(home / "figures.csv")
    # What was loaded before is not the work's to look through for garbage.
    gc.collect()
    gc.freeze()
    started = process_time()
    answers, ranks = work(known)
    print(process_time() - started)
    order = {each.key: each.rank for each in ranks.ranked}
    with (home / "ours.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", *COLUMNS])
        writer.writerows(row(answer, order) for answer in answers)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
