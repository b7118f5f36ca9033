"""Elements of the register as rows: found, written, and stamped so that edits do not cross."""

from __future__ import annotations

import hashlib

from django.forms.models import model_to_dict

from setara.domain.foundation.actor import Actor
from setara.domain.language.text import Text
from setara.domain.statistics.element import Element
from setara.store.models import AgencyRecord, ElementRecord
from setara.usecases.foundation.access import NotFound, government_of, one, visible

ELEMENT = Text("Elemen data", "The data element")
AGENCY = Text("Perangkat daerah", "The agency")
# Ids begin at 1: a seat that reaches its own agency only never reaches this one.
NO_AGENCY = 0


def own_element(by: Actor, code: str, *, is_locked: bool = False) -> ElementRecord:
    """The element of the actor's government. Raises NotFound. Cost: one query."""
    rows = visible(by, ElementRecord.objects.filter(code=code))
    found = (rows.select_for_update() if is_locked else rows).first()
    if found is None:
        raise NotFound(ELEMENT)
    return found


def elements_by_code(by: Actor) -> dict[str, Element]:
    """The register of the actor's government. Cost: one query."""
    return {row.code: row.as_rule_sees_it() for row in visible(by, ElementRecord.objects.all())}


def own_producer_id(by: Actor, agency_id: int | None) -> int | None:
    """The agency's id where it is the actor's government's. Raises NotFound."""
    if agency_id is None:
        return None
    return one(by, AgencyRecord.objects.all(), agency_id, what=AGENCY).pk


def row_of(by: Actor, element: Element, producer_id: int | None) -> ElementRecord:
    """The element as a row that is not saved yet."""
    return ElementRecord(
        government_id=government_of(by),
        code=element.code,
        name_id=element.name.id.strip(),
        name_en=element.name.en.strip(),
        unit_id=element.unit.id.strip(),
        unit_en=element.unit.en.strip(),
        measure=element.measure,
        polarity=element.polarity,
        population_type=element.population_type,
        confidentiality=element.confidentiality,
        producer_id=producer_id,
        card=element.card.as_data(),
        frequency=element.frequency,
        collection=element.collection,
        dimensions=list(element.dimensions),
        by_subdistrict=element.by_subdistrict,
        least=element.range.least,
        most=element.range.most,
        population_base=element.population_base,
        from_age=element.from_age,
        below_age=element.below_age,
        only_sex=element.only_sex or "",
        is_reconciled=element.is_reconciled,
    )


def stamp_of(record: ElementRecord) -> str:
    """A mark that changes whenever the card does."""
    facts = sorted(model_to_dict(record).items())
    return hashlib.sha256(repr(facts).encode()).hexdigest()[:32]
