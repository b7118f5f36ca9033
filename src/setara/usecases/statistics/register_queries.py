"""Questions about the register of data elements: the list, one card, what may be chosen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from itertools import groupby

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.period import Period
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import Verdict, first_refusal, require
from setara.domain.language.text import Language, Text
from setara.domain.statistics.element import Element, Measure
from setara.domain.statistics.register_rules import may_be_reconciled
from setara.domain.statistics.seed import group_of, seed
from setara.store.models import ElementRecord
from setara.usecases.foundation.access import visible
from setara.usecases.foundation.queries import AgencyAnswer, agencies
from setara.usecases.statistics.element_rows import NO_AGENCY, own_element, stamp_of
from setara.usecases.statistics.extents import Extent, extents_of

OTHERS = Text("Elemen setempat", "Local elements")
OWN_GROUP = "-"


class Standing(StrEnum):
    """Which elements a reader looks for."""

    WITH_FIGURES = "ada-angka"
    WITHOUT_FIGURES = "tanpa-angka"
    NOT_RECONCILED = "belum-dicocokkan"

    @property
    def label(self) -> Text:
        """In both languages."""
        return STANDING_LABELS[self]


STANDING_LABELS = {
    Standing.WITH_FIGURES: Text("sudah ada angkanya", "with figures"),
    Standing.WITHOUT_FIGURES: Text("belum ada angkanya", "without figures"),
    Standing.NOT_RECONCILED: Text("kartu belum dicocokkan", "card not reconciled"),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the list is narrowed to; empty fields narrow nothing."""

    words: str = ""
    group: str = ""
    producer_id: int | None = None
    standing: Standing | None = None


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """An element with its producer and the extent of its figures."""

    element: Element
    producer_id: int | None
    producer: str
    figures: int
    places: int
    latest: Period | None
    has_sample: bool


@dataclass(frozen=True, slots=True)
class RegisterGroup:
    """The elements of one group of the list."""

    code: str
    name: Text
    lines: tuple[RegisterLine, ...]


@dataclass(frozen=True, slots=True)
class ProducerChoice:
    """An agency that may be named as producer."""

    agency_id: int
    name: str


@dataclass(frozen=True, slots=True)
class RegisterAnswer:
    """The register as wanted, and how far the whole of it has come."""

    groups: tuple[RegisterGroup, ...]
    every_group: tuple[tuple[str, Text], ...]
    producers: tuple[ProducerChoice, ...]
    shown: int
    total: int
    with_figures: int
    reconciled: int
    missing: int
    may_write: Verdict


@dataclass(frozen=True, slots=True)
class CardAnswer:
    """One element's card, with what may be done about it and the stamp an edit must bring."""

    element: Element
    group: Text
    producer_id: int | None
    producer: str
    figures: int
    reconciled_at: datetime | None
    reconciled_by: str
    reconciled_with: str
    seen: str
    may_edit: Verdict
    may_reconcile: Verdict


@dataclass(frozen=True, slots=True)
class CardChoices:
    """What the form of a card offers."""

    producers: tuple[ProducerChoice, ...]
    bases: tuple[tuple[str, Text], ...]


def register(*, by: Actor, today: date, wanted: Wanted) -> RegisterAnswer:
    """The register, grouped as the list is. Cost: five queries."""
    require(by.may(Permission.READ_RECORDS))
    every, producers = register_lines(by=by, today=today), _producers(by, today)
    lines = [line for line in every if _is_wanted(line, wanted)]
    named = {line.producer_id for line in every}
    return RegisterAnswer(
        groups=tuple(
            RegisterGroup(code, group_name(code), tuple(each))
            for code, each in groupby(sorted(lines, key=_order), key=_group)
        ),
        every_group=tuple((code, group_name(code)) for code in sorted(set(map(_group, every)))),
        producers=tuple(each for each in producers if each.agency_id in named),
        shown=len(lines),
        total=len(every),
        with_figures=sum(bool(line.figures) for line in every),
        reconciled=sum(line.element.is_reconciled for line in every),
        missing=len(set(seed().elements) - {line.element.code for line in every}),
        may_write=by.may(Permission.IMPORT_STATISTICS, agency_id=NO_AGENCY),
    )


