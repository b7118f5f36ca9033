"""Which datum shows a factor of column 3, as far as its own words tell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from setara.domain.budget.datum import Datum
from setara.domain.budget.paper.data import read_data
from setara.domain.budget.paper.places import Line
from setara.domain.budget.paper.words import overlap
from setara.domain.budget.pathway import Factor, FactorNote
from setara.domain.budget.words_and_figures import claimed_larger
from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Language, same
from setara.domain.statistics.element import PopulationType

_PERCENT = re.compile(r"(?<![\d.,])(\d{1,3}(?:[.,]\d{1,2})?)\s*(?:%|persen\b)")
_NEAR = Decimal("0.6")
_UNNAMED = "Data"
# Whose figures show who decides, and who takes part, where the words name no datum.
_ABOUT = {
    Factor.CONTROL: PopulationType.OFFICIALS,
    Factor.PARTICIPATION: PopulationType.PARTICIPANTS,
}


def tied_factors(
    named: Sequence[tuple[Factor | None, str, Line]], data: Sequence[Datum], *, year: int
) -> tuple[tuple[FactorNote, ...], tuple[Datum, ...]]:
    """The factors with their data, and the data with those that stand in a factor's own words.

    A factor is tied to the figures it holds itself; else to the datum that gives a per cent it
    names, or whose label it shares words with; a claim (`lebih banyak`) to the only datum there
    is, or to that about those who decide or take part. Otherwise it stays untied.
    """
    known = list(data)
    notes = []
    for factor, text, line in named:
        if factor is None:
            continue
        own = read_data(
            [line_of(text, line)],
            year=year,
            first_key=len(known) + 1,
            default=known[-1] if known else None,
        ).data
        label = factor.label.say(Language.INDONESIAN)
        own = tuple(
            replace(datum, label=same(label)) if _is_unnamed(datum) else datum for datum in own
        )
        again = [_same_as(datum, known) for datum in own]
        fresh = [datum for datum, twin in zip(own, again, strict=True) if twin is None]
        fresh = [replace(datum, key=len(known) + n) for n, datum in enumerate(fresh, start=1)]
        known += fresh
        shown = again[0] or fresh[0] if own else None
        key = shown.key if shown is not None else _tied(factor, text, known)
        notes.append(FactorNote(factor, text, key))
    return tuple(notes), tuple(known)


def line_of(text: str, line: Line) -> Line:
    """The words of a factor at the place of its line."""
    return Line(text, line.place)


def _tied(factor: Factor, text: str, data: Sequence[Datum]) -> int | None:
    percents = [Decimal(found.replace(",", ".")) for found in _PERCENT.findall(text)]
    giving = [datum for datum in data if any(_gives(datum, percent) for percent in percents)]
    if giving:
        return max(giving, key=lambda datum: _likeness(text, datum)).key
    likest = max(data, key=lambda datum: _likeness(text, datum), default=None)
    if likest is not None and _likeness(text, likest) and not percents:
        return likest.key
    if claimed_larger(text) is None:
        return None
    about = _ABOUT.get(factor)
    meant = [datum for datum in data if len(data) == 1 or datum.population_type is about]
    # Of several the one about most people, as of echelons one that has two and one that has forty.
    return max(meant, key=lambda datum: datum.total or 0).key if meant else None


def _gives(datum: Datum, percent: Decimal) -> bool:
    shares = [share for sex in Sex if (share := datum.share_of(sex)) is not None]
    return any(abs(share.percent(places=4) - percent) <= _NEAR for share in shares)


def _same_as(datum: Datum, known: Sequence[Datum]) -> Datum | None:
    """The datum of column 2 that a factor repeats; one with other per cents is another."""
    return next(
        (
            each
            for each in known
            if (each.female, each.male) == (datum.female, datum.male)
            and datum.stated_female_percent in {None, each.stated_female_percent}
            and datum.stated_male_percent in {None, each.stated_male_percent}
        ),
        None,
    )


def _is_unnamed(datum: Datum) -> bool:
    return datum.label.say(Language.INDONESIAN) == _UNNAMED


def _likeness(text: str, datum: Datum) -> int:
    return overlap(text, datum.label.say(Language.INDONESIAN))
