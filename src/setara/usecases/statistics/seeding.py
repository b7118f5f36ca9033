"""Verbs that fill the register: the seed adopted, categories of open breakdowns named."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import refused, require
from setara.domain.language.text import Text
from setara.domain.statistics.register_rules import may_name_category
from setara.domain.statistics.seed import Producer, seed
from setara.store.models import AgencyRecord, CategoryRecord, ElementRecord, GovernmentRecord
from setara.usecases.foundation.access import government_of, visible
from setara.usecases.foundation.command import command, leave_event
from setara.usecases.statistics.element_rows import NO_AGENCY, row_of


@command("statistics.seed.adopted", says=Text("Daftar baku elemen diambil", "Seed adopted"))
def adopt_seed_elements(*, by: Actor, at: datetime) -> int:
    """Add every seed element whose code the government does not have; returns how many.

    A producer is named where exactly one agency bears one of the short names that surely mean
    it. Existing elements are never touched, so that doing it again does nothing.
    Cost: four queries, whatever the number of elements.
    """
    require(by.may(Permission.IMPORT_STATISTICS, agency_id=NO_AGENCY))
    known = set(visible(by, ElementRecord.objects.all()).values_list("code", flat=True))
    agencies = _agencies_by_short_name(by, at.date())
    missing = [
        row_of(by, each.element, _certain_producer(each.producers, agencies))
        for code, each in seed().elements.items()
        if code not in known
    ]
    ElementRecord.objects.bulk_create(missing)
    home = GovernmentRecord.objects.get(pk=government_of(by))
    leave_event("statistics.seed.adopted", by=by, at=at, subject=home, count=len(missing))
    return len(missing)


@command("statistics.category.named", says=Text("Kategori rincian ditambahkan", "Category named"))
def name_category(*, by: Actor, at: datetime, dimension: str, code: str, name: Text) -> int:
    """Add a category of the government's own to an open dimension, such as one of its markets.

    Raises Refused for a closed dimension, a bad code, or a category that is there already.
    """
    require(by.may(Permission.IMPORT_STATISTICS, agency_id=NO_AGENCY))
    require(may_name_category(dimension, code, name))
    own = visible(by, CategoryRecord.objects.filter(dimension=dimension, code=code))
    if own.exists():
        require(refused("Kategori {code} sudah ada.", "Category {code} exists.", code=code))
    record = CategoryRecord.objects.create(
        government_id=government_of(by),
        dimension=dimension,
        code=code,
        name_id=name.id,
        name_en=name.en,
    )
    leave_event("statistics.category.named", by=by, at=at, subject=record, code=code)
    return record.pk


def _agencies_by_short_name(by: Actor, on: date) -> dict[str, int]:
    """The agencies that exist on the day. Cost: two queries."""
    rows = visible(by, AgencyRecord.objects.prefetch_related("names"))
    known = [(row.pk, row.as_rule_sees_it()) for row in rows]
    return {
        agency.name_on(on).short_name.casefold(): pk for pk, agency in known if agency.exists_on(on)
    }


def _certain_producer(producers: tuple[Producer, ...], agencies: Mapping[str, int]) -> int | None:
    """The one agency among the producers; None where there is none, or several could be meant."""
    found = {
        agencies[name.casefold()]
        for producer in producers
        for name in producer.short_names
        if name.casefold() in agencies
    }
    own = [producer for producer in producers if producer.short_names]
    return found.pop() if len(found) == 1 == len(own) else None