def register_lines(*, by: Actor, today: date) -> tuple[RegisterLine, ...]:
    """Every element by code. Cost: four queries."""
    require(by.may(Permission.READ_RECORDS))
    extents = extents_of(by)
    names = {each.agency_id: each.short_name for each in agencies(by=by, on=today)}
    rows = visible(by, ElementRecord.objects.all()).order_by("code")
    return tuple(_line(row, names, extents.get(row.pk, [])) for row in rows)


def card(*, by: Actor, code: str, today: date) -> CardAnswer:
    """One element's card. Raises NotFound. Cost: four queries."""
    require(by.may(Permission.READ_RECORDS))
    row = own_element(by, code)
    element = row.as_rule_sees_it()
    may_edit = by.may(Permission.IMPORT_STATISTICS, agency_id=row.producer_id or NO_AGENCY)
    names = {each.agency_id: each.name for each in agencies(by=by, on=today)}
    return CardAnswer(
        element=element,
        group=group_name(group_of(code) or OWN_GROUP),
        producer_id=row.producer_id,
        producer=names.get(row.producer_id or NO_AGENCY, ""),
        figures=row.observations.count(),
        reconciled_at=row.reconciled_at,
        reconciled_by=row.reconciled_by,
        reconciled_with=row.reconciled_with,
        seen=stamp_of(row),
        may_edit=may_edit,
        may_reconcile=first_refusal(may_edit, may_be_reconciled(element)),
    )


def card_choices(*, by: Actor, today: date) -> CardChoices:
    """What a card's form offers: present agencies, and counts as population bases."""
    require(by.may(Permission.READ_RECORDS))
    rows = visible(by, ElementRecord.objects.filter(measure=Measure.COUNT)).order_by("code")
    return CardChoices(
        producers=_producers(by, today),
        bases=tuple((row.code, Text(row.name_id, row.name_en)) for row in rows),
    )


def group_name(code: str) -> Text:
    """The name of a group of the list, or of the government's own elements."""
    return seed().groups.get(code, OTHERS)


def _line(row: ElementRecord, names: dict[int, str], extents: list[Extent]) -> RegisterLine:
    return RegisterLine(
        element=row.as_rule_sees_it(),
        producer_id=row.producer_id,
        producer=names.get(row.producer_id or NO_AGENCY, ""),
        figures=sum(extent.figures for extent in extents),
        places=len({extent.place_code for extent in extents}),
        latest=extents[-1].period if extents else None,
        has_sample=any(extent.is_sample for extent in extents),
    )


def _producers(by: Actor, today: date) -> tuple[ProducerChoice, ...]:
    present: Iterable[AgencyAnswer] = (each for each in agencies(by=by, on=today) if each.exists)
    choices = (ProducerChoice(each.agency_id, each.short_name) for each in present)
    return tuple(sorted(choices, key=lambda each: each.name))


def _group(line: RegisterLine) -> str:
    return group_of(line.element.code) or OWN_GROUP


def _order(line: RegisterLine) -> tuple[int, str]:
    groups = list(seed().groups)
    group = _group(line)
    return (groups.index(group) if group in groups else len(groups), line.element.code)


def _is_wanted(line: RegisterLine, wanted: Wanted) -> bool:
    stands = {
        None: True,
        Standing.WITH_FIGURES: bool(line.figures),
        Standing.WITHOUT_FIGURES: not line.figures,
        Standing.NOT_RECONCILED: not line.element.is_reconciled,
    }
    return (
        stands[wanted.standing]
        and wanted.group in ("", _group(line))
        and wanted.producer_id in (None, line.producer_id)
        and all(word in _haystack(line) for word in wanted.words.casefold().split())
    )


def _haystack(line: RegisterLine) -> str:
    element = line.element
    texts = (element.name, element.card.concept, element.card.definition, element.card.producer)
    said = [text.say(language) for text in texts for language in Language]
    return " ".join((element.code, line.producer, *said)).casefold()
