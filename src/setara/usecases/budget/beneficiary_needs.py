"""Which figures by sex say who needs a sub kegiatan: chosen, withdrawn, and looked up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal

from django.db.models import Q

from setara.domain.budget.beneficiaries.headcount import MOST_BENEFICIARIES
from setara.domain.budget.beneficiaries.need import Need
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import Refused, Verdict, refused, require
from setara.domain.language.text import Text
from setara.domain.statistics.card import Collection
from setara.domain.statistics.element import Element, Measure
from setara.domain.statistics.observation import Value
from setara.store.models import (
    BeneficiaryNeedRecord,
    BudgetLineRecord,
    ElementRecord,
    GovernmentRecord,
    ObservationRecord,
    PlaceRecord,
)
from setara.usecases.budget.beneficiaries import (
    activity_of,
    held_line,
    keep,
    replaced,
    says_why,
    standing,
    withdraw,
)
from setara.usecases.foundation.access import (
    CHANGED_MEANWHILE,
    NotFound,
    government_of,
    one,
    visible,
)
from setara.usecases.foundation.command import command, leave_event
from setara.usecases.statistics.pairs import PairAnswer, pairs_by_element, pairs_of

ELEMENT = Text("Elemen data", "The data element")
FIGURES = Text("Angka kebutuhan", "The figures on the need")
NEED = Text("Pembanding kebutuhan", "The need chosen")


@dataclass(frozen=True, slots=True)
class NewNeed:
    """Figures of both sexes by element, place and year; `respondents` where from a survey."""

    element_code: str
    place_code: str
    year: int
    respondents: int | None = None


@dataclass(frozen=True, slots=True)
class NeedAnswer:
    """The need a sub kegiatan stands beside; without `need` where its figures are gone."""

    record_id: int
    element: Element
    place_code: str
    place_name: str
    year: int
    pair: PairAnswer | None
    need: Need | None
    respondents: int | None
    recorded_by: str
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class OfferedNeed:
    """Figures that can be chosen: of counts, the latest of each element and place."""

    element: Element
    pair: PairAnswer

    @property
    def key(self) -> str:
        """What names them in a form: element, place and year."""
        return f"{self.element.code}|{self.pair.place_code}|{self.pair.year}"


@command(
    "budget.need.chosen",
    says=Text("Pembanding kebutuhan dipilih", "Need of a sub-activity chosen"),
)
def choose_need(
    *,
    by: Actor,
    at: datetime,
    line_id: int,
    need: NewNeed,
    replacing: int | None = None,
    reason: str = "",
) -> int:
    """Set the beneficiaries of a sub kegiatan beside those in need by an element of the register.

    Raises Refused for an element that is no count, or where there are no figures; NotFound.
    """
    line = held_line(by, line_id)
    require(_can_be(need.respondents))
    record = _record(line, _counted(by, need.element_code), need)
    before = replaced(BeneficiaryNeedRecord, line, replacing, reason)
    if before is not None:
        withdraw(before, by=by, moment=at, because=reason)
    if standing(BeneficiaryNeedRecord, line).exists():
        raise Refused(CHANGED_MEANWHILE)
    keep(record, by=by, moment=at, reason=reason)
    leave_event(
        "budget.need.chosen",
        by=by,
        at=at,
        subject=record,
        code=line.code,
        element=need.element_code,
        year=need.year,
        replaced=replacing,
        reason=record.reason,
    )
    return record.pk


@command(
    "budget.need.withdrawn",
    says=Text("Pembanding kebutuhan dicabut", "Need of a sub-activity withdrawn"),
)
def withdraw_need(*, by: Actor, at: datetime, record_id: int, because: str) -> None:
    """Leave the sub kegiatan without a need to stand beside. Raises Refused, NotFound."""
    rows = BeneficiaryNeedRecord.objects.all()
    record = one(by, rows, record_id, what=NEED, through="agency__government")
    require(by.may(Permission.RECORD_BENEFICIARIES, agency_id=record.agency_id))
    require(says_why(because))
    withdraw(record, by=by, moment=at, because=because)
    leave_event("budget.need.withdrawn", by=by, at=at, subject=record, because=because.strip())


def offered_needs(by: Actor) -> tuple[OfferedNeed, ...]:
    """The latest figures of every count and place, those of the whole area first.

    Where the area has no figure of its own, that of all its sub-districts together is offered.
    Cost: three queries.
    """
    government = GovernmentRecord.objects.select_related("place").get(pk=government_of(by))
    figures = visible(by, ObservationRecord.objects.all(), through="element__government")
    found: dict[tuple[str, str], OfferedNeed] = {}
    below = _below([government.place])
    for element, pairs in pairs_by_element(figures.filter(element__measure=Measure.COUNT)):
        for pair in (*pairs, *_summed(pairs, below)):
            key = element.code, pair.place_code
            if key not in found or found[key].pair.period < pair.period:
                found[key] = OfferedNeed(element, pair)
    home = government.place.code
    return tuple(sorted(found.values(), key=lambda each: each.pair.place_code != home))


def need_answers(rows: Sequence[BeneficiaryNeedRecord]) -> dict[int, NeedAnswer]:
    """The needs with their figures, by the id of the row. Cost: two queries however many.

    The rows must have element and place fetched.
    """
    if not rows:
        return {}
    asked = Q()
    for element_id, valid_from in {(row.element_id, row.valid_from) for row in rows}:
        asked |= Q(element_id=element_id, valid_from=valid_from)
    below = _below({row.place for row in rows})
    pairs = {
        (element.code, pair.place_code, pair.period.valid_from): pair
        for element, found in pairs_by_element(ObservationRecord.objects.filter(asked))
        for pair in (*_summed(found, below), *found)
    }
    elements = {row.element_id: row.element for row in rows}
    known = {pk: element.as_rule_sees_it() for pk, element in elements.items()}
    return {row.pk: _answer(row, known[row.element_id], pairs) for row in rows}


def _below(places: Iterable[PlaceRecord]) -> dict[str, tuple[str, frozenset[str]]]:
    """The name of each place and the codes of the places right below it, by its code."""
    found = {place.code: (place.name, set[str]()) for place in places}
    rows = PlaceRecord.objects.filter(parent__code__in=found)
    for parent, code in rows.values_list("parent__code", "code"):
        found[parent][1].add(code)
    return {code: (name, frozenset(codes)) for code, (name, codes) in found.items() if codes}


def _summed(
    pairs: Sequence[PairAnswer], below: Mapping[str, tuple[str, frozenset[str]]]
) -> list[PairAnswer]:
    """Counts of a whole area from those of its parts, where every part has both figures."""
    found = []
    for code, (name, parts) in below.items():
        for period in {pair.period for pair in pairs}:
            mine = [pair for pair in pairs if pair.period == period and pair.place_code in parts]
            if len(mine) == len(parts) and all(pair.total is not None for pair in mine):
                found.append(_together(code, name, mine))
    return found


def _together(code: str, name: str, parts: Sequence[PairAnswer]) -> PairAnswer:
    def summed(figures: Iterable[Value]) -> Decimal:
        return sum((each for each in figures if isinstance(each, Decimal)), Decimal(0))

    return replace(
        parts[0],
        place_code=code,
        place_name=name,
        women=summed(pair.women for pair in parts),
        men=summed(pair.men for pair in parts),
        cells=("", ""),
    )


def _answer(
    row: BeneficiaryNeedRecord,
    element: Element,
    pairs: Mapping[tuple[str, str, date], PairAnswer],
) -> NeedAnswer:
    pair = pairs.get((element.code, row.place.code, row.valid_from))
    return NeedAnswer(
        record_id=row.pk,
        element=element,
        place_code=row.place.code,
        place_name=row.place.name,
        year=row.valid_from.year,
        pair=pair,
        need=_need(element, pair, row.respondents) if pair else None,
        respondents=row.respondents,
        recorded_by=row.recorded_by,
        recorded_at=row.recorded_at,
    )


def _need(element: Element, pair: PairAnswer, respondents: int | None) -> Need:
    return Need(
        women=pair.women,
        men=pair.men,
        unit=element.unit,
        is_sample=element.collection is Collection.SAMPLE,
        respondents=respondents,
    )


def _figures(element: ElementRecord, need: NewNeed) -> tuple[PlaceRecord, PairAnswer]:
    place = PlaceRecord.objects.filter(code=need.place_code).first()
    if place is None:
        raise NotFound(FIGURES)
    rows = ObservationRecord.objects.filter(element=element, valid_from__year=need.year)
    pairs = pairs_of(rows)
    for pair in (*pairs, *_summed(pairs, _below([place]))):
        if pair.place_code == place.code:
            return place, pair
    raise NotFound(FIGURES)


def _record(line: BudgetLineRecord, element: ElementRecord, need: NewNeed) -> BeneficiaryNeedRecord:
    place, pair = _figures(element, need)
    return BeneficiaryNeedRecord(
        **activity_of(line),
        element=element,
        place=place,
        valid_from=pair.period.valid_from,
        valid_to=pair.period.end,
        respondents=need.respondents,
    )


def _counted(by: Actor, code: str) -> ElementRecord:
    """The element, where it counts. Raises NotFound, Refused."""
    element = visible(by, ElementRecord.objects.filter(code=code)).first()
    if element is None:
        raise NotFound(ELEMENT)
    require(_is_count(element))
    return element


def _can_be(respondents: int | None) -> Verdict:
    if respondents is None or 1 <= respondents <= MOST_BENEFICIARIES:
        return Verdict(allowed=True)
    return refused(
        "Jumlah responden {respondents} tidak mungkin.",
        "There cannot be {respondents} respondents.",
        respondents=respondents,
    )


def _is_count(element: ElementRecord) -> Verdict:
    if element.measure == Measure.COUNT:
        return Verdict(allowed=True)
    return refused(
        "“{name}” bukan jumlah, sehingga tidak mengatakan berapa bagian perempuan di antara yang "
        "membutuhkan. Pilih elemen berupa jumlah orang.",
        "“{name}” is no count, so it does not say which part of those in need are women. Choose "
        "an element that counts people.",
        name=element.as_rule_sees_it().name,
    )
