"""Rupiah by what became of the disparity they stand beside."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from setara.domain.budget.activity import is_within
from setara.domain.budget.outcome import OutcomeVerdict
from setara.domain.foundation.money import Rupiah, total


@dataclass(frozen=True, slots=True)
class OutcomeMoney:
    """One statement: its verdict, its budget, and what was spent; None where it is not known.

    `agency` is an id, `code` that of the sub kegiatan, or of what else was analysed.
    """

    verdict: OutcomeVerdict
    budget: Rupiah | None
    spent: Rupiah | None
    year: int
    agency: int
    code: str


@dataclass(frozen=True, slots=True)
class VerdictTotal:
    """The statements of one verdict and their money.

    `shared` have their money counted with another statement on the same sub kegiatan, `unspent`
    of the others have no known realisation.
    """

    verdict: OutcomeVerdict
    statements: int
    budget: Rupiah
    spent: Rupiah
    unspent: int
    shared: int = 0


def by_verdict(lines: Iterable[OutcomeMoney]) -> tuple[VerdictTotal, ...]:
    """One total for every verdict, in their order, with those that have none.

    The money of one sub kegiatan counts once, however many statements it has.
    """
    every = list(lines)
    once = counted_once(every)
    return tuple(_total(verdict, every, once) for verdict in OutcomeVerdict)


def counted_once(lines: Sequence[OutcomeMoney]) -> tuple[bool, ...]:
    """For each line whether its money is counted: each rupiah once.

    Of two on one sub kegiatan, or of a kegiatan and one within it, that with more of the money
    counts; where it is the same, that whose verdict claims less.
    """
    taken: dict[tuple[int, int], list[str]] = {}
    found = set()
    for at in sorted(range(len(lines)), key=lambda at: _precedence(lines[at])):
        line = lines[at]
        codes = taken.setdefault((line.year, line.agency), [])
        if not any(is_within(line.code, code) for code in codes):
            codes.append(line.code)
            found.add(at)
    return tuple(at in found for at in range(len(lines)))


def _precedence(line: OutcomeMoney) -> tuple[int, int, int]:
    spent = -1 if line.spent is None else line.spent.amount
    return line.code.count("."), -spent, _CLAIMS.index(line.verdict)


def _total(
    verdict: OutcomeVerdict, every: Sequence[OutcomeMoney], once: Sequence[bool]
) -> VerdictTotal:
    own = [
        (line, counts) for line, counts in zip(every, once, strict=True) if line.verdict is verdict
    ]
    counted = [line for line, counts in own if counts]
    spent = [line.spent for line in counted if line.spent is not None]
    return VerdictTotal(
        verdict,
        len(own),
        total(line.budget for line in counted if line.budget is not None),
        total(spent),
        len(counted) - len(spent),
        len(own) - len(counted),
    )


_CLAIMS = (
    OutcomeVerdict.WIDENED,
    OutcomeVerdict.UNCHANGED,
    OutcomeVerdict.UNKNOWN,
    OutcomeVerdict.NARROWED,
    OutcomeVerdict.CLOSED,
)
