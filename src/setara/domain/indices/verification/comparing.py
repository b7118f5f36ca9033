"""Published values beside what comes out of the figures published with them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from setara.domain.indices.arithmetic import rounded
from setara.domain.indices.computing import Result, computed
from setara.domain.indices.definition import Figure, Index, NoMethod, UnusableInput
from setara.domain.indices.registry import index_named
from setara.domain.indices.verification.expectations import known_cell, tolerance
from setara.domain.language.text import Text, listed
from setara.domain.statistics.observation import Nothing


class Outcome(StrEnum):
    """How a published value stands to the recomputed one."""

    EXACT = "exact"
    WITHIN = "within"
    KNOWN = "known"
    MISS = "miss"
    REFUSED = "refused"
    INCOMPLETE = "incomplete"

    @property
    def label(self) -> Text:
        """In both languages."""
        return LABELS[self]


LABELS = {
    Outcome.EXACT: Text("tepat", "exact"),
    Outcome.WITHIN: Text("dalam toleransi", "within tolerance"),
    Outcome.KNOWN: Text("sel keliru yang dikenal", "known bad cell"),
    Outcome.MISS: Text("tidak cocok", "does not match"),
    Outcome.REFUSED: Text("angkanya ditolak", "its figures are refused"),
    Outcome.INCOMPLETE: Text("komponennya tidak lengkap", "its components are incomplete"),
}
MATCHING = frozenset({Outcome.EXACT, Outcome.WITHIN})
NOT_MATCHING = frozenset({Outcome.MISS, Outcome.REFUSED})


@dataclass(frozen=True, slots=True)
class Printed:
    """A published value: the step of the index it is of, and the decimals it is printed with."""

    step: str
    value: Decimal
    decimals: int


@dataclass(frozen=True, slots=True)
class Claim:
    """What a publisher says comes out of these figures for a place and year.

    A figure that is not there is None or a kind of nothing. `place_code` is empty where only the
    name is known.
    """

    place: str
    year: int
    index: str
    figures: Mapping[str, Figure]
    printed: tuple[Printed, ...]
    place_code: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """One published value beside the recomputed one, which is None where none could be computed.

    `reason` tells why they differ or may differ, or why nothing was computed.
    """

    place: str
    year: int
    index: str
    step: str
    published: Decimal
    recomputed: Decimal | None
    outcome: Outcome
    reason: Text | None = None
    place_code: str = ""

    @property
    def difference(self) -> Decimal | None:
        """Recomputed less published, both as printed."""
        return None if self.recomputed is None else self.recomputed - self.published


@dataclass(frozen=True, slots=True)
class Tally:
    """How many values of one step came out how; `year` None for all years together."""

    index: str
    step: str
    year: int | None
    counts: Mapping[Outcome, int]

    @property
    def compared(self) -> int:
        """Values that were computed or refused; known bad cells and incomplete rows left out."""
        return sum(self.counts.get(outcome, 0) for outcome in MATCHING | NOT_MATCHING)

    @property
    def matching(self) -> int:
        """Values that come out at the published digits or within the tolerance."""
        return sum(self.counts.get(outcome, 0) for outcome in MATCHING)

    @property
    def exact_rate(self) -> Decimal | None:
        """The part of the compared values that comes out digit for digit, 0 to 1."""
        return self._rate(self.counts.get(Outcome.EXACT, 0))

    @property
    def rate(self) -> Decimal | None:
        """The part of the compared values that matches, 0 to 1; None where none was compared."""
        return self._rate(self.matching)

    def _rate(self, count: int) -> Decimal | None:
        return Decimal(count) / self.compared if self.compared else None


@dataclass(frozen=True, slots=True)
class Verification:
    """All comparisons, in the order of the claims."""

    comparisons: tuple[Comparison, ...]

    @property
    def all_match(self) -> bool:
        """Whether every value that could be compared matches, known bad cells aside.

        Where nothing was compared nothing matches.
        """
        outcomes = {each.outcome for each in self.comparisons}
        return bool(outcomes & MATCHING) and not outcomes & NOT_MATCHING

    def of(self, *outcomes: Outcome) -> tuple[Comparison, ...]:
        """The comparisons that came out so."""
        return tuple(each for each in self.comparisons if each.outcome in outcomes)

    @property
    def misses(self) -> tuple[Comparison, ...]:
        """What does not match, refused figures included, the widest apart first."""
        missed = self.of(*NOT_MATCHING)
        return tuple(sorted(missed, key=lambda each: -abs(each.difference or Decimal(0))))

    def tallies(self) -> tuple[Tally, ...]:
        """One an index or step over all years, in the order they first appear."""
        return tuple(self._tallied((each.index, each.step, None) for each in self.comparisons))

    def tallies_by_year(self) -> tuple[Tally, ...]:
        """One an index or step and year, the years ascending."""
        found = self._tallied((each.index, each.step, each.year) for each in self.comparisons)
        order = {(tally.index, tally.step): place for place, tally in enumerate(self.tallies())}
        return tuple(sorted(found, key=lambda t: (order[t.index, t.step], t.year or 0)))

    def _tallied(self, keys: Iterable[tuple[str, str, int | None]]) -> Iterator[Tally]:
        counts: dict[tuple[str, str, int | None], Counter[Outcome]] = {}
        for key, each in zip(keys, self.comparisons, strict=True):
            counts.setdefault(key, Counter())[each.outcome] += 1
        for (index, step, year), counted in counts.items():
            yield Tally(index, step, year, counted)


def verified(claims: Iterable[Claim]) -> Verification:
    """Each claim recomputed and compared, digit for digit. Raises NoSuchIndex.

    Cost: one exact computation a claim, half a millisecond.
    """
    return Verification(tuple(each for claim in claims for each in _compared(claim)))


def _compared(claim: Claim) -> Iterator[Comparison]:
    index = index_named(claim.index)
    found: Result | None = None
    outcome, reason = Outcome.REFUSED, None
    if missing := _missing(index, claim.figures):
        outcome, reason = Outcome.INCOMPLETE, MISSING.filled(measures=listed(missing))
    else:
        try:
            found = computed(index, claim.figures, year=claim.year)
        except UnusableInput as refusal:
            reason = refusal.reason
            outcome = Outcome.INCOMPLETE if _only_lacks(claim, refusal) else outcome
        except NoMethod as refusal:
            reason = refusal.reason
    for printed in claim.printed:
        if found is not None:
            yield _beside(claim, printed, found)
        else:
            yield _comparison(claim, printed, None, outcome, reason)


MISSING = Text(
    "tidak dapat dihitung ulang karena ini tidak ada: {measures}",
    "cannot be recomputed for want of: {measures}",
)


def _missing(index: Index, figures: Mapping[str, Figure]) -> list[Text]:
    return [
        measure.name
        for measure in index.measures
        if not measure.optional and isinstance(figures.get(measure.key), Nothing | None)
    ]


def _only_lacks(claim: Claim, refusal: UnusableInput) -> bool:
    """Whether nothing is wrong with the figures but that too few of them are there."""
    blamed = [measure for fault in refusal.faults for measure in fault.measures]
    return bool(blamed) and all(
        isinstance(claim.figures.get(measure), Nothing | None) for measure in blamed
    )


def _beside(claim: Claim, printed: Printed, found: Result) -> Comparison:
    ours = rounded(found.steps[printed.step], printed.decimals)
    off = abs(ours - printed.value)
    if off == 0:
        return _comparison(claim, printed, ours, Outcome.EXACT)
    allowed = tolerance(claim.index, printed.step, claim.year)
    if allowed is not None and off <= allowed.within:
        return _comparison(claim, printed, ours, Outcome.WITHIN, allowed.reason)
    known = known_cell(claim.index, printed.step, claim.place, claim.year)
    if known is not None and off <= known.at_most:
        return _comparison(claim, printed, ours, Outcome.KNOWN, known.reason)
    return _comparison(claim, printed, ours, Outcome.MISS)


def _comparison(
    claim: Claim,
    printed: Printed,
    ours: Decimal | None,
    outcome: Outcome,
    reason: Text | None = None,
) -> Comparison:
    return Comparison(
        place=claim.place,
        year=claim.year,
        index=claim.index,
        step=printed.step,
        published=printed.value,
        recomputed=ours,
        outcome=outcome,
        reason=reason,
        place_code=claim.place_code,
    )
