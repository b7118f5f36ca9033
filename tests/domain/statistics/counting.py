"""Counted figures for tests: by hand, and drawn at random."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import strategies as st

from setara.domain.statistics.counted import Counted, Sides


def part(cases, base):
    return Counted(Decimal(cases), Decimal(base))


def pair(women, men):
    """`pair((7, 34), (1, 34))`."""
    return Sides(part(*women), part(*men))


@st.composite
def parts(draw, *, least=0, most=100_000):
    """Cases out of a base of up to `most`, at least `least` of them."""
    base = draw(st.integers(max(least, 1), most))
    return part(draw(st.integers(least, base)), base)


@st.composite
def pairs(draw, **bounds):
    return Sides(draw(parts(**bounds)), draw(parts(**bounds)))
