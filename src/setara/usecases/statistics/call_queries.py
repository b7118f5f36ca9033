"""Questions about data calls: the list, one call with all it asks, what could be asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.period import Period
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.place import PlaceKind
from setara.domain.foundation.verdict import Verdict, first_refusal, require
from setara.domain.language.text import Text
from setara.domain.statistics.asked import breakdowns_by
from setara.domain.statistics.call import may_change_call, may_close_call, may_open_call
from setara.domain.statistics.completeness import Completeness
from setara.domain.statistics.dimension import Breakdown, dimensions
from setara.domain.statistics.element import Element
from setara.domain.statistics.submission import CallState
from setara.store.models import (
    AgencyRecord,
    CallItemRecord,
    DataCallRecord,
    ElementRecord,
)
from setara.usecases.foundation.access import one, visible
from setara.usecases.statistics.board import BoardLine, lines_of
from setara.usecases.statistics.calls import CALL
from setara.usecases.statistics.counting import Counts, counts_of


@dataclass(frozen=True, slots=True)
class CallLine:
    """A call in the list of calls."""

    call_id: int
    title: str
    period: Period
    due_on: date
    state: CallState
    elements: int
    producers: int


@dataclass(frozen=True, slots=True)
class CallsAnswer:
    """All calls, newest first, and whether a new one may be made."""

    lines: tuple[CallLine, ...]
    may_plan: Verdict


@dataclass(frozen=True, slots=True)
class ItemAnswer:
    """One element asked for, of whom and how."""

    element: Element
    agency_id: int
    agency_name: str
    dimensions: tuple[Text, ...]
    dimension_codes: tuple[str, ...]
    by_subdistrict: bool
    completeness: Completeness


@dataclass(frozen=True, slots=True)
class CallAnswer:
    """One call with what it asks and what can be done about it."""

    call_id: int
    title: str
    letter_number: str
    period: Period
    opened_on: date | None
    due_on: date
    state: CallState
    version: int
    items: tuple[ItemAnswer, ...]
    lines: tuple[BoardLine, ...]
    whole: Completeness
    may_run: Verdict
    may_change: Verdict
    may_open: Verdict
    may_close: Verdict


@dataclass(frozen=True, slots=True)
class AgencyChoice:
    """An agency that can be asked; one of a sub-district answers for its own place."""

    agency_id: int
    name: str
    is_subdistrict: bool


@dataclass(frozen=True, slots=True)
class DimensionChoice:
    """A way an element can be broken down in a call, and how many rows that makes."""

    code: str
    name: Text
    categories: int


@dataclass(frozen=True, slots=True)
class ElementChoice:
    """An element that can be asked for, with its usual producer and breakdowns."""

    element: Element
    producer_id: int | None
    dimensions: tuple[DimensionChoice, ...]
    asked: tuple[ItemAnswer, ...]


@dataclass(frozen=True, slots=True)
class ChoosingAnswer:
    """What a call could ask for, and of whom."""

    call: CallAnswer
    elements: tuple[ElementChoice, ...]
    agencies: tuple[AgencyChoice, ...]


def calls(*, by: Actor) -> CallsAnswer:
    """All calls; drafts only for those who run them. Cost: three queries."""
    require(by.may(Permission.READ_RECORDS))
    rows = visible(by, DataCallRecord.objects.all()).prefetch_related("items")
    may_plan = by.may(Permission.RUN_DATA_CALL)
    shown = rows if may_plan else rows.exclude(state=CallState.DRAFT)
    return CallsAnswer(tuple(_call_line(row) for row in shown.order_by("-due_on", "-pk")), may_plan)


def _call_line(row: DataCallRecord) -> CallLine:
    items = list(row.items.all())
    return CallLine(
        call_id=row.pk,
        title=row.title,
        period=Period(row.valid_from, row.valid_to),
        due_on=row.due_on,
        state=CallState(row.state),
        elements=len(items),
        producers=len({item.agency_id for item in items}),
    )


def call(*, by: Actor, call_id: int, today: date) -> CallAnswer:
    """One call. Raises NotFound, also for a draft of others. Cost: twelve queries."""
    require(by.may(Permission.READ_RECORDS))
    may_run = by.may(Permission.RUN_DATA_CALL)
    rows = (
        DataCallRecord.objects.all()
        if may_run
        else DataCallRecord.objects.exclude(state=CallState.DRAFT)
    )
    row = one(by, rows, call_id, what=CALL)
    counts, state = counts_of(row), CallState(row.state)
    lines = lines_of(by, row, counts, today)
    items = items_of_call(row, today, counts)
    return CallAnswer(
        call_id=row.pk,
        title=row.title,
        letter_number=row.letter_number,
        period=Period(row.valid_from, row.valid_to),
        opened_on=row.opened_on,
        due_on=row.due_on,
        state=state,
        version=row.version,
        items=items,
        lines=lines,
        whole=counts.whole,
        may_run=may_run,
        may_change=first_refusal(may_run, may_change_call(state)),
        may_open=first_refusal(may_run, may_open_call(state, len(items), row.due_on, today)),
        may_close=first_refusal(may_run, may_close_call(state, [line.state for line in lines])),
    )


def items_of_call(call: DataCallRecord, today: date, counts: Counts) -> tuple[ItemAnswer, ...]:
    """What is asked of the agencies that were counted, by agency. Cost: two queries."""
    rows = CallItemRecord.objects.filter(call=call, agency__in=counts.by_element)
    related = rows.select_related("element", "agency").prefetch_related("agency__names")
    return tuple(
        _item(row, today, counts.by_element[row.agency_id][row.element.code])
        for row in related.order_by("agency__code", "element__code")
    )


def _item(row: CallItemRecord, today: date, counted: Completeness) -> ItemAnswer:
    parsed = [Breakdown.parsed(key) for key in row.breakdowns]
    codes = tuple(dict.fromkeys(code for each in parsed for code in each.dimensions))
    return ItemAnswer(
        element=row.element.as_rule_sees_it(),
        agency_id=row.agency_id,
        agency_name=row.agency.as_rule_sees_it().name_on(today).name,
        dimensions=tuple(dimensions()[code].name for code in codes if code in dimensions()),
        dimension_codes=codes,
        by_subdistrict=row.by_subdistrict,
        completeness=counted,
    )


def choosing(*, by: Actor, call_id: int, today: date) -> ChoosingAnswer:
    """What the call could ask for. Raises NotFound, Refused. Cost: sixteen queries."""
    require(by.may(Permission.RUN_DATA_CALL))
    found = call(by=by, call_id=call_id, today=today)
    asked: dict[str, list[ItemAnswer]] = {}
    for item in found.items:
        asked.setdefault(item.element.code, []).append(item)
    rows = visible(by, ElementRecord.objects.all()).order_by("code")
    return ChoosingAnswer(
        call=found,
        elements=tuple(_choice(row, asked.get(row.code, [])) for row in rows),
        agencies=_agencies(by, today),
    )


def _choice(row: ElementRecord, asked: list[ItemAnswer]) -> ElementChoice:
    element = row.as_rule_sees_it()
    found = [(code, len(breakdowns_by(element, code))) for code in element.dimensions]
    return ElementChoice(
        element=element,
        producer_id=row.producer_id,
        dimensions=tuple(
            DimensionChoice(code, dimensions()[code].name, categories)
            for code, categories in found
            if categories
        ),
        asked=tuple(asked),
    )


def _agencies(by: Actor, today: date) -> tuple[AgencyChoice, ...]:
    rows = visible(by, AgencyRecord.objects.all()).select_related("place").order_by("code")
    seen = [(row, row.as_rule_sees_it()) for row in rows.prefetch_related("names")]
    return tuple(
        AgencyChoice(row.pk, agency.name_on(today).name, _is_subdistrict(row))
        for row, agency in seen
        if agency.exists_on(today)
    )


def _is_subdistrict(row: AgencyRecord) -> bool:
    return row.place is not None and row.place.kind == PlaceKind.SUBDISTRICT
