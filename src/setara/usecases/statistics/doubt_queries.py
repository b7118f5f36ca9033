"""Which figures on record are doubted, and what was said about them."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.period import Period
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.sex import Sex
from setara.domain.foundation.verdict import Verdict, require
from setara.domain.language.text import Text
from setara.domain.statistics.dimension import Breakdown, said_breakdown
from setara.domain.statistics.element import Element
from setara.domain.statistics.explaining import ExplanationState
from setara.domain.statistics.observation import Value
from setara.domain.statistics.plausibility.dataset import Cell, Dataset
from setara.domain.statistics.plausibility.finding import Doubt
from setara.domain.statistics.plausibility.judging import doubts
from setara.store.models import ElementRecord, ExplanationRecord, ObservationRecord, PlaceRecord
from setara.usecases.foundation.access import visible
from setara.usecases.statistics.territory import own_figures


@dataclass(frozen=True, slots=True)
class DoubtLine:
    """One doubt with what was said about it; `observation_id` is that of its first cell."""

    doubt: Doubt
    fingerprint: str
    element: Element
    place_name: str
    period: Period
    who: Text
    observation_id: int | None
    state: ExplanationState
    explanation_id: int | None
    words: str
    explained_by: str
    explained_at: datetime | None
    answered_by: str
    refused_because: str
    may_explain: Verdict

    @property
    def consequences(self) -> tuple[Doubt, ...]:
        """What goes with it; without what stays a fault of its own once it is accepted."""
        if self.state is not ExplanationState.ACCEPTED:
            return self.doubt.consequences
        own = self.doubt.remaining
        return tuple(each for each in self.doubt.consequences if each not in own)


@dataclass(frozen=True, slots=True)
class DoubtsAnswer:
    """The doubts of a year, those nobody has answered first."""

    year: int | None
    years: tuple[int, ...]
    figures: int
    lines: tuple[DoubtLine, ...]
    may_accept: Verdict

    @property
    def open(self) -> int:
        """How many are not accepted."""
        return sum(line.state is not ExplanationState.ACCEPTED for line in self.lines)


def doubted(*, by: Actor, year: int | None = None, element_code: str = "") -> DoubtsAnswer:
    """The figures of a year (the latest for None) that the rules doubt. Cost: five queries.

    Figures of other years and of the population are compared with, not judged.
    """
    require(by.may(Permission.READ_RECORDS))
    rows = visible(by, ObservationRecord.objects.all(), through="element__government")
    years = sorted({day.year for day in rows.values_list("valid_from", flat=True).distinct()})
    chosen = year if year in years else (years[-1] if years else None)
    stand = _standing(by)
    judged = frozenset(
        cell
        for cell in stand.ids
        if cell.period.valid_from.year == chosen
        and (not element_code or cell.element == element_code)
    )
    data = Dataset(stand.figures, stand.elements, stand.parents, judged)
    lines = _lines(by, doubts(data), stand)
    order = list(ExplanationState)
    return DoubtsAnswer(
        year=chosen,
        years=tuple(reversed(years)),
        figures=len(judged),
        lines=tuple(sorted(lines, key=lambda line: (order.index(line.state), line.doubt.rule.id))),
        may_accept=may_answer(by),
    )


def may_answer(by: Actor) -> Verdict:
    """Who runs the register takes explanations."""
    return by.may(Permission.IMPORT_STATISTICS, agency_id=0)


@dataclass(frozen=True, slots=True)
class _Standing:
    """Everything on record of a government, as the rules see it, with the ids of the rows."""

    ids: Mapping[Cell, int]
    figures: Mapping[Cell, Value]
    elements: Mapping[str, Element]
    producers: Mapping[str, int | None]
    parents: Mapping[str, str]
    names: Mapping[str, str]


def _standing(by: Actor) -> _Standing:
    rows = own_figures(by)
    records = {row.pk: row for row in visible(by, ElementRecord.objects.all())}
    codes = {pk: row.code for pk, row in records.items()}
    places = dict(PlaceRecord.objects.filter(pk__in=rows.values("place")).values_list("pk", "code"))
    ids: dict[Cell, int] = {}
    figures: dict[Cell, Value] = {}
    for row in rows.only(
        "element_id", "place_id", "valid_from", "valid_to", "sex", "breakdown", "value",
        "decimal_places", "nothing",
    ).iterator():  # fmt: skip
        cell = Cell(
            codes[row.element_id],
            places[row.place_id],
            Period(row.valid_from, row.valid_to),
            Sex(row.sex),
            Breakdown.parsed(row.breakdown),
        )
        ids[cell], figures[cell] = row.pk, row.figure()
    known = set(places.values())
    above = {code: code.rpartition(".")[0] for code in known}
    return _Standing(
        ids=ids,
        figures=figures,
        elements={row.code: row.as_rule_sees_it() for row in records.values()},
        producers={row.code: row.producer_id for row in records.values()},
        parents={code: parent for code, parent in above.items() if parent in known},
        names=dict(PlaceRecord.objects.filter(code__in=known).values_list("code", "name")),
    )


def _lines(by: Actor, found: Iterable[Doubt], stand: _Standing) -> list[DoubtLine]:
    told = list(visible(by, ExplanationRecord.objects.all()))
    by_print = {(row.rule, row.fingerprint): row for row in told}
    by_cells = {(row.rule, tuple(row.cells)): row for row in told}
    lines = []
    waiting = deque(found)
    while waiting:
        doubt = waiting.popleft()
        fingerprint = doubt.fingerprint(stand.figures)
        row = by_print.get((doubt.rule.id, fingerprint))
        old = by_cells.get((doubt.rule.id, cell_names(doubt))) if row is None else None
        line = _line(by, doubt, fingerprint, row or old, stand, is_old=row is None)
        if line.state is ExplanationState.ACCEPTED:
            # What was accepted is right, so it is not what the sums are wrong for.
            waiting.extend(doubt.remaining)
        lines.append(line)
    return lines


def _line(
    by: Actor,
    doubt: Doubt,
    fingerprint: str,
    row: ExplanationRecord | None,
    stand: _Standing,
    *,
    is_old: bool,
) -> DoubtLine:
    cell = doubt.cells[0]
    producer = stand.producers[cell.element]
    return DoubtLine(
        doubt=doubt,
        fingerprint=fingerprint,
        element=stand.elements[cell.element],
        place_name=stand.names.get(cell.place, cell.place),
        period=cell.period,
        who=_who(cell),
        observation_id=next((stand.ids[c] for c in doubt.cells if c in stand.ids), None),
        state=_state(row, is_old=is_old),
        explanation_id=row.pk if row and not is_old else None,
        words=row.words if row else "",
        explained_by=row.explained_by if row else "",
        explained_at=row.explained_at if row else None,
        answered_by=row.accepted_by if row else "",
        refused_because=row.refused_because if row else "",
        may_explain=by.may(Permission.IMPORT_STATISTICS, agency_id=producer or 0),
    )


def _who(cell: Cell) -> Text:
    """Of which sex and group the figure is: `perempuan, 15–19 tahun`."""
    sex = cell.sex.label if cell.sex else Text("jumlah", "total")
    if not cell.breakdown:
        return sex
    return Text("{sex}, {group}", "{sex}, {group}").filled(
        sex=sex, group=said_breakdown(cell.breakdown, {})
    )


def _state(row: ExplanationRecord | None, *, is_old: bool) -> ExplanationState:
    if row is None:
        return ExplanationState.OPEN
    if is_old:
        return ExplanationState.STALE
    if row.accepted_at is not None:
        return ExplanationState.ACCEPTED
    return ExplanationState.REFUSED if row.refused_because else ExplanationState.EXPLAINED


def cell_names(doubt: Doubt) -> tuple[str, ...]:
    """The cells of a doubt by name, without their figures: what an old explanation is found by."""
    return tuple(
        f"{cell.element}|{cell.place}|{cell.period.valid_from}|"
        f"{cell.sex.value if cell.sex else ''}|{cell.breakdown.key}"
        for cell in doubt.cells
    )


NO_DOUBT = Text("Temuan ini", "This finding")
