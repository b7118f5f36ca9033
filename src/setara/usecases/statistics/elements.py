"""Verbs on data elements: defined, edited, and reconciled with the producer's card."""

from __future__ import annotations

from datetime import datetime
from typing import Required, TypedDict, Unpack

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.sex import Sex
from setara.domain.foundation.verdict import Refused, require
from setara.domain.language.text import Text
from setara.domain.statistics.card import Card, Collection, Frequency
from setara.domain.statistics.element import (
    Confidentiality,
    Element,
    Measure,
    Polarity,
    PopulationType,
    Range,
)
from setara.domain.statistics.register_rules import (
    changes_meaning,
    may_change,
    may_reconcile,
    may_register,
)
from setara.usecases.foundation.access import CHANGED_MEANWHILE
from setara.usecases.foundation.command import command, leave_event
from setara.usecases.statistics.element_rows import (
    NO_AGENCY,
    elements_by_code,
    own_element,
    own_producer_id,
    row_of,
    stamp_of,
)

EXISTS = Text("Kode elemen {code} sudah ada.", "Element code {code} exists.")


class ElementFacts(TypedDict, total=False):
    """What the card of an element says; what is left out stays as `Element` has it."""

    code: Required[str]
    name: Required[Text]
    unit: Required[Text]
    measure: Required[Measure]
    polarity: Required[Polarity]
    population_type: Required[PopulationType]
    confidentiality: Confidentiality
    card: Card
    frequency: Frequency
    collection: Collection
    dimensions: tuple[str, ...]
    by_subdistrict: bool
    range: Range
    population_base: str
    from_age: int | None
    below_age: int | None
    only_sex: Sex | None
    is_reconciled: bool


@command("statistics.element.defined", says=Text("Elemen data didefinisikan", "Element defined"))
def define_element(
    *, by: Actor, at: datetime, producer_id: int | None = None, **facts: Unpack[ElementFacts]
) -> int:
    """Register a data element under a code.

    Raises Refused for a used code or a card that does not hold together, NotFound for a
    producer of another government.
    """
    element = Element(**facts)
    require(by.may(Permission.IMPORT_STATISTICS, agency_id=producer_id or NO_AGENCY))
    others = elements_by_code(by)
    if element.code in others:
        raise Refused(EXISTS.filled(code=element.code))
    require(may_register(element, others))
    record = row_of(by, element, own_producer_id(by, producer_id))
    record.save()
    leave_event("statistics.element.defined", by=by, at=at, subject=record, code=element.code)
    return record.pk


@command("statistics.element.edited", says=Text("Kartu elemen diubah", "Element card edited"))
def edit_element(
    *, by: Actor, at: datetime, element: Element, producer_id: int | None, seen: str
) -> None:
    """Replace the card of the element with `element.code`; `seen` is the stamp it was read with.

    A change of what was reconciled has to be reconciled anew. Raises Refused where somebody
    changed the card meanwhile, where figures would change their meaning, or where the card does
    not hold together; NotFound.
    """
    record = own_element(by, element.code, is_locked=True)
    for agency_id in (record.producer_id, producer_id):
        require(by.may(Permission.IMPORT_STATISTICS, agency_id=agency_id or NO_AGENCY))
    if stamp_of(record) != seen:
        raise Refused(CHANGED_MEANWHILE)
    before = record.as_rule_sees_it()
    require(may_change(before, element, has_figures=record.observations.exists()))
    require(may_register(element, elements_by_code(by)))
    changed = row_of(by, element, own_producer_id(by, producer_id))
    is_kept = before.is_reconciled and not changes_meaning(before, element)
    changed.pk, changed.is_reconciled = record.pk, is_kept
    if is_kept:
        for field in ("reconciled_at", "reconciled_by", "reconciled_with"):
            setattr(changed, field, getattr(record, field))
    changed.save(force_update=True)
    leave_event("statistics.element.edited", by=by, at=at, subject=record, code=record.code)


@command("statistics.element.reconciled", says=Text("Kartu dicocokkan", "Card reconciled"))
def reconcile_element(*, by: Actor, at: datetime, code: str, basis: str) -> None:
    """Say that the card agrees with the producer's own; `basis` is what it was compared with.

    Raises Refused where it was reconciled already or no basis is named, NotFound.
    """
    record = own_element(by, code, is_locked=True)
    require(by.may(Permission.IMPORT_STATISTICS, agency_id=record.producer_id or NO_AGENCY))
    require(may_reconcile(record.as_rule_sees_it(), basis))
    record.is_reconciled = True
    record.reconciled_at, record.reconciled_by = at, by.name
    record.reconciled_with = basis.strip()
    record.save()
    leave_event(
        "statistics.element.reconciled", by=by, at=at, subject=record, code=code, basis=basis
    )
