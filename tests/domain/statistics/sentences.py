"""Sentences for tests: those that evidence adds, and the numbers in them."""

from __future__ import annotations

import re
from decimal import Decimal

from setara.domain.foundation.period import Period
from setara.domain.statistics.series import Point, series
from tests.domain.statistics.test_reading import measured, read


def added(what, women, men, evidence, **rest):
    """The sentences that evidence adds to, or takes out of, a reading."""
    plain = read(what, women, men, **rest)
    return [s for s in read(what, women, men, evidence=evidence, **rest) if s not in plain]


def signed(sentence):
    """The numbers of an English sentence, with their signs."""
    return [
        Decimal(digits.replace("−", "-").replace(",", ""))
        for digits in re.findall(r"−?\d[\d,]*(?:\.\d+)?", sentence)
    ]


def followed(what, *pairs, start=2017, vintages=(), places=1):
    """The series of these pairs of figures, one a year."""
    points = [
        Point(
            Period.year(start + i),
            measured(what, start + i, *figures).disparity,
            vintages[i] if vintages else "",
        )
        for i, figures in enumerate(pairs)
    ]
    return series(points, places)
