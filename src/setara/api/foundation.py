"""What programs may ask about agencies and places, as the person who is signed in."""

from __future__ import annotations

from datetime import date

from django.utils.timezone import localdate
from ninja import Router, Schema

from setara.api.request import Request
from setara.api.words import Failure, Words, words
from setara.domain.foundation.agency import SuccessionKind
from setara.domain.foundation.place import PlaceKind
from setara.usecases.foundation.places import TerritoryAnswer, territory
from setara.usecases.foundation.queries import (
    AgencyAnswer,
    PlaceAnswer,
    SuccessionAnswer,
    agencies,
)

router = Router(tags=["foundation"])


class NameOut(Schema):
    """A name an agency bore; `valid_to` is the first day it no longer did."""

    name: str
    short_name: str
    valid_from: date
    valid_to: date | None


class SuccessionOut(Schema):
    """An arrow of a merger or split, seen from one agency."""

    kind: SuccessionKind
    on: date
    agency_id: int
    name: str


class AgencyOut(Schema):
    """An agency as it is called on the day asked, with the whole of its past."""

    agency_id: int
    code: str
    name: str
    short_name: str
    names: list[NameOut]
    closed_on: date | None
    passed_on_to: list[SuccessionOut]
    took_over_from: list[SuccessionOut]


class PlaceOut(Schema):
    """A place with the number of places right below it."""

    code: str
    name: str
    kind: PlaceKind
    kind_words: Words
    below: int


class CountOut(Schema):
    """How many places of a kind lie anywhere below."""

    kind: PlaceKind
    number: int


class TerritoryOut(Schema):
    """A place, its way down from the country, and what lies in it."""

    place: PlaceOut
    above: list[PlaceOut]
    children: list[PlaceOut]
    counts: list[CountOut]


@router.get(
    "/agencies",
    response={200: list[AgencyOut], 401: Failure, 403: Failure},
    summary="Agencies of the own government",
)
def list_agencies(request: Request, on: date | None = None) -> list[AgencyOut]:
    """Every agency, named as on the day `on`; as today without it."""
    return [_agency(each) for each in agencies(by=request.actor, on=on or localdate())]


@router.get(
    "/places/{code}",
    response={200: TerritoryOut, 401: Failure, 404: Failure},
    summary="A place with what lies above and in it",
)
def place(request: Request, code: str) -> TerritoryOut:
    """The place under its Kemendagri code, such as 64.01; ID is the country."""
    return _territory(territory(by=request.actor, code=code))


def _agency(answer: AgencyAnswer) -> AgencyOut:
    return AgencyOut(
        agency_id=answer.agency_id,
        code=answer.code,
        name=answer.name,
        short_name=answer.short_name,
        names=[
            NameOut(
                name=each.name,
                short_name=each.short_name,
                valid_from=each.validity.valid_from,
                valid_to=each.validity.valid_to,
            )
            for each in answer.names
        ],
        closed_on=answer.closed_on,
        passed_on_to=[_succession(each) for each in answer.passed_on_to],
        took_over_from=[_succession(each) for each in answer.took_over_from],
    )


def _succession(answer: SuccessionAnswer) -> SuccessionOut:
    return SuccessionOut(
        kind=answer.kind, on=answer.on, agency_id=answer.other_id, name=answer.other_name
    )


def _territory(answer: TerritoryAnswer) -> TerritoryOut:
    return TerritoryOut(
        place=_place(answer.place),
        above=[_place(each) for each in answer.above],
        children=[_place(each) for each in answer.children],
        counts=[CountOut(kind=kind, number=number) for kind, number in answer.counts],
    )


def _place(answer: PlaceAnswer) -> PlaceOut:
    return PlaceOut(
        code=answer.code,
        name=answer.name,
        kind=answer.kind,
        kind_words=words(answer.kind.label),
        below=answer.below,
    )
