"""Every disparity of a year in order of severity, those that cannot be ordered apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.period import Period
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import require
from setara.domain.language.text import Text
from setara.domain.statistics.disparity import Behind, Disparity
from setara.domain.statistics.element import Element, Measure, Polarity
from setara.domain.statistics.ranking import Contender, ranking
from setara.domain.statistics.seed import group_of
from setara.usecases.statistics.pairs import (
    PairAnswer,
    disparity_between,
    pairs_by_element,
    reading_of,
)
from setara.usecases.statistics.place_figures import home_place
from setara.usecases.statistics.register_queries import OWN_GROUP, group_name
from setara.usecases.statistics.territory import own_figures


class Level(StrEnum):
    """Of the government as a whole, or of its sub-districts."""

    GOVERNMENT = "daerah"
    SUBDISTRICT = "kecamatan"

    @property
    def label(self) -> Text:
        """In both languages."""
        return LEVEL_LABELS[self]


LEVEL_LABELS = {
    Level.GOVERNMENT: Text("seluruh daerah", "whole government"),
    Level.SUBDISTRICT: Text("kecamatan", "sub-districts"),
}


@dataclass(frozen=True, slots=True)
class RankingWanted:
    """What the ranking is narrowed to; None and empty narrow nothing."""

    year: int | None = None
    group: str = ""
    level: Level | None = None
    behind: Behind | None = None


@dataclass(frozen=True, slots=True)
class DisparityLine:
    """One disparity with its place in the order; `rank` and `severity` where it has them.

    `reading` says what the figures are and who is behind; `reason` why it stands apart.
    """

    element: Element
    pair: PairAnswer
    disparity: Disparity
    reading: tuple[Text, ...]
    rank: int | None = None
    severity: Decimal | None = None
    reason: Text | None = None

    @property
    def has_page(self) -> bool:
        """Whether the disparity has a page of its own: those of whole years have."""
        return self.pair.period == Period.year(self.pair.year)


@dataclass(frozen=True, slots=True)
class RankingAnswer:
    """The disparities of a year; `years` are those that have any figures."""

    year: int | None
    years: tuple[int, ...]
    every_group: tuple[tuple[str, Text], ...]
    ranked: tuple[DisparityLine, ...]
    at_parity: tuple[DisparityLine, ...]
    apart: tuple[DisparityLine, ...]
    has_sample: bool


def disparities(*, by: Actor, today: date, wanted: RankingWanted) -> RankingAnswer:
    """The disparities of the year wanted, or of the latest that has any. Cost: three queries.

    The direction is chosen after ranking, so that a rank means the same on every view.
    """
    require(by.may(Permission.READ_RECORDS))
    rows = own_figures(by)
    starts = rows.filter(breakdown="").order_by().values_list("valid_from__year", flat=True)
    years = tuple(sorted(set(starts.distinct()), reverse=True))
    year = wanted.year if wanted.year in years else next(iter(years), None)
    if year is None:
        return RankingAnswer(None, years, (), (), (), (), has_sample=False)
    here = home_place(by).code
    every = list(_lines(pairs_by_element(rows.filter(valid_from__year=year)), today))
    lines = [line for line in every if _is_wanted(line, wanted, here)]
    ranked, at_parity, apart = _ordered(lines)
    groups = sorted({group_of(line.element.code) or OWN_GROUP for line in every})
    return RankingAnswer(
        year=year,
        years=years,
        every_group=tuple((code, group_name(code)) for code in groups),
        ranked=tuple(each for each in ranked if wanted.behind in (None, each.disparity.behind)),
        at_parity=tuple(at_parity) if wanted.behind in (None, Behind.NEITHER) else (),
        apart=tuple(apart) if wanted.behind is None else (),
        has_sample=any(line.pair.source.is_sample for line in lines),
    )


def _lines(
    found: Iterable[tuple[Element, tuple[PairAnswer, ...]]], today: date
) -> Iterator[DisparityLine]:
    for element, pairs in found:
        for pair in pairs:
            yield DisparityLine(
                element=element,
                pair=pair,
                disparity=disparity_between(element, pair),
                reading=reading_of(element, pair, (), today),
            )


def _is_wanted(line: DisparityLine, wanted: RankingWanted, home: str) -> bool:
    level = Level.GOVERNMENT if line.pair.place_code == home else Level.SUBDISTRICT
    return wanted.group in ("", group_of(line.element.code) or OWN_GROUP) and wanted.level in (
        None,
        level,
    )


def _ordered(
    lines: list[DisparityLine],
) -> tuple[list[DisparityLine], list[DisparityLine], list[DisparityLine]]:
    """The lines as the ranking of the domain puts them; its keys are their places in the list."""
    found = ranking(Contender(at, line.disparity, _affected(line)) for at, line in enumerate(lines))
    ranked = [
        _with(lines[each.key], rank=each.rank, severity=each.severity) for each in found.ranked
    ]
    apart = [_with(lines[each.key], reason=each.reason) for each in found.apart]
    return ranked, [lines[key] for key in found.at_parity], apart


def _with(
    line: DisparityLine,
    *,
    rank: int | None = None,
    severity: Decimal | None = None,
    reason: Text | None = None,
) -> DisparityLine:
    return DisparityLine(
        line.element, line.pair, line.disparity, line.reading, rank, severity, reason
    )


def _affected(line: DisparityLine) -> Decimal | None:
    """How many of those who are behind it concerns: all of them, or those who are missing."""
    women, men, behind = line.pair.women, line.pair.men, line.disparity.behind
    is_counted = line.element.measure is Measure.COUNT and behind in (Behind.WOMEN, Behind.MEN)
    if not (is_counted and isinstance(women, Decimal) and isinstance(men, Decimal)):
        return None
    if line.element.polarity is Polarity.LOWER_IS_BETTER:
        return women if behind is Behind.WOMEN else men
    return abs(women - men)
