"""What is weak in a four-step GAP: GAP-21 to GAP-30, each with the step to mend.

Source of GAP-21 to GAP-29: the steps as Cabang Dinas Aceh Utara describes them, with the
rules of the nine columns (`pug.md` 2.6) where they apply; the bounds are Setara's own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from itertools import pairwise

from setara.domain.budget import document_finding_words as words
from setara.domain.budget.datum import PER_CENT, Aspect, Datum
from setara.domain.budget.document_pathway import (
    DocumentPathway,
    Evidence,
    IndexFigure,
    PlanLevel,
    PlanRow,
    Start,
)
from setara.domain.budget.finding import Finding, error, warning
from setara.domain.budget.measurement import narrows, same_unit
from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Text
from setara.domain.statistics.disparity import Behind, parity_band
from setara.domain.statistics.element import Polarity

OLDEST = 2
_ALL = 100


def document_findings(pathway: DocumentPathway, *, today: date) -> tuple[Finding, ...]:
    """Every finding, in the order of the steps. Cost: below 1 ms for 40 causes and rows."""
    found = [finding for rule in RULES for finding in rule(pathway, today)]
    return tuple(sorted(found, key=lambda each: (each.column, each.rule)))


def _issues_shown(pathway: DocumentPathway, today: date) -> Iterator[Finding]:
    """GAP-21: every issue is shown by figures; without one there is no analysis."""
    if not pathway.issues or not pathway.evidence:
        yield error("GAP-21", 1, words.NOTHING_SHOWN, words.TAKE_FIGURES)
        return
    for issue in pathway.issues:
        if not issue.evidence:
            yield error("GAP-21", 1, words.NOT_SHOWN.filled(issue=issue.text), words.TIE_FIGURE)


def _age(pathway: DocumentPathway, today: date) -> Iterator[Finding]:
    """GAP-22: figures name source and year, and are not older than two years at the plan's start.

    A plan that begins later is measured by today.
    """
    now = min(today.year, pathway.first_year)
    for each in pathway.evidence:
        year, name = year_of(each), each.label
        if year is None or not each.source.strip():
            yield error("GAP-22", 1, words.NO_SOURCE.filled(figure=name), words.TAKE_AGAIN)
        elif now - year > OLDEST:
            values = {"figure": name, "year": str(year)}
            yield warning("GAP-22", 1, words.OLD.filled(**values), words.NEWER)


def _disparity(pathway: DocumentPathway, today: date) -> Iterator[Finding]:
    """GAP-23: at least one figure by sex shows a disparity."""
    data = [each for each in pathway.evidence if isinstance(each, Datum) and each.has_figures]
    band = parity_band(today)
    if data and all(each.disparity(band).behind is Behind.NEITHER for each in data):
        yield warning("GAP-23", 1, words.NOBODY_BEHIND, words.LOOK_CLOSER)


def _causes(pathway: DocumentPathway, today: date) -> Iterator[Finding]:
    """GAP-24: every issue has a cause, and every cause belongs to an issue."""
    named = {cause.issue_key for cause in pathway.causes}
    for issue in pathway.issues:
        if issue.key not in named:
            yield warning("GAP-24", 2, words.NO_CAUSE.filled(issue=issue.text), words.ASK_WHY)
    for cause in pathway.causes:
        if cause.issue_key is None:
            message = words.CAUSE_OF_NOTHING.filled(cause=cause.text)
            yield warning("GAP-24", 2, message, words.CHOOSE_ISSUE)


def _answers(pathway: DocumentPathway, today: date) -> Iterator[Finding]:
    """GAP-25: every cause is answered by a row of the framework."""
    answered = {key for row in pathway.rows for key in row.answers}
    for cause in pathway.causes:
        if cause.key not in answered:
            message = words.UNANSWERED.filled(cause=cause.text)
            yield warning("GAP-25", 3, message, words.ANSWER_IT)


def _chain(pathway: DocumentPathway, today: date) -> Iterator[Finding]:
    """GAP-26: the framework has its four levels, and each row serves one of the level above."""
    for level in PlanLevel:
        if not pathway.at(level):
            judge = error if level in {PlanLevel.OUTCOME, PlanLevel.ACTIVITY} else warning
            yield judge("GAP-26", 3, words.NO_LEVEL.filled(level=level.label), words.ADD_ROW)
    served = {row.serves for row in pathway.rows}
    for row in pathway.rows:
        above = row.level.above
        if above and row.serves is None:
            values = {"row": row.text, "level": row.level.label, "above": above.label}
            yield warning("GAP-26", 3, words.SERVES_NOTHING.filled(**values), words.TIE_UP)
        if row.level is not PlanLevel.ACTIVITY and row.key not in served:
            yield warning("GAP-26", 3, words.UNSERVED.filled(row=row.text), words.TIE_DOWN)


def _indicators(pathway: DocumentPathway, today: date) -> Iterator[Finding]:
    """GAP-27: all but activities are measured; an outcome starts from step 1, in its unit."""
    for row in pathway.rows:
        if row.level is PlanLevel.ACTIVITY:
            continue
        if not row.indicator.strip():
            yield warning("GAP-27", 3, words.NOT_MEASURED.filled(row=row.text), words.MEASURE_IT)
        elif row.level is PlanLevel.OUTCOME and row.start is None:
            message = words.NO_START.filled(indicator=row.indicator)
            yield warning("GAP-27", 3, message, words.CHOOSE_START)
        unit = unit_of(pathway, row.start)
        if row.indicator.strip() and unit is not None and not same_unit(row.unit, unit):
            values = {"indicator": row.indicator, "unit": row.unit or "–", "start": unit}
            yield warning("GAP-27", 3, words.OTHER_UNIT.filled(**values), words.USE_ONE_UNIT)


def _targets(pathway: DocumentPathway, today: date) -> Iterator[Finding]:
    """GAP-28: a target for the last year, steps that do not turn back, none that cannot be."""
    for row in pathway.rows:
        if not row.indicator.strip():
            continue
        named = {"indicator": row.indicator, "year": str(pathway.last_year)}
        if pathway.last_year not in row.targets:
            yield warning("GAP-28", 3, words.NO_LAST_TARGET.filled(**named), words.SET_TARGETS)
        if _turns(pathway, row):
            yield warning("GAP-28", 3, words.TURNS.filled(**named), words.CHECK_TARGETS)
        for year, target in row.targets.items():
            is_percent = same_unit(row.unit, PER_CENT)
            if target < 0 or (is_percent and target > _ALL):
                values = {"indicator": row.indicator, "year": str(year), "target": target}
                yield warning("GAP-28", 3, words.BEYOND.filled(**values), words.WITHIN)


def _narrowing(pathway: DocumentPathway, today: date) -> Iterator[Finding]:
    """GAP-29: the last target narrows the gap, or moves the index the better way."""
    band = parity_band(today)
    for row in pathway.rows:
        piece = pathway.piece(row.start.evidence_key) if row.start else None
        start, target = pathway.figure(row.start), row.targets.get(pathway.last_year)
        if piece is None or start is None or target is None or row.start is None:
            continue
        values = {"indicator": row.indicator, "start": start, "target": target}
        if isinstance(piece, IndexFigure):
            better = (
                target > start if piece.polarity is Polarity.HIGHER_IS_BETTER else target < start
            )
            if not better:
                yield warning("GAP-29", 3, words.NOT_BETTER.filled(**values), words.TURN)
            continue
        behind = piece.sex_behind(band)
        if behind and not _closes(piece, row.start, start, target, behind):
            values |= {"behind": behind.label, "figure": piece.label}
            yield warning("GAP-29", 3, words.WIDENS.filled(**values), words.TURN)


def _agencies(pathway: DocumentPathway, today: date) -> Iterator[Finding]:
    """GAP-30: each activity has an agency that does it, and each agency named has a part."""
    done = {key for agency in pathway.agencies for key in agency.rows}
    for row in pathway.at(PlanLevel.ACTIVITY):
        if row.key not in done:
            yield warning("GAP-30", 4, words.NOBODY_DOES.filled(row=row.text), words.NAME_AGENCY)
    for agency in pathway.agencies:
        if not agency.part.strip() and not agency.rows:
            yield warning("GAP-30", 4, words.NO_PART.filled(agency=agency.name), words.SAY_PART)
    for party in pathway.outside:
        if not party.part.strip():
            yield warning("GAP-30", 4, words.NO_PART.filled(agency=party.name), words.SAY_PART)


RULES: tuple[Callable[[DocumentPathway, date], Iterator[Finding]], ...] = (
    _issues_shown,
    _age,
    _disparity,
    _causes,
    _answers,
    _chain,
    _indicators,
    _targets,
    _narrowing,
    _agencies,
)


def year_of(evidence: Evidence) -> int | None:
    """The year a figure is of; None where none is stated."""
    if isinstance(evidence, IndexFigure):
        return evidence.year
    return evidence.period.valid_from.year if evidence.period else None


def unit_of(pathway: DocumentPathway, start: Start | None) -> Text | None:
    """The unit of the figure an indicator starts from; None for an index, which has none."""
    piece = pathway.piece(start.evidence_key) if start else None
    if start is None or not isinstance(piece, Datum):
        return None
    return piece.unit_of(start.aspect or Aspect.VALUE)


def _turns(pathway: DocumentPathway, row: PlanRow) -> bool:
    """Whether the targets go up in one year and down in another."""
    start = pathway.figure(row.start)
    path = [*([start] if start is not None else []), *(row.targets[y] for y in sorted(row.targets))]
    moves = [after - before for before, after in pairwise(path)]
    return any(move > 0 for move in moves) and any(move < 0 for move in moves)


def _closes(datum: Datum, start: Start, value: Decimal, target: Decimal, behind: Sex) -> bool:
    sex = start.sex or Sex.FEMALE
    aspect = start.aspect or Aspect.VALUE
    return narrows(datum, sex=sex, aspect=aspect, start=value, target=target, behind=behind)
